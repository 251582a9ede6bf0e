import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import type { Vocabulary } from '../claims/normalize';
import { unfoldLinks, type FoldedLinks } from './foldedLinks';
import { fold, unfoldOne, type FoldedPassages } from './foldedPassages';
import type { Meaning } from './meaning';
import { changeOf } from './ownChange';
import { judgeAgain, judgePair, type Judged, type Judges, type Told, type Two } from './pairLinks';
import { pairsOf, type NameStems, type PassageRecord } from './passages';
import { compareAlike, compareFound, isWorthComparing, type Compared } from './likeness';
import { met, type Meeting, type Met } from './meetings';
import type { RawLink } from './quoteLinker';
import { createPidTable } from './pidTable';
import { createTokenIndex } from './tokenIndex';

/** Knows every passage and what it has in common with each other one, kept up to date by difference. */
export interface PassageNet {
  /** Hands out a number for a passage that has none yet; none is handed out twice. */
  nextPid(): number;
  /**
   * Takes in the passages of an article in place of those it had before; what stays is not compared anew where it was
   * compared lately. Returns them folded: so they are kept.
   */
  replace(id: ArticleId, before: readonly PassageRecord[], now: readonly PassageRecord[]): FoldedPassages;
  /**
   * Takes in the passages of a new article whose links to others are known, but for those to `strangers`: it is judged
   * with these alone.
   */
  enter(folded: FoldedPassages, records: readonly PassageRecord[], strangers: ReadonlySet<ArticleId>): void;
  /**
   * Judges anew what an article has in common with each other one, and within itself, after {@link PassageNet.replace}.
   * `before` are its links as they were: an article there with an empty list now has nothing in common with it any more;
   * others that have nothing in common with it are left out. `told` knows the other articles.
   */
  links(
    id: ArticleId,
    own: Told,
    before: ReadonlyMap<ArticleId, FoldedLinks>,
    told: (id: ArticleId) => Told | undefined,
  ): ReadonlyMap<ArticleId, LinksNow>;
  /**
   * Makes ready what {@link PassageNet.replace} and {@link PassageNet.links} ask at an edit of an article as it stands. It
   * may take as long as an edit; afterwards an edit takes less.
   */
  ready(
    id: ArticleId,
    own: Told,
    links: ReadonlyMap<ArticleId, FoldedLinks>,
    told: (id: ArticleId) => Told | undefined,
  ): void;
  /** What a passage of no article has in common with those that are known; it is not kept. */
  likenesses(record: PassageRecord): readonly Compared[];
  /** Lets go of passages that were only unfolded to compare them. */
  rest(): void;
  /**
   * The quotes that share words of matter with a passage of no article, though perhaps no two in a row: so many at the
   * most, those that share the most and the rarest.
   */
  kindred(record: PassageRecord, most: number): readonly Compared[];
  /** The article that a passage stands in; undefined for one that is gone. */
  articleOf(pid: number): ArticleId | undefined;
}

/** The links of an article to another one. */
export interface LinksNow {
  readonly links: readonly RawLink[];
  /** Whether they are known to be those that were folded before. */
  readonly areKept: boolean;
}

/** For each passage of an article what it has in common with others, by their numbers. */
type Near = Map<number, Map<number, Met>>;

const emptyNear = (): Near => new Map<number, Map<number, Met>>();

/** Of so many articles, those written to last, it is kept what each passage is like: the next edit leaves most as it is. */
const mostNear = 32;
/** So many passages are kept unfolded: articles that come one after the other are often like the same ones. */
const mostUnfolded = 8192;

const noNames: NameStems = new Int32Array(0);

/** An article as the net knows it. */
interface Entry {
  folded: FoldedPassages;
  /** The stems of its names when it was judged last. */
  names: NameStems;
  near: Near | null;
  /** What came of judging it, for as long as `near` is kept. */
  judged: JudgedArticle | null;
  /** The articles that its passages have met since, or that lost by an edit of it what they had met. */
  readonly touched: Set<Entry>;
}

/** An article as it was judged last, with each other one that it had met. */
interface JudgedArticle {
  readonly own: Told;
  readonly partners: Map<ArticleId, Judged>;
}

/**
 * Makes an empty net. Its passages' words must be read with `vocabulary`; `meaning` must know them by it too. `unfoldedOf`
 * gives folded passages that lie unfolded elsewhere, in their order, or null.
 */
export function createPassageNet(
  vocabulary: Vocabulary,
  meaning: Meaning,
  unfoldedOf: (folded: FoldedPassages) => readonly PassageRecord[] | null = () => null,
): PassageNet {
  const index = createTokenIndex();
  const places = createPidTable<Entry>();
  const entries = new Map<ArticleId, Entry>();
  /** The articles whose likenesses are kept, the one written to last at the end. */
  const lately = new Set<Entry>();
  const unfolded = new Map<number, PassageRecord>();
  /** The passages that were taken in last. */
  let latest: { readonly folded: FoldedPassages; readonly records: readonly PassageRecord[] } | null = null;

  const recordOf = (pid: number): PassageRecord | undefined => {
    const folded = places.ownerOf(pid)?.folded;
    if (!folded) return undefined;
    const place = places.placeOf(pid);
    const atHand = (latest?.folded === folded ? latest.records : unfoldedOf(folded))?.[place];
    if (atHand) return atHand;
    const known = unfolded.get(pid);
    if (known) return known;
    const record = unfoldOne(folded, place, vocabulary);
    if (!record) return undefined;
    if (unfolded.size >= mostUnfolded) unfolded.clear();
    unfolded.set(pid, record);
    return record;
  };

  /** Writes down with one of two passages what is known of them; null: that it is nothing. */
  const put = (near: Near | null | undefined, pid: number, other: number, known: Met | null) => {
    const mine = near?.get(pid);
    if (known === null) mine?.delete(other);
    else if (mine) mine.set(other, known);
    else near?.set(pid, new Map([[other, known]]));
  };

  /** Writes down what two passages have in common, with those of their articles whose likenesses are kept. */
  const note = (pid: number, other: number, known: Met | null) => {
    const mine = places.ownerOf(pid);
    const theirs = places.ownerOf(other);
    put(mine?.near, pid, other, known);
    put(theirs?.near, other, pid, known);
    if (!mine || !theirs) return;
    if (mine.judged) mine.touched.add(theirs);
    if (theirs.judged) theirs.touched.add(mine);
  };

  /** Finds the passages that one may have something in common with: in all articles, or in some. */
  const meet = (record: PassageRecord, only: ReadonlySet<ArticleId> | null = null) => {
    index.candidates(record, (pid, pairs, areQuotes) => {
      const owner = places.ownerOf(pid);
      if (!owner || (only && !only.has(owner.folded.articleId))) return;
      if (!areQuotes && owner.folded.articleId === record.articleId) return;
      // The other article may know already what comes of it.
      note(record.pid, pid, owner.near?.get(pid)?.get(record.pid) ?? met(pairs));
    });
  };

  /** What an article has in common with that of a passage is to be judged from the beginning. */
  const touch = (entry: Entry, pid: number) => {
    const other = places.ownerOf(pid);
    if (other) entry.touched.add(other);
  };

  /** Takes a passage out, also from what others know of it: they may not be written to for hours. */
  const forget = (record: PassageRecord, near: Near | null | undefined) => {
    for (const other of near?.get(record.pid)?.keys() ?? []) put(places.ownerOf(other)?.near, other, record.pid, null);
    near?.delete(record.pid);
    index.remove(record);
    places.remove(record.pid);
    unfolded.delete(record.pid);
  };

  const keepNear = (entry: Entry) => {
    lately.delete(entry);
    lately.add(entry);
    const [oldest] = lately;
    if (lately.size <= mostNear || !oldest) return;
    lately.delete(oldest);
    forgetNear(oldest);
  };

  const forgetNear = (entry: Entry) => {
    entry.near = null;
    entry.judged = null;
    entry.touched.clear();
  };

  /** Lets go of an article that is gone, also where others remember it. */
  const leave = (gone: Entry) => {
    for (const some of [lately, renewed, passing]) some.delete(gone);
    forgetNear(gone);
    for (const { touched, judged } of lately) {
      touched.delete(gone);
      judged?.partners.delete(gone.folded.articleId);
    }
  };

  /**
   * Takes in again what links are known to rest on: a run of words that has become a commonplace since would find them no
   * more, and links would be lost by an edit elsewhere in the article.
   */
  const takeOver = (near: Near, before: Iterable<FoldedLinks>) => {
    for (const folded of before) {
      for (const { a, b } of unfoldLinks(folded) ?? []) {
        if (near.get(a)?.has(b) || near.get(b)?.has(a)) continue;
        const [x, y] = [recordOf(a), recordOf(b)];
        const pairs = x && y ? sharedPairs(x, y) : 0;
        if (x && y && isWorthComparing(x, y, pairs)) note(a, b, met(pairs));
      }
    }
  };

  const sureRecordOf = (pid: number): PassageRecord => {
    const record = recordOf(pid);
    if (!record) throw new Error(`passage ${pid} is gone`);
    return record;
  };

  const judges: Judges = {
    vocabulary,
    meaning,
    recordOf: sureRecordOf,
    note: ({ own, other, met: known }) => {
      note(own.pid, other, known);
    },
  };

  /** The meetings of an article's passages, by the other article: `partners`, and whom else it meets, but for those `judged`. */
  const meetingsOf = (
    entry: Entry,
    { passages }: Told,
    partners: Iterable<ArticleId>,
    judged: ReadonlyMap<ArticleId, unknown>,
  ): ReadonlyMap<Entry, readonly Meeting[]> => {
    const byPartner = new Map<Entry, Meeting[]>();
    for (const id of partners) {
      const partner = judged.has(id) ? undefined : entries.get(id);
      if (partner) byPartner.set(partner, []);
    }
    for (const own of passages) {
      const mine = entry.near?.get(own.pid);
      if (!mine) continue;
      for (const [other, met] of mine) {
        const partner = places.ownerOf(other);
        if (!partner) {
          mine.delete(other);
          continue;
        }
        // Two passages of one article meet each other, and are judged once.
        if (judged.has(partner.folded.articleId) || (partner === entry && own.pid < other)) continue;
        const list = byPartner.get(partner);
        if (list) list.push({ own, other, met });
        else byPartner.set(partner, [{ own, other, met }]);
      }
    }
    return byPartner;
  };

  /** Articles whose likenesses were made anew since their links were judged. */
  const renewed = new Set<Entry>();
  /** Articles that are known to be like some others only: what they are like is forgotten with the next judging. */
  const passing = new Set<Entry>();

  const links: PassageNet['links'] = (id, own, before, told) => {
    const entry = entries.get(id);
    const links = new Map<ArticleId, LinksNow>();
    if (!entry) {
      for (const partner of before.keys()) links.set(partner, { links: [], areKept: false });
      return links;
    }
    const isRenewed = renewed.delete(entry);
    if (isRenewed && entry.near) takeOver(entry.near, before.values());
    const judged = new Map<ArticleId, Judged>();
    const tellOf = (partner: ArticleId, found: readonly RawLink[], areKept: boolean) => {
      if (found.length > 0 || before.has(partner)) links.set(partner, { links: found, areKept });
    };
    entry.names = own.names;
    const twoOf = (partner: ArticleId, { names }: Entry): Two => ({
      id,
      own,
      partner,
      names: partner === id ? null : names,
      told,
    });
    const last = isRenewed ? null : entry.judged;
    const change = last && changeOf(last.own.passages, own.passages);
    if (last && change) {
      for (const { pid } of change.come) for (const other of entry.near?.get(pid)?.keys() ?? []) touch(entry, other);
      const moved = !sameItems(last.own.names, own.names);
      for (const [partner, was] of last.partners) {
        const other = entries.get(partner);
        if (!other || entry.touched.has(other) || (other !== entry && other.folded !== was.folded)) continue;
        const now = judgeAgain(twoOf(partner, other), was, change, moved, judges);
        if (!now) continue;
        judged.set(partner, now);
        tellOf(partner, now.links, now === was);
      }
    }
    for (const partner of before.keys()) if (!entries.has(partner)) tellOf(partner, [], false);
    for (const [other, meetings] of meetingsOf(entry, own, before.keys(), judged)) {
      const partner = other.folded.articleId;
      const now = judgePair(twoOf(partner, other), meetings, other.folded, judges);
      judged.set(partner, now);
      tellOf(partner, now.links, false);
    }
    entry.judged = { own, partners: judged };
    entry.touched.clear();
    if (passing.delete(entry) || !entry.near) forgetNear(entry);
    return links;
  };

  return {
    nextPid: () => places.next(),
    replace(id, before, now) {
      const folded = fold(id, now);
      const kept = new Set(now.map((record) => record.pid));
      const known = entries.get(id);
      for (const record of before) {
        if (kept.has(record.pid)) continue;
        if (known?.judged) for (const other of known.near?.get(record.pid)?.keys() ?? []) touch(known, other);
        forget(record, known?.near);
      }
      if (now.length === 0) {
        entries.delete(id);
        if (known) leave(known);
        return folded;
      }
      const entry: Entry = known ?? { folded, names: noNames, near: null, judged: null, touched: new Set() };
      const anew = entry.near === null;
      entry.near ??= emptyNear();
      entry.folded = folded;
      entries.set(id, entry);
      latest = { folded, records: now };
      keepNear(entry);
      if (anew && before.length > 0) renewed.add(entry);
      now.forEach((record, place) => {
        const isNew = !places.ownerOf(record.pid);
        places.set(record.pid, entry, place);
        if (isNew || anew) meet(record);
        if (isNew) index.add(record);
      });
      return folded;
    },
    enter(folded, records, strangers) {
      if (records.length === 0) return;
      const near = emptyNear();
      const entry: Entry = { folded, names: noNames, near, judged: null, touched: new Set() };
      entries.set(folded.articleId, entry);
      records.forEach((record, place) => {
        places.set(record.pid, entry, place);
        if (strangers.size > 0) meet(record, strangers);
        index.add(record);
      });
      if (near.size > 0) passing.add(entry);
      else forgetNear(entry);
    },
    likenesses(record) {
      const found: Compared[] = [];
      index.candidates(record, (pid) => {
        const other = recordOf(pid);
        const one = other ? compareFound(record, other, vocabulary) : null;
        if (one) found.push(one);
      });
      return found;
    },
    kindred(record, most) {
      const near: { readonly pid: number; readonly weight: number }[] = [];
      index.kindred(record, (pid, weight) => near.push({ pid, weight }));
      near.sort((a, b) => b.weight - a.weight || a.pid - b.pid);
      return near.slice(0, most).flatMap(({ pid }) => {
        const other = recordOf(pid);
        return (other && compareAlike(record, other, vocabulary)) ?? [];
      });
    },
    rest() {
      unfolded.clear();
      latest = null;
    },
    articleOf: (pid) => places.ownerOf(pid)?.folded.articleId,
    links,
    ready(id, own, before, told) {
      const entry = entries.get(id);
      if (!entry || (entry.near && entry.judged)) return;
      if (!entry.near) {
        entry.near = emptyNear();
        for (const record of own.passages) meet(record);
        renewed.add(entry);
      }
      keepNear(entry);
      links(id, own, before, told);
    },
  };
}

/** How many pairs of words two passages share. */
function sharedPairs(x: PassageRecord, y: PassageRecord): number {
  const pairs = new Set(pairsOf(x.content.words));
  return pairsOf(y.content.words).filter((pair) => pairs.has(pair)).length;
}

/** How many remarks an article surely shares with each other one, of its `links`. */
export function sharedRemarks(
  id: ArticleId,
  partners: Iterable<readonly [ArticleId, { readonly links: readonly { readonly tentative: boolean }[] }]>,
): Map<ArticleId, number> {
  const counts = new Map<ArticleId, number>();
  for (const [partner, { links }] of partners) {
    const count = partner === id ? 0 : links.filter((link) => !link.tentative).length;
    if (count > 0) counts.set(partner, count);
  }
  return counts;
}

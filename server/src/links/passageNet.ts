import { compareText, type ArticleId } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import { unfoldLinks, type FoldedLinks } from './foldedLinks';
import { fold, unfoldOne, type FoldedPassages } from './foldedPassages';
import type { Meaning } from './meaning';
import { pairsOf, sharedNames, type NameStems, type PassageRecord } from './passages';
import { findRenderings } from './renderings';
import { findReported } from './reportedSpeech';
import { compareAlike, compareFound, isWorthComparing, type Compared, type Likeness } from './likeness';
import { met, read, readFully, thinned, type Meeting, type Met } from './meetings';
import { judge, type RawLink } from './quoteLinker';
import { sameSpeaker } from './speakers';
import { createPidTable } from './pidTable';
import { createTokenIndex } from './tokenIndex';

/** What two articles are compared by as wholes. */
export interface Told {
  readonly passages: readonly PassageRecord[];
  /** Stems of the names in its passages. */
  readonly names: NameStems;
}

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
   * `before` are its links as they were: an article there with an empty list now has nothing in common with it any more.
   * `told` knows the other articles.
   */
  links(
    id: ArticleId,
    own: Told,
    before: ReadonlyMap<ArticleId, FoldedLinks>,
    told: (id: ArticleId) => Told | undefined,
  ): ReadonlyMap<ArticleId, readonly RawLink[]>;
  /** What a passage of no article has in common with those that are known; it is not kept. */
  likenesses(record: PassageRecord): readonly Compared[];
  /**
   * The quotes that share words of matter with a passage of no article, though perhaps no two in a row: so many at the
   * most, those that share the most and the rarest.
   */
  kindred(record: PassageRecord, most: number): readonly Compared[];
  /** The article that a passage stands in; undefined for one that is gone. */
  articleOf(pid: number): ArticleId | undefined;
}

/** From which share of common names two articles are looked at for one remark in other words. */
const akin = 0.3;
/** From which share two articles are taken to report one event where they have no sure link. */
const related = 0.5;

/** For each passage of an article what it has in common with others, by their numbers. */
type Near = Map<number, Map<number, Met>>;

const emptyNear = (): Near => new Map<number, Map<number, Met>>();

/** Of so many articles, those written to last, it is kept what each passage is like: the next edit leaves most as it is. */
const mostNear = 32;
/** So many passages are kept unfolded: articles that come one after the other are often like the same ones. */
const mostUnfolded = 8192;

/** An article as the net knows it. */
interface Entry {
  folded: FoldedPassages;
  near: Near | null;
}

/** Makes an empty net. Its passages' words must be read with `vocabulary`; `meaning` must know them by it too. */
export function createPassageNet(vocabulary: Vocabulary, meaning: Meaning): PassageNet {
  const index = createTokenIndex();
  const places = createPidTable<Entry>();
  const entries = new Map<ArticleId, Entry>();
  /** The articles whose likenesses are kept, the one written to last at the end. */
  const lately = new Set<Entry>();
  const unfolded = new Map<number, PassageRecord>();

  const remember = (record: PassageRecord) => {
    if (unfolded.size >= mostUnfolded) unfolded.clear();
    unfolded.set(record.pid, record);
  };

  const recordOf = (pid: number): PassageRecord | undefined => {
    const known = unfolded.get(pid);
    if (known) return known;
    const entry = places.ownerOf(pid);
    const record = entry && unfoldOne(entry.folded, places.placeOf(pid), vocabulary);
    if (record) remember(record);
    return record ?? undefined;
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
    put(places.ownerOf(pid)?.near, pid, other, known);
    put(places.ownerOf(other)?.near, other, pid, known);
  };

  /** Finds the passages that one may have something in common with: in all articles, or in some. */
  const meet = (record: PassageRecord, only: ReadonlySet<ArticleId> | null = null) => {
    index.candidates(record, (pid, pairs) => {
      if (only && !only.has(places.ownerOf(pid)?.folded.articleId ?? '')) return;
      const other = recordOf(pid);
      if (!other || !isWorthComparing(record, other, pairs)) return;
      // The other article may know already what comes of it.
      note(record.pid, pid, places.ownerOf(pid)?.near?.get(pid)?.get(record.pid) ?? met(pairs));
    });
  };

  const forget = (record: PassageRecord) => {
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
    oldest.near = null;
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

  const same = (a: PassageRecord, b: PassageRecord) => sameSpeaker(a.quote, b.quote);

  const sureRecordOf = (pid: number): PassageRecord => {
    const record = recordOf(pid);
    if (!record) throw new Error(`passage ${pid} is gone`);
    return record;
  };

  /** Articles whose likenesses were made anew since their links were judged. */
  const renewed = new Set<Entry>();
  /** Articles that are known to be like some others only: what they are like is forgotten with the next judging. */
  const passing = new Set<Entry>();

  return {
    nextPid: () => places.next(),
    replace(id, before, now) {
      const folded = fold(id, now);
      const kept = new Set(now.map((record) => record.pid));
      const known = entries.get(id);
      for (const record of before) {
        if (kept.has(record.pid)) continue;
        forget(record);
        known?.near?.delete(record.pid);
      }
      if (now.length === 0) {
        entries.delete(id);
        if (known) for (const some of [lately, renewed, passing]) some.delete(known);
        return folded;
      }
      const entry: Entry = known ?? { folded, near: null };
      const anew = entry.near === null;
      entry.near ??= emptyNear();
      entry.folded = folded;
      entries.set(id, entry);
      keepNear(entry);
      if (anew && before.length > 0) renewed.add(entry);
      now.forEach((record, place) => {
        const isNew = !places.ownerOf(record.pid);
        places.set(record.pid, entry, place);
        remember(record);
        if (isNew || anew) meet(record);
        if (isNew) index.add(record);
      });
      return folded;
    },
    enter(folded, records, strangers) {
      if (records.length === 0) return;
      const near = emptyNear();
      const entry: Entry = { folded, near };
      entries.set(folded.articleId, entry);
      records.forEach((record, place) => {
        places.set(record.pid, entry, place);
        if (strangers.size > 0) meet(record, strangers);
        index.add(record);
      });
      if (near.size > 0) passing.add(entry);
      else entry.near = null;
    },
    likenesses(record) {
      const found: Compared[] = [];
      index.candidates(record, (pid, pairs) => {
        const other = recordOf(pid);
        const one = other && isWorthComparing(record, other, pairs) ? compareFound(record, other, vocabulary) : null;
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
    articleOf: (pid) => places.ownerOf(pid)?.folded.articleId,
    links(id, own, before, told) {
      const entry = entries.get(id);
      const near = entry?.near ?? emptyNear();
      if (entry && renewed.delete(entry)) takeOver(near, before.values());
      const byPartner = new Map<ArticleId, Meeting[]>();
      for (const partner of before.keys()) byPartner.set(partner, []);
      for (const record of own.passages) {
        const mine = near.get(record.pid);
        for (const [pid, known] of mine ?? []) {
          const partner = places.ownerOf(pid)?.folded.articleId;
          if (partner === undefined) {
            mine?.delete(pid);
            continue;
          }
          // Two passages of one article meet each other, and are judged once.
          if (partner === id && record.pid < pid) continue;
          const meeting = { own: record, other: pid, met: known };
          const list = byPartner.get(partner);
          if (list) list.push(meeting);
          else byPartner.set(partner, [meeting]);
        }
      }
      const learn = (one: Meeting, ask: typeof read) => {
        const known = one.met;
        ask(one, sureRecordOf(one.other), same, vocabulary);
        if (one.met !== known) note(one.own.pid, one.other, one.met);
        return one.met !== null;
      };
      const partners = new Map<ArticleId, readonly RawLink[]>();
      for (const [partner, meetings] of byPartner) {
        const list: Likeness[] = [];
        for (const one of thinned(meetings, sureRecordOf)) {
          learn(one, read);
          if (one.met !== null && typeof one.met !== 'number') list.push(one.met);
        }
        const links = judge(list, sureRecordOf, same, vocabulary);
        const other = partner === id ? undefined : told(partner);
        const shared = other && meetings.length > 0 ? sharedNames(own.names, other.names) : 0;
        if (other && shared >= akin && (list.length > 0 || meetings.some((one) => learn(one, readFully)))) {
          const closely = shared >= (links.length > 0 ? akin : related);
          // In one order, whichever of the two was read last: it decides where two are as near as one another.
          const both = [own.passages, other.passages] as const;
          const [one, two] = compareText(id, partner) < 0 ? both : ([both[1], both[0]] as const);
          links.push(...findRenderings(one, two, links, same, vocabulary, meaning, closely));
          // What is only likely is worth looking for where the two plainly report one event.
          if (closely) links.push(...findReported(one, two, links, vocabulary));
        }
        partners.set(partner, links);
      }
      if (entry && passing.delete(entry)) entry.near = null;
      return partners;
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
  partners: Iterable<readonly [ArticleId, readonly { readonly tentative: boolean }[]]>,
): Map<ArticleId, number> {
  const counts = new Map<ArticleId, number>();
  for (const [partner, links] of partners) {
    const count = partner === id ? 0 : links.filter((link) => !link.tentative).length;
    if (count > 0) counts.set(partner, count);
  }
  return counts;
}

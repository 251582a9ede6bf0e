import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import type { Vocabulary } from '../claims/normalize';
import type { Acquaintance, Entry, Near } from './acquaintance';
import { unfoldLinks, type FoldedLinks } from './foldedLinks';
import { isWorthComparing } from './likeness';
import type { Meaning } from './meaning';
import { met, type Meeting } from './meetings';
import type { LinksNow, PassageNet } from './netModel';
import { changeOf } from './ownChange';
import { judgeAgain, judgePair, type Judged, type Judges, type Told, type Two } from './pairLinks';
import { pairsOf, type PassageRecord } from './passages';
import type { PidTable } from './pidTable';
import type { RawLink } from './quoteLinker';

/** What the net knows that its links are judged by. */
export interface Known {
  readonly vocabulary: Vocabulary;
  readonly meaning: Meaning;
  readonly entries: ReadonlyMap<ArticleId, Entry>;
  readonly places: PidTable<Entry>;
  readonly acquaintance: Acquaintance;
  readonly recordOf: (pid: number) => PassageRecord | undefined;
}

/** Makes what judges the links of an article of the net: `links` of {@link PassageNet}. */
export function createNetLinks(known: Known): PassageNet['links'] {
  const { vocabulary, meaning, entries, places, acquaintance, recordOf } = known;
  const { renewed, passing } = acquaintance;

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
        if (x && y && isWorthComparing(x, y, pairs)) acquaintance.note(a, b, met(pairs));
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
      acquaintance.note(own.pid, other, known);
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

  return (id, own, before, told) => {
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
      for (const { pid } of change.come) {
        for (const other of entry.near?.get(pid)?.keys() ?? []) acquaintance.touch(entry, other);
      }
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
    if (passing.delete(entry) || !entry.near) acquaintance.letGo(entry);
    return links;
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

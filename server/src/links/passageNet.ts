import { compareText, type ArticleId } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import type { Meaning } from './meaning';
import { sharedNames, type PassageRecord } from './passages';
import { findRenderings } from './renderings';
import { findReported } from './reportedSpeech';
import { compareFound, isWorthComparing, type Compared, type Likeness } from './likeness';
import { met, read, readFully, thinned, type Meeting, type Met } from './meetings';
import { judge, type RawLink } from './quoteLinker';
import { sameSpeaker } from './speakers';
import { createTokenIndex } from './tokenIndex';

/** What two articles are compared by as wholes. */
export interface Told {
  readonly passages: readonly PassageRecord[];
  /** Stems of the names in its passages. */
  readonly names: ReadonlySet<number>;
}

/** Knows every passage and what it has in common with each other one, kept up to date by difference. */
export interface PassageNet {
  /** Takes in the passages of an article in place of those it had before; what stays is not compared anew. */
  replace(before: readonly PassageRecord[], now: readonly PassageRecord[]): void;
  /**
   * Judges anew what an article has in common with each other one, and within itself. `before` are the articles it was
   * linked to: one with an empty list has nothing in common with it any more. `told` knows the other articles.
   */
  links(
    id: ArticleId,
    own: Told,
    before: Iterable<ArticleId>,
    told: (id: ArticleId) => Told | undefined,
  ): ReadonlyMap<ArticleId, readonly RawLink[]>;
  /** What a passage of no article has in common with those that are known; it is not kept. */
  likenesses(record: PassageRecord): readonly Compared[];
  /** The article that a passage stands in; undefined for one that is gone. */
  articleOf(pid: number): ArticleId | undefined;
}

/** From which share of common names two articles are looked at for one remark in other words. */
const akin = 0.3;
/** From which share two articles are taken to report one event where they have no sure link. */
const related = 0.5;

/** Makes an empty net. Its passages' words must be read with `vocabulary`; `meaning` must know them by it too. */
export function createPassageNet(vocabulary: Vocabulary, meaning: Meaning): PassageNet {
  const index = createTokenIndex();
  /** For each passage what it has in common with others; kept for both sides. */
  const near = new Map<number, Map<number, Met>>();
  const records = new Map<number, PassageRecord>();

  const forget = (record: PassageRecord) => {
    index.remove(record);
    records.delete(record.pid);
    for (const other of near.get(record.pid)?.keys() ?? []) near.get(other)?.delete(record.pid);
    near.delete(record.pid);
  };

  const meet = (record: PassageRecord) => {
    for (const [pid, pairs] of index.candidates(record)) {
      const other = records.get(pid);
      if (other && isWorthComparing(record, other, pairs)) note(record.pid, pid, met(pairs));
    }
    index.add(record);
    records.set(record.pid, record);
  };

  const note = (pid: number, other: number, known: Met | null) => {
    put(pid, other, known);
    put(other, pid, known);
  };

  const put = (pid: number, other: number, known: Met | null) => {
    const mine = near.get(pid);
    if (known === null) mine?.delete(other);
    else if (mine) mine.set(other, known);
    else near.set(pid, new Map([[other, known]]));
  };

  const same = (a: PassageRecord, b: PassageRecord) => sameSpeaker(a.quote, b.quote);

  const recordOf = (pid: number): PassageRecord => {
    const record = records.get(pid);
    if (!record) throw new Error(`passage ${pid} is gone`);
    return record;
  };

  return {
    replace(before, now) {
      const kept = new Set(now.map((record) => record.pid));
      for (const record of before) if (!kept.has(record.pid)) forget(record);
      for (const record of now) {
        if (records.has(record.pid)) records.set(record.pid, record);
        else meet(record);
      }
    },
    likenesses(record) {
      const found: Compared[] = [];
      for (const [pid, pairs] of index.candidates(record)) {
        const other = records.get(pid);
        const one = other && isWorthComparing(record, other, pairs) ? compareFound(record, other, vocabulary) : null;
        if (one) found.push(one);
      }
      return found;
    },
    articleOf: (pid) => records.get(pid)?.articleId,
    links(id, own, before, told) {
      const byPartner = new Map<ArticleId, Meeting[]>();
      for (const partner of before) byPartner.set(partner, []);
      for (const record of own.passages) {
        for (const [pid, known] of near.get(record.pid) ?? []) {
          const partner = records.get(pid)?.articleId;
          // Two passages of one article meet each other, and are judged once.
          if (partner === undefined || (partner === id && record.pid < pid)) continue;
          const meeting = { own: record, other: pid, met: known };
          const list = byPartner.get(partner);
          if (list) list.push(meeting);
          else byPartner.set(partner, [meeting]);
        }
      }
      const learn = (one: Meeting, ask: typeof read) => {
        const known = one.met;
        ask(one, recordOf(one.other), vocabulary);
        if (one.met !== known) note(one.own.pid, one.other, one.met);
        return one.met !== null;
      };
      const partners = new Map<ArticleId, readonly RawLink[]>();
      for (const [partner, meetings] of byPartner) {
        const list: Likeness[] = [];
        for (const one of thinned(meetings, recordOf)) {
          learn(one, read);
          if (one.met !== null && typeof one.met !== 'number') list.push(one.met);
        }
        const links = judge(list, recordOf, same, vocabulary);
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
      return partners;
    },
  };
}

/** How many remarks an article surely shares with each other one, of its `links`. */
export function sharedRemarks(
  id: ArticleId,
  partners: ReadonlyMap<ArticleId, readonly RawLink[]>,
): ReadonlyMap<ArticleId, number> {
  const counts = new Map<ArticleId, number>();
  for (const [partner, links] of partners) {
    const count = partner === id ? 0 : links.filter((link) => !link.tentative).length;
    if (count > 0) counts.set(partner, count);
  }
  return counts;
}

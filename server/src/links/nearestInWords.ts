import { flag, type Vocabulary, type Words } from '../claims/normalize';
import { compareRecords } from './likeness';
import type { PassageRecord } from './passages';
import type { RawLink } from './quoteLinker';
import type { Candidate } from './renderingCandidates';
import type { Taken } from './takenQuotes';

/** The share of the shorter wording, by weight, that both must have. */
const leastShare = 0.33;
const fewestShared = 3;
/** "In an hour" and "by the hour": one word of matter with small ones around it tells nothing. */
const fewestOfMatter = 2;
const grammarWeight = 0.25;

/** The candidates given to one person of which neither quote has a mate much nearer in words, as likely links. */
export function nearestInWords(candidates: readonly Candidate[], taken: Taken, vocabulary: Vocabulary): RawLink[] {
  const pairs: { x: PassageRecord; y: PassageRecord; share: number }[] = [];
  const known = new Map<PassageRecord, Weights>();
  const weightsOf = (record: PassageRecord): Weights => {
    let found = known.get(record);
    if (!found) known.set(record, (found = weigh(record.content.words)));
    return found;
  };
  for (const { x, y, same } of candidates) {
    if (same !== true || !isRemark(x) || !isRemark(y)) continue;
    // A headline's words stand in the body as well, so that its mate may be taken.
    const display = x.quote?.display === true || y.quote?.display === true;
    if (!display && (taken.has(x) || taken.has(y))) continue;
    const share = sharedWeight(weightsOf(x), weightsOf(y));
    if (share >= leastShare) pairs.push({ x, y, share });
  }
  const links: RawLink[] = [];
  for (const { x, y, share } of pairs) {
    const nearest = pairs.every((other) => other.share <= share * 1.5 || (other.x !== x && other.y !== y));
    const found = nearest ? compareRecords(x, y, vocabulary) : null;
    if (found)
      links.push({ a: found.a, b: found.b, comparison: found.comparison, relation: 'altered', tentative: true });
  }
  return links;
}

/** Whether a quote is a remark of some length: speech, with more than one word of matter. */
const isRemark = ({ content }: PassageRecord): boolean => content.matter.length >= 2 && content.words.count >= 5;

/** What each stem of a passage weighs, and all of them. */
interface Weights {
  readonly ofStems: ReadonlyMap<number, number>;
  readonly total: number;
}

function weigh({ count, stems, flags }: Words): Weights {
  const ofStems = new Map<number, number>();
  for (let i = 0; i < count; i++) ofStems.set(stems[i] ?? -1, (flags[i] ?? 0) & flag.grammar ? grammarWeight : 1);
  let total = 0;
  for (const weight of ofStems.values()) total += weight;
  return { ofStems, total };
}

/** The weight of the stems that both have over that of the lighter one; 0 where they share too few words. */
function sharedWeight(a: Weights, b: Weights): number {
  let shared = 0;
  let count = 0;
  let matter = 0;
  for (const [stem, weight] of a.ofStems) {
    if (!b.ofStems.has(stem)) continue;
    shared += weight;
    count++;
    if (weight > grammarWeight) matter++;
  }
  return count < fewestShared || matter < fewestOfMatter ? 0 : shared / Math.max(1, Math.min(a.total, b.total));
}

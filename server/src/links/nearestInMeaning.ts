import { flag, type Vocabulary, type Words } from '../claims/normalize';
import { compareRecords, type Compared } from './likeness';
import type { Meaning, Nearness } from './meaning';
import type { PassageRecord } from './passages';
import type { RawLink } from './quoteLinker';
import type { Candidate } from './renderingCandidates';
import type { Taken } from './takenQuotes';

interface Ranked extends Candidate {
  readonly near: Nearness;
}

/** What a likely rendering must reach: of the share of both remarks, and of words in common. One may make up for the other. */
const likely = { score: 0.36, shared: 1.5, telling: 2 };
const likelyShort = { score: 0.42, shared: 1.2, telling: 2 };
/** What one must reach to be told of, where the same person is known to speak in both, and where that isn't known. */
const sure = { score: 0.45, shared: 1.9, telling: 2, clear: 0.15 };
const sureLong = { score: 0.4, shared: 2.3, telling: 2, clear: 0.1 };
const sureUnnamed = { score: 0.6, shared: 3, telling: 3, clear: 0.15 };
/** Fewer words of matter make no remark that stands for itself. */
const shortestRemark = 4;
/** A single word tells a remark only if it is as rare as this, and all of the lesser quote. */
const rareWord = 0.95;
const shortest = 2;
/** A likely rendering may be so little nearer than the next. */
const leastLead = 0.01;

/**
 * The candidates of which each quote is the other's nearest in meaning, as links: likely ones, and those that are sure
 * enough to be told of. `inQuotes` says how common a stem is in the quotes of the two articles, `inTexts` in all of their
 * words: it is asked only where there is a link, for it costs more.
 */
export function nearestInMeaning(
  candidates: readonly Candidate[],
  inQuotes: (stem: number) => number,
  inTexts: (stem: number) => number,
  taken: Taken,
  meaning: Meaning,
  vocabulary: Vocabulary,
): RawLink[] {
  const scores = new Map<Candidate, Nearness | null>();
  const nearnessOf = (one: Candidate): Nearness | null => {
    let near = scores.get(one);
    if (near === undefined) {
      near = meaning.nearness(one.x.content, one.y.content, weightBy(inQuotes));
      scores.set(one, near);
    }
    return near;
  };
  const links: RawLink[] = [];
  for (const one of candidates) {
    if (!worthRanking(one) || !taken.isFree(one.x, one.y, one.telling)) continue;
    const near = nearnessOf(one);
    if (!near || !mayBe({ ...one, near })) continue;
    const lead = near.score - nextBest(one, candidates, nearnessOf);
    if (lead < leastLead || contradicts(one.x.content.words, one.y.content.words)) continue;
    const link = compareRecords(one.x, one.y, vocabulary);
    if (!link) continue;
    const inAll = meaning.nearness(one.x.content, one.y.content, weightBy(inTexts)) ?? near;
    links.push(asRendering(link, one, !isSure({ ...one, near: inAll }, lead)));
  }
  return links;
}

const fewestMatter = ({ x, y }: Candidate): number => Math.min(x.content.matter.length, y.content.matter.length);

/** Whether two quotes share enough to be looked at: two telling words, or all that the shorter one says. */
const worthRanking = (one: Candidate): boolean =>
  one.telling.length >= likely.telling || (fewestMatter(one) <= shortest && one.same === true);

const weightBy =
  (howCommon: (stem: number) => number) =>
  (stem: number): number =>
    1 / Math.sqrt(Math.max(1, howCommon(stem)));

function mayBe(one: Ranked): boolean {
  const { same, near, telling } = one;
  if (same !== true) return reaches(near, telling, sureUnnamed);
  if (reaches(near, telling, likely) || reaches(near, telling, likelyShort)) return true;
  // A word or two that somebody called remarkable: "sincere", "conquer jihadism".
  return fewestMatter(one) <= shortest && near.covered >= 0.99 && near.shared >= rareWord;
}

function isSure(one: Ranked, lead: number): boolean {
  const { same, near, telling } = one;
  if (fewestMatter(one) < shortestRemark) return false;
  const enough = same === true ? [sure, sureLong] : [sureUnnamed];
  return enough.some((least) => reaches(near, telling, least) && lead >= least.clear);
}

const reaches = (near: Nearness, telling: readonly number[], least: typeof likely): boolean =>
  near.score >= least.score && near.shared >= least.shared && telling.length >= least.telling;

/** The score of the best other mate of either quote. A quote that stands inside this one, or around it, is no other. */
function nextBest(
  { x, y }: Candidate,
  candidates: readonly Candidate[],
  nearnessOf: (one: Candidate) => Nearness | null,
): number {
  let best = 0;
  for (const other of candidates) {
    if ((other.x === x) === (other.y === y)) continue;
    const [here, there] = other.x === x ? [y, other.y] : [x, other.x];
    if (standsIn(here, there) || standsIn(there, here)) continue;
    best = Math.max(best, nearnessOf(other)?.score ?? 0);
  }
  return best;
}

const standsIn = (inner: PassageRecord, outer: PassageRecord): boolean =>
  inner.content.matter.every((stem) => outer.content.matter.includes(stem));

/** Whether both have numbers, or both have names, and none in common: word vectors don't see that. */
function contradicts(a: Words, b: Words): boolean {
  return apart(stemsWith(a, isNumber), stemsWith(b, isNumber)) || apart(stemsWith(a, isName), stemsWith(b, isName));
}

const isNumber = (bits: number): boolean => (bits & flag.number) !== 0;
const isName = (bits: number): boolean => (bits & (flag.capital | flag.sentenceStart | flag.grammar)) === flag.capital;

function stemsWith({ count, stems, flags }: Words, holds: (bits: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < count; i++) if (holds(flags[i] ?? 0)) found.push(stems[i] ?? -1);
  return found;
}

const apart = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((stem) => b.includes(stem));

function asRendering(found: Compared, { x, y }: Candidate, tentative: boolean): RawLink {
  const { a, b, comparison, extent } = found;
  const whole = extent.count >= Math.min(x.content.words.count, y.content.words.count);
  // All the words of one of them in the other: nothing is put in other words.
  if (whole && comparison.gravity === 'none') {
    return { a, b, comparison, relation: comparison.relation, tentative, byMeaning: true };
  }
  const rendered = { ...comparison, gravity: 'rendering' } as const;
  return { a, b, comparison: rendered, relation: 'altered', tentative, byMeaning: true };
}

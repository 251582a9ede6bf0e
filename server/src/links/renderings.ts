import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { Meaning, Nearness } from './meaning';
import type { PassageRecord } from './passages';
import { compareRecords, type RawLink, type SameSpeaker } from './quoteLinker';
import { createTaken, type Taken } from './takenQuotes';

/** A word that one article has in more quotes than this does not tell one remark from another. */
const distinctiveUpTo = 2;
/** Pairs of articles with more quotes than this are not searched quote by quote. */
const mostQuotes = 80;

/** Two quotes that may be one remark. */
interface Candidate {
  readonly x: PassageRecord;
  readonly y: PassageRecord;
  /** Stems that both have and neither article has in many quotes. */
  readonly telling: readonly number[];
  /** True for one person, null where an article doesn't say who spoke. */
  readonly same: true | null;
}

interface Ranked extends Candidate {
  readonly near: Nearness;
}

/**
 * Finds quotes of two articles of one story that are likely one remark put in other words, as two translators do: given
 * to one person (or to nobody in one of them), sharing a word that neither article has in many quotes, and each the
 * other's nearest. Nearest in meaning, where there is a table of word vectors; and in words. Quotes that are linked to
 * the other article already are passed over, but for what their links leave out. A link is `tentative` unless nearly all
 * of the remark is there in the other's words. Articles that are not `closelyRelated` are not compared by words alone.
 */
export function findRenderings(
  a: readonly PassageRecord[],
  b: readonly PassageRecord[],
  linked: readonly RawLink[],
  sameSpeaker: SameSpeaker,
  vocabulary: Vocabulary,
  meaning: Meaning,
  closelyRelated: boolean,
): RawLink[] {
  const left = quotesOf(a);
  const right = quotesOf(b);
  if (left.length > mostQuotes || right.length > mostQuotes) return [];
  const commonLeft = frequencies(left);
  const commonRight = frequencies(right);
  const howCommon = (stem: number) => Math.max(commonLeft.get(stem) ?? 0, commonRight.get(stem) ?? 0);
  const taken = createTaken([...left, ...right], linked);
  const candidates: Candidate[] = [];
  for (const x of left) {
    const some = x.content.matter.filter((stem) => commonRight.has(stem) && howCommon(stem) <= distinctiveUpTo);
    if (some.length === 0) continue;
    for (const y of right) {
      const telling = some.filter((stem) => y.content.matter.includes(stem));
      if (telling.length === 0 || taken.isLinked(x, y)) continue;
      const same = sameSpeaker(x, y);
      const unknown = !x.quote?.speaker || !y.quote?.speaker;
      if (same === true || (same === null && unknown)) candidates.push({ x, y, telling, same });
    }
  }
  const inTexts = [stemsOfText(a), stemsOfText(b)];
  const told = (stem: number) => Math.max(howCommon(stem), ...inTexts.map((text) => (text.get(stem) ?? 0) * ofText));
  const found = inMeaning(candidates, howCommon, told, taken, meaning, vocabulary);
  const isFound = (link: RawLink) => found.some(({ a: one, b: other }) => one === link.a && other === link.b);
  return closelyRelated
    ? [...found, ...inWords(candidates, taken, vocabulary).filter((link) => !isFound(link))]
    : found;
}

const quotesOf = (records: readonly PassageRecord[]): PassageRecord[] =>
  records.filter((r) => r.quote && r.quote.kind !== 'scare' && r.content.matter.length > 0);

function frequencies(records: readonly PassageRecord[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const record of records) for (const stem of record.content.matter) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** A word that a whole text repeats is its subject, and tells its remarks apart by so much less each time. */
const ofText = 0.5;
const stemsInTexts = new WeakMap<readonly PassageRecord[], ReadonlyMap<number, number>>();

/** In how many passages of an article each stem of matter stands. */
function stemsOfText(records: readonly PassageRecord[]): ReadonlyMap<number, number> {
  const known = stemsInTexts.get(records);
  if (known) return known;
  const counts = new Map<number, number>();
  for (const { content } of records) {
    const { stems, flags } = content.words;
    const here = new Set(stems.filter((_, i) => ((flags[i] ?? 0) & flag.grammar) === 0));
    for (const stem of here) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  }
  stemsInTexts.set(records, counts);
  return counts;
}

// ---- nearest in meaning -------------------------------------------------------------------------------

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
/** A likely rendering may be so little nearer than the next. */
const leastLead = 0.01;

function inMeaning(
  candidates: readonly Candidate[],
  inQuotes: (stem: number) => number,
  inTexts: (stem: number) => number,
  taken: Taken,
  meaning: Meaning,
  vocabulary: Vocabulary,
): RawLink[] {
  const ranked: Ranked[] = [];
  for (const candidate of candidates) {
    const { x, y } = candidate;
    const near = meaning.nearness(x.content, y.content, weightBy(inQuotes));
    if (!near) return [];
    ranked.push({ ...candidate, near });
  }
  const links: RawLink[] = [];
  for (const one of ranked) {
    if (!mayBe(one) || !taken.isFree(one.x, one.y, one.telling)) continue;
    const lead = one.near.score - nextBest(one, ranked);
    if (lead < leastLead || contradicts(one.x.content.words, one.y.content.words)) continue;
    const link = compareRecords(one.x, one.y, vocabulary);
    if (!link) continue;
    const near = meaning.nearness(one.x.content, one.y.content, weightBy(inTexts)) ?? one.near;
    links.push(asRendering(link, one, !isSure({ ...one, near }, lead)));
  }
  return links;
}

const weightBy =
  (howCommon: (stem: number) => number) =>
  (stem: number): number =>
    1 / Math.sqrt(Math.max(1, howCommon(stem)));

function mayBe({ x, y, same, near, telling }: Ranked): boolean {
  if (same !== true) return reaches(near, telling, sureUnnamed);
  if (reaches(near, telling, likely) || reaches(near, telling, likelyShort)) return true;
  // A word or two that somebody called remarkable: "sincere", "conquer jihadism".
  const fewest = Math.min(x.content.matter.length, y.content.matter.length);
  return fewest <= 2 && near.covered >= 0.99 && near.shared >= rareWord;
}

function isSure({ x, y, same, near, telling }: Ranked, lead: number): boolean {
  if (Math.min(x.content.matter.length, y.content.matter.length) < shortestRemark) return false;
  const enough = same === true ? [sure, sureLong] : [sureUnnamed];
  return enough.some((least) => reaches(near, telling, least) && lead >= least.clear);
}

const reaches = (near: Nearness, telling: readonly number[], least: typeof likely): boolean =>
  near.score >= least.score && near.shared >= least.shared && telling.length >= least.telling;

/** The score of the best other mate of either quote. A quote that stands inside this one, or around it, is no other. */
function nextBest({ x, y }: Ranked, ranked: readonly Ranked[]): number {
  let best = 0;
  for (const other of ranked) {
    if ((other.x === x) === (other.y === y)) continue;
    const [here, there] = other.x === x ? [y, other.y] : [x, other.x];
    if (!standsIn(here, there) && !standsIn(there, here)) best = Math.max(best, other.near.score);
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

const stemsWith = (words: Words, holds: (bits: number) => boolean): number[] =>
  words.stems.filter((_, i) => holds(words.flags[i] ?? 0));

const apart = (a: readonly number[], b: readonly number[]): boolean =>
  a.length > 0 && b.length > 0 && !a.some((stem) => b.includes(stem));

function asRendering(link: Omit<RawLink, 'relation' | 'tentative'>, { x, y }: Candidate, tentative: boolean): RawLink {
  const { comparison, alignment } = link;
  const whole = alignment.matches.length >= Math.min(x.content.words.count, y.content.words.count);
  // All the words of one of them in the other: nothing is put in other words.
  if (whole && comparison.gravity === 'none') {
    return { ...link, relation: comparison.relation, tentative, byMeaning: true };
  }
  const rendered = { ...comparison, gravity: 'rendering' } as const;
  return { ...link, comparison: rendered, relation: 'altered', tentative, byMeaning: true };
}

// ---- nearest in words ---------------------------------------------------------------------------------

/** The share of the shorter wording, by weight, that both must have. */
const leastShare = 0.33;
const fewestShared = 3;
const grammarWeight = 0.25;

function inWords(candidates: readonly Candidate[], taken: Taken, vocabulary: Vocabulary): RawLink[] {
  const pairs: { x: PassageRecord; y: PassageRecord; share: number }[] = [];
  for (const { x, y, same } of candidates) {
    if (same !== true || !isRemark(x) || !isRemark(y)) continue;
    // A headline's words stand in the body as well, so that its mate may be taken.
    const display = x.quote?.display === true || y.quote?.display === true;
    if (!display && (taken.has(x) || taken.has(y))) continue;
    const share = sharedWeight(x.content.words, y.content.words);
    if (share >= leastShare) pairs.push({ x, y, share });
  }
  const links: RawLink[] = [];
  for (const { x, y, share } of pairs) {
    const nearest = pairs.every((other) => other.share <= share * 1.5 || (other.x !== x && other.y !== y));
    const found = nearest ? compareRecords(x, y, vocabulary) : null;
    if (found) links.push({ ...found, relation: 'altered', tentative: true });
  }
  return links;
}

/** Whether a quote is a remark of some length: speech, with more than one word of matter. */
const isRemark = ({ content }: PassageRecord): boolean => content.matter.length >= 2 && content.words.count >= 5;

/** The weight of the stems that both have over that of the lighter one; 0 where they share too few words. */
function sharedWeight(a: Words, b: Words): number {
  const weightsA = weights(a);
  const weightsB = weights(b);
  let shared = 0;
  let count = 0;
  for (const [stem, weight] of weightsA) {
    if (!weightsB.has(stem)) continue;
    shared += weight;
    count++;
  }
  const total = (map: ReadonlyMap<number, number>) => [...map.values()].reduce((sum, weight) => sum + weight, 0);
  return count < fewestShared ? 0 : shared / Math.max(1, Math.min(total(weightsA), total(weightsB)));
}

function weights(words: Words): Map<number, number> {
  const map = new Map<number, number>();
  words.stems.forEach((stem, i) => map.set(stem, (words.flags[i] ?? 0) & flag.grammar ? grammarWeight : 1));
  return map;
}

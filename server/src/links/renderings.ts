import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { Meaning, Nearness } from './meaning';
import type { FoldedPassages } from './foldedPassages';
import type { OwnChange } from './ownChange';
import type { PassageRecord } from './passages';
import { isQuoteWithMatter, mostQuotes, quoteIndex, sharedStems, type QuoteIndex } from './quoteIndex';
import { createStemSets, hasStem, stemSet, type StemSet } from './stemSet';
import { compareRecords, type Compared } from './likeness';
import type { RawLink, SameSpeaker } from './quoteLinker';
import { createTaken, type Taken } from './takenQuotes';

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
): Renderings {
  const left = quoteIndex(a);
  const right = quoteIndex(b);
  if (left.areTooMany || right.areTooMany) return nothing;
  const candidates = candidatesOf(left, right, sameSpeaker);
  if (candidates.length === 0) return nothing;
  const taken = createTaken((pid) => withPid(left, pid) ?? withPid(right, pid), linked);
  const open = candidates.filter(({ x, y }) => !taken.isLinked(x, y));
  const inQuotes = (stem: number) => Math.max(countOf(left, stem), countOf(right, stem));
  let asksTexts = false;
  const inTexts = (stem: number) => {
    asksTexts = true;
    return Math.max(inQuotes(stem), ...[a, b].map((text) => (stemsOfText(text).get(stem) ?? 0) * ofText));
  };
  const found = inMeaning(open, inQuotes, inTexts, taken, meaning, vocabulary);
  const isFound = (link: RawLink) => found.some(({ a: one, b: other }) => one === link.a && other === link.b);
  const links = closelyRelated
    ? [...found, ...inWords(open, taken, vocabulary).filter((link) => !isFound(link))]
    : found;
  return { links, asksTexts };
}

/** What {@link findRenderings} finds. */
export interface Renderings {
  readonly links: readonly RawLink[];
  /** Whether it hangs on all the words of both articles, and not on their quotes alone. */
  readonly asksTexts: boolean;
}

const withPid = ({ quotes }: QuoteIndex, wanted: number) => quotes.find(({ pid }) => pid === wanted);

const countOf = ({ counts }: QuoteIndex, stem: number): number => counts().get(stem) ?? 0;

const nothing: Renderings = { links: [], asksTexts: false };

/** The stems in an article's quotes: all of them, and those that tell the quotes from one another. */
interface QuoteStems {
  readonly all: StemSet;
  readonly telling: StemSet;
}

const quoteStems = createStemSets((records): QuoteStems => {
  const { counts, stems } = quoteIndex(records);
  return { all: stemSet(counts().keys()), telling: stemSet(stems) };
});

/**
 * Whether an edit of an article, whose passages are now `own`, may change what its quotes have in common with those of
 * another one: of that `folded` are the passages, and `theirs` unfolds them.
 */
export function concernsRenderings(
  { gone, come }: OwnChange,
  own: readonly PassageRecord[],
  folded: FoldedPassages,
  theirs: () => readonly PassageRecord[],
): boolean {
  const before = gone.filter(isQuoteWithMatter);
  const now = come.filter(isQuoteWithMatter);
  if (before.length === 0 && now.length === 0) return false;
  if (quoteIndex(own).quotes.length + before.length > mostQuotes) return true;
  const { all, telling } = quoteStems(folded, theirs);
  const counts = new Map<number, number>();
  for (const { content } of before) for (const stem of content.matter) counts.set(stem, (counts.get(stem) ?? 0) - 1);
  for (const { content } of now) for (const stem of content.matter) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  // A quote is a candidate by stems that tell; a stem that more or fewer quotes have weighs otherwise in any.
  for (const [stem, more] of counts) if (hasStem(telling, stem) || (more !== 0 && hasStem(all, stem))) return true;
  return false;
}

/** The quotes that may be one remark, by who speaks and by the stems that they share. */
function candidatesOf(left: QuoteIndex, right: QuoteIndex, sameSpeaker: SameSpeaker): Candidate[] {
  const candidates: Candidate[] = [];
  const shared = sharedStems(left, right);
  for (let from = 0, to = 0; from < shared.count; from = to) {
    const place = shared.left[from];
    while (to < shared.count && shared.left[to] === place) to++;
    for (let i = from; i < to; i++) {
      const mate = shared.right[i] as number;
      if (shared.right.indexOf(mate, from) < i) continue;
      const one = candidate(left.quotes[place ?? 0], right.quotes[mate], sameSpeaker);
      if (!one) continue;
      for (let k = i; k < to; k++) if (shared.right[k] === mate) one.telling.push(shared.stems[k] as number);
      candidates.push(one);
    }
  }
  return candidates;
}

/** Two quotes that may be one remark as far as it is known who speaks, without the stems that they share; null for others. */
function candidate(x: PassageRecord | undefined, y: PassageRecord | undefined, sameSpeaker: SameSpeaker) {
  if (!x || !y) return null;
  const same = sameSpeaker(x, y);
  const isUnknown = !x.quote?.speaker || !y.quote?.speaker;
  return same === true || (same === null && isUnknown) ? { x, y, telling: new Array<number>(), same } : null;
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
    const { count, stems, flags } = content.words;
    const here = new Set<number>();
    for (let i = 0; i < count; i++) if (!((flags[i] ?? 0) & flag.grammar)) here.add(stems[i] ?? -1);
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
const shortest = 2;
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

// ---- nearest in words ---------------------------------------------------------------------------------

/** The share of the shorter wording, by weight, that both must have. */
const leastShare = 0.33;
const fewestShared = 3;
/** "In an hour" and "by the hour": one word of matter with small ones around it tells nothing. */
const fewestOfMatter = 2;
const grammarWeight = 0.25;

function inWords(candidates: readonly Candidate[], taken: Taken, vocabulary: Vocabulary): RawLink[] {
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

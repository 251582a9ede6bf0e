import { compareText } from '../core/article';
import type { Vocabulary, Words } from '../claims/normalize';
import { align, alignAcrossCuts, type Alignment, type Extent } from './align';
import { createGlance, type AtMost } from './glance';
import { withoutPerspective as plain } from './indirectSpeech';
import type { PassageRecord } from './passages';
import { areWorthComparing, fewWords, quotesAreWorthComparing } from './sharedMatter';
import { compare, type Comparison } from './wording';

/** How two passages compare. Which of them is `a` doesn't hang on which came first. */
export interface Compared {
  readonly a: number;
  readonly b: number;
  readonly extent: Extent;
  readonly comparison: Comparison;
}

/** What two passages have in common, where it may make a link. */
export interface Likeness extends Compared {
  /** Word pairs that they share. */
  readonly pairs: number;
}

/** Whether two passages that share `pairs` word pairs are worth comparing; two sentences without marks never are. */
export function isWorthComparing(a: PassageRecord, b: PassageRecord, pairs: number): boolean {
  const { matter } = b.content;
  if (a.quote && b.quote) return quotesAreWorthComparing(a.content.matter, matter, 0, matter.length, pairs);
  if (a.articleId === b.articleId || (!a.quote && !b.quote)) return false;
  return areWorthComparing((a.quote ? a : b).content.matter.length <= fewWords, pairs);
}

// ---- what can't be a link -----------------------------------------------------------------------------

const glance = createGlance();

/**
 * Whether two passages may be linked by their words: `faint` if not, whoever speaks; `apart` if not as long as they are
 * given to two people, which is asked where it matters. That is certain, and said without aligning them: of pairs that
 * share a common phrase it is said of nearly all. Fastest where `x` is the same from call to call.
 */
export function prospectOf(
  x: PassageRecord,
  y: PassageRecord,
  sameSpeaker: (x: PassageRecord, y: PassageRecord) => boolean | null,
  vocabulary: Vocabulary,
): 'linked' | 'apart' | 'faint' {
  if (x.quote && y.quote) {
    const { words } = x.content;
    const others = y.content.words;
    const { words: count, matter } = mostOf(words, others);
    const coverage = count / Math.min(words.count, others.count);
    const mayRun = () => count >= leastRun && glance.mayShareRun(others, leastRun);
    const mayBeOne = isMuchOfOne(count, matter, words, others) || mayRun() || isReordered(x, y);
    if (!mayBeOne) return 'faint';
    // Given to two people, they must have nearly the same words.
    const isMuch = (matter >= 5 && coverage >= 0.5) || (matter >= 3 && coverage >= 0.99);
    return isMuch || sameSpeaker(x, y) !== false || mayRun() ? 'linked' : 'apart';
  }
  const { words: count, matter } = mostOf(plainly(x.content.words, vocabulary), plain(y.content.words, vocabulary));
  return mayBeReported(count, matter, Infinity, (x.quote ? x : y).content.words.count) ? 'linked' : 'faint';
}

/** Whether all words that are looked for may stand in a passage. */
function mayHaveAll(query: PassageRecord, { quote, content }: PassageRecord, vocabulary: Vocabulary): boolean {
  const { words } = query.content;
  const most = quote
    ? mostOf(words, content.words)
    : mostOf(plainly(words, vocabulary), plain(content.words, vocabulary));
  return most.words === words.count;
}

/** Whether a sentence may have so many words of a quote in its order, a number of them in a row, person and tense undone. */
export function mayShare(
  quote: PassageRecord,
  sentence: PassageRecord,
  words: number,
  run: number,
  vocabulary: Vocabulary,
): boolean {
  const others = plain(sentence.content.words, vocabulary);
  return mostOf(plainly(quote.content.words, vocabulary), others).words >= words && glance.mayShareRun(others, run);
}

function mostOf(words: Words, others: Words): AtMost {
  glance.lookAt(words);
  return glance.atMost(others);
}

let lastRead: Words | null = null;
let lastPlain: Words | null = null;

/** The words without perspective; kept for the passage asked about last. */
function plainly(words: Words, vocabulary: Vocabulary): Words {
  if (lastRead === words && lastPlain) return lastPlain;
  lastRead = words;
  return (lastPlain = plain(words, vocabulary));
}

/** A run of fewer words is no reason for a link. */
const leastRun = 5;

/**
 * What every way to a link between two quotes asks for, of so many words matched and so many of them in a row. Looser than
 * any rule of `judge` can be, so that what fails here would fail there whoever speaks, and however the articles are
 * related.
 */
const mayBeOneRemark = ({ count, matter, run }: Extent, a: Words, b: Words): boolean =>
  isMuchOfOne(count, matter, a, b) || run > leastRun || (run === leastRun && matter >= 3);

function isMuchOfOne(count: number, matter: number, a: Words, b: Words): boolean {
  const shorter = Math.min(a.count, b.count);
  const coverage = count / shorter;
  if (matter >= 1.5 && coverage >= 0.3) return true;
  // Nearly all of the shorter quote, or all but what a bracket explains.
  return coverage >= 0.99 || (count >= leastRun && shorter - count <= 2);
}

/** What every way to a link between a quote of so many words and a sentence asks for. */
function mayBeReported(count: number, matter: number, run: number, words: number): boolean {
  const coverage = count / Math.max(1, words);
  if (matter < 3 || coverage < 0.3) return false;
  return coverage >= 0.6 || (matter >= 3.5 && coverage >= 0.4 && run >= 4) || (matter >= 4 && run >= 6);
}

// ---- comparing ----------------------------------------------------------------------------------------

/**
 * Compares two passages. Null where nothing that tells them from others is in both. `slight` where something is, but so
 * little that they can't be linked, whoever speaks: then it isn't worked out how they differ.
 */
export function likeness(
  x: PassageRecord,
  y: PassageRecord,
  pairs: number,
  vocabulary: Vocabulary,
): Likeness | 'slight' | null {
  const pair = pairOf(x, y, vocabulary);
  const alignment = alignmentOf(pair);
  if (!alignment) return null;
  const { count, matter, run } = alignment;
  const quote = x.quote ? x : y;
  const nothing = matter === 0 && quote.content.matter.length > 0;
  const enough = pair.asQuotes
    ? mayBeOneRemark(alignment, pair.wordsA, pair.wordsB)
    : mayBeReported(count, matter, run, quote.content.words.count);
  if ((nothing || !enough) && !isReordered(x, y)) return nothing ? null : 'slight';
  return { ...concluded(pair, alignment, vocabulary), pairs };
}

/**
 * Compares words that are looked for with a passage. Null where nothing that tells them from others is in both, or where
 * it neither makes a link nor has all the words.
 */
export function compareFound(query: PassageRecord, other: PassageRecord, vocabulary: Vocabulary): Compared | null {
  const isFaint = prospectOf(query, other, () => null, vocabulary) === 'faint';
  if (isFaint && !mayHaveAll(query, other, vocabulary)) return null;
  const found = compareRecords(query, other, vocabulary);
  return found?.extent.matter === 0 && query.content.matter.length > 0 && !isReordered(query, other) ? null : found;
}

/** So many words in both in the same order, so much of the shorter one, and so little else between them make two alike. */
const alike = { words: 3, share: 0.5, similarity: 0.4 };

/** How much of the matter of two quotes both have, 0 to 1, and how much of it takes to say something of them. */
export interface Shared {
  readonly share: number;
  readonly least: number;
}

/**
 * Compares words that are looked for with a quote. Null where too little of the shorter one is in both, in its order, or
 * too much else stands between: the more so the less of their matter they share.
 */
export function compareAlike(
  query: PassageRecord,
  other: PassageRecord,
  { share, least }: Shared,
  vocabulary: Vocabulary,
): Compared | null {
  const [words, others] = [query.content.words, other.content.words];
  const fewest = Math.max(alike.words, alike.share * Math.min(words.count, others.count));
  if (mostOf(words, others).words < fewest) return null;
  const found = compareRecords(query, other, vocabulary);
  if (!found || found.extent.count < fewest) return null;
  const { similarity } = found.comparison;
  return similarity >= alike.similarity && similarity * share >= least ? found : null;
}

/** Compares two passages however little they share. Null where they have no word in common. */
export function compareRecords(x: PassageRecord, y: PassageRecord, vocabulary: Vocabulary): Compared | null {
  const pair = pairOf(x, y, vocabulary);
  const alignment = alignmentOf(pair);
  return alignment && concluded(pair, alignment, vocabulary);
}

/** Two passages in the order, and in the form, in which they are compared. */
interface Pair {
  readonly a: PassageRecord;
  readonly b: PassageRecord;
  readonly asQuotes: boolean;
  readonly wordsA: Words;
  readonly wordsB: Words;
}

function pairOf(x: PassageRecord, y: PassageRecord, vocabulary: Vocabulary): Pair {
  const isFirst = comesFirst(x, y, vocabulary);
  const a = isFirst ? x : y;
  const b = isFirst ? y : x;
  const asQuotes = a.quote !== null && b.quote !== null;
  const wordsOf = ({ content }: PassageRecord) => (asQuotes ? content.words : plainly(content.words, vocabulary));
  return { a, b, asQuotes, wordsA: wordsOf(a), wordsB: wordsOf(b) };
}

const alignmentOf = ({ asQuotes, wordsA, wordsB }: Pair): Alignment | null =>
  (asQuotes ? alignAcrossCuts : align)(wordsA, wordsB);

function concluded({ a, b, asQuotes, wordsA, wordsB }: Pair, alignment: Alignment, vocabulary: Vocabulary): Compared {
  const comparison = compare(wordsA, wordsB, alignment, vocabulary, asQuotes);
  const { count, weight, matter, run } = alignment;
  return { a: a.pid, b: b.pid, extent: { count, weight, matter, run }, comparison };
}

/**
 * Whether the first of two passages is the one to start from. Where two alignments are as good, the order decides between
 * them: it goes by what the passages are, so that it is the same whichever was read first.
 */
function comesFirst(x: PassageRecord, y: PassageRecord, { forms }: Vocabulary): boolean {
  const byArticle = compareText(x.articleId, y.articleId);
  if (byArticle !== 0) return byArticle < 0;
  const [words, others] = [x.content.words, y.content.words];
  if (words.count !== others.count) return words.count < others.count;
  const text = ({ words: ids }: Words) => Array.from(ids, (id) => forms[id]).join(' ');
  return compareText(text(words), text(others)) <= 0;
}

/** Fewer words say nothing by being the same in another order. */
const fewestReordered = 6;

/** Whether two quotes have the same words in another order: "my knees say yes and my heart says no". */
export function isReordered(a: PassageRecord, b: PassageRecord): boolean {
  const { words: x } = a.content;
  const { words: y } = b.content;
  if (x.count !== y.count || x.count < fewestReordered || x.count > 60) return false;
  let sum = 0;
  for (let i = 0; i < x.count; i++) sum += (x.stems[i] ?? 0) - (y.stems[i] ?? 0);
  if (sum !== 0) return false;
  const sorted = ({ stems }: Words) => Array.from(stems).sort((m, n) => m - n);
  const other = sorted(y);
  return sorted(x).every((stem, i) => stem === other[i]);
}

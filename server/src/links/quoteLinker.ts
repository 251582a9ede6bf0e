import { compareText } from '../core/article';
import type { Vocabulary } from '../claims/normalize';
import { align, alignAcrossCuts, type Alignment } from './align';
import { reportsSpeechOf, withoutPerspective } from './indirectSpeech';
import type { PassageRecord } from './passages';
import { shortQuote } from './tokenIndex';
import { compare, type Comparison } from './wording';

/** What two passages have in common, whether or not it makes a link. Which of them is `a` doesn't hang on which came first. */
export interface Likeness {
  readonly a: number;
  readonly b: number;
  readonly alignment: Alignment;
  readonly comparison: Comparison;
}

/** A link as the core keeps it: by passage numbers, so that an edit elsewhere in an article leaves it alone. */
export interface RawLink extends Likeness {
  readonly relation: Comparison['relation'] | 'reported';
  readonly tentative: boolean;
  readonly byMeaning?: true;
}

/**
 * Compares two passages that share `pairs` word pairs. Null where a glance shows that they don't report the same words,
 * or where both are sentences without marks.
 */
export function likeness(x: PassageRecord, y: PassageRecord, pairs: number, vocabulary: Vocabulary): Likeness | null {
  if (!worthComparing(x, y, pairs)) return null;
  const found = compareRecords(x, y, vocabulary);
  const quote = x.quote ? x : y;
  const nothing = found?.alignment.matter === 0 && quote.content.matter.length > 0;
  return nothing && !isReordered(x, y) ? null : found;
}

/** Compares two passages without asking whether it is worth while. Null where they have no word in common. */
export function compareRecords(x: PassageRecord, y: PassageRecord, vocabulary: Vocabulary): Likeness | null {
  const [a, b] = comesFirst(x, y, vocabulary) ? [x, y] : [y, x];
  const asQuotes = a.quote !== null && b.quote !== null;
  const wordsOf = ({ content }: PassageRecord) =>
    asQuotes ? content.words : withoutPerspective(content.words, vocabulary);
  const [wordsA, wordsB] = [wordsOf(a), wordsOf(b)];
  const alignment = (asQuotes ? alignAcrossCuts : align)(wordsA, wordsB);
  if (!alignment) return null;
  const comparison = compare(wordsA, wordsB, alignment, vocabulary, asQuotes);
  return { a: a.pid, b: b.pid, alignment, comparison };
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
  const text = ({ words: ids }: typeof words) => ids.map((id) => forms[id]).join(' ');
  return compareText(text(words), text(others)) <= 0;
}

function worthComparing(a: PassageRecord, b: PassageRecord, pairs: number): boolean {
  if (a.articleId === b.articleId && (!a.quote || !b.quote)) return false;
  if (a.quote && b.quote) return pairs >= 2 || (pairs === 1 && shareEnough(a, b)) || hasShort(a, b);
  const quote = a.quote ? a : b;
  if (!a.quote && !b.quote) return false;
  return pairs >= 2 || (pairs === 1 && quote.content.matter.length <= 4);
}

/** Whether two words in a row are not all that two quotes of some length share. */
function shareEnough(a: PassageRecord, b: PassageRecord): boolean {
  const shared = sharedMatter(a, b);
  return shared >= 3 || shared * 3 >= Math.min(a.content.matter.length, b.content.matter.length);
}

function sharedMatter(a: PassageRecord, b: PassageRecord): number {
  const other = b.content.matter;
  if (other.length > 40) {
    const all = new Set(other);
    return a.content.matter.filter((stem) => all.has(stem)).length;
  }
  let shared = 0;
  for (const stem of a.content.matter) if (other.includes(stem)) shared++;
  return shared;
}

function hasShort(a: PassageRecord, b: PassageRecord): boolean {
  const fewest = Math.min(a.content.matter.length, b.content.matter.length);
  if (fewest > shortQuote) return false;
  return fewest === 0 || sharedMatter(a, b) * 2 > fewest;
}

/** Whether two passages are given to the same person; null where it can't be told. */
export type SameSpeaker = (a: PassageRecord, b: PassageRecord) => boolean | null;

/**
 * Which likenesses between two articles are links. Those that speak for themselves come first; short common phrases and
 * looser renderings count only with support: the same speaker, and a sure link between the two articles.
 */
export function judge(
  likenesses: readonly Likeness[],
  recordOf: (pid: number) => PassageRecord,
  sameSpeaker: SameSpeaker,
  vocabulary: Vocabulary,
): RawLink[] {
  const links: RawLink[] = [];
  const doubtful: Likeness[] = [];
  for (const one of likenesses) {
    const a = recordOf(one.a);
    const b = recordOf(one.b);
    if (isMentionOf(a, b) || isMentionOf(b, a)) continue;
    // Within one article only a headline or pull quote has to match what the body says.
    if (a.articleId === b.articleId && a.quote?.display === b.quote?.display) continue;
    if (!a.quote || !b.quote) {
      if (isReported(one, a, b, vocabulary)) links.push({ ...one, relation: 'reported', tentative: false });
    } else if (isSure(one, a, b, sameSpeaker(a, b))) {
      links.push({ ...one, relation: one.comparison.relation, tentative: isLoose(one) });
    } else doubtful.push(one);
  }
  const related = links.length > 0;
  const left: Likeness[] = [];
  for (const one of doubtful) {
    const a = recordOf(one.a);
    const b = recordOf(one.b);
    if (isSupported(one, a, b, sameSpeaker(a, b), related)) {
      links.push({ ...one, relation: one.comparison.relation, tentative: isLoose(one) });
    } else if (related && isWorthNeighbours(one, a, b, sameSpeaker(a, b))) left.push(one);
  }
  return left.length > 0 ? withNeighbours(links, left, recordOf) : links;
}

/** Fewer words of a quote within a quote are a mention of what somebody else has said. */
const fewestMentioned = 4;

/** Whether `a` is a phrase in marks inside somebody's speech, which is nobody's remark, and `b` is a remark. */
const isMentionOf = (a: PassageRecord, b: PassageRecord): boolean =>
  a.quote !== null &&
  a.quote.nestedIn !== null &&
  a.content.words.count < fewestMentioned &&
  b.quote !== null &&
  b.quote.nestedIn === null;

/** So few words are anybody's, whoever speaks beside them. */
const fewestBesideLinked = 4;

/**
 * Whether two short quotes, of speakers who may be one, say the same or all but a word of it: one remark if what stands
 * beside them is.
 */
function isWorthNeighbours(one: Likeness, a: PassageRecord, b: PassageRecord, same: boolean | null): boolean {
  const { alignment, comparison } = one;
  if (same === false || a.articleId === b.articleId) return false;
  const longer = Math.max(a.content.words.count, b.content.words.count);
  if (isClean(one)) return longer >= fewestBesideLinked && alignment.matches.length === longer;
  // A headline changes words to fit.
  if (a.quote?.display || b.quote?.display) return false;
  return alignment.matter >= 2 && comparison.matched >= 3 && comparison.similarity >= 0.75 && isWhole(one, a, b);
}

/** Whether nearly all of the shorter quote stands in the other. */
const isWhole = (one: Likeness, a: PassageRecord, b: PassageRecord): boolean =>
  one.alignment.matches.length >= 0.75 * shorterCount(a, b);

/** Quotes no farther apart than this are of one exchange. */
const neighbourhood = 2;

/** A sentence of so many words is one remark in two articles that have so many others in common, if it stands once. */
const fewestAlone = 5;
const fewestShared = 2;

/**
 * Adds those of `left` that stand beside quotes that are linked, in both articles and in the same order, and whole
 * sentences that two articles on one matter both have.
 */
function withNeighbours(
  links: readonly RawLink[],
  left: readonly Likeness[],
  recordOf: (pid: number) => PassageRecord,
): RawLink[] {
  const all = [...links];
  const places = (one: Likeness): [number, number] => {
    const [a, b] = [recordOf(one.a), recordOf(one.b)];
    const [x, y] = a.articleId < b.articleId ? [a, b] : [b, a];
    return [x.quote?.index ?? NaN, y.quote?.index ?? NaN];
  };
  const steady: [number, number][] = links
    .filter(({ tentative, relation }) => !tentative && relation !== 'reported')
    .map(places);
  let open = left;
  const isSentence = (one: Likeness) =>
    isClean(one) && one.alignment.matter >= 1 && one.alignment.matches.length >= fewestAlone;
  const isOnly = (one: Likeness) => open.every((other) => other === one || (other.a !== one.a && other.b !== one.b));
  const remarks = steady.length >= fewestShared ? open.filter((one) => isSentence(one) && isOnly(one)) : [];
  // Found ones hold the next: an exchange is followed from end to end, whatever order it comes in.
  for (let found = open; found.length > 0; steady.push(...found.map(places))) {
    found = open.filter((one) => {
      const [x, y] = places(one);
      if (remarks.includes(one)) return true;
      return steady.some(([i, j]) => {
        const [along, beside] = [x - i, y - j];
        return Math.abs(along) <= neighbourhood && Math.abs(beside) <= neighbourhood && along * beside >= 0;
      });
    });
    open = open.filter((one) => !found.includes(one));
    all.push(...found.map((one) => ({ ...one, relation: one.comparison.relation, tentative: isLoose(one) })));
  }
  return all;
}

/** Fewer words say nothing by being the same in another order. */
const fewestReordered = 6;

/** Whether two quotes have the same words in another order: "my knees say yes and my heart says no". */
function isReordered(a: PassageRecord, b: PassageRecord): boolean {
  const { words: x } = a.content;
  const { words: y } = b.content;
  if (x.count !== y.count || x.count < fewestReordered || x.count > 60) return false;
  const sorted = (stems: readonly number[]) => [...stems].sort((m, n) => m - n);
  const other = sorted(y.stems);
  return sorted(x.stems).every((stem, i) => stem === other[i]);
}

/** Whether so little is the same that the two may be different remarks of one person on one matter. */
function isLoose(one: Likeness): boolean {
  const { gravity, similarity } = one.comparison;
  return gravity === 'rendering' && similarity < 0.4 && one.alignment.run < 6;
}

function shorterCount(a: PassageRecord, b: PassageRecord): number {
  return Math.min(a.content.words.count, b.content.words.count);
}

const isClean = (one: Likeness) => one.comparison.relation !== 'altered' || one.comparison.gravity === 'style';

function isSure(one: Likeness, a: PassageRecord, b: PassageRecord, same: boolean | null): boolean {
  const { alignment, comparison } = one;
  const shorter = shorterCount(a, b);
  const coverage = alignment.matches.length / shorter;
  if (isClean(one)) {
    if (alignment.matter >= 3 && (alignment.run >= 5 || coverage >= 0.99)) return true;
    if (alignment.matter >= 1 && alignment.run >= 6 && coverage >= 0.99) return true;
    return alignment.matter >= 2 && alignment.run >= 6;
  }
  if (same !== false && isReordered(a, b)) return true;
  const { similarity, matched } = comparison;
  // Two people sure to be different: one of them may be given the other's words, but not much altered ones.
  if (same === false) {
    const whole = alignment.matches.length / Math.max(a.content.words.count, b.content.words.count) >= 0.85;
    if (whole && similarity >= 0.85 && matched >= 10 && alignment.run >= 6) return true;
    return similarity >= 0.85 && alignment.matter >= 5 && coverage >= 0.5;
  }
  if (coverage < 0.4 && alignment.run < 7) return false;
  if (similarity >= 0.6 && alignment.matter >= 3 && matched >= 5) return true;
  if (alignment.matter >= 5 && similarity >= 0.4 && alignment.run >= 4) return true;
  if (same !== true) return false;
  if (alignment.matter >= 1.5 && similarity >= 0.75 && matched >= 6) return true;
  return alignment.matter >= 3 && similarity >= 0.4 && matched >= 4;
}

function isSupported(
  one: Likeness,
  a: PassageRecord,
  b: PassageRecord,
  same: boolean | null,
  related: boolean,
): boolean {
  if (same === false) return false;
  const { alignment, comparison } = one;
  const coverage = alignment.matches.length / shorterCount(a, b);
  if (isClean(one) && (coverage >= 0.99 || isExplained(one, a, b))) {
    if (alignment.matter >= 2) return related || same === true;
    return same === true && (related || alignment.matches.length >= 3);
  }
  if (!related) return false;
  if (isClean(one) && alignment.run >= 6) return true;
  if (same !== true) return false;
  return alignment.matter >= 2 && comparison.similarity >= 0.35 && comparison.matched >= 3 && coverage >= 0.3;
}

/** Whether a quote stands in the other whole but for a word or two that brackets explain there: "it", "[the treaty]". */
function isExplained(one: Likeness, a: PassageRecord, b: PassageRecord): boolean {
  const { steps } = one.comparison;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || one.alignment.matches.length < fewestAround) return false;
  const [from, to, count] =
    a.content.words.count <= b.content.words.count
      ? [first.aFrom, last.aTo, a.content.words.count]
      : [first.bFrom, last.bTo, b.content.words.count];
  return from === 0 && to === count && count - one.alignment.matches.length <= mostExplained;
}

const fewestAround = 5;
const mostExplained = 2;

function isReported(one: Likeness, a: PassageRecord, b: PassageRecord, vocabulary: Vocabulary): boolean {
  const { alignment, comparison } = one;
  const [quote, sentence] = a.quote ? [a, b] : [b, a];
  const coverage = alignment.matches.length / Math.max(1, quote.content.words.count);
  if (alignment.matter >= 4 && alignment.run >= 6 && coverage >= 0.3) return true;
  if (alignment.matter >= 3 && comparison.matched >= 5 && coverage >= 0.6 && comparison.similarity >= 0.65) return true;
  // Half of the quote is enough where the sentence says that somebody said so, and it may be the same person.
  if (alignment.matter < 3.5 || alignment.run < 4 || comparison.similarity < 0.75 || coverage < 0.4) return false;
  return reportsSpeechOf(sentence.content.words, quote.quote?.speaker ?? null, vocabulary) !== null;
}

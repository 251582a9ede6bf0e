import type { Vocabulary } from '../claims/normalize';
import { reportsSpeechOf } from './indirectSpeech';
import { isReordered, type Compared } from './likeness';
import type { PassageRecord } from './passages';
import type { Comparison } from './wording';

/** A link as the core keeps it: by passage numbers, so that an edit elsewhere in an article leaves it alone. */
export interface RawLink {
  readonly a: number;
  readonly b: number;
  readonly comparison: Comparison;
  readonly relation: Comparison['relation'] | 'reported';
  readonly tentative: boolean;
  readonly byMeaning?: true;
}

/** Whether two passages are given to the same person; null where it can't be told. */
export type SameSpeaker = (a: PassageRecord, b: PassageRecord) => boolean | null;

/**
 * Which likenesses between two articles are links. Those that speak for themselves come first; short common phrases and
 * looser renderings count only with support: the same speaker, and a sure link between the two articles.
 */
export function judge(
  likenesses: readonly Compared[],
  recordOf: (pid: number) => PassageRecord,
  sameSpeaker: SameSpeaker,
  vocabulary: Vocabulary,
): RawLink[] {
  const links: RawLink[] = [];
  const doubtful: Doubtful[] = [];
  for (const one of likenesses) {
    const a = recordOf(one.a);
    const b = recordOf(one.b);
    if (isMentionOf(a, b) || isMentionOf(b, a)) continue;
    // Within one article only a headline or pull quote has to match what the body says.
    if (a.articleId === b.articleId && a.quote?.display === b.quote?.display) continue;
    if (!a.quote || !b.quote) {
      if (isReported(one, a, b, vocabulary)) links.push(linkOf(one, 'reported', false));
      continue;
    }
    const same = sameSpeaker(a, b);
    if (isSure(one, a, b, same)) links.push(linkOf(one, one.comparison.relation, isLoose(one)));
    else if (same !== false) doubtful.push({ one, a, b, same });
  }
  const related = links.length > 0;
  const left: Doubtful[] = [];
  for (const open of doubtful) {
    const { one, a, b, same } = open;
    if (isSupported(one, a, b, same, related)) links.push(linkOf(one, one.comparison.relation, isLoose(one)));
    else if (related && isWorthNeighbours(one, a, b)) left.push(open);
  }
  return left.length > 0 ? withNeighbours(links, left, recordOf) : links;
}

/** Two quotes, of speakers who may be one, that need support to be linked. */
interface Doubtful {
  readonly one: Compared;
  readonly a: PassageRecord;
  readonly b: PassageRecord;
  readonly same: true | null;
}

const linkOf = ({ a, b, comparison }: Compared, relation: RawLink['relation'], tentative: boolean): RawLink => ({
  a,
  b,
  comparison,
  relation,
  tentative,
});

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

/** Whether two short quotes say the same or all but a word of it: one remark if what stands beside them is. */
function isWorthNeighbours(one: Compared, a: PassageRecord, b: PassageRecord): boolean {
  const { extent, comparison } = one;
  if (a.articleId === b.articleId) return false;
  const longer = Math.max(a.content.words.count, b.content.words.count);
  if (isClean(one)) return longer >= fewestBesideLinked && extent.count === longer;
  // A headline changes words to fit.
  if (a.quote?.display || b.quote?.display) return false;
  return extent.matter >= 2 && comparison.matched >= 3 && comparison.similarity >= 0.75 && isWhole(one, a, b);
}

/** Whether nearly all of the shorter quote stands in the other. */
const isWhole = (one: Compared, a: PassageRecord, b: PassageRecord): boolean =>
  one.extent.count >= 0.75 * shorterCount(a, b);

/** A sentence of so many words is one remark in two articles that have so many others in common, if it stands once. */
const fewestAlone = 5;
const fewestShared = 2;

/**
 * Adds those of `left` that stand beside quotes that are linked, in both articles and in the same order, and whole
 * sentences that two articles on one matter both have. Linear in both.
 */
function withNeighbours(
  links: readonly RawLink[],
  left: readonly Doubtful[],
  recordOf: (pid: number) => PassageRecord,
): RawLink[] {
  const all = [...links];
  const open = new Map<number, Compared>();
  for (const { one, a, b } of left) open.set(placeOf(a, b), one);
  const steady: number[] = [];
  for (const { a, b, tentative, relation } of links) {
    if (!tentative && relation !== 'reported') steady.push(placeOf(recordOf(a), recordOf(b)));
  }
  const add = (place: number, one: Compared) => {
    open.delete(place);
    steady.push(place);
    all.push(linkOf(one, one.comparison.relation, isLoose(one)));
  };
  if (steady.length >= fewestShared) for (const { one, a, b } of onlySentences(left)) add(placeOf(a, b), one);
  // Each one found holds the next: an exchange is followed from end to end, whatever order it comes in.
  for (let place = steady.pop(); place !== undefined; place = steady.pop()) {
    for (const step of besides) {
      const one = open.get(place + step);
      if (one) add(place + step, one);
    }
  }
  return all;
}

/** More quotes than any article has. */
const mostQuotes = 2 ** 24;

/** The places of two quotes in their articles, as one number. */
function placeOf(a: PassageRecord, b: PassageRecord): number {
  const [x, y] = a.articleId < b.articleId ? [a, b] : [b, a];
  return (x.quote?.index ?? NaN) * mostQuotes + (y.quote?.index ?? NaN);
}

/**
 * From the place of two quotes to those of two others that stand beside them, on the same side in both articles. Quotes
 * no farther apart than two are of one exchange.
 */
const besides = [-2, -1, 0, 1, 2].flatMap((along) =>
  [-2, -1, 0, 1, 2].flatMap((beside) => (along * beside < 0 ? [] : along * mostQuotes + beside)),
);

/** Of two quotes that say the same whole sentence those that are like no other. */
function onlySentences(left: readonly Doubtful[]): Doubtful[] {
  const times = new Map<number, number>();
  for (const { one } of left) for (const pid of [one.a, one.b]) times.set(pid, (times.get(pid) ?? 0) + 1);
  return left.filter(
    ({ one }) =>
      times.get(one.a) === 1 &&
      times.get(one.b) === 1 &&
      isClean(one) &&
      one.extent.matter >= 1 &&
      one.extent.count >= fewestAlone,
  );
}

/** Whether so little is the same that the two may be different remarks of one person on one matter. */
function isLoose(one: Compared): boolean {
  const { gravity, similarity } = one.comparison;
  return gravity === 'rendering' && similarity < 0.4 && one.extent.run < 6;
}

function shorterCount(a: PassageRecord, b: PassageRecord): number {
  return Math.min(a.content.words.count, b.content.words.count);
}

const isClean = (one: Compared) => one.comparison.relation !== 'altered' || one.comparison.gravity === 'style';

function isSure(one: Compared, a: PassageRecord, b: PassageRecord, same: boolean | null): boolean {
  const { extent, comparison } = one;
  const shorter = shorterCount(a, b);
  const coverage = extent.count / shorter;
  if (isClean(one)) {
    if (extent.matter >= 3 && (extent.run >= 5 || coverage >= 0.99)) return true;
    if (extent.matter >= 1 && extent.run >= 6 && coverage >= 0.99) return true;
    return extent.matter >= 2 && extent.run >= 6;
  }
  if (same !== false && isReordered(a, b)) return true;
  const { similarity, matched } = comparison;
  // Two people sure to be different: one of them may be given the other's words, but not much altered ones.
  if (same === false) {
    const whole = extent.count / Math.max(a.content.words.count, b.content.words.count) >= 0.85;
    if (whole && similarity >= 0.85 && matched >= 10 && extent.run >= 6) return true;
    return similarity >= 0.85 && extent.matter >= 5 && coverage >= 0.5;
  }
  if (coverage < 0.4 && extent.run < 7) return false;
  if (similarity >= 0.6 && extent.matter >= 3 && matched >= 5) return true;
  if (extent.matter >= 5 && similarity >= 0.4 && extent.run >= 4) return true;
  if (same !== true) return false;
  if (extent.matter >= 1.5 && similarity >= 0.75 && matched >= 6) return true;
  return extent.matter >= 3 && similarity >= 0.4 && matched >= 4;
}

function isSupported(
  one: Compared,
  a: PassageRecord,
  b: PassageRecord,
  same: boolean | null,
  related: boolean,
): boolean {
  if (same === false) return false;
  const { extent, comparison } = one;
  const coverage = extent.count / shorterCount(a, b);
  if (isClean(one) && (coverage >= 0.99 || isExplained(one, a, b))) {
    if (extent.matter >= 2) return related || same === true;
    return same === true && (related || extent.count >= 3);
  }
  if (!related) return false;
  if (isClean(one) && extent.run >= 6) return true;
  if (same !== true) return false;
  return extent.matter >= 2 && comparison.similarity >= 0.35 && comparison.matched >= 3 && coverage >= 0.3;
}

/** Whether a quote stands in the other whole but for a word or two that brackets explain there: "it", "[the treaty]". */
function isExplained(one: Compared, a: PassageRecord, b: PassageRecord): boolean {
  const { steps } = one.comparison;
  const [first, last] = [steps[0], steps.at(-1)];
  if (!first || !last || one.extent.count < fewestAround) return false;
  const [from, to, count] =
    a.content.words.count <= b.content.words.count
      ? [first.aFrom, last.aTo, a.content.words.count]
      : [first.bFrom, last.bTo, b.content.words.count];
  return from === 0 && to === count && count - one.extent.count <= mostExplained;
}

const fewestAround = 5;
const mostExplained = 2;

function isReported(one: Compared, a: PassageRecord, b: PassageRecord, vocabulary: Vocabulary): boolean {
  const { extent, comparison } = one;
  const [quote, sentence] = a.quote ? [a, b] : [b, a];
  const coverage = extent.count / Math.max(1, quote.content.words.count);
  if (extent.matter >= 4 && extent.run >= 6 && coverage >= 0.3) return true;
  if (extent.matter >= 3 && comparison.matched >= 5 && coverage >= 0.6 && comparison.similarity >= 0.65) return true;
  // Half of the quote is enough where the sentence says that somebody said so, and it may be the same person.
  if (extent.matter < 3.5 || extent.run < 4 || comparison.similarity < 0.75 || coverage < 0.4) return false;
  return reportsSpeechOf(sentence.content.words, quote.quote?.speaker ?? null, vocabulary) !== null;
}

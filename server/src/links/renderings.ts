import { flag, type Vocabulary } from '../claims/normalize';
import type { Meaning } from './meaning';
import type { FoldedPassages } from './foldedPassages';
import { nearestInMeaning } from './nearestInMeaning';
import { nearestInWords } from './nearestInWords';
import type { OwnChange } from './ownChange';
import type { PassageRecord } from './passages';
import { isQuoteWithMatter, mostQuotes, quoteIndex, type QuoteIndex } from './quoteIndex';
import { candidatesOf } from './renderingCandidates';
import { createStemSets, hasStem, stemSet, type StemSet } from './stemSet';
import type { RawLink, SameSpeaker } from './quoteLinker';
import { createTaken } from './takenQuotes';

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
  const found = nearestInMeaning(open, inQuotes, inTexts, taken, meaning, vocabulary);
  const isFound = (link: RawLink) => found.some(({ a: one, b: other }) => one === link.a && other === link.b);
  const links = closelyRelated
    ? [...found, ...nearestInWords(open, taken, vocabulary).filter((link) => !isFound(link))]
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

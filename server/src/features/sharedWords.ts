import type { Analysis, AnalysedArticle } from '../analysis';
import type { Span } from '../core/span';
import { createVocabulary, readWords, type Vocabulary } from '../claims/normalize';
import { commonPassages } from '../links/copies/passages';
import { makeProse, type Prose } from '../links/copies/prose';
import { makePassages } from '../links/passages';
import { figureLinksOut, isDated, linksOut } from './lookup';

/**
 * What two articles have in common: words; a figure of one thing; or a sentence of a few words that is the same in both
 * and may be anybody's ("He laughed."), which counts for nothing but may stand on one line.
 */
export interface SharedStretch {
  readonly left: Span;
  readonly right: Span;
  readonly kind: 'words' | 'figure' | 'phrase';
}

/** A sentence with fewer words is no sign that it was taken over. */
const fewestInSentence = 4;

/**
 * What two articles have in common, quoted or not: the words that linked quotes agree in, runs of the running text, whole
 * sentences with the same words, and figures of one thing. Links that are only likely are left out. Empty for an article
 * that isn't known. Words may stand in several stretches.
 */
export function sharedStretches(analysis: Analysis, leftId: string, rightId: string): readonly SharedStretch[] {
  const left = analysis.get(leftId);
  const right = analysis.get(rightId);
  if (!left || !right || leftId === rightId) return [];
  const shared: SharedStretch[] = [];
  for (const { steps, tentative, to } of linksOut(analysis, leftId)) {
    if (tentative || to.articleId !== rightId) continue;
    for (const step of steps)
      if (step.kind === 'same' || step.kind === 'style')
        shared.push({ left: step.from, right: step.to, kind: 'words' });
  }
  for (const { from, to, tentative } of figureLinksOut(analysis, leftId)) {
    // A day or a time is in every article on the matter; that two have it says nothing of the sentences around it.
    if (tentative || to.articleId !== rightId || isDated(from.figure)) continue;
    shared.push({ left: from, right: to, kind: 'figure' });
  }
  return [...shared, ...sharedProse(left, right)];
}

/** How many of an article's words stand in another: the words are counted once, whatever they have in common. */
export interface Share {
  readonly words: number;
  readonly shared: number;
  /** 0 to 1; 0 for an article without words. */
  readonly share: number;
}

/**
 * The share of an article's words that lie in the given stretches, quotes included. A word is a run of characters without
 * space that holds a letter or a digit; it counts where its first letter lies in a stretch.
 */
export function shareOf(text: string, stretches: readonly Span[]): Share {
  const merged = [...stretches].sort((a, b) => a.start - b.start);
  let words = 0;
  let shared = 0;
  let at = 0;
  let reached = 0;
  for (const run of text.matchAll(/\S+/g)) {
    const letter = run[0].search(/[\p{L}\p{N}]/u);
    if (letter < 0) continue;
    words++;
    const first = run.index + letter;
    for (; (merged[at]?.start ?? Infinity) <= first; at++) reached = Math.max(reached, merged[at]?.end ?? 0);
    if (first < reached) shared++;
  }
  return { words, shared, share: words === 0 ? 0 : shared / words };
}

/** What the running text and the sentences of two articles have in common, word for word. */
function sharedProse(left: AnalysedArticle, right: AnalysedArticle): readonly SharedStretch[] {
  const vocabulary = createVocabulary();
  const [a, b] = [proseOf(left, vocabulary), proseOf(right, vocabulary)];
  const runs = commonPassages(a.wording, b.wording).flatMap((passage) =>
    passage.map((run): SharedStretch => {
      const of = (prose: Prose, first: number): Span => ({
        start: prose.starts[first] ?? 0,
        end: prose.ends[first + run.length - 1] ?? 0,
      });
      return { left: of(a, run.a), right: of(b, run.b), kind: 'words' };
    }),
  );
  return [...runs, ...sameSentences(left, right, vocabulary)];
}

function proseOf({ article, claims }: AnalysedArticle, vocabulary: Vocabulary): Prose {
  let last = 0;
  const passages = makePassages(article.id, article.text, claims, [], vocabulary, () => ++last);
  return makeProse(article.id, passages, vocabulary);
}

/** Sentences with the same words, each paired once, the first with the first. */
function sameSentences(
  left: AnalysedArticle,
  right: AnalysedArticle,
  vocabulary: Vocabulary,
): readonly SharedStretch[] {
  const wordsOf = ({ article }: AnalysedArticle, { start, end }: Span): readonly number[] =>
    readWords(article.text.slice(start, end), vocabulary).words;
  const open = new Map<string, Span[]>();
  for (const sentence of right.claims.sentences) {
    const key = wordsOf(right, sentence).join(' ');
    const known = open.get(key);
    if (known) known.push(sentence);
    else open.set(key, [sentence]);
  }
  return left.claims.sentences.flatMap((sentence) => {
    const words = wordsOf(left, sentence);
    const match = words.length === 0 ? undefined : open.get(words.join(' '))?.shift();
    const kind = words.length < fewestInSentence ? 'phrase' : 'words';
    return match ? [{ left: sentence, right: match, kind }] : [];
  });
}

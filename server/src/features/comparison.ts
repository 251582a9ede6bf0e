import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { lengthOf, overlaps, type Span } from '../core/span';
import { longestChain, type WeightedPair } from './longestChain';
import { shareOf, sharedStretches, type Share, type SharedStretch } from './sharedWords';

/**
 * One line of two articles laid side by side.
 * - `both`: the two sentences have words in common. `figure`: they give a figure of one thing.
 * - `only`: nothing of the sentence stands in the other article.
 * - `moved`: its words stand in the other article, at another place than the order of both allows.
 */
export type ComparedRow =
  | { readonly kind: 'both' | 'figure'; readonly left: Span; readonly right: Span }
  | { readonly kind: 'only'; readonly left: Span; readonly right: null }
  | { readonly kind: 'only'; readonly left: null; readonly right: Span }
  | { readonly kind: 'moved'; readonly left: Span; readonly right: null; readonly there: Span }
  | { readonly kind: 'moved'; readonly left: null; readonly right: Span; readonly there: Span };

/** Two whole articles, sentence by sentence. */
export interface ComparedArticles {
  /** Every sentence of both articles once, each article's in its own order. */
  readonly rows: readonly ComparedRow[];
  /** How many of the left article's words stand in the right one, and the other way round. */
  readonly left: Share;
  readonly right: Share;
}

/** Two places that are to stand on one line, as UTF-16 offsets. */
export interface Pivot {
  readonly left: number;
  readonly right: number;
}

/** Sentences with fewer UTF-16 units in common share a stock phrase. */
const fewestShared = 12;
/** What a figure of one thing weighs beside shared words, in UTF-16 units. */
const figureWeight = 12;
/** What the asked-for pair weighs: more than any two articles. */
const pivotWeight = 1e9;

/**
 * Lays two articles side by side by what they have in common. Sentences stay in the order of their articles; those that
 * stand in both are on one row as far as that order allows.
 * @param pivot two places whose sentences share a row whatever else does.
 * @returns null where one of them isn't known, or they are the same article.
 */
export function alignArticles(
  analysis: Analysis,
  leftId: ArticleId,
  rightId: ArticleId,
  pivot: Pivot | null = null,
): ComparedArticles | null {
  const left = analysis.get(leftId);
  const right = analysis.get(rightId);
  if (!left || !right || leftId === rightId) return null;
  const stretches = sharedStretches(analysis, leftId, rightId);
  const pairs = weigh(left.claims.sentences, right.claims.sentences, stretches);
  if (pivot) addPivot(pairs, left.claims.sentences, right.claims.sentences, pivot);
  const rows = rowsOf(left.claims.sentences, right.claims.sentences, [...pairs.values()]);
  const besideEachOther = new Map(rows.map((row) => [row.left, row.right]));
  const counted = stretches.filter(
    (one) => one.kind === 'words' || (one.kind === 'phrase' && besideEachOther.get(one.left) === one.right),
  );
  return {
    rows,
    left: shareOf(
      left.article.text,
      counted.map((one) => one.left),
    ),
    right: shareOf(
      right.article.text,
      counted.map((one) => one.right),
    ),
  };
}

/** What two sentences have in common. */
interface SentencePair extends WeightedPair {
  weight: number;
  /** Of that, in words. */
  words: number;
  /** Whether they are the same few words. */
  phrase: boolean;
}

type Pairs = Map<string, SentencePair>;

/** Weighs every two sentences that a shared stretch reaches. A stretch over several sentences is dealt out by length. */
function weigh(left: readonly Span[], right: readonly Span[], stretches: readonly SharedStretch[]): Pairs {
  const pairs: Pairs = new Map();
  for (const stretch of stretches) {
    for (let i = firstAt(left, stretch.left.start); i < left.length; i++) {
      const sentence = left[i];
      if (!sentence || sentence.start >= stretch.left.end) break;
      const part = proportion(sentence, stretch);
      for (let k = firstAt(right, part.start); k < right.length; k++) {
        const other = right[k];
        if (!other || other.start >= part.end) break;
        const common = Math.min(other.end, part.end) - Math.max(other.start, part.start);
        if (common <= 0) continue;
        const pair = pairOf(pairs, i, k);
        if (stretch.kind === 'words') {
          pair.weight += common;
          pair.words += common;
        } else if (stretch.kind === 'figure') pair.weight += figureWeight;
        else pair.phrase = true;
      }
    }
  }
  for (const [key, pair] of pairs) {
    if (pair.weight >= fewestShared) continue;
    if (pair.phrase) pair.weight = 1;
    else pairs.delete(key);
  }
  return pairs;
}

function pairOf(pairs: Pairs, left: number, right: number): SentencePair {
  const key = `${left},${right}`;
  const known = pairs.get(key);
  if (known) return known;
  const made: SentencePair = { left, right, weight: 0, words: 0, phrase: false };
  pairs.set(key, made);
  return made;
}

/** Where in the right article the part of a stretch stands that a left sentence has of it. */
function proportion(sentence: Span, { left, right }: SharedStretch): Span {
  const scale = lengthOf(right) / Math.max(1, lengthOf(left));
  const start = Math.max(0, sentence.start - left.start);
  const end = Math.min(lengthOf(left), sentence.end - left.start);
  return { start: right.start + Math.floor(start * scale), end: right.start + Math.ceil(end * scale) };
}

function addPivot(pairs: Pairs, left: readonly Span[], right: readonly Span[], pivot: Pivot): void {
  const i = Math.min(left.length - 1, firstAt(left, pivot.left));
  const k = Math.min(right.length - 1, firstAt(right, pivot.right));
  if (i >= 0 && k >= 0) pairOf(pairs, i, k).weight += pivotWeight;
}

/** The first span that ends after an offset; the number of spans where there is none. */
function firstAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function rowsOf(left: readonly Span[], right: readonly Span[], pairs: readonly SentencePair[]): readonly ComparedRow[] {
  const rows: ComparedRow[] = [];
  const best = { left: bestOf(pairs, 'left'), right: bestOf(pairs, 'right') };
  let i = 0;
  let k = 0;
  const upTo = (nextLeft: number, nextRight: number): void => {
    for (; i < nextLeft; i++) {
      const sentence = left[i];
      const there = right[best.left.get(i)?.right ?? -1];
      if (!sentence) continue;
      if (there) rows.push({ kind: 'moved', left: sentence, right: null, there });
      else rows.push({ kind: 'only', left: sentence, right: null });
    }
    for (; k < nextRight; k++) {
      const sentence = right[k];
      const there = left[best.right.get(k)?.left ?? -1];
      if (!sentence) continue;
      if (there) rows.push({ kind: 'moved', left: null, right: sentence, there });
      else rows.push({ kind: 'only', left: null, right: sentence });
    }
  };
  for (const pair of longestChain(pairs, right.length)) {
    upTo(pair.left, pair.right);
    const [one, other] = [left[i++], right[k++]];
    const byFigure = pair.words < fewestShared && pair.weight < pivotWeight && !pair.phrase;
    if (one && other) rows.push({ kind: byFigure ? 'figure' : 'both', left: one, right: other });
  }
  upTo(left.length, right.length);
  return rows;
}

/** For each sentence of a side the pair with which it has the most words in common, where that is worth telling. */
function bestOf(pairs: readonly SentencePair[], side: 'left' | 'right'): ReadonlyMap<number, SentencePair> {
  const best = new Map<number, SentencePair>();
  for (const pair of pairs) {
    if (pair.words >= fewestShared && pair.words > (best.get(pair[side])?.words ?? 0)) best.set(pair[side], pair);
  }
  return best;
}

/** The row that holds an offset of one side; -1 where there is none. */
export function rowAt(rows: readonly ComparedRow[], side: 'left' | 'right', offset: number): number {
  return rows.findIndex((row) => {
    const span = row[side];
    return span !== null && overlaps(span, { start: offset, end: offset + 1 });
  });
}

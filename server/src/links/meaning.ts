import type { LoadWordVectors, WordVectors } from '../core/wordVectors';
import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { Content } from './passages';

/** How near two remarks are in what they say. It ranks candidates; how near is near enough depends on the remark. */
export interface Nearness {
  /** 0 to 1: what both have over what they say in all, little where they have little. */
  readonly score: number;
  /** 0 to 1: the share of the lesser remark that the other has something like. */
  readonly covered: number;
  /** What both have, in words: a rare word counts for one, a common one and one that is not quite the same for less. */
  readonly shared: number;
}

/** Tells how near two passages are in meaning. What it works out of a passage is kept as long as the passage. */
export interface Meaning {
  /**
   * Compares two passages by their words of matter; `telling` says from 0 to 1 how much a stem tells one remark of these
   * articles from another. Numbers are left out and names have only themselves: vectors take any two for alike. Null
   * where there is no table.
   */
  nearness(a: Content, b: Content, telling: (stem: number) => number): Nearness | null;
}

/** The words of matter of a passage, each once, in parallel arrays. */
interface Gist {
  readonly stems: readonly number[];
  /** Rows of the table; -1 for a word that it doesn't have, and for a name. */
  readonly rows: readonly number[];
  /** The lengths of the rows. */
  readonly lengths: readonly number[];
  /** How rare each word is, 0 to 1. */
  readonly weights: readonly number[];
}

/** Words beyond these are passed over: time goes with the product of both lengths. */
const mostWords = 60;
/** From this rank on, as a power of two, a word counts in full. */
const rareFrom = 13;
/** Words in no way related have rows about so much alike. */
const unrelated = 0.35;
/** So much of a word in common is worth half of what any amount is. */
const halfWorth = 0.7;

/** Makes a judge of meaning that loads its table when first asked. Contents must be read with `vocabulary`. */
export function createMeaning(vocabulary: Vocabulary, load: LoadWordVectors): Meaning {
  const gists = new WeakMap<Content, Gist>();
  const gist = (content: Content, table: WordVectors): Gist => {
    const known = gists.get(content);
    if (known) return known;
    const fresh = gistOf(content.words, vocabulary, table);
    gists.set(content, fresh);
    return fresh;
  };
  return {
    nearness(a, b, telling) {
      const table = load();
      return table && nearness(gist(a, table), gist(b, table), table, telling);
    },
  };
}

function gistOf(words: Words, vocabulary: Vocabulary, table: WordVectors): Gist {
  const seen = new Set<number>();
  const rows: number[] = [];
  const lengths: number[] = [];
  const weights: number[] = [];
  for (let i = 0; i < words.count && seen.size < mostWords; i++) {
    const bits = words.flags[i] ?? 0;
    const stem = words.stems[i] ?? -1;
    if (bits & (flag.grammar | flag.number) || seen.has(stem)) continue;
    seen.add(stem);
    const row = table.rows.get(vocabulary.forms[stem] ?? '') ?? -1;
    const isName = (bits & (flag.capital | flag.sentenceStart)) === flag.capital;
    rows.push(isName ? -1 : row);
    lengths.push(row < 0 ? 1 : lengthOf(table, row));
    weights.push(rarityOf(row));
  }
  return { stems: [...seen], rows, lengths, weights };
}

/** How rare the word of a row is, 0 to 1; a word without a row is rare. */
const rarityOf = (row: number): number => (row < 0 ? 1 : Math.min(1, Math.log2(row + 2) / rareFrom));

function lengthOf({ numbers, dimensions }: WordVectors, row: number): number {
  let sum = 0;
  for (let i = row * dimensions; i < (row + 1) * dimensions; i++) sum += (numbers[i] as number) ** 2;
  return Math.sqrt(sum) || 1;
}

function nearness(a: Gist, b: Gist, table: WordVectors, telling: (stem: number) => number): Nearness {
  const bestOfB = new Float64Array(b.stems.length);
  const bestOfA = a.stems.map((stem, i) => {
    let best = 0;
    for (let j = 0; j < bestOfB.length; j++) {
      const like = stem === b.stems[j] ? 1 : likeness(table, a, i, b, j);
      best = Math.max(best, like);
      if (like > (bestOfB[j] ?? 0)) bestOfB[j] = like;
    }
    return best;
  });
  const x = weigh(a, bestOfA, telling);
  const y = weigh(b, bestOfB, telling);
  const [lesser, greater] = x.all <= y.all ? [x, y] : [y, x];
  const shared = Math.min(x.shared, y.shared);
  if (shared === 0) return { score: 0, covered: 0, shared: 0 };
  const covered = lesser.shared / lesser.all;
  const back = greater.shared / greater.all;
  const both = (2 * covered * back) / (covered + back);
  return { score: rounded((((covered + both) / 2) * shared) / (shared + halfWorth)), covered, shared };
}

/** The same two remarks have the same score whichever comes first, so that ties are ties. */
const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

function weigh(
  { stems, weights }: Gist,
  best: ArrayLike<number>,
  telling: (stem: number) => number,
): { all: number; shared: number } {
  let all = 0;
  let shared = 0;
  stems.forEach((stem, i) => {
    const weight = (weights[i] ?? 0) * telling(stem);
    all += weight;
    shared += weight * (best[i] ?? 0);
  });
  return { all, shared };
}

/** How alike two words are used, 0 to 1. */
function likeness({ numbers, dimensions }: WordVectors, a: Gist, i: number, b: Gist, j: number): number {
  const rowA = a.rows[i] ?? -1;
  const rowB = b.rows[j] ?? -1;
  if (rowA < 0 || rowB < 0) return 0;
  const atA = rowA * dimensions;
  const atB = rowB * dimensions;
  let dot = 0;
  for (let k = 0; k < dimensions; k++) dot += (numbers[atA + k] as number) * (numbers[atB + k] as number);
  const cosine = dot / ((a.lengths[i] ?? 1) * (b.lengths[j] ?? 1));
  return cosine <= unrelated ? 0 : (cosine - unrelated) / (1 - unrelated);
}

import type { ArticleId } from '../../core/article';
import type { Vocabulary } from '../../claims/normalize';
import type { PassageRecord } from '../passages';

/** So many words in a row must be the same to be looked at: a copy that was rewritten keeps few longer runs whole. */
export const shortestRun = 3;
/** Fingerprints are of longer runs, fewer of which are stock phrases. */
const fingerprintRun = 4;
/** Of so many runs side by side one is kept as a fingerprint. */
const runsToFingerprint = 5;
/** A file with more words than this is no article; its first are compared, lest all wait for it. */
const mostProse = 20_000;

/** The running text of an article, quoted words left out. Never changes. */
export interface Prose {
  readonly articleId: ArticleId;
  /** The same object as long as its words are the same. */
  readonly wording: Wording;
  /** Of each word, UTF-16 offsets in the article. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** The words of a running text in the form in which they are compared, wherever they stand. */
export interface Wording {
  readonly count: number;
  /** Ids of the words' forms, in which house style plays no part. */
  readonly words: Int32Array;
  /** For each run of {@link shortestRun} words, by its first word, a number that equal runs share. */
  readonly runs: Int32Array;
  /** Some of its longer runs, each once and in order: what two articles have in common shows in them first. */
  readonly fingerprints: Int32Array;
}

/**
 * Makes the running text of an article from its passages. The numbers of runs and fingerprints follow from the words
 * alone, whatever the vocabulary met before. From the text that the article had `before` it takes over what still stands.
 */
export function makeProse(
  articleId: ArticleId,
  passages: readonly PassageRecord[],
  vocabulary: Vocabulary,
  before: Prose | null = null,
): Prose {
  const sentences = passages.filter((one) => one.quote === null);
  const total = sentences.reduce((sum, { content }) => sum + content.words.count, 0);
  const count = Math.min(mostProse, total);
  const words = new Int32Array(count);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let at = 0;
  for (const { start, content } of sentences) {
    for (let i = 0; i < content.words.count && at < count; i++, at++) {
      words[at] = content.words.words[i] ?? 0;
      starts[at] = start + (content.words.starts[i] ?? 0);
      ends[at] = start + (content.words.ends[i] ?? 0);
    }
  }
  const old = before?.wording;
  const wording = old && sameWords(old.words, words) ? old : wordingOf(words, vocabulary);
  return { articleId, wording, starts, ends };
}

function wordingOf(words: Int32Array, vocabulary: Vocabulary): Wording {
  const hashes = hashesOf(words, vocabulary);
  const fingerprints = winnowed(runsOf(hashes, fingerprintRun));
  return { count: words.length, words, runs: runsOf(hashes, shortestRun), fingerprints };
}

function sameWords(a: Int32Array, b: Int32Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** A number for each run of so many words. Runs that differ may share one: whoever asks looks at the words. */
function runsOf(hashes: Int32Array, length: number): Int32Array {
  const runs = new Int32Array(Math.max(0, hashes.length - length + 1));
  for (let i = 0; i < runs.length; i++) {
    let hash = 0;
    for (let k = 0; k < length; k++) hash = (Math.imul(hash, 0x01000193) + (hashes[i + k] ?? 0)) | 0;
    runs[i] = mixed(hash);
  }
  return runs;
}

/** The hashes of the words that a vocabulary knows, by id; a word is met many times. */
const known = new WeakMap<Vocabulary, number[]>();

function hashesOf(words: Int32Array, vocabulary: Vocabulary): Int32Array {
  let hashes = known.get(vocabulary);
  if (!hashes) known.set(vocabulary, (hashes = []));
  for (let id = hashes.length; id < vocabulary.forms.length; id++) hashes.push(hashOf(vocabulary.forms[id] ?? ''));
  const all = hashes;
  return words.map((word) => all[word] ?? 0);
}

function hashOf(form: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < form.length; i++) hash = Math.imul(hash ^ form.charCodeAt(i), 0x01000193);
  return mixed(hash);
}

/** Spreads the bits, so that the least of some runs may be any of them. */
function mixed(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x7feb352d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x846ca68b);
  return h ^ (h >>> 16);
}

/** The least of every few runs in a row: where two articles have a longer stretch in common, they keep the same ones. */
function winnowed(runs: Int32Array): Int32Array {
  const kept: number[] = [];
  let least = -1;
  for (let i = 0; i < runs.length; i++) {
    const from = Math.max(0, i - runsToFingerprint + 1);
    if (least < from) {
      least = from;
      for (let k = from + 1; k <= i; k++) if ((runs[k] ?? 0) < (runs[least] ?? 0)) least = k;
    } else if ((runs[i] ?? 0) < (runs[least] ?? 0)) least = i;
    else if (i < runs.length - 1) continue;
    if (i >= runsToFingerprint - 1 || i === runs.length - 1) kept.push(runs[least] ?? 0);
  }
  const sorted = Int32Array.from(kept).sort();
  return sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
}

/** The share of the fingerprints of two articles that both have, of the one with fewer: 0 to 1. */
export function commonFingerprints(a: Wording, b: Wording): number {
  const [x, y] = [a.fingerprints, b.fingerprints];
  let common = 0;
  for (let i = 0, k = 0; i < x.length && k < y.length;) {
    const one = x[i] ?? 0;
    const other = y[k] ?? 0;
    if (one === other) common++;
    if (one <= other) i++;
    if (other <= one) k++;
  }
  return common / Math.max(1, Math.min(x.length, y.length));
}

import { flag, type Words } from '../claims/normalize';
import { bestRuns, type Window } from './alignTable';

/** How much two passages have in common, word for word, in order. */
export interface Extent {
  /** Matched words. */
  readonly count: number;
  /** Sum of the matched words' weights: 1 for a word of matter, a quarter for one of grammar; less where only the stem is one. */
  readonly weight: number;
  /** Matched words of matter. A word inside a proper name counts half: two remarks on one thing share its name. */
  readonly matter: number;
  /** The longest run of matched words without a change, in words. */
  readonly run: number;
}

/** The best stretch that two passages have in common. */
export interface Alignment extends Extent {
  /**
   * The words that match, in runs: three numbers each, where the run begins in `a`, where in `b`, and how many words it
   * has in either. In order; between two runs there is a word in one of the passages that has no match. Two words that
   * match have one stem, and mostly one form.
   */
  readonly runs: readonly number[];
}

/** Cells of one alignment at the most: 2,000 words against 2,000. Longer passages are compared around what they share. */
const mostCells = 4_000_000;

/**
 * Word-level local alignment of two passages (Smith and Waterman 1981, linear gaps). A gap costs nothing where the
 * other side shows it: at an ellipsis, and for words in brackets. Returns null where nothing matches. Takes time in
 * proportion to the product of both lengths, within a fixed bound.
 */
export function align(a: Words, b: Words): Alignment | null {
  const runs = runsOf(a, b, 0, a.count, 0, b.count);
  return runs && weighed(a, b, runs);
}

/** A second stretch must be so many words without a change, to be the same remark after a cut and not a stock phrase. */
const chainedRun = 5;

/**
 * Goes on past a cut: where what follows the best stretch, or comes before it, is the same words again in both, the
 * two stretches are one alignment. A local alignment alone gives up over a clause or a sentence left out.
 */
export function alignAcrossCuts(a: Words, b: Words): Alignment | null {
  const best = align(a, b);
  if (!best || best.run < chainedRun - 1) return best;
  const { runs } = best;
  const last = runs.length - 3;
  const length = runs[last + 2] ?? 0;
  const head = stretchOf(a, b, 0, runs[0] ?? 0, 0, runs[1] ?? 0);
  const tail = stretchOf(a, b, (runs[last] ?? 0) + length, a.count, (runs[last + 1] ?? 0) + length, b.count);
  return head.length + tail.length > 0 ? weighed(a, b, [...head, ...runs, ...tail]) : best;
}

/** The runs of a further stretch between the given words; none where it does not read as one. */
function stretchOf(a: Words, b: Words, aFrom: number, aTo: number, bFrom: number, bTo: number): readonly number[] {
  if (Math.min(aTo - aFrom, bTo - bFrom) < chainedRun) return [];
  const runs = runsOf(a, b, aFrom, aTo, bFrom, bTo);
  const found = runs && weighed(a, b, runs);
  return found && found.run >= chainedRun && found.matter >= 1 ? found.runs : [];
}

function weighed(a: Words, b: Words, runs: readonly number[]): Alignment {
  const { words: wordsA, flags: bitsA } = a;
  const { words: wordsB, flags: bitsB } = b;
  let count = 0;
  let weight = 0;
  let matter = 0;
  let longest = 0;
  for (let k = 0; k < runs.length; k += 3) {
    const from = runs[k] ?? 0;
    const shift = (runs[k + 1] ?? 0) - from;
    const to = from + (runs[k + 2] ?? 0);
    count += to - from;
    let run = 0;
    for (let i = from; i < to; i++) {
      const j = i + shift;
      const bits = bitsA[i] ?? 0;
      const same = wordsA[i] === wordsB[j];
      const isGrammar = (bits & flag.grammar) !== 0;
      weight += (isGrammar ? 0.25 : 1) * (same ? 1 : 0.7);
      if (!isGrammar) matter += isName(bits) && isName(bitsB[j] ?? 0) ? 0.5 : 1;
      run = same ? run + 1 : 0;
      if (run > longest) longest = run;
    }
  }
  return { count, weight, matter, run: longest, runs };
}

const isName = (bits: number): boolean => (bits & (flag.capital | flag.sentenceStart)) === flag.capital;

/** What matches between the given words of both passages, as runs; null where nothing does. */
function runsOf(a: Words, b: Words, aFrom: number, aTo: number, bFrom: number, bTo: number): readonly number[] | null {
  const [inA, inB] = windows(
    { words: a, from: aFrom, to: aTo, end: aTo },
    { words: b, from: bFrom, to: bTo, end: bTo },
  );
  return bestRuns(inA, inB);
}

/** The parts of both passages to align: all that is given, or around the rarest words they share. */
function windows(a: Window, b: Window): readonly [Window, Window] {
  const countA = a.to - a.from;
  const countB = b.to - b.from;
  if ((countA + 1) * (countB + 1) <= mostCells) return [a, b];
  if (countA <= countB) return [a, around(a, b)];
  return [around(b, a), b];
}

/** The part of the longer one of two passages that has most of the shorter one's words of matter. */
function around(short: Window, long: Window): Window {
  const count = long.to - long.from;
  const width = Math.min(count, Math.max(1, Math.floor(mostCells / (short.to - short.from + 1)) - 1));
  const known = new Set<number>();
  for (let i = short.from; i < short.to; i++) {
    if (((short.words.flags[i] ?? 0) & flag.grammar) === 0) known.add(short.words.stems[i] ?? -1);
  }
  const hit = (i: number) => (known.has(long.words.stems[i] ?? -1) ? 1 : 0);
  let hits = 0;
  let most = -1;
  let from = long.from;
  for (let i = long.from; i < long.to; i++) {
    hits += hit(i) - (i - width >= long.from ? hit(i - width) : 0);
    if (hits > most) {
      most = hits;
      from = Math.max(long.from, i - width + 1);
    }
  }
  return { ...long, from, to: Math.min(long.to, from + width) };
}

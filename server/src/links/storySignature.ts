import { flag } from '../claims/normalize';
import type { PassageRecord } from './passages';

/**
 * What an article speaks of: each stem of matter with a whole number for how much it says about the story, packed into one
 * number, in rising order of stems. A folder's articles are all held in memory by this.
 */
export type Signature = Uint32Array;

const weightBits = 7;

/** Puts a weight, a whole number from 1 to 127, beside what has it: a stem, or the number of an article. */
export const packed = (one: number, weight: number): number => one * (1 << weightBits) + weight;
export const oneOf = (pair: number): number => pair >>> weightBits;
export const weightOf = (pair: number): number => pair & ((1 << weightBits) - 1);

/** Two reports of one event share its people, places and numbers; its plain words they share with much else. */
const kindWeights = { name: 10, number: 15, word: 4 };

/** How much more a stem weighs for standing in an article several times: 1 + ln n, kept for the usual n. */
const repeated = Array.from({ length: 64 }, (_, n) => 1 + Math.log(Math.max(1, n)));

/**
 * Reads the signature of an article off its passages. A stem that mostly has its capital where no sentence begins counts
 * as a name. Weights are whole numbers so that their sums don't depend on the order in which articles come.
 */
export function signatureOf(passages: readonly PassageRecord[]): Signature {
  const counts = new Map<number, number>();
  for (const { content } of passages) {
    const { count, stems, flags } = content.words;
    for (let i = 0; i < count; i++) {
      const bits = flags[i] ?? 0;
      if (bits & flag.grammar) continue;
      const stem = stems[i] ?? 0;
      const isName = (bits & (flag.capital | flag.sentenceStart)) === flag.capital;
      // Three counters in one number: how often in all, as a name (by 2^12), as a number (by 2^24).
      const one = 1 + (isName ? 0x1000 : 0) + (bits & flag.number ? 0x1000000 : 0);
      const known = counts.get(stem) ?? 0;
      if ((known & 0xfff) < mostCounted) counts.set(stem, known + one);
    }
  }
  const signature = new Uint32Array(counts.size);
  let at = 0;
  for (const [stem, counted] of counts) {
    const all = counted & 0xfff;
    const names = (counted >> 12) & 0xfff;
    const kind = counted >= 0x1000000 ? 'number' : names * 2 >= all ? 'name' : 'word';
    signature[at++] = packed(stem, Math.round(kindWeights[kind] * (repeated[all] ?? 1)));
  }
  return signature.sort();
}

/** Makes a signature of stems, each at most once, and their weights. */
export function makeSignature(weighed: readonly (readonly [stem: number, weight: number])[]): Signature {
  return Uint32Array.from(weighed, ([stem, weight]) => packed(stem, weight)).sort();
}

/** A stem is counted up to here, which also keeps the counters apart. */
const mostCounted = 63;

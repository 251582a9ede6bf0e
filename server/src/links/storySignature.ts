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
  let size = 0;
  for (const { content } of passages) {
    const { count, stems, flags } = content.words;
    for (let i = 0; i < count; i++) {
      const bits = flags[i] ?? 0;
      if (bits & flag.grammar) continue;
      const stem = stems[i] ?? 0;
      if (stem >= counts.length) counts = larger(counts, 2 * stem);
      const known = counts[stem] as number;
      if (known === 0) {
        if (size === met.length) met = larger(met, 2 * size);
        met[size++] = stem;
      }
      const isName = (bits & (flag.capital | flag.sentenceStart)) === flag.capital;
      const one = 1 + (isName ? aName : 0) + (bits & flag.number ? aNumber : 0);
      if ((known & 0xfff) < mostCounted) counts[stem] = known + one;
    }
  }
  const signature = new Uint32Array(size);
  for (let at = 0; at < size; at++) {
    const stem = met[at] as number;
    const counted = counts[stem] as number;
    counts[stem] = 0;
    const all = counted & 0xfff;
    const names = (counted >> 12) & 0xfff;
    const kind = counted >= aNumber ? 'number' : names * 2 >= all ? 'name' : 'word';
    signature[at] = packed(stem, Math.round(kindWeights[kind] * (repeated[all] ?? 1)));
  }
  return signature.sort();
}

/** Three counters in one number: how often a stem stands in the article in all, as a name, and as a number. */
const aName = 0x1000;
const aNumber = 0x1000000;
/** By stem, while an article is read; 0 at any other time. */
let counts = new Int32Array(1 << 12);
/** The stems that it has, in the order in which they were met. */
let met = new Int32Array(1 << 10);

function larger(list: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const room = new Int32Array(size);
  room.set(list);
  return room;
}

/** Makes a signature of stems, each at most once, and their weights. */
export function makeSignature(weighed: readonly (readonly [stem: number, weight: number])[]): Signature {
  return Uint32Array.from(weighed, ([stem, weight]) => packed(stem, weight)).sort();
}

/** A stem is counted up to here, which also keeps the counters apart. */
const mostCounted = 63;

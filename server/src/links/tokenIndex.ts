import type { Words } from '../claims/normalize';
import { createNumberLists } from './numberLists';
import { pairsOf, type PassageRecord } from './passages';
import { createCounts, createPostings, type Postings } from './postings';
import { createRarity } from './rarity';
import { createSeats } from './seats';
import { areWorthComparing, fewWords, quotesAreWorthComparing, shortQuote } from './sharedMatter';

/**
 * Inverted index over the passages of all articles: which passages hold two words of matter in a row, and, for quotes
 * too short to have such pairs, which hold a word. Passages go in and out one by one; nothing is ever rebuilt.
 */
export interface TokenIndex {
  add(record: PassageRecord): void;
  /** As `add`, in less time where many follow one another and nobody asks for any of them before {@link TokenIndex.settle}. */
  addSoon(record: PassageRecord): void;
  /** Does some of what `addSoon` has put off: about a millisecond's worth. Returns whether that was all. */
  settle(): boolean;
  /** Returns whether it was in it. */
  remove(record: PassageRecord): boolean;
  /**
   * Visits the numbers of the passages that may report the same words, each with how many word pairs it shares, and whether
   * both are quotes; of a quote and a sentence it is worth asking only where they are of two articles.
   */
  candidates(record: PassageRecord, visit: (pid: number, pairs: number, areQuotes: boolean) => void): void;
  /**
   * Visits the numbers of the quotes that share words of matter with a passage, in whatever order they stand, each with how
   * much of their matter the two share: 0 to 1, rare words counting for more, and for less where either of the two has
   * much else. `least` is how much it takes to say something; those that share less are left out.
   */
  kindred(record: PassageRecord, visit: (pid: number, share: number, least: number) => void): void;
}

/**
 * What stands in more passages than this is a commonplace (a footer, a slogan) and finds nothing more: comparing each with
 * each would take time and room with the square of their number.
 */
const commonplace = 400;

/**
 * Of two quotes both the pairs that they share and the stems by which they were found are counted, these above those: of a
 * passage no more words are read (`mostWords`) than there is room for pairs.
 */
const aStem = 0x1000;
const pairsOfThem = aStem - 1;

let lastWords: Words | null = null;
let lastPairs: readonly number[] = [];
/** As `pairsOf`, kept for the words asked about last: a passage is looked for, in more than one index perhaps, and then entered. */
export const pairsIn = (words: Words): readonly number[] => {
  if (words === lastWords) return lastPairs;
  lastWords = words;
  return (lastPairs = pairsOf(words));
};

/** Makes an empty index. Its lists are of seats, not of the passages' numbers: these are never given again. */
export function createTokenIndex(): TokenIndex {
  const seats = createSeats();
  const quotePairs = createPostings();
  const sentencePairs = createPostings();
  const quoteStems = createPostings();
  const shortStems = createPostings();
  /** Quotes without a word of matter, by their words. */
  const exact = new Map<string, number[]>();
  const counts = createCounts();
  /** The words of matter of each quote: most candidates are told by them to be none. */
  const matters = createNumberLists();
  let quotes = 0;
  const rarity = createRarity(
    (stem) => quoteStems.lengthOf(stem),
    () => quotes,
  );
  /** 1 for a quote with a single word of matter. */
  let lone = new Uint8Array(1024);
  const setLone = (seat: number, value: number) => {
    if (seat >= lone.length) {
      const larger = new Uint8Array(2 * seat);
      larger.set(lone);
      lone = larger;
    }
    lone[seat] = value;
  };

  /** The weight of all words of matter of a quote, or some number above `most` where it is more. */
  const weightAt = (seat: number, most: number): number => {
    const { numbers } = matters;
    const end = matters.endOf(seat);
    let weight = 0;
    for (let i = matters.startOf(seat); i < end && weight <= most; i++) weight += rarity.weightOf(numbers[i] as number);
    return weight;
  };

  const addTo = (postings: Postings, keys: readonly number[], seat: number, soon: boolean) => {
    if (soon) for (const key of keys) postings.addSoon(key, seat);
    else for (const key of keys) postings.add(key, seat);
  };

  const add = ({ pid, quote, content }: PassageRecord, soon: boolean) => {
    const seat = seats.take(pid);
    addTo(quote ? quotePairs : sentencePairs, pairsIn(content.words), seat, soon);
    if (!quote) return;
    quotes++;
    rarity.forget();
    const { matter } = content;
    matters.set(seat, matter);
    if (matter.length === 1) setLone(seat, 1);
    addTo(quoteStems, matter, seat, soon);
    if (matter.length <= shortQuote) addTo(shortStems, matter, seat, soon);
    if (matter.length === 0) insert(exact, exactKey(content.words), seat);
  };

  return {
    add: (record) => {
      add(record, false);
    },
    addSoon: (record) => {
      add(record, true);
    },
    settle: () => [sentencePairs, quotePairs, quoteStems, shortStems].every((postings) => postings.settle()),
    remove(record) {
      const { pid, quote, content } = record;
      const seat = seats.leave(pid);
      if (seat === 0) return false;
      const pairs = quote ? quotePairs : sentencePairs;
      for (const pair of pairsIn(content.words)) pairs.remove(pair, seat);
      if (!quote) return true;
      quotes--;
      rarity.forget();
      const { matter } = content;
      matters.remove(seat);
      if (matter.length === 1) setLone(seat, 0);
      for (const stem of matter) quoteStems.remove(stem, seat);
      if (matter.length <= shortQuote) for (const stem of matter) shortStems.remove(stem, seat);
      if (matter.length === 0) drop(exact, exactKey(content.words), seat);
      return true;
    },
    kindred({ content }, visit) {
      let all = 0;
      for (const stem of content.matter) {
        const weight = rarity.weightOf(stem);
        all += weight;
        quoteStems.count(stem, Infinity, weight, counts);
      }
      counts.drain((seat, weight) => {
        const least = rarity.leastAlike(weight);
        const most = weight ** 2 / (all * least ** 2);
        // What they share is part of the other: of many this says enough without a look at it.
        if (most < weight) return;
        const own = weightAt(seat, most);
        if (own <= most) visit(seats.pidAt(seat), weight / Math.sqrt(all * own), least);
      });
    },
    candidates({ pid, quote, content: { words, matter } }, visit) {
      const pairs = pairsIn(words);
      for (const pair of pairs) quotePairs.count(pair, commonplace, 1, counts);
      if (!quote) {
        counts.drain((seat, shared) => {
          const isFew = matters.endOf(seat) - matters.startOf(seat) <= fewWords;
          if (areWorthComparing(isFew, shared)) visit(seats.pidAt(seat), shared, false);
        });
        return;
      }
      const stems = matter.length <= shortQuote ? quoteStems : shortStems;
      let areAll = true;
      for (const stem of matter) if (!stems.count(stem, commonplace, aStem, counts)) areAll = false;
      const same = matter.length === 0 ? exact.get(exactKey(words)) : undefined;
      if (same && same.length <= commonplace) for (const seat of same) counts.add(seat, 0);
      const own = seats.of(pid);
      // One word in common is nothing where both quotes have more: said of nearly all that share no pair.
      const oneIsLittle = areAll && matter.length > 1;
      counts.drain((seat, met) => {
        if ((met === aStem && oneIsLittle && lone[seat] !== 1) || seat === own) return;
        const shared = met & pairsOfThem;
        const from = matters.startOf(seat);
        const end = matters.endOf(seat);
        if (quotesAreWorthComparing(matter, matters.numbers, from, end, shared)) visit(seats.pidAt(seat), shared, true);
      });
      const isFew = matter.length <= fewWords;
      for (const pair of pairs) sentencePairs.count(pair, commonplace, 1, counts);
      counts.drain((seat, shared) => {
        if (areWorthComparing(isFew, shared)) visit(seats.pidAt(seat), shared, false);
      });
    },
  };
}

function exactKey({ words }: Words): string {
  return words.join(' ');
}

function insert(map: Map<string, number[]>, key: string, seat: number): void {
  const seats = map.get(key);
  if (seats) seats.push(seat);
  else map.set(key, [seat]);
}

function drop(map: Map<string, number[]>, key: string, seat: number): void {
  const seats = map.get(key);
  if (!seats) return;
  const at = seats.indexOf(seat);
  if (at < 0) return;
  const last = seats.pop();
  if (last !== undefined && at < seats.length) seats[at] = last;
  if (seats.length === 0) map.delete(key);
}

import type { Words } from '../claims/normalize';
import { createNumberLists } from './numberLists';
import { pairsOf, type PassageRecord } from './passages';
import { createCounts, createPostings } from './postings';
import { areWorthComparing, fewWords, quotesAreWorthComparing, shortQuote } from './sharedMatter';

/**
 * Inverted index over the passages of all articles: which passages hold two words of matter in a row, and, for quotes
 * too short to have such pairs, which hold a word. Passages go in and out one by one; nothing is ever rebuilt.
 */
export interface TokenIndex {
  add(record: PassageRecord): void;
  remove(record: PassageRecord): void;
  /**
   * Visits the numbers of the passages that may report the same words, each with how many word pairs it shares, and whether
   * both are quotes; of a quote and a sentence it is worth asking only where they are of two articles.
   */
  candidates(record: PassageRecord, visit: (pid: number, pairs: number, areQuotes: boolean) => void): void;
}

/**
 * What stands in more passages than this is a commonplace (a footer, a slogan) and finds nothing more: comparing each with
 * each would take time and room with the square of their number.
 */
const commonplace = 400;

/** Of two quotes both the pairs that they share and the stems by which they were found are counted, these above those. */
const aStem = 0x1000;
const pairsOfThem = aStem - 1;

/** Makes an empty index. */
export function createTokenIndex(): TokenIndex {
  const quotePairs = createPostings();
  const sentencePairs = createPostings();
  const quoteStems = createPostings();
  const shortStems = createPostings();
  /** Quotes without a word of matter, by their words. */
  const exact = new Map<string, number[]>();
  const counts = createCounts();
  /** The words of matter of each quote: most candidates are told by them to be none. */
  const matters = createNumberLists();
  /** By number, 1 for a quote with a single word of matter. */
  let lone = new Uint8Array(1024);
  const setLone = (pid: number, value: number) => {
    if (pid >= lone.length) {
      const larger = new Uint8Array(2 * pid);
      larger.set(lone);
      lone = larger;
    }
    lone[pid] = value;
  };

  let lastWords: Words | null = null;
  let lastPairs: readonly number[] = [];
  /** A passage is looked for, and then entered. */
  const pairsIn = (words: Words): readonly number[] => {
    if (words === lastWords) return lastPairs;
    lastWords = words;
    return (lastPairs = pairsOf(words));
  };

  return {
    add(record) {
      const { pid, quote, content } = record;
      const pairs = quote ? quotePairs : sentencePairs;
      for (const pair of pairsIn(content.words)) pairs.add(pair, pid);
      if (!quote) return;
      const { matter } = content;
      matters.set(pid, matter);
      if (matter.length === 1) setLone(pid, 1);
      for (const stem of matter) quoteStems.add(stem, pid);
      if (matter.length <= shortQuote) for (const stem of matter) shortStems.add(stem, pid);
      if (matter.length === 0) insert(exact, exactKey(content.words), pid);
    },
    remove(record) {
      const { pid, quote, content } = record;
      const pairs = quote ? quotePairs : sentencePairs;
      for (const pair of pairsIn(content.words)) pairs.remove(pair, pid);
      if (!quote) return;
      const { matter } = content;
      matters.remove(pid);
      if (matter.length === 1) setLone(pid, 0);
      for (const stem of matter) quoteStems.remove(stem, pid);
      if (matter.length <= shortQuote) for (const stem of matter) shortStems.remove(stem, pid);
      if (matter.length === 0) drop(exact, exactKey(content.words), pid);
    },
    candidates({ pid: own, quote, content: { words, matter } }, visit) {
      const pairs = pairsIn(words);
      for (const pair of pairs) quotePairs.count(pair, commonplace, 1, counts);
      if (!quote) {
        counts.drain((pid, shared) => {
          const isFew = matters.endOf(pid) - matters.startOf(pid) <= fewWords;
          if (areWorthComparing(isFew, shared)) visit(pid, shared, false);
        });
        return;
      }
      const stems = matter.length <= shortQuote ? quoteStems : shortStems;
      let areAll = true;
      for (const stem of matter) if (!stems.count(stem, commonplace, aStem, counts)) areAll = false;
      const same = matter.length === 0 ? exact.get(exactKey(words)) : undefined;
      if (same && same.length <= commonplace) for (const pid of same) counts.add(pid, 0);
      // One word in common is nothing where both quotes have more: said of nearly all that share no pair.
      const oneIsLittle = areAll && matter.length > 1;
      counts.drain((pid, met) => {
        if ((met === aStem && oneIsLittle && lone[pid] !== 1) || pid === own) return;
        const shared = met & pairsOfThem;
        const from = matters.startOf(pid);
        const end = matters.endOf(pid);
        if (quotesAreWorthComparing(matter, matters.numbers, from, end, shared)) visit(pid, shared, true);
      });
      const isFew = matter.length <= fewWords;
      for (const pair of pairs) sentencePairs.count(pair, commonplace, 1, counts);
      counts.drain((pid, shared) => {
        if (areWorthComparing(isFew, shared)) visit(pid, shared, false);
      });
    },
  };
}

function exactKey({ words }: Words): string {
  return words.join(' ');
}

function insert(map: Map<string, number[]>, key: string, pid: number): void {
  const pids = map.get(key);
  if (pids) pids.push(pid);
  else map.set(key, [pid]);
}

function drop(map: Map<string, number[]>, key: string, pid: number): void {
  const pids = map.get(key);
  if (!pids) return;
  const at = pids.indexOf(pid);
  if (at < 0) return;
  const last = pids.pop();
  if (last !== undefined && at < pids.length) pids[at] = last;
  if (pids.length === 0) map.delete(key);
}

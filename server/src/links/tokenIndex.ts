import { pairsOf, type PassageRecord } from './passages';
import { createCounts, createPostings } from './postings';

/**
 * Inverted index over the passages of all articles: which passages hold two words of matter in a row, and, for quotes
 * too short to have such pairs, which hold a word. Passages go in and out one by one; nothing is ever rebuilt.
 */
export interface TokenIndex {
  add(record: PassageRecord): void;
  remove(record: PassageRecord): void;
  /** Visits the numbers of the passages that may report the same words, each with how many word pairs it shares. */
  candidates(record: PassageRecord, visit: (pid: number, pairs: number) => void): void;
  /**
   * Visits the numbers of the quotes that share a rare word of matter or several others, in whatever order they stand, each
   * with a weight: the more and the rarer the words, the more.
   */
  kindred(record: PassageRecord, visit: (pid: number, weight: number) => void): void;
}

/** A quote with so few words of matter is looked up word by word. */
export const shortQuote = 3;
/** Of a quote with so few words of matter one pair is enough to look for it in a sentence; of a longer one it takes two. */
export const fewWords = 4;
/**
 * What stands in more passages than this is a commonplace (a footer, a slogan) and finds nothing more: comparing each with
 * each would take time and room with the square of their number.
 */
const commonplace = 400;
/** A word in so few quotes says something of a quote by itself. */
const rare = 80;

/** Makes an empty index. */
export function createTokenIndex(): TokenIndex {
  const quotePairs = createPostings();
  const sentencePairs = createPostings();
  const quoteStems = createPostings();
  const shortStems = createPostings();
  /** Quotes without a word of matter, by their words. */
  const exact = new Map<string, number[]>();
  const counts = createCounts();
  /** By number, 1 for a quote of few words. */
  let few = new Uint8Array(1024);

  const setFew = (pid: number, value: number) => {
    if (pid >= few.length) {
      const larger = new Uint8Array(2 * pid);
      larger.set(few);
      few = larger;
    }
    few[pid] = value;
  };

  return {
    add(record) {
      const { pid, quote, content } = record;
      const pairs = quote ? quotePairs : sentencePairs;
      for (const pair of pairsOf(content.words)) pairs.add(pair, pid);
      if (!quote) return;
      const { matter } = content;
      if (matter.length <= fewWords) setFew(pid, 1);
      for (const stem of matter) quoteStems.add(stem, pid);
      if (matter.length <= shortQuote) for (const stem of matter) shortStems.add(stem, pid);
      if (matter.length === 0) insert(exact, exactKey(record), pid);
    },
    remove(record) {
      const { pid, quote, content } = record;
      const pairs = quote ? quotePairs : sentencePairs;
      for (const pair of pairsOf(content.words)) pairs.remove(pair, pid);
      if (!quote) return;
      const { matter } = content;
      if (matter.length <= fewWords) setFew(pid, 0);
      for (const stem of matter) quoteStems.remove(stem, pid);
      if (matter.length <= shortQuote) for (const stem of matter) shortStems.remove(stem, pid);
      if (matter.length === 0) drop(exact, exactKey(record), pid);
    },
    kindred({ content }, visit) {
      for (const stem of content.matter) {
        quoteStems.count(stem, commonplace, 2, counts);
        quoteStems.count(stem, rare, 1, counts);
      }
      counts.drain((pid, weight) => {
        if (weight > 2) visit(pid, weight);
      });
    },
    candidates(record, visit) {
      const { content } = record;
      const pairs = pairsOf(content.words);
      for (const pair of pairs) quotePairs.count(pair, commonplace, 1, counts);
      if (!record.quote) {
        counts.drain((pid, shared) => {
          if (shared > 1 || few[pid]) visit(pid, shared);
        });
        return;
      }
      const stems = content.matter.length <= shortQuote ? quoteStems : shortStems;
      for (const stem of content.matter) stems.count(stem, commonplace, 0, counts);
      const same = content.matter.length === 0 ? exact.get(exactKey(record)) : undefined;
      if (same && same.length <= commonplace) for (const pid of same) counts.add(pid, 0);
      counts.drain((pid, shared) => {
        if (pid !== record.pid) visit(pid, shared);
      });
      const isFew = content.matter.length <= fewWords;
      for (const pair of pairs) sentencePairs.count(pair, commonplace, 1, counts);
      counts.drain((pid, shared) => {
        if (shared > 1 || isFew) visit(pid, shared);
      });
    },
  };
}

function exactKey(record: PassageRecord): string {
  return record.content.words.words.join(' ');
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

import type { PassageRecord } from './passages';

/**
 * Inverted index over the passages of all articles: which passages hold two words of matter in a row, and, for quotes
 * too short to have such pairs, which hold a word. Passages go in and out one by one; nothing is ever rebuilt.
 */
export interface TokenIndex {
  add(record: PassageRecord): void;
  remove(record: PassageRecord): void;
  /** Numbers of the passages that may report the same words, each with how many word pairs it shares. */
  candidates(record: PassageRecord): Map<number, number>;
}

/** A quote with so few words of matter is looked up word by word. */
export const shortQuote = 3;
/**
 * What stands in more passages than this is a commonplace (a footer, a slogan) and finds nothing more: comparing each with
 * each would take time and room with the square of their number.
 */
const commonplace = 400;

type Postings = Map<number, number[]>;

/** Makes an empty index. */
export function createTokenIndex(): TokenIndex {
  const quotePairs: Postings = new Map();
  const sentencePairs: Postings = new Map();
  const quoteStems: Postings = new Map();
  const shortStems: Postings = new Map();
  const exact = new Map<string, number[]>();

  const update = (record: PassageRecord, change: <K>(map: Map<K, number[]>, key: K, pid: number) => void) => {
    const { pid, content } = record;
    const pairs = record.quote ? quotePairs : sentencePairs;
    for (const pair of content.pairs) change(pairs, pair, pid);
    if (!record.quote) return;
    for (const stem of content.matter) change(quoteStems, stem, pid);
    if (content.matter.length <= shortQuote) for (const stem of content.matter) change(shortStems, stem, pid);
    if (content.matter.length === 0) change(exact, exactKey(record), pid);
  };

  return {
    add: (record) => {
      update(record, insert);
    },
    remove: (record) => {
      update(record, drop);
    },
    candidates(record) {
      const found = new Map<number, number>();
      const collect = (pids: readonly number[] | undefined, weight: number) => {
        if (!pids || pids.length > commonplace) return;
        for (const pid of pids) if (pid !== record.pid) found.set(pid, (found.get(pid) ?? 0) + weight);
      };
      const { content } = record;
      for (const pair of content.pairs) {
        collect(quotePairs.get(pair), 1);
        if (record.quote) collect(sentencePairs.get(pair), 1);
      }
      if (!record.quote) return found;
      const short = content.matter.length <= shortQuote;
      for (const stem of content.matter) collect((short ? quoteStems : shortStems).get(stem), 0);
      if (content.matter.length === 0) collect(exact.get(exactKey(record)), 0);
      return found;
    },
  };
}

function exactKey(record: PassageRecord): string {
  return record.content.words.words.join(' ');
}

function insert<K>(map: Map<K, number[]>, key: K, pid: number): void {
  const pids = map.get(key);
  if (pids) pids.push(pid);
  else map.set(key, [pid]);
}

function drop<K>(map: Map<K, number[]>, key: K, pid: number): void {
  const pids = map.get(key);
  if (!pids) return;
  const at = pids.indexOf(pid);
  if (at < 0) return;
  const last = pids.pop();
  if (last !== undefined && at < pids.length) pids[at] = last;
  if (pids.length === 0) map.delete(key);
}

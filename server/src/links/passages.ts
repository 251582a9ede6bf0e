import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { stretchHash } from '../core/textHash';
import type { Claims, Quote } from '../claims/model';
import { flag, readStretch, type Vocabulary, type Words } from '../claims/normalize';

/** What a passage says, in comparable form. The same for every passage with the same text; never changes. */
export interface Content {
  readonly words: Words;
  /** Stems of the words of matter, each once; of quotes only, for sentences are never looked up word by word. */
  readonly matter: readonly number[];
}

/** A quote or a sentence of one article, as the index knows it. */
export interface PassageRecord {
  /** Stays the same as long as the article has a passage with these words. */
  readonly pid: number;
  readonly articleId: ArticleId;
  /** UTF-16 offsets in the article as it stands now. */
  readonly start: number;
  readonly end: number;
  /** Null: a sentence of the running text. */
  readonly quote: Quote | null;
  readonly content: Content;
  /** A hash that tells passages of one article apart by what they say. */
  readonly key: number;
}

/** Scare quotes shorter than this are words and no remark; nothing is gained by linking them. */
const longestScare = 4;
/** A sentence with fewer words outside its quotes reports nothing. */
const shortestSentence = 5;

/**
 * Makes the passages of an article, taking over from `before` the records whose words still stand, so that what the
 * index and the links know of them holds. `nextPid` hands out a fresh number.
 */
export function makePassages(
  articleId: ArticleId,
  text: string,
  claims: Claims,
  before: readonly PassageRecord[],
  vocabulary: Vocabulary,
  nextPid: () => number,
): PassageRecord[] {
  const known = new Map<number, PassageRecord[]>();
  for (const record of before) {
    const list = known.get(record.key);
    if (list) list.push(record);
    else known.set(record.key, [record]);
  }
  const recordOf = (span: Span, quote: Quote | null, key: number, holes: readonly Span[]): PassageRecord => {
    const { start, end } = span;
    const old = known.get(key)?.shift();
    if (old) return { ...old, start, end, quote };
    const content = contentOf(readStretch(text, span, vocabulary, holes), quote !== null);
    return { pid: nextPid(), articleId, start, end, quote, key, content };
  };
  const records: PassageRecord[] = [];
  for (const quote of claims.quotes) {
    if (quote.kind === 'scare' && wordCount(quote.text) < longestScare) continue;
    records.push(recordOf(quote, quote, stretchHash('q', text, quote.start, quote.end), noHoles));
  }
  let next = 0;
  for (const sentence of claims.sentences) {
    while ((claims.quotes[next]?.outer.end ?? Infinity) <= sentence.start) next++;
    const holes = holesIn(sentence, claims.quotes, next);
    const key = keyOf(text, sentence, holes);
    if (key !== null) records.push(recordOf(sentence, null, key, holes));
  }
  return records;
}

const noHoles: readonly Span[] = [];

/** Where the quotes stand in a sentence that are passages of their own, in offsets from its start; none before `first`. */
function holesIn(sentence: Span, quotes: readonly Quote[], first: number): readonly Span[] {
  let holes: Span[] | null = null;
  for (let k = first; k < quotes.length; k++) {
    const quote = quotes[k];
    if (!quote || quote.outer.start >= sentence.end) break;
    if (quote.nestedIn !== null || quote.kind === 'scare') continue;
    const start = Math.max(0, quote.outer.start - sentence.start);
    const end = Math.min(sentence.end, quote.outer.end) - sentence.start;
    if (end <= start) continue;
    if (holes) holes.push({ start, end });
    else holes = [{ start, end }];
  }
  return holes ?? noHoles;
}

/** A sentence's key; null where it is next to nothing beside its quotes. */
function keyOf(text: string, { start, end }: Span, holes: readonly Span[]): number | null {
  let length = end - start;
  let without = 's';
  for (const [i, hole] of holes.entries()) {
    length -= hole.end - hole.start;
    without += `${i > 0 ? ',' : ''}${hole.start}-${hole.end}`;
  }
  return length < shortestSentence * 4 ? null : stretchHash(without + '|', text, start, end);
}

/** Stems of names, each once, in rising order. */
export type NameStems = Int32Array;

/** Stems of the proper names in an article's passages: what it is about, roughly. */
export function namesIn(records: readonly PassageRecord[]): NameStems {
  const names = new Set<number>();
  for (const { content } of records) {
    const { count, flags, stems } = content.words;
    for (let i = 0; i < count; i++) {
      const bits = flags[i] ?? 0;
      if ((bits & (flag.capital | flag.sentenceStart | flag.grammar)) === flag.capital) names.add(stems[i] ?? 0);
    }
  }
  return Int32Array.from(names).sort();
}

/** A mark for each stem of the names asked about last. */
let marks = new Uint8Array(1 << 12);
let marked: NameStems = new Int32Array(0);

function mark(names: NameStems): void {
  if (names === marked) return;
  for (const stem of marked) marks[stem] = 0;
  marked = names;
  const greatest = names.at(-1) ?? 0;
  if (greatest >= marks.length) marks = new Uint8Array(2 * greatest);
  for (const stem of names) marks[stem] = 1;
}

/**
 * The share of the names in one article that the other has too, of the one with fewer names: 0 to 1. Measured on real
 * copy, two reports of one event share about half or more, two on one subject less than two fifths. Fastest where `a` is
 * the same from call to call.
 */
export function sharedNames(a: NameStems, b: NameStems): number {
  mark(a);
  let shared = 0;
  for (const stem of b) shared += marks[stem] ?? 0;
  return shared < fewestSharedNames ? 0 : shared / Math.min(a.length, b.length);
}

const fewestSharedNames = 5;

function wordCount(text: string): number {
  return text.split(/\s+/, longestScare + 1).filter((word) => word !== '').length;
}

/** What a passage says, of its words. */
export function contentOf(words: Words, ofQuote: boolean): Content {
  if (!ofQuote) return { words, matter: none };
  const matter: number[] = [];
  for (let i = 0; i < words.count; i++) {
    if (!((words.flags[i] ?? 0) & flag.grammar)) matter.push(words.stems[i] ?? 0);
  }
  return { words, matter: once(matter) };
}

const none: readonly number[] = [];

/** Numbers that stand for two words of matter in a row, each once: by them passages find one another. */
export function pairsOf(words: Words): readonly number[] {
  const pairs: number[] = [];
  const titleCase = isTitleCase(words);
  let previous = -1;
  let previousName = false;
  for (let i = 0; i < words.count; i++) {
    const bits = words.flags[i] ?? 0;
    if (bits & flag.grammar) continue;
    const stem = words.stems[i] ?? 0;
    const isName = !titleCase && (bits & (flag.capital | flag.sentenceStart)) === flag.capital;
    // Two names in a row ("White House") stand in every article on the matter and find nothing.
    if (previous >= 0 && !(isName && previousName)) pairs.push(pairKey(previous, stem));
    previous = stem;
    previousName = isName;
  }
  return once(pairs);
}

/**
 * A number for two stems in a row, small enough for the engine to keep without boxing it (30 bits). Two pairs may share
 * one, about once in ten thousand; they are then compared for nothing, and no harm is done.
 */
function pairKey(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 2;
}

/** Leaves each number of a list once. Most lists are a dozen long, and a look back is cheaper than a set. */
function once(list: number[]): readonly number[] {
  if (list.length > 40) return [...new Set(list)];
  let count = 0;
  for (const one of list) {
    let i = 0;
    while (i < count && list[i] !== one) i++;
    if (i === count) list[count++] = one;
  }
  list.length = count;
  return list;
}

/** Whether most words of matter have a capital, as in an American headline: then capitals tell nothing of names. */
function isTitleCase(words: Words): boolean {
  let capitals = 0;
  let all = 0;
  for (const bits of words.flags) {
    if (bits & flag.grammar) continue;
    all++;
    if (bits & flag.capital) capitals++;
  }
  return capitals * 3 > all * 2;
}

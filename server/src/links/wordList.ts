import { readCount, readVarint, unsound, writeVarint, type ByteReader, type ByteWriter } from '../core/bytes';
import { idOf, type Vocabulary } from '../claims/normalize';

/** Some words of a thread's vocabulary, for a thread that has another one. */
export interface WordList {
  /** Tells the vocabulary from those of all other threads. */
  readonly vocabularyKey: number;
  /** The words by their numbers in that vocabulary. */
  readonly ids: readonly number[];
  /** For each of them 0 where it is only the stem of others, otherwise the place of its stem in the list, from 1. */
  readonly stemOf: readonly number[];
}

/** Writes a list so that whoever has met its words before needs look at their numbers alone. */
export function writeWordList(to: ByteWriter, { vocabularyKey, ids, stemOf }: WordList, { forms }: Vocabulary): void {
  writeVarint(to, vocabularyKey);
  writeVarint(to, ids.length);
  ids.forEach((id, i) => {
    writeVarint(to, id);
    writeVarint(to, stemOf[i] ?? 0);
    writeForm(to, forms[id] ?? '');
  });
}

/** A key for a vocabulary that no other one has, as good as never. */
export const newVocabularyKey = (): number => Math.floor(Math.random() * 2 ** 48);

/** Of so many other vocabularies it is kept which number a word has here: as many threads read at the most, and one more. */
const mostTables = 4;
/** Beyond all that a thread numbers. */
const mostNumbers = 1 << 20;
/** In bytes, beyond all that is a word. */
const longestForm = 4096;

/**
 * What is known of another vocabulary's words: for each of its numbers 0, or twice one more than the number here, and 1
 * more than that where its stem is known as well.
 */
type Table = Int32Array;

const tables = new WeakMap<Vocabulary, Map<number, Table>>();

/**
 * The number that each word of a list has here; a word that is new gets one. Null where the bytes are unsound. What is
 * returned holds until the next list is read.
 */
export function readWordList(from: ByteReader, vocabulary: Vocabulary): Int32Array | null {
  const key = readVarint(from);
  const count = readCount(from);
  let table = tableOf(vocabulary, key);
  if (count > numbers.length) [numbers, stems, theirs] = [room(count), room(count), room(count)];
  let isAllKnown = true;
  for (let i = 0; i < count; i++) {
    const id = readVarint(from);
    const stem = readVarint(from);
    const length = readCount(from);
    if (id >= mostNumbers || stem > count || length > longestForm) unsound(from);
    if (!from.sound) return null;
    if (id >= table.length) table = grown(vocabulary, key, table, id);
    let known = table[id] as number;
    if (known === 0) {
      const form = readForm(from, length);
      if (form === null) return null;
      table[id] = known = 2 * (idOf(vocabulary, form) + 1);
    } else from.at += length;
    numbers[i] = (known >> 1) - 1;
    theirs[i] = id;
    stems[i] = known & 1 ? 0 : stem;
    if (stem !== 0 && !(known & 1)) isAllKnown = false;
  }
  if (!isAllKnown) noteStems(count, table, vocabulary);
  return from.sound ? numbers.subarray(0, count) : null;
}

const room = (count: number) => new Int32Array(2 * count);
/** Of each word of the list at hand its number here, in the other vocabulary, and the place of its stem from 1. */
let [numbers, theirs, stems] = [room(256), room(256), room(256)];

function noteStems(count: number, table: Table, vocabulary: Vocabulary): void {
  for (let i = 0; i < count; i++) {
    const stem = stems[i] as number;
    if (stem === 0) continue;
    vocabulary.stems[numbers[i] as number] = numbers[stem - 1] as number;
    const id = theirs[i] as number;
    table[id] = (table[id] as number) | 1;
  }
}

function tableOf(vocabulary: Vocabulary, key: number): Table {
  let known = tables.get(vocabulary);
  if (!known) tables.set(vocabulary, (known = new Map<number, Table>()));
  let table = known.get(key);
  if (table) return table;
  table = new Int32Array(1024);
  known.set(key, table);
  const [oldest] = known.keys();
  if (known.size > mostTables && oldest !== undefined) known.delete(oldest);
  return table;
}

function grown(vocabulary: Vocabulary, key: number, table: Table, id: number): Table {
  const larger = new Int32Array(Math.max(id + 1, table.length + (table.length >> 1)));
  larger.set(table);
  tables.get(vocabulary)?.set(key, larger);
  return larger;
}

/** Writes how many bytes a form takes, and the form: to pass it over takes no look at it. */
function writeForm(to: ByteWriter, form: string): void {
  let length = form.length;
  for (let i = 0; i < form.length; i++) if (form.charCodeAt(i) > 127) length += form.charCodeAt(i) > 0x3fff ? 2 : 1;
  writeVarint(to, length);
  for (let i = 0; i < form.length; i++) writeVarint(to, form.charCodeAt(i));
}

/** Null where so many bytes are no form. */
function readForm(from: ByteReader, length: number): string | null {
  const units: number[] = [];
  const end = from.at + length;
  while (from.at < end && from.sound) units.push(readVarint(from));
  if (!from.sound || from.at !== end) return null;
  return String.fromCharCode(...units);
}

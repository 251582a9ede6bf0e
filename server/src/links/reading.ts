import type { ArticleId } from '../core/article';
import {
  byteReader,
  byteWriter,
  bytesLeft,
  emptied,
  readCount,
  readText,
  readVarint,
  unsound,
  writeAll,
  writeText,
  writeVarint,
  written,
  type ByteWriter,
} from '../core/bytes';
import { extractClaims } from '../claims/extract';
import { createVocabulary, type Vocabulary } from '../claims/normalize';
import type { Claims } from '../claims/model';
import { packAnew, unpackClaims } from '../claims/packed';
import { readRecord, writeRecord } from './foldedPassages';
import { makePassages, type PassageRecord } from './passages';
import { newVocabularyKey, readWordList, writeWordList } from './wordList';

/** What follows from a text alone, as another thread has found it: all that an analysis asks of a new article. */
export interface Reading {
  /** By `packClaims`. */
  readonly claims: Uint8Array;
  /** The day that the article gives as its own, in ISO 8601, or null. */
  readonly day: string | null;
  /** The passages with their words, for {@link unpackPassages}. */
  readonly passages: Uint8Array;
}

/** Reads texts; keeps the words that it has met, so that each is looked at once. */
export type ReadTexts = (text: string) => Uint8Array<ArrayBuffer>;

/** Packed claims begin with another number, that of their form. */
const readingForm = 100;
/** The words of so many texts are kept; then they are forgotten, lest a thread grow for as long as it runs. */
const mostForms = 100_000;

/** Makes a reader that has met no words yet. What it gives is for {@link unpackReading}. */
export function createTextReader(): ReadTexts {
  let vocabulary = createVocabulary();
  let key = newVocabularyKey();
  const listing: Listing = { numbers: new Int32Array(0) };
  return (text) => {
    if (vocabulary.forms.length > mostForms) [vocabulary, key] = [createVocabulary(), newVocabularyKey()];
    const claims = extractClaims(text);
    const packed = packAnew(claims);
    let pid = 0;
    const passages = packPassages(
      makePassages('', text, claims, [], vocabulary, () => ++pid),
      vocabulary,
      key,
      listing,
    );
    const to = emptied(spare);
    writeVarint(to, readingForm);
    writeText(to, claims.dateline?.iso ?? '');
    writeVarint(to, packed.length);
    writeAll(to, packed);
    writeAll(to, passages);
    return written(to);
  };
}

/** What a text reader has given; null for other bytes, as packed claims are. */
export function unpackReading(bytes: Uint8Array): Reading | null {
  const from = byteReader(bytes);
  if (readVarint(from) !== readingForm) return null;
  const day = readText(from) || null;
  const length = readCount(from);
  const claims = bytes.slice(from.at, from.at + length);
  return from.sound ? { claims, day, passages: bytes.subarray(from.at + length) } : null;
}

/** The claims of what a text reader has made of this very text; null for other bytes. */
export function readClaims(bytes: Uint8Array, text: string): Claims | null {
  const reading = unpackReading(bytes);
  return reading && unpackClaims(reading.claims, text);
}

/** What is written to, article by article: the passages' words and what stands before them, the passages, all. */
const spareBody = byteWriter();
const sparePassages = byteWriter();
const spare = byteWriter();

/** The number in its list of each form that is listed, from 1, by its own number; 0 for the others. Kept for its room. */
interface Listing {
  numbers: Int32Array;
}

/**
 * Passages with the words that they are made of, those in the order in which they come: whoever reads them here gives them
 * the numbers that it would have given them, had it read the text.
 */
function packPassages(
  records: readonly PassageRecord[],
  vocabulary: Vocabulary,
  vocabularyKey: number,
  listing: Listing,
): ByteWriter {
  const { forms, stems } = vocabulary;
  const ids: number[] = [];
  /** For each listed form 0 where it is only the stem of others, otherwise the number of its stem, from 1. */
  const stemOf: number[] = [];
  if (listing.numbers.length < forms.length) listing.numbers = new Int32Array(2 * forms.length);
  const { numbers } = listing;
  const list = (id: number): number => {
    const known = numbers[id] ?? 0;
    if (known > 0) return known;
    stemOf.push(0);
    return (numbers[id] = ids.push(id));
  };
  const wordNumber = (id: number): number => {
    const number = list(id);
    if (stemOf[number - 1] === 0) stemOf[number - 1] = list(stems[id] ?? id);
    return number - 1;
  };
  const body = emptied(spareBody);
  for (const record of records) writeRecord(body, record, wordNumber);
  for (const id of ids) numbers[id] = 0;
  const to = emptied(sparePassages);
  writeWordList(to, { vocabularyKey, ids, stemOf }, vocabulary);
  writeVarint(to, records.length);
  writeAll(to, body);
  return to;
}

/**
 * The passages of a new article as another thread has found them, with all that is compared: of a quote neither its text
 * nor where its speaker stands.
 * @returns null where the bytes are unsound.
 */
export function unpackPassages(
  articleId: ArticleId,
  bytes: Uint8Array,
  nextPid: () => number,
  vocabulary: Vocabulary,
): readonly PassageRecord[] | null {
  const from = byteReader(bytes);
  const words = readWordList(from, vocabulary);
  if (!words) return null;
  const count = readCount(from);
  const records: PassageRecord[] = [];
  const wordOf = (number: number) => words[number] ?? unsound(from);
  for (let i = 0; i < count && from.sound; i++) {
    records.push(readRecord(from, articleId, nextPid(), vocabulary, wordOf));
  }
  return from.sound && bytesLeft(from) === 0 ? records : null;
}

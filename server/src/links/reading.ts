import type { ArticleId } from '../core/article';
import {
  byteReader,
  byteWriter,
  bytesLeft,
  readCount,
  readText,
  readVarint,
  unsound,
  writeBytes,
  writeText,
  writeVarint,
  written,
} from '../core/bytes';
import { extractClaims } from '../claims/extract';
import { createVocabulary, type Vocabulary } from '../claims/normalize';
import type { Claims } from '../claims/model';
import { packClaims, unpackClaims } from '../claims/packed';
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
  return (text) => {
    if (vocabulary.forms.length > mostForms) [vocabulary, key] = [createVocabulary(), newVocabularyKey()];
    const claims = extractClaims(text);
    const packed = packClaims(claims);
    let pid = 0;
    const passages = packPassages(
      makePassages('', text, claims, [], vocabulary, () => ++pid),
      vocabulary,
      key,
    );
    const to = byteWriter(packed.length + passages.length + 24);
    writeVarint(to, readingForm);
    writeText(to, claims.dateline?.iso ?? '');
    writeVarint(to, packed.length);
    writeBytes(to, packed);
    writeBytes(to, passages);
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

/**
 * Passages with the words that they are made of, those in the order in which they come: whoever reads them here gives them
 * the numbers that it would have given them, had it read the text.
 */
function packPassages(records: readonly PassageRecord[], vocabulary: Vocabulary, vocabularyKey: number): Uint8Array {
  const numbers = new Map<number, number>();
  const ids: number[] = [];
  const stemOf: number[] = [];
  const list = (id: number): number => {
    let number = numbers.get(id);
    if (number === undefined) {
      numbers.set(id, (number = ids.length));
      ids.push(id);
      stemOf.push(0);
    }
    return number;
  };
  const wordNumber = (id: number): number => {
    const number = list(id);
    if (stemOf[number] === 0) stemOf[number] = list(vocabulary.stems[id] ?? id) + 1;
    return number;
  };
  const body = byteWriter(64 + records.length * 80);
  for (const record of records) writeRecord(body, record, wordNumber);
  const to = byteWriter(body.length + ids.length * 16 + 16);
  writeWordList(to, { vocabularyKey, ids, stemOf }, vocabulary);
  writeVarint(to, records.length);
  writeBytes(to, body.bytes.subarray(0, body.length));
  return written(to);
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

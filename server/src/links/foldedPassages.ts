import type { ArticleId } from '../core/article';
import {
  byteReader,
  bytesLeft,
  byteWriter,
  readNumber,
  readSigned,
  readText,
  readVarint,
  unsound,
  writeNumber,
  withoutSign,
  writeText,
  writeThree,
  writeVarint,
  written,
  type ByteReader,
  type ByteWriter,
} from '../core/bytes';
import type { Claims, Quote, QuoteKind } from '../claims/model';
import type { Vocabulary, Words } from '../claims/normalize';
import { contentOf, type PassageRecord } from './passages';

/**
 * The passages of an article in about a twentieth of the room: all of them are known this way, and only those that are
 * compared or shown are unfolded. Never changes.
 */
export interface FoldedPassages {
  readonly articleId: ArticleId;
  /** The number of each passage, in the order of the article's passages. */
  readonly pids: Int32Array;
  readonly bytes: Uint8Array;
  /** Where each passage begins in `bytes`. */
  readonly places: Uint32Array;
}

/** Folds the passages of an article. Their words must be read with the vocabulary that they are unfolded with. */
export function fold(articleId: ArticleId, records: readonly PassageRecord[]): FoldedPassages {
  const to = byteWriter(64 + records.length * 80);
  const pids = new Int32Array(records.length);
  const places = new Uint32Array(records.length);
  records.forEach((record, i) => {
    pids[i] = record.pid;
    places[i] = to.length;
    writeRecord(to, record);
  });
  return { articleId, pids, bytes: written(to), places };
}

/** The passages as by {@link unfoldOne}. */
export function unfoldBare(folded: FoldedPassages, vocabulary: Vocabulary): PassageRecord[] {
  const from = byteReader(folded.bytes);
  return Array.from(folded.pids, (pid) => readRecord(from, folded.articleId, pid, vocabulary));
}

/**
 * Passages that were for comparing alone, with the quotes of the article's `claims`: they equal those that were folded in all
 * that they hold.
 */
export const withQuotes = (records: readonly PassageRecord[], claims: Claims): PassageRecord[] =>
  records.map((record) => (record.quote ? { ...record, quote: claims.quotes[record.quote.index] ?? null } : record));

/**
 * One passage, for comparing alone: of its quote it has all that two quotes are compared by, but not its own text nor
 * where its speaker stands.
 */
export function unfoldOne(folded: FoldedPassages, index: number, vocabulary: Vocabulary): PassageRecord | null {
  const [pid, place] = [folded.pids[index], folded.places[index]];
  if (pid === undefined || place === undefined) return null;
  const from = byteReader(folded.bytes);
  from.at = place;
  return readRecord(from, folded.articleId, pid, vocabulary);
}

/**
 * Passages that come from elsewhere under numbers of their own here, for comparing alone, as by {@link unfoldOne}.
 * @returns null where the bytes are none that `fold` made with this vocabulary.
 */
export function refold(
  articleId: ArticleId,
  bytes: Uint8Array,
  pids: Int32Array,
  vocabulary: Vocabulary,
): { readonly folded: FoldedPassages; readonly records: readonly PassageRecord[] } | null {
  const from = byteReader(bytes);
  const places = new Uint32Array(pids.length);
  const records: PassageRecord[] = [];
  for (const [i, pid] of pids.entries()) {
    places[i] = from.at;
    records.push(readRecord(from, articleId, pid, vocabulary));
    if (!from.sound) return null;
  }
  return from.at === bytes.length ? { folded: { articleId, pids, bytes, places }, records } : null;
}

const kinds: readonly QuoteKind[] = ['direct', 'partial', 'scare', 'block'];
/** What is known of a quote beside its kind, as bits. */
const bit = { quote: 1, display: 8, nested: 16, continues: 32, speaker: 64 } as const;
const kindShift = 1;

/** @param numberOf the number that a word is written with, where that isn't its own. */
export function writeRecord(
  to: ByteWriter,
  { start, end, quote, content, key }: PassageRecord,
  numberOf?: (word: number) => number,
): void {
  if (!quote) writeVarint(to, 0);
  else {
    const { kind, display, nestedIn, continues, speaker, outer } = quote;
    const bits =
      bit.quote |
      (kinds.indexOf(kind) << kindShift) |
      (display ? bit.display : 0) |
      (nestedIn === null ? 0 : bit.nested) |
      (continues === null ? 0 : bit.continues) |
      (speaker ? bit.speaker : 0);
    writeVarint(to, bits);
    writeVarint(to, quote.index);
    writeVarint(to, start - outer.start);
    writeVarint(to, outer.end - end);
    if (nestedIn !== null) writeVarint(to, nestedIn);
    if (continues !== null) writeVarint(to, continues);
    if (speaker) {
      writeText(to, speaker.name);
      writeNumber(to, speaker.confidence);
    }
  }
  writeVarint(to, key);
  writeVarint(to, start);
  writeVarint(to, end - start);
  writeWords(to, content.words, numberOf);
}

/** @param wordOf the word with a number that was written, where that isn't its own. */
export function readRecord(
  from: ByteReader,
  articleId: ArticleId,
  pid: number,
  vocabulary: Vocabulary,
  wordOf?: (number: number) => number,
): PassageRecord {
  const bits = readVarint(from);
  const isQuote = (bits & bit.quote) !== 0;
  const index = isQuote ? readVarint(from) : 0;
  const before = isQuote ? readVarint(from) : 0;
  const behind = isQuote ? readVarint(from) : 0;
  const nestedIn = bits & bit.nested ? readVarint(from) : null;
  const continues = bits & bit.continues ? readVarint(from) : null;
  const name = bits & bit.speaker ? readText(from) : '';
  const confidence = bits & bit.speaker ? (readNumber(from) ?? 0) : 0;
  const key = readVarint(from);
  const start = readVarint(from);
  const end = start + readVarint(from);
  const words = readFoldedWords(from, vocabulary, wordOf);
  const quote: Quote | null = isQuote
    ? {
        index,
        text: '',
        kind: kinds[(bits >> kindShift) & 3] ?? 'direct',
        start,
        end,
        outer: { start: start - before, end: end + behind },
        speaker: bits & bit.speaker ? { name, mention: '', confidence, start: 0, end: 0 } : null,
        nestedIn,
        continues,
        display: (bits & bit.display) !== 0,
      }
    : null;
  return { pid, articleId, start, end, quote, key, content: contentOf(words, isQuote) };
}

function writeWords(
  to: ByteWriter,
  { count, words, flags, starts, ends, trailsOff }: Words,
  numberOf?: (word: number) => number,
): void {
  writeVarint(to, count * 2 + (trailsOff ? 1 : 0));
  let last = 0;
  for (let i = 0; i < count; i++) {
    const start = starts[i] ?? 0;
    const end = ends[i] ?? 0;
    const word = words[i] ?? 0;
    writeVarint(to, numberOf ? numberOf(word) : word);
    writeThree(to, flags[i] ?? 0, withoutSign(start - last), end - start);
    last = end;
  }
}

function readFoldedWords(from: ByteReader, { stems: stemOf }: Vocabulary, wordOf?: (number: number) => number): Words {
  const head = readVarint(from);
  const said = Math.floor(head / 2);
  // A word takes four bytes at least. A count that can't be is none: whoever has these words goes by it.
  const count = said * 4 <= bytesLeft(from) ? said : unsound(from);
  // Lists as long as they will be: a folder has five for each of its sentences.
  const words = new Array<number>(count);
  const stems = new Array<number>(count);
  const flags = new Array<number>(count);
  const starts = new Array<number>(count);
  const ends = new Array<number>(count);
  let last = 0;
  for (let i = 0; i < count && from.sound; i++) {
    const number = readVarint(from);
    const word = wordOf ? wordOf(number) : number;
    words[i] = word;
    stems[i] = stemOf[word] ?? unsound(from);
    flags[i] = readVarint(from);
    starts[i] = last + readSigned(from);
    last = (starts[i] ?? 0) + readVarint(from);
    ends[i] = last;
  }
  return { count, words, stems, flags, starts, ends, trailsOff: head % 2 === 1 };
}

import {
  byteWriter,
  emptied,
  readCount,
  readSigned,
  readText,
  readVarint,
  unsound,
  writeSigned,
  writeText,
  writeVarint,
  type ByteReader,
  type ByteWriter,
} from '../../core/bytes';
import type { Span } from '../../core/span';

/** What packing an article writes to: its claims, and beside them each text that they name, once. */
export interface Packing {
  readonly claims: ByteWriter;
  readonly texts: ByteWriter;
  /** The number of each text that is written. */
  readonly numbers: Map<string, number>;
  /** Where a text that may come again stands in the article. */
  readonly places: Map<string, number>;
}

/** What unpacking an article reads from. */
export interface Unpacking extends ByteReader {
  readonly article: string;
  /** The texts by their number, once they are read. */
  texts: readonly string[];
}

const spareClaims = byteWriter();
const spareTexts = byteWriter();

/** Makes a packing of nothing yet. One at a time: what it writes to is written to again by the next. */
export const packing = (): Packing => ({
  claims: emptied(spareClaims),
  texts: emptied(spareTexts),
  numbers: new Map(),
  places: new Map(),
});

/** Makes an unpacking of bytes that are said to be of the claims of `article`. */
export const unpacking = (bytes: Uint8Array, article: string): Unpacking => ({
  bytes,
  at: 0,
  sound: true,
  article,
  texts: [],
});

/** Notes that a text stands at an offset of the article: where it is named again, its place is enough. */
export function standsAt(to: Packing, text: string, start: number): void {
  if (!to.places.has(text)) to.places.set(text, start);
}

/** Writes a text by its number. */
export function writeNamed(to: Packing, text: string): void {
  let number = to.numbers.get(text);
  if (number === undefined) {
    number = to.numbers.size;
    to.numbers.set(text, number);
    const place = to.places.get(text);
    // 0: the text itself follows; otherwise its place in the article, from 1, and its length.
    writeVarint(to.texts, place === undefined ? 0 : place + 1);
    if (place === undefined) writeText(to.texts, text);
    else writeVarint(to.texts, text.length);
  }
  writeVarint(to.claims, number);
}

/** Reads all texts that claims name; they stand before the claims. */
export function readTexts(from: Unpacking): readonly string[] {
  const texts: string[] = [];
  const count = readCount(from);
  for (let i = 0; i < count && from.sound; i++) {
    const place = readVarint(from);
    texts.push(place === 0 ? readText(from) : textAt(from, { start: place - 1, end: place - 1 + readVarint(from) }));
  }
  return texts;
}

/** Reads a text by its number. */
export function readNamed(from: Unpacking): string {
  const text = from.texts[readVarint(from)];
  if (text === undefined) unsound(from);
  return text ?? '';
}

/** Writes a text by its number, or that there is none. */
export function writeNamedOrNull(to: Packing, text: string | null): void {
  if (text === null) writeVarint(to.claims, 0);
  else {
    writeVarint(to.claims, 1);
    writeNamed(to, text);
  }
}

/** Reads what `writeNamedOrNull` wrote. */
export function readNamedOrNull(from: Unpacking): string | null {
  return readVarint(from) === 0 ? null : readNamed(from);
}

/** Writes a span by how far it begins from an offset that the reader knows. */
export function writeSpan(to: Packing, { start, end }: Span, from: number): void {
  writeSigned(to.claims, start - from);
  writeVarint(to.claims, end - start);
}

/** Reads where a span begins. */
export function readStart(from: Unpacking, near: number): number {
  const start = near + readSigned(from);
  return 0 <= start && start <= from.article.length ? start : unsound(from);
}

/** Reads where a span ends that begins at `start`. */
export function readEnd(from: Unpacking, start: number): number {
  return endOf(from, start, readVarint(from));
}

/** Where a span of this length ends: never behind the end of the article. */
export function endOf(from: Unpacking, start: number, length: number): number {
  const end = start + length;
  if (end <= from.article.length) return end;
  unsound(from);
  return start;
}

/** The words of the article in a span; a span outside of it makes what is read unsound. */
export function textAt(from: Unpacking, { start, end }: Span): string {
  if (end > from.article.length) unsound(from);
  return from.sound ? from.article.slice(start, end) : '';
}

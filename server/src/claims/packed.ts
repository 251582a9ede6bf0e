import {
  byteWriter,
  bytesLeft,
  emptied,
  readVarint,
  writeAll,
  writeVarint,
  written,
  type ByteWriter,
} from '../core/bytes';
import type { Claims } from './model';
import { readDateline, readFigures, writeDateline, writeFigures } from './packing/figures';
import { readNames, writeNames } from './packing/people';
import {
  readFaults,
  readParagraphs,
  readQuotes,
  readSentences,
  writeFaults,
  writeParagraphs,
  writeQuotes,
  writeSentences,
} from './packing/quotes';
import { packing, readTexts, unpacking } from './packing/texts';

/** Grows with every change of the form below: older bytes are no claims then. */
const form = 1;

const spare = byteWriter();

/**
 * Claims in about a fiftieth of the memory that they take as objects, in a buffer of their own: to keep while nobody
 * asks for them, and to hand from thread to thread or write to disk.
 * @param claims what `extractClaims` says of a text: all that they hold of its words stands in it where their spans say.
 */
export const packClaims = (claims: Claims): Uint8Array<ArrayBuffer> => written(packAnew(claims));

/** The same, in a writer that the next claims are written to: for whoever copies it at once. */
export function packAnew(claims: Claims): ByteWriter {
  const to = packing();
  writeParagraphs(to, claims.paragraphs);
  writeSentences(to, claims.sentences);
  // Names come first: whoever speaks is most often one of them.
  writeNames(to, claims.names);
  writeQuotes(to, claims.quotes);
  writeFaults(to, claims.faults);
  writeFigures(to, claims.figures);
  writeDateline(to, claims.dateline);
  const all = emptied(spare);
  writeVarint(all, form);
  writeVarint(all, to.numbers.size);
  writeAll(all, to.texts);
  writeAll(all, to.claims);
  return all;
}

/**
 * Reads what `packClaims` made of the claims of this very text; they equal those in all that they hold.
 * @param packed any bytes. Never throws, and takes no more time and memory than they are long.
 * @returns null where the bytes are none that `packClaims` makes of a text of this length. Whoever reads them from a
 * disk knows by a checksum that they are whole, and of this text: of another one's bytes the spans lie in the text, but
 * nothing else is right.
 */
export function unpackClaims(packed: Uint8Array, text: string): Claims | null {
  const from = unpacking(packed, text);
  if (readVarint(from) !== form) return null;
  from.texts = readTexts(from);
  const paragraphs = readParagraphs(from);
  const sentences = readSentences(from);
  const names = readNames(from);
  const quotes = readQuotes(from);
  const faults = readFaults(from);
  const figures = readFigures(from, quotes.length, sentences.length);
  const dateline = readDateline(from);
  if (!from.sound || bytesLeft(from) > 0) return null;
  return { paragraphs, sentences, quotes, faults, figures, names, dateline };
}

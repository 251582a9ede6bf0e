import { readCount, readSigned, readVarint, unsound, writeSigned, writeVarint } from '../../core/bytes';
import type { MarkFault, Paragraph, Quote, Sentence } from '../model';
import { faultKinds, paragraphKinds, quoteKinds, wordOf } from './codes';
import { readPerson, writePerson } from './people';
import {
  endOf,
  readEnd,
  readNamed,
  readStart,
  textAt,
  writeNamed,
  writeSpan,
  type Packing,
  type Unpacking,
} from './texts';

const kindCount = 4;

/** Writes the paragraphs of an article. */
export function writeParagraphs(to: Packing, paragraphs: readonly Paragraph[]): void {
  writeVarint(to.claims, paragraphs.length);
  let near = 0;
  for (const { start, end, kind } of paragraphs) {
    writeSigned(to.claims, start - near);
    writeVarint(to.claims, (end - start) * kindCount + paragraphKinds.of[kind]);
    near = end;
  }
}

/** Reads what `writeParagraphs` wrote. */
export function readParagraphs(from: Unpacking): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const count = readCount(from);
  let near = 0;
  for (let p = 0; p < count && from.sound; p++) {
    const start = readStart(from, near);
    const what = readVarint(from);
    const code = what % kindCount;
    near = endOf(from, start, (what - code) / kindCount);
    paragraphs.push({ start, end: near, kind: wordOf(from, paragraphKinds, code) });
  }
  return paragraphs;
}

/** Writes the sentences of an article. */
export function writeSentences(to: Packing, sentences: readonly Sentence[]): void {
  writeVarint(to.claims, sentences.length);
  let near = 0;
  for (const sentence of sentences) {
    writeSpan(to, sentence, near);
    near = sentence.end;
  }
}

/** Reads what `writeSentences` wrote. */
export function readSentences(from: Unpacking): Sentence[] {
  const sentences: Sentence[] = [];
  const count = readCount(from);
  let near = 0;
  for (let s = 0; s < count && from.sound; s++) {
    const start = readStart(from, near);
    near = readEnd(from, start);
    sentences.push({ start, end: near });
  }
  return sentences;
}

/** What a quote has, as bits of one number; the bits above are its kind. */
const has = { speaker: 1, nestedIn: 2, continues: 4, display: 8 };
const bits = 16;

/** Writes the quotes of an article. */
export function writeQuotes(to: Packing, quotes: readonly Quote[]): void {
  writeVarint(to.claims, quotes.length);
  let near = 0;
  for (const quote of quotes) {
    const { index, start, end, outer, speaker, nestedIn, continues } = quote;
    const flags =
      (speaker === null ? 0 : has.speaker) |
      (nestedIn === null ? 0 : has.nestedIn) |
      (continues === null ? 0 : has.continues) |
      (quote.display ? has.display : 0);
    writeVarint(to.claims, quoteKinds.of[quote.kind] * bits + flags);
    writeSpan(to, quote, near);
    writeSigned(to.claims, start - outer.start);
    writeSigned(to.claims, outer.end - end);
    if (speaker !== null) writePerson(to, speaker, start);
    if (nestedIn !== null) writeSigned(to.claims, index - nestedIn);
    if (continues !== null) writeSigned(to.claims, index - continues);
    near = start;
  }
}

/** Reads what `writeQuotes` wrote. */
export function readQuotes(from: Unpacking): Quote[] {
  const quotes: Quote[] = [];
  const count = readCount(from);
  let near = 0;
  for (let index = 0; index < count && from.sound; index++) {
    const head = readVarint(from);
    const flags = head % bits;
    const kind = wordOf(from, quoteKinds, (head - flags) / bits);
    const start = readStart(from, near);
    const end = readEnd(from, start);
    const outer = { start: start - readSigned(from), end: end + readSigned(from) };
    if (outer.start < 0 || outer.end > from.article.length || outer.end < outer.start) unsound(from);
    const speaker = flags & has.speaker ? readPerson(from, start) : null;
    const nestedIn = flags & has.nestedIn ? index - readSigned(from) : null;
    const continues = flags & has.continues ? index - readSigned(from) : null;
    for (const other of [nestedIn, continues]) if (other !== null && (other < 0 || other >= count)) unsound(from);
    const display = (flags & has.display) !== 0;
    const text = textAt(from, { start, end });
    quotes.push({ index, start, end, text, kind, outer, speaker, nestedIn, continues, display });
    near = start;
  }
  return quotes;
}

/** Writes the faults in an article's quotation marks. */
export function writeFaults(to: Packing, faults: readonly MarkFault[]): void {
  writeVarint(to.claims, faults.length);
  for (const fault of faults) {
    writeSpan(to, fault, 0);
    writeVarint(to.claims, faultKinds.of[fault.kind]);
    writeNamed(to, fault.open);
    writeNamed(to, fault.close);
  }
}

/** Reads what `writeFaults` wrote. */
export function readFaults(from: Unpacking): MarkFault[] {
  const faults: MarkFault[] = [];
  const count = readCount(from);
  for (let f = 0; f < count && from.sound; f++) {
    const start = readStart(from, 0);
    const end = readEnd(from, start);
    const kind = wordOf(from, faultKinds, readVarint(from));
    const open = readNamed(from);
    faults.push({ start, end, kind, open, close: readNamed(from) });
  }
  return faults;
}

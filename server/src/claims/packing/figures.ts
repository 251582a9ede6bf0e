import {
  readCount,
  readNumber,
  readSigned,
  readVarint,
  unsound,
  writeNumber,
  writeSigned,
  writeVarint,
} from '../../core/bytes';
import type { Claimant, Dateline, Figure, FigureTime, StatedDate, Subject } from '../figures/model';
import { bounds, figureKinds, relations, wordOf } from './codes';
import { numberIn, readPerson, writePerson } from './people';
import {
  readEnd,
  readNamed,
  readNamedOrNull,
  readStart,
  standsAt,
  textAt,
  writeNamed,
  writeNamedOrNull,
  writeSpan,
  type Packing,
  type Unpacking,
} from './texts';

/** What a figure has, as bits of one number. */
const has = {
  max: 1,
  unit: 2,
  per: 4,
  iso: 8,
  vague: 16,
  date: 32,
  subject: 64,
  claimant: 128,
  time: 256,
  display: 512,
};
const inQuote = 1024;
/** The bits above: kind and bound. */
const bits = 2048;
const boundCount = bounds.words.length;

/** Writes all figures of an article. */
export function writeFigures(to: Packing, figures: readonly Figure[]): void {
  writeVarint(to.claims, figures.length);
  let near = 0;
  let sentence = 0;
  for (const figure of figures) {
    const { start, subject, claimant, time } = figure;
    const flags =
      (figure.max === null ? 0 : has.max) |
      (figure.unit === null ? 0 : has.unit) |
      (figure.per === null ? 0 : has.per) |
      (figure.iso === null ? 0 : has.iso) |
      (figure.vague ? has.vague : 0) |
      (figure.date === null ? 0 : has.date) |
      (subject === null ? 0 : has.subject) |
      (claimant === null ? 0 : has.claimant) |
      (time === null ? 0 : has.time) |
      (figure.display ? has.display : 0) |
      (figure.quote === null ? 0 : inQuote);
    writeVarint(to.claims, (figureKinds.of[figure.kind] * boundCount + bounds.of[figure.bound]) * bits + flags);
    writeSpan(to, figure, near);
    writeSpan(to, figure.number, start);
    writeSigned(to.claims, figure.sentence - sentence);
    writeNumber(to.claims, figure.value);
    writeNumber(to.claims, figure.step);
    if (figure.max !== null) writeNumber(to.claims, figure.max);
    if (figure.unit !== null) writeNamed(to, figure.unit);
    if (figure.per !== null) writeNamed(to, figure.per);
    if (figure.iso !== null) writeNamed(to, figure.iso);
    if (figure.date !== null) writeDate(to, figure.date);
    if (subject !== null) writeSubject(to, subject, start);
    if (claimant !== null) writePerson(to, claimant, start);
    if (time !== null) writeTime(to, time, start);
    if (figure.quote !== null) writeVarint(to.claims, figure.quote);
    near = start;
    sentence = figure.sentence;
  }
}

/** Reads what `writeFigures` wrote; `quotes` and `sentences` are how many the article has. */
export function readFigures(from: Unpacking, quotes: number, sentences: number): Figure[] {
  const figures: Figure[] = [];
  const count = readCount(from);
  let near = 0;
  let sentence = 0;
  for (let index = 0; index < count && from.sound; index++) {
    const head = readVarint(from);
    const flags = head % bits;
    const what = (head - flags) / bits;
    const kind = wordOf(from, figureKinds, Math.floor(what / boundCount));
    const bound = wordOf(from, bounds, what % boundCount);
    const start = readStart(from, near);
    const end = readEnd(from, start);
    const numberStart = readStart(from, start);
    const number = { start: numberStart, end: readEnd(from, numberStart) };
    sentence += readSigned(from);
    if (sentence < -1 || sentence >= sentences) unsound(from);
    const value = readNumber(from);
    const step = numberIn(from);
    const max = flags & has.max ? readNumber(from) : null;
    const unit = flags & has.unit ? readNamed(from) : null;
    const per = flags & has.per ? readNamed(from) : null;
    const iso = flags & has.iso ? readNamed(from) : null;
    const date = flags & has.date ? readDate(from) : null;
    const subject = flags & has.subject ? readSubject(from, start) : null;
    const claimant: Claimant | null = flags & has.claimant ? readPerson(from, start) : null;
    const time = flags & has.time ? readTime(from, start) : null;
    const quote = flags & inQuote ? readVarint(from) : null;
    if (quote !== null && quote >= quotes) unsound(from);
    // In the order in which the scanner and the reader of figures set them: answers are compared as they are written out.
    figures.push({
      start,
      end,
      kind,
      number,
      value,
      max,
      step,
      bound,
      unit,
      per,
      iso,
      vague: (flags & has.vague) !== 0,
      date,
      index,
      text: textAt(from, { start, end }),
      subject,
      claimant,
      time,
      quote,
      sentence,
      display: (flags & has.display) !== 0,
    });
    near = start;
  }
  return figures;
}

function writeDate(to: Packing, { weekday, day, month, year }: StatedDate): void {
  for (const part of [weekday, day, month, year]) writeNumber(to.claims, part);
}

function readDate(from: Unpacking): StatedDate {
  const weekday = readNumber(from);
  const day = readNumber(from);
  const month = readNumber(from);
  return { weekday, day, month, year: readNumber(from) };
}

function writeSubject(to: Packing, subject: Subject, near: number): void {
  writeSpan(to, subject, near);
  writeWord(to, subject.head, subject);
  writeVarint(to.claims, subject.words.length);
  for (const word of subject.words) writeWord(to, word, subject);
}

/** A word of a subject stands in its text, but for its capital or its plural: "soldier" in "Russian soldiers". */
function writeWord(to: Packing, word: string, { text, start }: Subject): void {
  const at = text.indexOf(word);
  if (at >= 0) standsAt(to, word, start + at);
  writeNamed(to, word);
}

function readSubject(from: Unpacking, near: number): Subject {
  const start = readStart(from, near);
  const end = readEnd(from, start);
  const head = readNamed(from);
  const words: string[] = [];
  for (let left = readCount(from); left > 0; left--) words.push(readNamed(from));
  return { start, end, text: textAt(from, { start, end }), head, words };
}

function writeTime(to: Packing, time: FigureTime, near: number): void {
  writeSpan(to, time, near);
  writeVarint(to.claims, relations.of[time.relation]);
  writeNamedOrNull(to, time.iso);
}

function readTime(from: Unpacking, near: number): FigureTime {
  const start = readStart(from, near);
  const end = readEnd(from, start);
  const relation = wordOf(from, relations, readVarint(from));
  return { start, end, text: textAt(from, { start, end }), iso: readNamedOrNull(from), relation };
}

/** Writes the day of an article, or that it gives none. */
export function writeDateline(to: Packing, dateline: Dateline | null): void {
  writeNamedOrNull(to, dateline === null ? null : dateline.iso);
  if (dateline !== null) writeSpan(to, dateline, 0);
}

/** Reads what `writeDateline` wrote. */
export function readDateline(from: Unpacking): Dateline | null {
  const iso = readNamedOrNull(from);
  if (iso === null) return null;
  const start = readStart(from, 0);
  return { start, end: readEnd(from, start), iso };
}

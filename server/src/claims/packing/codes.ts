import { unsound, type ByteReader } from '../../core/bytes';
import type { Bound, FigureKind, FigureTime } from '../figures/model';
import type { Gender } from '../givenNames';
import type { MarkFault, Office, Paragraph, QuoteKind } from '../model';

/** The words of a union by number. A word must keep its number for as long as packed claims of old are read. */
export interface Codes<Word extends string> {
  readonly of: Readonly<Record<Word, number>>;
  readonly words: readonly Word[];
}

/** `of` names each word of the union, in the order of their numbers: one that lacks doesn't compile. */
function codes<Word extends string>(of: Readonly<Record<Word, number>>): Codes<Word> {
  return { of, words: Object.keys(of) as Word[] };
}

/** The word of a number; the first one where it has none, and what is read is unsound then. */
export function wordOf<Word extends string>(from: ByteReader, { words }: Codes<Word>, code: number): Word {
  const word = words[code];
  if (word === undefined) unsound(from);
  return word ?? (words[0] as Word);
}

export const paragraphKinds = codes<Paragraph['kind']>({ body: 0, heading: 1, byline: 2, turn: 3 });
export const quoteKinds = codes<QuoteKind>({ direct: 0, partial: 1, scare: 2, block: 3 });
export const faultKinds = codes<MarkFault['kind']>({ unclosed: 0, unopened: 1, mixed: 2 });
export const ranks = codes<Office['rank']>({ cabinet: 0, congress: 1, director: 2, chief: 3 });
export const genders = codes<Gender>({ male: 0, female: 1 });
export const relations = codes<FigureTime['relation']>({ at: 0, by: 1, since: 2, until: 3 });
export const bounds = codes<Bound>({ exact: 0, atLeast: 1, atMost: 2, approx: 3, range: 4 });
export const figureKinds = codes<FigureKind>({
  count: 0,
  money: 1,
  percent: 2,
  measure: 3,
  age: 4,
  duration: 5,
  score: 6,
  ordinal: 7,
  multiple: 8,
  date: 9,
  time: 10,
});

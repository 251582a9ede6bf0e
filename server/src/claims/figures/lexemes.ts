import type { Span } from '../../core/span';
import { isSpace, isUpper } from '../characters';

/**
 * - `digits`: a number in digits, with its separators and decimals ("12,500.75"), or a vulgar fraction ("½").
 * - `odd`: digits that are no one number: an IP address, a version.
 * - `taken`: a span that is spoken for (a date).
 */
export type LexemeType = 'word' | 'digits' | 'odd' | 'mark' | 'taken';

/** A piece of text as the figure scanner reads it: letters and digits apart, every mark by itself. UTF-16 offsets. */
export interface Lexeme extends Span {
  readonly type: LexemeType;
  /** As it stands; in lower case: `lower`. Both empty for what is taken. */
  readonly text: string;
  readonly lower: string;
  /** Whether no space stands before it. */
  readonly glued: boolean;
  /** Whether it is a word that begins with a capital letter. */
  readonly capital: boolean;
  /** Of digits: what they say; otherwise 0. */
  readonly value: number;
  /** Of digits: how many stand after the point. */
  readonly decimals: number;
}

/**
 * What a stretch of text is made of. Places are counted from 0. Words and marks become objects when they are first asked
 * for: a figure asks for its neighbours, and most words have none.
 */
export interface Lexemes {
  readonly text: string;
  /** Where the stretch begins. */
  readonly from: number;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly types: readonly LexemeType[];
  readonly made: (Lexeme | undefined)[];
}

const nothing: Lexeme = {
  start: 0,
  end: 0,
  type: 'mark',
  text: '',
  lower: '',
  glued: false,
  capital: false,
  value: 0,
  decimals: 0,
};

/** The lexeme at the index; outside the list a mark without text, which fits nothing. */
export function lexemeAt(lexemes: Lexemes, index: number): Lexeme {
  const { made } = lexemes;
  if (index < 0 || index >= made.length) return nothing;
  return made[index] ?? (made[index] = make(lexemes, index));
}

/** The word in lower case at the index; '' where no word stands. */
export function wordAt(lexemes: Lexemes, index: number): string {
  return index >= 0 && lexemes.types[index] === 'word' ? lexemeAt(lexemes, index).lower : '';
}

/** The mark at the index; '' where none stands. */
export function markAt(lexemes: Lexemes, index: number): string {
  return index >= 0 && lexemes.types[index] === 'mark' ? lexemeAt(lexemes, index).text : '';
}

/** The code unit of the mark at the index; -1 where none stands. No lexeme is made of it. */
export function markCodeAt({ text, starts, types }: Lexemes, index: number): number {
  return types[index] === 'mark' ? text.charCodeAt(starts[index] ?? 0) : -1;
}

function make({ text, from, starts, ends, types }: Lexemes, index: number): Lexeme {
  const start = starts[index] ?? 0;
  const end = ends[index] ?? 0;
  const type = types[index] ?? 'mark';
  const piece = text.slice(start, end);
  return {
    start,
    end,
    type,
    text: piece,
    lower: type === 'word' && !isPlain(piece) ? piece.toLowerCase() : piece,
    glued: isGlued(text, start, from),
    capital: type === 'word' && isUpper(text.charCodeAt(start)),
    value: 0,
    decimals: 0,
  };
}

/** Whether a word is nothing but a to z: then it is in lower case already. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code < 97 || code > 122) return false;
  }
  return true;
}

/** Whether a hyphen or dash at the index joins what stands on both its sides. */
export function joinsAt(lexemes: Lexemes, index: number): boolean {
  const { text, from, starts, types } = lexemes;
  if (index < 0 || types[index] !== 'mark') return false;
  const start = starts[index] ?? 0;
  if (!isHyphen(text.charAt(start)) || !isGlued(text, start, from)) return false;
  return index + 1 < starts.length && isGlued(text, starts[index + 1] ?? 0, from);
}

/** Whether the mark is a hyphen, of whatever width. */
export const isHyphen = (mark: string): boolean => mark === '-' || mark === '\u2010' || mark === '\u2011';

/** Whether the mark is a hyphen or an en dash: what stands between the ends of a range. */
export const isRangeDash = (mark: string): boolean => isHyphen(mark) || mark === '\u2012' || mark === '\u2013';

/** Whether the mark is a minus sign. */
export const isMinus = (mark: string): boolean => mark === '-' || mark === '\u2212' || mark === '\u2013';

/** Whether something stands right before the code unit at `i`, without a space, in a stretch that begins at `from`. */
export const isGlued = (text: string, i: number, from: number): boolean => i > from && !isSpace(text.charCodeAt(i - 1));

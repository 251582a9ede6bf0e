import { numberWords } from '../words';
import { months, weekdays } from './calendar';
import type { StatedDate } from '../figures/model';
import type { Direction } from './resolve';

/**
 * What a date or time says.
 * - `stated`: one date, perhaps to be set in a year. `range`: from one date to another.
 * - `fixed`: ISO 8601 as it stands. `relative`: reckoned from the day of writing, which is counted from 1 January 1970;
 *   null where even that doesn't settle it.
 */
export type Meaning =
  | { readonly type: 'stated'; readonly date: StatedDate; readonly direction: Direction }
  | { readonly type: 'range'; readonly from: StatedDate; readonly to: StatedDate }
  | { readonly type: 'fixed'; readonly iso: string | null }
  | { readonly type: 'relative'; readonly from: (today: number) => string | null };

/** A date or time as one of the readers finds it. Offsets count from the start of its paragraph. */
export interface Parsed {
  readonly start: number;
  readonly end: number;
  readonly kind: 'date' | 'time';
  readonly meaning: Meaning;
}

export const nothingStated: StatedDate = { weekday: null, day: null, month: null, year: null };

/** A date that states no more than what is given. */
export function stated(parts: Partial<StatedDate>, direction: Direction = null): Meaning {
  return { type: 'stated', date: { ...nothingStated, ...parts }, direction };
}

export const fixed = (iso: string | null): Meaning => ({ type: 'fixed', iso });

/** Space between the words of a date, a line break of hard-wrapped copy among it. */
export const gap = '[ \\t\\r\\n\\u00a0\\u2009\\u202f]{1,3}';
/** What joins the two ends of a range. */
export const joint = `(?:(?:${gap})?[-–—−](?:${gap})?|${gap}(?:to|through|thru|until|till)${gap})`;
export const monthNames =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
export const weekdayNames =
  '(?:Mon(?:day)?|Tue(?:s(?:day)?)?|Wed(?:s|nesday)?|Thu(?:r(?:s(?:day)?)?)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)';
export const yearDigits = '(?:1[0-9]|20|21)[0-9]{2}';
/** What may not follow the last digit of a date: more digits, or what makes it a number of another kind. */
export const noMoreDigits = '(?![0-9]|[.,:][0-9]|%|[a-zA-Z])';

const letterRanges =
  'a-z\\u00aa\\u00b5\\u00ba\\u00df-\\u00f6\\u00f8-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff';
/**
 * A small letter, for patterns that try words in small letters. The class of all letters in any case costs ten times as
 * much to make ready, which a short run never earns back.
 */
export const letter = `[${letterRanges}]`;
export const noLetter = `[^${letterRanges}]`;
export const noLetterNorDigit = `[^${letterRanges}0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be]`;

/** The text from one offset to another in small letters, of the same length. */
export function lowerCase(text: string, from: number, to: number): string {
  const piece = text.slice(Math.max(0, from), to);
  const lower = piece.toLowerCase();
  return lower.length === piece.length ? lower : piece;
}

/** A pattern that is tried at one place only, in any case of letters. */
export const sticky = (source: string): RegExp => new RegExp(source, 'iy');

/** Tries a sticky pattern at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const byStem = (names: readonly string[]) => new Map(names.map((name, i) => [name.slice(0, 3).toLowerCase(), i + 1]));
const monthOf = byStem(months);
const weekdayOfName = byStem(weekdays);

/** The month of a name or its abbreviation, from 1; null for other words. */
export const monthNumber = (name: string): number | null => monthOf.get(name.slice(0, 3).toLowerCase()) ?? null;

/** The weekday of a name or its abbreviation, 1 (Monday) to 7; null for other words. */
export const weekdayNumber = (name: string): number | null => weekdayOfName.get(name.slice(0, 3).toLowerCase()) ?? null;

/** "three" or "3"; "a" and "an" are 1. Null for other words. */
export function smallNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  const lower = word.toLowerCase();
  return lower === 'a' || lower === 'an' ? 1 : (numberWords.get(lower) ?? null);
}

const ordinals = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth ' +
    'twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first'
  )
    .split(' ')
    .map((word, i) => [word, i + 1]),
);

/** "ninth" or "9th". Null for other words, and beyond the thirty-first. */
export function ordinalNumber(word: string): number | null {
  if (/^\d{1,2}(?:st|nd|rd|th)?$/i.test(word)) return Number.parseInt(word, 10);
  return ordinals.get(word.toLowerCase().replace(/\s+/g, '-')) ?? null;
}

export const ordinalWords = `(?:${[...ordinals.keys()].reverse().join('|').replaceAll('-', '[- ]')})`;

/** The year of "’24": the century that brings it nearest, with ten years to come. */
export function fullYear(twoDigits: number, thisYear: number): number {
  const century = Math.floor(thisYear / 100) * 100;
  const year = century + twoDigits;
  return year > thisYear + 10 ? year - 100 : year;
}

import { codeAt, isDigit, isSpace } from '../characters';
import { readCalendarDate, readMonthAndYear, readNumericDate } from './calendarDates';
import { readMonth, readWeekday } from './dayNames';
import type { Parsed } from './grammar';
import { readQuarter, readSeason } from './periods';
import { readAhead, readPointedPeriod, readRelativeDay } from './relative';
import { mayFollowAhead, mayFollowOrdinal, mayFollowPointer, type Trigger } from './triggers';
import { readNamedTime, readPastHour, readSpokenTime, readTime } from './times';
import { readCentury, readDecade, readDecadeName, readFiscalYear, readShortDecade, readYear } from './years';

/** What dates are read by, of a whole article. */
export interface DateReader {
  readonly today: number | null;
  readonly reference: string;
  readonly thisYear: number;
  /** Whether somebody in the article is called by a month's name. */
  readonly hasNamesake: (name: string) => boolean;
}

/** Reads what begins with digits. By what follows them at once, or behind a space, most can't be what most readers look for. */
export function readAtDigit(text: string, at: number, scan: DateReader): Parsed | null {
  let end = at + 1;
  while (isDigit(codeAt(text, end))) end++;
  // A day, an hour or a decade has two digits at most, a year four; most numbers are neither.
  if (end - at === 3 || end - at > 4) return null;
  const next = text.charAt(end).toLowerCase();
  const isApart = isSpace(codeAt(text, end));
  const beyond = isApart ? behindSpace(text, end) : next;
  if (end - at === 4) {
    return (
      (next === '-' ? readNumericDate(text, at, scan.thisYear) : null) ??
      (isOneOf(beyond, 'gubcehl') ? readTime(text, at) : null) ??
      (isOneOf(next, "s'’") ? readDecade(text, at) : null) ??
      readYear(text, at)
    );
  }
  const hasSuffix = isOneOf(next, 'snrt');
  return (
    (isOneOf(next, '/.-') ? readNumericDate(text, at, scan.thisYear) : null) ??
    ((isApart ? isOneOf(beyond, 'aptui-–—') : isOneOf(next, ':.hap-–—')) ? readTime(text, at) : null) ??
    (isApart && isOneOf(beyond, 'nm') ? readNamedTime(text, at) : null) ??
    ((isApart ? isOneOf(beyond, 'jfmasondtu-–—−') : hasSuffix || isOneOf(next, '/-–—−'))
      ? readCalendarDate(text, at, scan.thisYear)
      : null) ??
    (hasSuffix ? (readCentury(text, at) ?? readQuarter(text, at)) : null) ??
    (isOneOf(next, "s'’") ? readShortDecade(text, at) : null)
  );
}

const isOneOf = (character: string, list: string): boolean => character !== '' && list.includes(character);

/** The first character behind up to three spaces, in lower case. */
function behindSpace(text: string, at: number): string {
  let i = at + 1;
  while (i < at + 3 && isSpace(codeAt(text, i))) i++;
  return text.charAt(i).toLowerCase();
}

/** Reads what begins with a word, by what the word calls for. */
export function readAtWord(
  text: string,
  start: number,
  end: number,
  trigger: Trigger,
  scan: DateReader,
): Parsed | null {
  switch (trigger) {
    case 'month':
      return (
        readCalendarDate(text, start, scan.thisYear) ??
        readMonthAndYear(text, start, scan.thisYear) ??
        readMonth(text, start, end, scan.hasNamesake)
      );
    case 'weekday': {
      const full = readCalendarDate(text, start, scan.thisYear);
      if (full) return full;
      const name = text.slice(start, end);
      return name.length > 5 ? readWeekday(text, start, end) : null;
    }
    case 'season':
      return readSeason(text, start, end, scan.thisYear);
    case 'day':
      return readRelativeDay(text, start, end);
    case 'pointer':
      return mayFollowPointer(text, end) ? readPointedPeriod(text, start, end) : null;
    case 'noon':
      return readNamedTime(text, start);
    case 'clock': {
      const clock = /^(?:o['’]clock|am|a\.m\.?|pm|p\.m\.?)(?![a-z])/i.exec(text.slice(start, start + 8));
      return clock ? readSpokenTime(text, start, start + clock[0].length) : null;
    }
    case 'ordinal':
      if (!mayFollowOrdinal(text, end)) return null;
      return readCalendarDate(text, start, scan.thisYear) ?? readCentury(text, start) ?? readQuarter(text, start);
    case 'fiscal':
      return readFiscalYear(text, start);
    case 'quarter':
      return readQuarter(text, start);
    case 'decade':
      return readDecadeName(text, start, end);
    case 'past':
      return readPastHour(text, start);
    case 'ahead':
      return scan.today === null || !mayFollowAhead(text, end) ? null : readAhead(text, start);
    case 'stretch':
      return null;
  }
}

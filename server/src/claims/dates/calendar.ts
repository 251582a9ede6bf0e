/** One day of the Gregorian calendar. Months from 1. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether the calendar has that day: no 31 April, and 29 February only in a leap year. */
export function isDay(year: number, month: number, day: number): boolean {
  const length = month === 2 && isLeap(year) ? 29 : monthLengths[month - 1];
  return length !== undefined && Number.isInteger(year) && Number.isInteger(day) && day >= 1 && day <= length;
}

/** How many days lie between 1 January 1970 and the day; negative before it. */
export function dayNumber({ year, month, day }: Day): number {
  // Years are counted from March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const inEra = y - era * 400;
  const inYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return era * 146097 + inEra * 365 + Math.floor(inEra / 4) - Math.floor(inEra / 100) + inYear - 719468;
}

/** The day that lies so many days after 1 January 1970. */
export function dayAt(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const inEra = shifted - era * 146097;
  const y = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36524) - Math.floor(inEra / 146096)) / 365,
  );
  const inYear = inEra - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: y + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** 1 (Monday) to 7, of a day counted from 1 January 1970. */
export function weekdayAt(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Reads "2025-06-09". Null for anything else, and for days that the calendar doesn't have. */
export function parseDay(iso: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!match) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day.year, day.month, day.day) ? day : null;
}

/** The weekday of an ISO day, 1 (Monday) to 7 (Sunday); null for what is no full day of the calendar. */
export function weekdayOf(iso: string): number | null {
  const day = parseDay(iso);
  return day ? weekdayAt(dayNumber(day)) : null;
}

const padded = (n: number, width: number) => String(n).padStart(width, '0');

/** The weekdays from Monday on, and the months. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const months = [
  ...(['January', 'February', 'March', 'April', 'May', 'June'] as const),
  ...(['July', 'August', 'September', 'October', 'November', 'December'] as const),
] as const;

/** The name of a weekday from 1 (Monday) to 7, of a month from 1; '' for other numbers. */
export const weekdayName = (weekday: number): string => weekdays[weekday - 1] ?? '';
export const monthName = (month: number): string => months[month - 1] ?? '';

/** Whether a word in lower case, without a point, is a month or its abbreviation. */
export const isMonthName = (lower: string): boolean => monthWords.has(lower);

const monthWords = new Set([
  ...months.map((name) => name.toLowerCase()),
  ...'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' '),
]);

export const isoYear = (year: number): string => padded(year, 4);
export const isoMonth = (year: number, month: number): string => `${isoYear(year)}-${padded(month, 2)}`;
export const isoDay = ({ year, month, day }: Day): string => `${isoMonth(year, month)}-${padded(day, 2)}`;
export const isoTime = (hour: number, minute: number): string => `${padded(hour, 2)}:${padded(minute, 2)}`;

/** The ISO week that the day lies in: "2024-W43". */
export function isoWeek(number: number): string {
  // A week belongs to the year of its Thursday.
  const thursday = number + 4 - weekdayAt(number);
  const { year } = dayAt(thursday);
  const week = Math.floor((thursday - dayNumber({ year, month: 1, day: 1 })) / 7) + 1;
  return `${isoYear(year)}-W${padded(week, 2)}`;
}

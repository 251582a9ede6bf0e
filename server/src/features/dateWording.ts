import { monthName, weekdayName, weekdayOf } from '../claims/dates/calendar';

/**
 * A date in words, with its weekday: "Monday, June 23, 2025", "June 2025", "2024".
 * @param iso ISO 8601: a day, a month, a year, or two of them with a slash between.
 * @param text how the article has it.
 * @returns null where the article has it as exactly, and for what is no such date.
 */
export function describeDay(iso: string, text: string): string | null {
  const ends = iso.split('/').map(describeOne);
  const described = ends.every((end) => end !== null) ? ends.join(' to ') : '';
  return described === '' || saysAsMuch(text, described) ? null : described;
}

function describeOne(iso: string): string | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?$/.exec(iso) ?? [];
  if (year === '') return null;
  if (month === undefined) return year;
  const name = monthName(Number(month));
  if (name === '') return null;
  if (day === undefined) return `${name} ${year}`;
  const weekday = weekdayOf(`${year}-${month}-${day}`);
  // February 30 is no day.
  return weekday === null ? null : `${weekdayName(weekday)}, ${name} ${Number(day)}, ${year}`;
}

/** Whether the article's words hold all parts of the date; of a day with its weekday the year is no news. */
function saysAsMuch(text: string, described: string): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}+|\d+/gu));
  const parts = described.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return (parts.length === 4 ? parts.slice(0, 3) : parts).every((part) => words.has(part));
}

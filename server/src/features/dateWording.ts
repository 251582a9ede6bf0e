const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

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
  const name = months[Number(month) - 1];
  if (name === undefined) return null;
  if (day === undefined) return `${name} ${year}`;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  // February 30 is no day.
  if (date.getUTCDate() !== Number(day)) return null;
  return `${weekdays[date.getUTCDay()] ?? ''}, ${name} ${Number(day)}, ${year}`;
}

/** Whether the article's words hold all parts of the date; of a day with its weekday the year is no news. */
function saysAsMuch(text: string, described: string): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}+|\d+/gu));
  const parts = described.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  return (parts.length === 4 ? parts.slice(0, 3) : parts).every((part) => words.has(part));
}

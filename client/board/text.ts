/** Puts values into a sentence of the editor's language: `fill('{0} of {1} rows', 12, 85)`. */
export const fill = (sentence: string, ...values: readonly (string | number)[]): string =>
  sentence.replace(/\{(\d+)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));

/** One sentence for one, another for any other number. */
export const counted = (count: number, one: string, many: string): string => fill(count === 1 ? one : many, count);

/**
 * A day, or a day and a time, as people in that language write it. The time is the one that the article gives, wherever it
 * was. What is no date comes back as it is.
 */
export function dayText(iso: string, language: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d))?)?/.exec(iso) ?? [];
  if (!year || !month) return iso;
  const at = new Date(`${year}-${month}-${day ?? '01'}T${time ?? '00:00'}Z`);
  if (Number.isNaN(at.getTime())) return iso;
  const form: Intl.DateTimeFormatOptions = day
    ? { dateStyle: 'medium', ...(time ? { timeStyle: 'short' } : {}) }
    : { year: 'numeric', month: 'long' };
  return new Intl.DateTimeFormat(language, { ...form, timeZone: 'UTC' }).format(at);
}

/** When a point of a timeline was, in ms; NaN for what is no date. */
export const timeOf = (iso: string): number => Date.parse(/^\d{4}$/.test(iso) ? `${iso}-01` : iso);

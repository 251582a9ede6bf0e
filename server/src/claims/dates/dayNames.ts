import { gap, matchAt, monthNumber, stated, sticky, weekdayNumber, type Parsed } from './grammar';

const partOfDay = sticky(`${gap}(?:morning|afternoon|evening|night|lunchtime)(?![a-z])`);
/** Days with a name of their own: no day of the week to check. */
const dayNamers =
  /(?:^|[^A-Za-z])(?:Black|Good|Ash|Super|Bloody|Palm|Fat|Cyber|Giving|Easter|Holy|Maundy|Shrove|Whit|Red|Spy|Small Business|Freaky|Ruby|Casual|Taco|First|Sheffield|Meatless|Throwback|Manic|Blue|Any Given)\s$/i;
/** What follows a weekday in the name of a programme, a paper or a song. */
const titleAfter =
  /^\s(?:(?:Night|Morning|Afternoon|Evening|Prayer|NIGHT)\s(?:[A-Z][a-z]+)|Times|Mirror|Express|Mail|Telegraph|Post|Herald|Independent|Sun|Star|Tribune|World|People|Agreement|School|Mass|Premiere|Addams|Club|Funday)(?![a-z])/;
const recurring = /(?:^|[^a-z])(?:every|each|any|most|a|alternate|per)\s(?:other\s)?$/i;

/** Reads a weekday that stands without a date: "Monday", "Thursday night". */
export function readWeekday(text: string, start: number, end: number): Parsed | null {
  const name = text.slice(start, end);
  const weekday = weekdayNumber(name);
  const before = text.slice(Math.max(0, start - 24), start);
  if (weekday === null || dayNamers.test(before) || recurring.test(before)) return null;
  if (titleAfter.test(text.slice(end, end + 32)) && !/\n/.test(text.slice(end, end + 2))) return null;
  // "Black-Friday-style", "Friday-to-Sunday": a compound names no day of its own.
  if (
    /^[-–][a-z]/i.test(text.slice(end, end + 2)) &&
    !/^[-–](?:morning|night|afternoon|evening)/i.test(text.slice(end, end + 10))
  )
    return null;
  const part = matchAt(partOfDay, text, end);
  return { start, end: part ? partOfDay.lastIndex : end, kind: 'date', meaning: stated({ weekday }) };
}

/** What leads to a month and hardly to a person of that name. */
const monthCue =
  /(?:^|[^a-z])(?:in|by|since|until|till|through|during|last|next|this|early|late|mid|of|between|from|before|after|and|to|or|for|end of)(?:[\s-]|\s(?:early|late|mid)[\s-])$/i;
/** What leads to a month even where the name is a person's as well. */
const firmCue =
  /(?:^|[^a-z])(?:in|since|until|till|during|last|next|early|late|mid|end of|beginning of|start of|middle of|month of)(?:[\s-]|\s(?:early|late|mid)[\s-])$/i;
const alsoNames = new Set([3, 4, 5, 6, 8, 1]);

/**
 * Reads a month that stands without day and year, where a word before it shows that it is one: "in May", "by December".
 * @param hasNamesake whether the article has a person of that name.
 */
export function readMonth(
  text: string,
  start: number,
  end: number,
  hasNamesake: (name: string) => boolean,
): Parsed | null {
  const name = text.slice(start, end);
  const month = monthNumber(name);
  if (month === null || !/^[A-Z]/.test(name)) return null;
  const before = text.slice(Math.max(0, start - 28), start);
  const after = text.slice(end, end + 24);
  if (
    /^\s(?:Madness|Day|Fools|Wilson|Carter|Queen|Pole|Revolution)(?![a-z])/.test(after) ||
    /^[-–][A-Za-z]/.test(after)
  )
    return null;
  if (alsoNames.has(month)) {
    if (!firmCue.test(before)) return null;
    // "In May Johnson’s house": a surname follows.
    if (
      /^\s[A-Z][a-z]+(?:['’]s)?\s/.test(after) &&
      !/^\s(?:The|He|She|It|They|We|A|I|President|Prime|Mr|Ms|Mrs|Dr)\b/.test(after) &&
      hasNamesake(name)
    )
      return null;
    if (hasNamesake(name)) return null;
  } else if (!monthCue.test(before) && !/^['’]s\b/.test(after)) return null;
  return { start, end, kind: 'date', meaning: stated({ month }) };
}

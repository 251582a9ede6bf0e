import {
  gap,
  joint,
  matchAt,
  monthNames,
  monthNumber,
  nothingStated,
  stated,
  sticky,
  weekdayNumber,
  type Parsed,
} from './grammar';
import { weekdayOfWeek } from './relative';

const partOfDay = sticky(`${gap}(?:morning|afternoon|evening|night|lunchtime)(?![a-z])`);
const weekPointer = sticky(`,?${gap}(?:of${gap})?(last|this|next)${gap}week(?![a-z])`);
/** Days with a name of their own: no day of the week to check. */
const dayNamers =
  /(?:^|[^A-Za-z])(?:Black|Good|Ash|Super|Bloody|Palm|Fat|Cyber|Giving|Easter|Holy|Maundy|Shrove|Whit|Red|Spy|Small Business|Freaky|Ruby|Casual|Taco|First|Sheffield|Meatless|Throwback|Manic|Blue|Any Given|Patch|Bowl|Selection|Championship)\s$/i;
/** What follows a weekday in the name of a programme, a paper or a song. */
const titleAfter =
  /^\s(?:(?:Night|Morning|Afternoon|Evening|Prayer|NIGHT)\s(?:[A-Z][a-z]+)|Times|Mirror|Express|Mail|Telegraph|Post|Herald|Independent|Sun|Star|Tribune|World|People|Agreement|School|Mass|Premiere|Addams|Club|Funday)(?![a-z])/;
const recurring = /(?:^|[^a-z])(?:every|each|any|most|alternate|per)\s(?:other\s)?$/i;
/** "On a Friday" names none; "a Friday briefing" does. */
const article = /(?:^|[^a-z])a\s$/i;
const nounOfDay = /^\s(?!when|that|in|and|or|at|night|morning|evening|afternoon)[a-z]{3,}/;

/** Reads a weekday that stands without a date: "Monday", "Thursday night". */
export function readWeekday(text: string, start: number, end: number): Parsed | null {
  const name = text.slice(start, end);
  const weekday = weekdayNumber(name);
  const before = text.slice(Math.max(0, start - 24), start);
  if (weekday === null || dayNamers.test(before) || recurring.test(before)) return null;
  if (article.test(before) && !nounOfDay.test(text.slice(end, end + 12))) return null;
  if (titleAfter.test(text.slice(end, end + 32)) && !text.slice(end, end + 2).includes('\n')) return null;
  // "Black-Friday-style", "Friday-to-Sunday": a compound names no day of its own.
  if (
    /^[-–][a-z]/i.test(text.slice(end, end + 2)) &&
    !/^[-–](?:morning|night|afternoon|evening)/i.test(text.slice(end, end + 10))
  )
    return null;
  const ofWeek = matchAt(weekPointer, text, end);
  if (ofWeek) {
    const step = ofWeek[1]?.toLowerCase() === 'last' ? -1 : ofWeek[1]?.toLowerCase() === 'next' ? 1 : 0;
    return { start, end: weekPointer.lastIndex, kind: 'date', meaning: weekdayOfWeek(weekday, step) };
  }
  const part = matchAt(partOfDay, text, end);
  return { start, end: part ? partOfDay.lastIndex : end, kind: 'date', meaning: stated({ weekday }) };
}

/** What leads to a month and hardly to a person of that name. */
const monthCue =
  /(?:^|[^a-z])(?:in|by|since|until|till|through|during|last|next|this|that|early|late|mid|recently as|soon as|of|between|from|before|after|and|to|or|for|the|a)[\s-]$/i;
/** What leads to a month even where its name is a person’s or another word’s as well. */
const firmCue =
  /(?:^|[^a-z])(?:in|by|since|until|till|during|last|next|that|early|late|mid|recently as|soon as|(?:end|beginning|start|middle|month) of)[\s-]$/i;
/** "The June vote": between an article and a noun. */
const articleBefore = /(?:^|[^a-z])(?:the|a)\s$/i;
const nounAfter = /^\s[a-z]{3,}/;
const sayingAfter = /^\s(?:said|says|told|was|has|had|will|would|and)(?![a-z])/;
const alsoNames = new Set([1, 3, 4, 5, 6, 8]);
const nameAfter = /^\s(?:Madness|Day|Fools|Revolution)(?![a-z])|^[-–][A-Za-z]/;
const rangeOfMonths = sticky(
  `(?:${joint}|(${gap}and${gap}))(?:the${gap}(?:end|start|beginning|middle)${gap}of${gap})?(?:early${gap}|late${gap}|mid-)?(${monthNames})(?![a-z])\\.?(?!,?${gap}[0-9])`,
);
const opensRange = /(?:^|[^a-z])(from|between)\s(?:(?:early|late)\s|mid-|the\s(?:end|start|beginning|middle)\sof\s)?$/i;

/**
 * Reads a month that stands without day and year, where a word before it shows that it is one: "in May", "by December",
 * "the November vote"; or a range of them, "from May to September".
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
  const before = text.slice(Math.max(0, start - 32), start);
  const after = text.slice(end, end + 24);
  const range = matchAt(rangeOfMonths, text, end);
  if (range) {
    const to = monthNumber(range[2] ?? '');
    const opener = opensRange.exec(before)?.[1]?.toLowerCase();
    const isHyphen = /^[-–]/.test(range[0]);
    if (to !== null && (range[1] ? opener === 'between' : opener === 'from' || isHyphen)) {
      const last = text.charAt(rangeOfMonths.lastIndex - 1) === '.' && (range[2] ?? '').length > 4 ? 1 : 0;
      return {
        start,
        end: rangeOfMonths.lastIndex - last,
        kind: 'date',
        meaning: { type: 'range', from: { ...nothingStated, month }, to: { ...nothingStated, month: to } },
      };
    }
  }
  if (nameAfter.test(after) || /(?:fourth|4th)\sof\s$/i.test(before)) return null;
  const isAttribute = articleBefore.test(before) && nounAfter.test(after) && !sayingAfter.test(after);
  if (alsoNames.has(month)) {
    if ((!firmCue.test(before) && !isAttribute) || hasNamesake(name)) return null;
  } else if (articleBefore.test(before) ? !isAttribute : !monthCue.test(before) && !/^['’]s(?![a-z])/.test(after))
    return null;
  return { start, end, kind: 'date', meaning: stated({ month }) };
}

import type { Dateline } from '../figures/model';
import { isDigit, isLetter } from '../characters';
import type { Paragraph } from '../model';
import { isDay, isoDay } from './calendar';
import { readCalendarDate, readNumericDate } from './calendarDates';
import { gap, monthNames, weekdayNames, yearDigits, type Parsed } from './grammar';

/** A dateline stands among the first lines, or in a note at the very end. */
const firstParagraphs = 8;
/** A line of date and byline is short; a running paragraph may only open with its dateline. */
const longestLine = 200;

const comma = `,?(?:${gap})?`;
const fullDate = new RegExp(
  `(?:${monthNames}\\.?${gap}[0-9]{1,2}(?:st|nd|rd|th)?${comma}${yearDigits}|[0-9]{1,2}(?:st|nd|rd|th)?[ -](?:of )?${monthNames}\\.?[ ,-]{1,2}${yearDigits}|${yearDigits}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}[/.][0-9]{1,2}[/.]${yearDigits})`,
  'gi',
);
/** What the rest of a word or a number stands behind, beyond ASCII. */
const goesOn = /[\p{L}\p{N}]$/u;
const clock = '(?:[0-2]?[0-9][:.][0-5][0-9](?::[0-9]{2})?|[0-9]{1,2})(?:\\s?[ap]\\.?m\\.?)?(?:\\s\\(?[A-Z]{2,4}\\)?)?';
const beforeDate = `(?:\\s*(?:on|at|online|:|,|-|–|—|\\||${weekdayNames}\\.?|${clock}))*\\s*$`;

/** What a line says before the day it was published, from the line’s beginning or a divider on. */
const publication = new RegExp(
  `(?:^|[|•·●—–\\n]|\\.\\s)\\s*(?:\\(?(?:this|the)\\s(?:article|story|post|piece|report|column|transcript|text|interview)\\s(?:was|has been)\\s)?(?:(?:first|last|originally|article|story|date)\\s)*(?:posted|published|publication date|updated|modified|filed|issued|released?|created|dated|date|appeared|print edition|for immediate release)(?![a-z])${beforeDate}`,
  'i',
);
const inPrint = /^A version of this (?:article|story) appear(?:s|ed) in print (?:on )?(?:\p{L}+, )?$/iu;
/** A place in capitals or a short name of one, as it opens a wire report: "LONDON, Oct. 24, 2024 (Reuters) -". */
const place = /^[\p{Lu}][\p{Lu}.'’ -]{2,40}(?:, ?[\p{L}.]+){0,2}[,—–(-]?\s*\(?(?:\p{L}+,\s)?$/u;
const onlyDay = new RegExp(
  `^[\\s(•*#|-]*(?:${weekdayNames}\\.?,?\\s*)?(?:${clock}[\\s,|-]+)?(?:${weekdayNames}\\.?,?\\s*)?$`,
  'iu',
);
/** A clock behind the date, or the word that it was changed since: a stamp that a system set. */
const stamp = new RegExp(
  `^,?\\s*(?:(?:at\\s|[|•·-]\\s*)?[0-2]?[0-9][:.][0-5][0-9](?:\\s?[ap]\\.?m\\.?)?(?:\\s\\(?[A-Z]{1,4}\\)?)?\\s*$|(?:last\\s)?updated(?![a-z]))`,
  'iu',
);
const byline = /^(?:by|from|reported by|written by)\s\p{Lu}/iu;
const dividedLine = new RegExp(`(?:[,|•·●—–-]|\\s{2,}|\\t)\\s*(?:${weekdayNames}\\.?,?\\s*)?$`, 'iu');

/**
 * The day that the article gives as its own ("Posted 11:02 p.m. June 9, 2025"), or null where it gives none. Only a full
 * date counts, and only where the line is there for its sake: a date inside a sentence is part of the news.
 */
export function findDateline(text: string, paragraphs: readonly Paragraph[]): Dateline | null {
  const count = paragraphs.length;
  for (let i = 0; i < Math.min(count, firstParagraphs); i++) {
    const paragraph = paragraphs[i];
    const found = paragraph && datelineIn(text, paragraph, i, false);
    if (found) return found;
  }
  const last = count > firstParagraphs ? paragraphs[count - 1] : undefined;
  return last ? datelineIn(text, last, count - 1, true) : null;
}

function datelineIn(text: string, paragraph: Paragraph, index: number, isLast: boolean): Dateline | null {
  const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + longestLine));
  const isWhole = paragraph.end - paragraph.start <= longestLine;
  // Patterns that look for dates everywhere are dear, and few lines have a year.
  if (!holdsYear(line)) return null;
  fullDate.lastIndex = 0;
  for (let match = fullDate.exec(line); match; match = fullDate.exec(line)) {
    if (isRest(line, match.index)) {
      fullDate.lastIndex = match.index + 1;
      continue;
    }
    const parsed = readCalendarDate(line, match.index, 2000) ?? readNumericDate(line, match.index, 2000);
    const iso = parsed && dayOf(parsed);
    if (!parsed || iso === null) continue;
    const before = line.slice(0, match.index);
    const after = line.slice(parsed.end);
    if (
      publication.test(before) ||
      ((before.charCodeAt(0) | 32) === 97 && inPrint.test(before)) ||
      (!isLast && opensLine(before, after, paragraph, index, isWhole))
    ) {
      return { start: paragraph.start + match.index, end: paragraph.start + parsed.end, iso };
    }
  }
  return null;
}

/** Whether four digits in a row may be a year: the first of them is a one or a two. */
function holdsYear(line: string): boolean {
  let run = 0;
  for (let i = line.length - 1; i >= 0; i--) {
    const code = line.charCodeAt(i);
    run = isDigit(code) ? run + 1 : 0;
    if (run >= 4 && code < 51) return true;
  }
  return false;
}

/** Whether what begins at the place in the line is the rest of a word, a number or a path. */
function isRest(line: string, at: number): boolean {
  if (at === 0) return false;
  const code = line.charCodeAt(at - 1);
  if (code >= 128) return goesOn.test(line.slice(0, at));
  return isLetter(code) || isDigit(code) || (code >= 45 && code <= 47);
}

function dayOf(parsed: Parsed): string | null {
  if (parsed.meaning.type !== 'stated') return null;
  const { year, month, day } = parsed.meaning.date;
  return year !== null && month !== null && day !== null && isDay(year, month, day)
    ? isoDay({ year, month, day })
    : null;
}

/** Whether a line with a date that says no more of it is there for the date’s sake. */
function opensLine(before: string, after: string, paragraph: Paragraph, index: number, isWhole: boolean): boolean {
  if (/^\)?\s*(?:\(|[-—–:]|$)/.test(after) && place.test(before)) return true;
  // "PORT SORREL (Dec. 3, 2015) – ", also where a page's title runs into it.
  if (before.endsWith('(') && /^\)\s*[-—–]/.test(after) && !isRunning(before.slice(-40))) return true;
  if (!isWhole || (/[.!?]["”’]?$/.test(after) && !/[ap]\.m\.$/i.test(after))) return false;
  const isFurniture = paragraph.kind === 'heading' || paragraph.kind === 'byline';
  if (!isFurniture && !/[ap]\.m\.$/i.test(after)) return false;
  if (before.length <= 40 && stamp.test(after) && !isRunning(before)) return true;
  if (onlyDay.test(before)) return !isRunning(after) || (index === 0 && after.trim() === '');
  if (byline.test(before)) return !isRunning(after);
  return dividedLine.test(before) && !isRunning(after) && before.length < 90 && !isRunning(before);
}

/** Whether words run like a sentence: several small ones in a row. */
function isRunning(words: string): boolean {
  return /(?:^|\s)\p{Ll}[\p{Ll}’']+\s\p{Ll}[\p{Ll}’']+(?:\s|$)/u.test(words) || words.length > 110;
}

import type { StatedDate } from '../figures/model';
import { isDay } from './calendar';
import {
  fullYear,
  gap,
  joint,
  matchAt,
  monthNames,
  monthNumber,
  noMoreDigits,
  nothingStated,
  ordinalNumber,
  ordinalWords,
  sticky,
  weekdayNames,
  weekdayNumber,
  yearDigits,
  type Meaning,
  type Parsed,
} from './grammar';

/** The parts of a date and where it ends; `to` is the other end of a range. */
interface Parts {
  readonly end: number;
  readonly date: StatedDate;
  readonly to: StatedDate | null;
}

const monthName = sticky(`(${monthNames})(?![a-z])\\.?`);
const dayNumeral = `([0-9]{1,2})(?:st|nd|rd|th)?${noMoreDigits}(?!${gap}(?:percent|per cent|million|billion|people)\\b|\\s?[ap]\\.?m\\b)`;
const dayAfterMonth = sticky(`(?:,?${gap}(?:the${gap})?|[-/])${dayNumeral}`);
const dayWordAfterMonth = sticky(
  `${gap}(?:the${gap})?(${ordinalWords})(?![a-z-])(?=,|\\.|$|${gap}[0-9]{4}|${gap}(?:to|through|and|at|in)${gap})`,
);
const secondDay = sticky(`${joint}(?:the${gap})?(?:(${monthNames})\\b\\.?${gap})?${dayNumeral}`);
const yearAfter = sticky(
  `(?:(?:${gap})?,(?:${gap})?|${gap}(?:of${gap}|in${gap})?|[-/])(${yearDigits})(?!['’]?s\\b)(?![0-9]|[.,][0-9]|%)`,
);
const shortYearAfter = sticky(`,?${gap}['’‘]([0-9]{2})(?![0-9a-z])`);
const dayBeforeMonth = sticky(
  `(?:([0-9]{1,2})(?:st|nd|rd|th)?(?:${joint}|${gap}and${gap}))?([0-9]{1,2}|${ordinalWords})(?:st|nd|rd|th)?(?:${gap}|[-/])(?:day${gap})?(?:of${gap})?(${monthNames})(?![a-z])\\.?`,
);
const dayFirstEnd = sticky(`${joint}([0-9]{1,2})(?:st|nd|rd|th)?${gap}(?:of${gap})?(${monthNames})(?![a-z])`);
const weekdayName = sticky(`(${weekdayNames})(?![a-z])\\.?`);
const afterWeekday = sticky(
  `(?:${gap}(?:morning|afternoon|evening|night))?(?:(?:,(?:${gap})?|${gap}\\(?)(?:on${gap})?|/)(?:the${gap})?`,
);
const weekdayBehind = sticky(`${gap}\\((${weekdayNames})\\)|,${gap}a${gap}(${weekdayNames})(?![a-z])`);
const dayAlone = sticky(`,?${gap}(?:the${gap})?([0-9]{1,2})(?:st|nd|rd|th)(?![a-z0-9-])`);

/** Month names that are words of other meanings in small letters. */
const isPlainMonth = (name: string): boolean =>
  name !== 'may' && name !== 'march' && name !== 'mar' && name !== 'august';

/**
 * Reads a date that names its month and day, from its weekday to its year, or a range of such dates: "Monday, June 23",
 * "9 June 2025", "the 9th of June" (from the numeral on), "June 3-5, 2025".
 * @param at where its first word or digit stands.
 * @param thisYear for years of two digits.
 */
export function readCalendarDate(text: string, at: number, thisYear: number): Parsed | null {
  const weekday = matchAt(weekdayName, text, at);
  if (!weekday) {
    const parts = readMonthAndDay(text, at, thisYear);
    return parts && finish(text, at, parts, null);
  }
  const number = weekdayNumber(weekday[1] ?? '');
  const bridge = matchAt(afterWeekday, text, weekdayName.lastIndex);
  if (bridge) {
    const parts = readMonthAndDay(text, afterWeekday.lastIndex, thisYear);
    if (parts) {
      const closes = bridge[0].includes('(') && text.charAt(parts.end) === ')';
      if (closes || !bridge[0].includes('('))
        return finish(text, at, closes ? { ...parts, end: parts.end + 1 } : parts, number);
    }
  }
  const day = matchAt(dayAlone, text, at + weekday[0].length);
  if (day && mayBeDay(Number(day[1]))) {
    return {
      start: at,
      end: dayAlone.lastIndex,
      kind: 'date',
      meaning: { type: 'stated', date: { ...nothingStated, weekday: number, day: Number(day[1]) }, direction: null },
    };
  }
  return null;
}

function readMonthAndDay(text: string, at: number, thisYear: number): Parts | null {
  return readMonthFirst(text, at, thisYear) ?? readDayFirst(text, at, thisYear);
}

/** Days that have become the name of what happened on them. */
const eventAfter = sticky(
  `['’]?s?${gap}(?:terror(?:ist)?${gap})?(?:attacks?|attackers?|terror\\w*|hijack\\w*|victims?|survivors?|riot\\w*|insurrection\\w*|massacres?|committee|commission|memorial|families|first${gap}responders)(?![a-z])`,
);
const eventBefore = /(?:^|[^a-z])(?:attacks?|events|victims|anniversary|terrorism|riots?|insurrection)\s(?:of|on)\s$/i;

function finish(text: string, start: number, parts: Parts, weekday: number | null): Parsed | null {
  if (parts.to === null && parts.date.year === null && weekday === null) {
    if (matchAt(eventAfter, text, parts.end) || eventBefore.test(text.slice(Math.max(0, start - 24), start)))
      return null;
  }
  let end = parts.end;
  let own = weekday;
  if (own === null && parts.to === null) {
    const behind = matchAt(weekdayBehind, text, end);
    if (behind) {
      own = weekdayNumber(behind[1] ?? behind[2] ?? '');
      end = weekdayBehind.lastIndex;
    }
  }
  const date = { ...parts.date, weekday: own };
  const meaning: Meaning = parts.to
    ? { type: 'range', from: date, to: parts.to }
    : { type: 'stated', date, direction: null };
  return { start, end, kind: 'date', meaning };
}

function readMonthFirst(text: string, at: number, thisYear: number): Parts | null {
  const name = matchAt(monthName, text, at);
  const month = name && isPlainMonth(name[1] ?? '') ? monthNumber(name[1] ?? '') : null;
  if (month === null) return null;
  const afterName = monthName.lastIndex;
  const numeral = matchAt(dayAfterMonth, text, afterName);
  const word = numeral ? null : matchAt(dayWordAfterMonth, text, afterName);
  const day = numeral ? Number(numeral[1]) : ordinalNumber(word?.[1] ?? '');
  if (day === null || !mayBeDay(day)) return null;
  let end = numeral ? dayAfterMonth.lastIndex : dayWordAfterMonth.lastIndex;

  let first: StatedDate = { ...nothingStated, month, day };
  const early = readYear(text, end, thisYear);
  if (early) first = { ...first, year: early.year };
  let to: StatedDate | null = null;
  const second = matchAt(secondDay, text, early?.end ?? end);
  if (second) {
    const lastMonth = second[1] ? monthNumber(second[1]) : month;
    const lastDay = Number(second[2]);
    const ordered = lastMonth !== month || lastDay > day;
    if (lastMonth !== null && ordered && mayBeDay(lastDay) && (second[1] || !early)) {
      to = { ...nothingStated, month: lastMonth, day: lastDay };
      end = secondDay.lastIndex;
    }
  }
  if (!to) return { date: first, to: null, end: early?.end ?? end };
  const late = readYear(text, end, thisYear);
  const year = late?.year ?? null;
  return {
    date: { ...first, year: first.year ?? year },
    to: { ...to, year: year ?? first.year },
    end: late?.end ?? end,
  };
}

function readDayFirst(text: string, at: number, thisYear: number): Parts | null {
  const match = matchAt(dayBeforeMonth, text, at);
  if (!match || !isPlainMonth(match[3] ?? '')) return null;
  let end = dayBeforeMonth.lastIndex;
  // "Fifteen of the 19 Sept. 11 hijackers": the month belongs to the day behind it.
  if (matchAt(dayAfterMonth, text, end) && matchAt(eventAfter, text, dayAfterMonth.lastIndex)) return null;
  const month = monthNumber(match[3] ?? '');
  const day = ordinalNumber(match[2] ?? '');
  const from = match[1] ? Number(match[1]) : null;
  if (month === null || day === null || !mayBeDay(day)) return null;
  if (from !== null && (from >= day || from < 1)) return null;
  const year = readYear(text, end, thisYear);
  if (year) end = year.end;
  else if (text.charAt(end - 1) === '.') {
    // A full stop after a month's whole name ends the sentence.
    if (/^(?:may|june|july|.{5,})$/i.test(match[3] ?? '')) end--;
  }
  const last = { ...nothingStated, month, day, year: year?.year ?? null };
  // The holiday goes by its date, on whatever weekend it is kept.
  if (year === null && /^fourth$/i.test(match[2] ?? '') && month === 7) return null;
  if (from !== null) return { end, date: { ...last, day: from }, to: last };
  const second = matchAt(dayFirstEnd, text, end);
  const lastMonth = second ? monthNumber(second[2] ?? '') : null;
  if (!second || lastMonth === null || !mayBeDay(Number(second[1]))) return { end, date: last, to: null };
  const late = readYear(text, dayFirstEnd.lastIndex, thisYear);
  const to = { ...nothingStated, month: lastMonth, day: Number(second[1]), year: late?.year ?? last.year };
  return { end: late?.end ?? dayFirstEnd.lastIndex, date: { ...last, year: last.year ?? late?.year ?? null }, to };
}

function readYear(text: string, at: number, thisYear: number): { readonly year: number; readonly end: number } | null {
  const full = matchAt(yearAfter, text, at);
  if (full) return { year: Number(full[1]), end: yearAfter.lastIndex };
  const short = matchAt(shortYearAfter, text, at);
  return short ? { year: fullYear(Number(short[1]), thisYear), end: shortYearAfter.lastIndex } : null;
}

/** 31 June is read as a date as well: the fault is the copy’s, and an editor wants to see it. */
const mayBeDay = (day: number): boolean => day >= 1 && day <= 31;
const secondMonth = sticky(`(?:${joint}|${gap}and${gap})(${monthNames})(?![a-z])\\.?`);

/**
 * Reads a month with its year, or a range of months with one: "April 2022", "June of 2018", "May to July 2024".
 * @param at where the month's name stands.
 */
export function readMonthAndYear(text: string, at: number, thisYear: number): Parsed | null {
  const name = matchAt(monthName, text, at);
  const month = name && isPlainMonth(name[1] ?? '') ? monthNumber(name[1] ?? '') : null;
  if (month === null) return null;
  const end = monthName.lastIndex;
  const year = readYear(text, end, thisYear);
  const second = matchAt(secondMonth, text, year?.end ?? end);
  const to = second ? monthNumber(second[1] ?? '') : null;
  if (second && to !== null) {
    const late = readYear(text, secondMonth.lastIndex, thisYear);
    if (late) {
      return {
        start: at,
        end: late.end,
        kind: 'date',
        meaning: {
          type: 'range',
          from: { ...nothingStated, month, year: year?.year ?? (month > to ? late.year - 1 : late.year) },
          to: { ...nothingStated, month: to, year: late.year },
        },
      };
    }
  }
  if (!year) return null;
  return {
    start: at,
    end: year.end,
    kind: 'date',
    meaning: { type: 'stated', date: { ...nothingStated, month, year: year.year }, direction: null },
  };
}

const isoDate = sticky(`([12][0-9]{3})-([01][0-9])-([0-3][0-9])(?:T[0-9:.,]+(?:Z|[+-][0-9:]+)?)?(?![0-9-])`);
const numericDate = sticky(
  `([0-9]{1,2})([/.-])([0-9]{1,2})\\2((?:19|20)[0-9]{2}|(?<=/)[0-9]{2})(?![0-9/a-z-]|[.,][0-9])`,
);

/**
 * Reads a date in digits alone: "2024-10-24", "10/24/2024", "24.10.2024". Where day and month can't be told apart it
 * states neither, only the year.
 */
export function readNumericDate(text: string, at: number, thisYear: number): Parsed | null {
  const iso = matchAt(isoDate, text, at);
  if (iso) {
    const [year, month, day] = [Number(iso[1]), Number(iso[2]), Number(iso[3])];
    if (!isDay(year, month, day)) return null;
    return numeric(at, isoDate.lastIndex, { ...nothingStated, year, month, day });
  }
  const match = matchAt(numericDate, text, at);
  if (!match) return null;
  const [a, b, last] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const year = last < 100 ? fullYear(last, thisYear) : last;
  const american = isDay(year, a, b) && match[2] !== '.';
  const european = isDay(year, b, a);
  const date = { ...nothingStated, year };
  const end = numericDate.lastIndex;
  if (american && european && a !== b) return numeric(at, end, date);
  if (american) return numeric(at, end, { ...date, month: a, day: b });
  return european ? numeric(at, end, { ...date, month: b, day: a }) : null;
}

function numeric(start: number, end: number, date: StatedDate): Parsed {
  return { start, end, kind: 'date', meaning: { type: 'stated', date, direction: null } };
}

import { readCalendarDate } from './calendarDates';
import { dayAt, isoDay, isoMonth, isoWeek, isoYear, weekdayAt } from './calendar';
import {
  gap,
  matchAt,
  monthNames,
  monthNumber,
  nothingStated,
  smallNumber,
  sticky,
  weekdayNames,
  weekdayNumber,
  type Meaning,
  type Parsed,
} from './grammar';

const partOfDay = sticky(`${gap}(?:morning|afternoon|evening|night)(?![a-z])`);
const dayShift = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tonight', 0],
  ['tomorrow', 1],
]);
const aroundDay = /(?:^|[^a-z])the\sday\s(before|after)\s$/i;

/** Reads "yesterday", "tomorrow night", "the day before yesterday". */
export function readRelativeDay(text: string, start: number, end: number): Parsed | null {
  const shift = dayShift.get(text.slice(start, end).toLowerCase());
  if (shift === undefined || (/^['’]s/.test(text.slice(end, end + 2)) && shift === 0)) return null;
  // "USA Today", "Entertainment Tonight": a capital in the middle of a line.
  if (shift === 0 && text.charAt(start) === 'T' && /[A-Za-z]\s$/.test(text.slice(Math.max(0, start - 2), start)))
    return null;
  const around = aroundDay.exec(text.slice(Math.max(0, start - 16), start));
  const beyond = around && shift !== 0 ? (around[1]?.toLowerCase() === 'before' ? -1 : 1) : 0;
  const from = beyond !== 0 && around ? start - around[0].replace(/^[^t]/i, '').length : start;
  const part = matchAt(partOfDay, text, end);
  return {
    start: from,
    end: part ? partOfDay.lastIndex : end,
    kind: 'date',
    meaning: { type: 'relative', from: (today) => isoDay(dayAt(today + shift + beyond)) },
  };
}

const unitAfter = sticky(
  `${gap}(week|month|year|decade|century|weekend|quarter|night|evening|morning|afternoon)(?![a-z-])`,
);
const weekdayAfter = sticky(
  `${gap}(${weekdayNames})(?![a-z])\\.?(?:${gap}(?:morning|afternoon|evening|night)(?![a-z]))?`,
);
const ofAfter = sticky(`${gap}of(?![a-z])`);
const monthAfter = sticky(`${gap}(${monthNames})(?![a-z])\\.?`);

/** Which way a word points: -1 last, 0 this, 1 next. */
const steps = new Map([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);

const secondPointer = sticky(`this${gap}(past|coming|upcoming|last|next)(?![a-z])`);

/** Reads "last week", "next Thursday", "this month", "last May", "this past Monday". */
export function readPointedPeriod(text: string, start: number, end: number): Parsed | null {
  const word = text.slice(start, end).toLowerCase();
  const first = steps.get(word);
  if (first === undefined) return null;
  const second = word === 'this' ? matchAt(secondPointer, text, start) : null;
  if (second) {
    const beyond = readPointedPeriod(text, secondPointer.lastIndex - (second[1] ?? '').length, secondPointer.lastIndex);
    return beyond && { ...beyond, start };
  }
  return readPointed(text, start, end, word, first);
}

function readPointed(text: string, start: number, end: number, word: string, step: number): Parsed | null {
  // "This June 30, 2013", "last Friday, May 3": the date says more than the word.
  if (readCalendarDate(text, end + 1, 0)) return null;
  const weekday = matchAt(weekdayAfter, text, end);
  if (weekday && /^[A-Z]/.test(weekday[1] ?? '')) {
    const number = weekdayNumber(weekday[1] ?? '');
    if (number !== null) {
      const isNear = word !== 'last' && word !== 'next' && word !== 'previous';
      return found(start, trimmed(text, weekdayAfter.lastIndex), pointedWeekday(number, step, isNear));
    }
  }
  const month = matchAt(monthAfter, text, end);
  if (month && /^[A-Z]/.test(month[1] ?? '') && word !== 'past') {
    const number = monthNumber(month[1] ?? '');
    if (number !== null) {
      return found(start, trimmed(text, monthAfter.lastIndex), {
        type: 'stated',
        date: { ...nothingStated, month: number },
        direction: step < 0 ? 'past' : step > 0 ? 'future' : null,
      });
    }
  }
  const unit = matchAt(unitAfter, text, end);
  // "The last week of June", "the next year of the war".
  if (!unit || matchAt(ofAfter, text, unitAfter.lastIndex)) return null;
  // "The past year" is a stretch of time that runs up to now, "the previous night" goes by another day.
  if (word === 'past' || word === 'previous' || word === 'upcoming') return null;
  // "In the last year" is a stretch as well.
  if (/(?:^|[^a-z])(?:the|his|her|its|their|my|our|your)\s$/i.test(text.slice(Math.max(0, start - 7), start)))
    return null;
  const name = (unit[1] ?? '').toLowerCase();
  if (/^['’-]/.test(text.charAt(unitAfter.lastIndex)) && step === 0 && name === 'century') return null;
  return pointedUnit(start, unitAfter.lastIndex, name, step);
}

function trimmed(text: string, end: number): number {
  return text.charAt(end - 1) === '.' && !/^\s\p{Ll}/u.test(text.slice(end, end + 2)) ? end - 1 : end;
}

function found(start: number, end: number, meaning: Meaning): Parsed {
  return { start, end, kind: 'date', meaning };
}

function pointedWeekday(weekday: number, step: number, isNear: boolean): Meaning {
  return {
    type: 'relative',
    from: (today) => {
      const back = (weekdayAt(today) - weekday + 7) % 7 || 7;
      const ahead = (weekday - weekdayAt(today) + 7) % 7;
      if (step === 0) return isoDay(dayAt(today + ahead));
      // Yesterday is not "last Monday" to anybody, nor tomorrow "next Monday".
      if (step < 0) return isoDay(dayAt(today - (back === 1 && !isNear ? 8 : back)));
      return isoDay(dayAt(today + (ahead === 0 || (ahead === 1 && !isNear) ? ahead + 7 : ahead)));
    },
  };
}

function pointedUnit(start: number, end: number, unit: string, step: number): Parsed | null {
  const at = (from: (today: number) => string | null): Parsed => found(start, end, { type: 'relative', from });
  switch (unit) {
    case 'year':
      return at((today) => isoYear(dayAt(today).year + step));
    case 'month':
      return at((today) => monthsFrom(today, step));
    case 'week':
      return at((today) => isoWeek(today + 7 * step));
    case 'weekend':
      return at((today) => {
        const saturday = today + 6 - weekdayAt(today) + 7 * step;
        return `${isoDay(dayAt(saturday))}/${isoDay(dayAt(saturday + 1))}`;
      });
    case 'quarter':
      return at((today) => {
        const { year, month } = dayAt(today);
        const quarters = year * 4 + Math.floor((month - 1) / 3) + step;
        return `${isoYear(Math.floor(quarters / 4))}-Q${(quarters % 4) + 1}`;
      });
    case 'decade':
      return at((today) => `${isoYear(Math.floor(dayAt(today).year / 10) + step).slice(1)}X`);
    case 'century':
      return at((today) => `${isoYear(Math.floor(dayAt(today).year / 100) + step).slice(2)}XX`);
    case 'night':
    case 'evening':
    case 'morning':
    case 'afternoon':
      // "Next morning" goes by another day.
      return step > 0 ? null : at((today) => isoDay(dayAt(today + step)));
    default:
      return null;
  }
}

function monthsFrom(today: number, months: number): string {
  const { year, month } = dayAt(today);
  const count = year * 12 + month - 1 + months;
  return isoMonth(Math.floor(count / 12), (count % 12) + 1);
}

const agoPhrase =
  /(?:^|[^\p{L}\p{N}.,$£€-])((?:just|only|about|around|some|nearly|almost|roughly|over|more than|less than|at least)\s)?((?:a\s)?(?:few|couple(?:\sof)?)|several|many|(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty)|[0-9]{1,3})[\s-](?:and\sa\shalf\s)?(hour|day|week|month|year|decade|generation|centur)(?:s|y|ies)?\s$/iu;

/** What "ago" goes by, and how firmly the words before it say so. */
export interface Ago {
  readonly parsed: Parsed;
  /** Where the number begins, behind "more than" and the like. */
  readonly number: number;
  readonly bound: 'exact' | 'approx' | 'atLeast' | 'atMost';
}

/**
 * Reads "two weeks ago" from its last word back, as exactly as its unit: a day for days, a week for weeks, a year for
 * years.
 * @param at where "ago" stands, and `end` where it ends.
 */
export function readAgo(text: string, at: number, end: number): Ago | null {
  const match = agoPhrase.exec(text.slice(Math.max(0, at - 48), at));
  if (!match) return null;
  const [whole, hedge = '', amount = '', unit = ''] = match;
  const count = amountOf(amount);
  const start = at - whole.length + (/^[^\p{L}\p{N}]/u.test(whole) ? 1 : 0);
  const half = /and\sa\shalf/i.test(whole);
  const parsed = found(start, end, {
    type: 'relative',
    from: (today) => (count === null || half ? null : unitsAgo(today, count, unit.toLowerCase())),
  });
  return { parsed, number: start + hedge.length, bound: boundOfAgo(hedge.trim().toLowerCase()) };
}

/** "More than two years ago" is before that year: the date is no later. */
function boundOfAgo(hedge: string): Ago['bound'] {
  if (hedge === '' || hedge === 'just' || hedge === 'only') return 'exact';
  if (hedge === 'over' || hedge === 'more than' || hedge === 'at least') return 'atMost';
  return hedge === 'less than' ? 'atLeast' : 'approx';
}

function amountOf(words: string): number | null {
  if (/few|couple|several|many/i.test(words)) return null;
  const tens = ['twenty', 'thirty', 'forty', 'fifty'].indexOf(words.toLowerCase());
  return tens >= 0 ? (tens + 2) * 10 : smallNumber(words);
}

function unitsAgo(today: number, count: number, unit: string): string | null {
  switch (unit) {
    case 'day':
      return isoDay(dayAt(today - count));
    case 'week':
      return isoWeek(today - 7 * count);
    case 'month':
      return monthsFrom(today, -count);
    case 'year':
      return isoYear(dayAt(today).year - count);
    default:
      return null;
  }
}

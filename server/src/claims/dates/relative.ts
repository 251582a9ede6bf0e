import { readCalendarDate } from './calendarDates';
import { dayAt, isoDay, isoYear, weekdayAt } from './calendar';
import {
  gap,
  letter,
  lowerCase,
  matchAt,
  monthNames,
  monthNumber,
  noLetter,
  noLetterNorDigit,
  nothingStated,
  smallNumber,
  sticky,
  weekdayNames,
  weekdayNumber,
  type Meaning,
  type Parsed,
} from './grammar';
import { isoAfter, isoAt, pointedDay, type Grain } from './reckoning';
import { directionAt } from './surroundings';

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
    meaning: {
      type: 'relative',
      from: (today) => isoAt(today + (beyond === 0 ? shift : 2 * beyond), 'day'),
    },
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
      return found(start, trimmed(text, weekdayAfter.lastIndex), pointedWeekday(number, word));
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
  const ofWeek = name === 'week' ? matchAt(weekdayAfter, text, unitAfter.lastIndex) : null;
  const day = ofWeek && /^[A-Z]/.test(ofWeek[1] ?? '') ? weekdayNumber(ofWeek[1] ?? '') : null;
  if (day !== null) return found(start, trimmed(text, weekdayAfter.lastIndex), weekdayOfWeek(day, step));
  return pointedUnit(start, unitAfter.lastIndex, name, step);
}

/**
 * The weekday of last week, this or the next, each from Monday to Sunday. Own reckoning: parsers of dates take "Monday of
 * this week" for the next Monday.
 */
export function weekdayOfWeek(weekday: number, step: number): Meaning {
  return { type: 'relative', from: (today) => isoDay(dayAt(today - weekdayAt(today) + weekday + 7 * step)) };
}

function trimmed(text: string, end: number): number {
  return text.charAt(end - 1) === '.' && !/^\s\p{Ll}/u.test(text.slice(end, end + 2)) ? end - 1 : end;
}

function found(start: number, end: number, meaning: Meaning): Parsed {
  return { start, end, kind: 'date', meaning };
}

function pointedWeekday(weekday: number, word: string): Meaning {
  const pointer =
    word === 'coming' || word === 'upcoming' || word === 'this' ? 'this' : word === 'next' ? 'next' : 'last';
  return {
    type: 'relative',
    from: (today) => {
      const day = pointedDay(pointer, weekday, today);
      // Yesterday is not "last Monday" to anybody; "this past Monday" it may be.
      return isoDay(dayAt(word !== 'past' && pointer === 'last' && day === today - 1 ? day - 7 : day));
    },
  };
}

function pointedUnit(start: number, end: number, unit: string, step: number): Parsed | null {
  const at = (from: (today: number) => string | null): Parsed => found(start, end, { type: 'relative', from });
  switch (unit) {
    case 'year':
    case 'month':
    case 'week':
      return at((today) => isoAfter(today, step, unit));
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

const countWords =
  '(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|twenty|thirty|forty|fifty)|[0-9]{1,3}';
const stretchBefore = new RegExp(
  `(?:^|(?![.,$£€-])${noLetterNorDigit})((?:just|only|about|around|some|nearly|almost|roughly|over|more than|less than|at least)\\s)?((?:a\\s)?(?:few|couple(?:\\sof)?)|several|many|${countWords})[\\s-](?:and\\sa\\shalf\\s)?(hour|day|week|fortnight|month|year|decade|generation|centur)(?:s|y|ies)?\\s(from\\s)?$`,
);

const otherEnd = new RegExp(`(?:^|${noLetterNorDigit})(?:${countWords})(?:\\s(?:or|to)\\s|\\s?[-–]\\s?)$`);
const opensWithout = new RegExp(`^${noLetterNorDigit}`);

/** What "two weeks ago" goes by, and how firmly the words before it say so. */
export interface Stretch {
  readonly parsed: Parsed;
  /** Where the number begins, behind "more than" and the like. */
  readonly number: number;
  readonly bound: 'exact' | 'approx' | 'atLeast' | 'atMost';
}

/** A weekday behind it is the day that is meant, and two weeks may be: "a week ago Monday". */
const weekdayBehind = sticky(`${gap}(?:on${gap})?(?:${weekdayNames})(?![a-z])`);

/**
 * Reads "two weeks ago" or "two weeks from now" from its last word back, as exactly as its unit: a day for days, a week
 * for weeks, a year for years.
 * @param at where "ago" or "now" stands, and `end` where it ends.
 */
export function readStretch(text: string, at: number, end: number): Stretch | null {
  const match = stretchBefore.exec(lowerCase(text, at - 48, at));
  if (!match) return null;
  const [whole, hedge = '', amount = '', unit = '', from = ''] = match;
  const way = /^ago$/i.test(text.slice(at, end)) ? -1 : 1;
  if ((from !== '') !== way > 0) return null;
  const start = at - whole.length + (opensWithout.test(whole) ? 1 : 0);
  // "Two or three months ago" is a stretch with two ends.
  if (otherEnd.test(lowerCase(text, start - 14, start + hedge.length))) return null;
  const weekday = matchAt(weekdayBehind, text, end) ? weekdayBehind.lastIndex : 0;
  const isOpen = weekday > 0 || /and\sa\shalf/.test(whole);
  const parsed = found(start, Math.max(end, weekday), {
    type: 'relative',
    from: (today) => (isOpen ? null : stretchFrom(today, amount, unit, way)),
  });
  return { parsed, number: start + hedge.length, bound: boundOf(hedge.trim(), way) };
}

/** "More than two years ago" is before that year: the date is no later. */
function boundOf(hedge: string, way: number): Stretch['bound'] {
  if (hedge === '' || hedge === 'just' || hedge === 'only') return 'exact';
  if (hedge === 'over' || hedge === 'more than' || hedge === 'at least') return way < 0 ? 'atMost' : 'atLeast';
  if (hedge === 'less than') return way < 0 ? 'atLeast' : 'atMost';
  return 'approx';
}

const grains: ReadonlyMap<string, Grain> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['fortnight', 'week'],
  ['month', 'month'],
  ['year', 'year'],
]);

/** A few weeks, hours and decades settle no date. */
function stretchFrom(today: number, amount: string, unit: string, way: number): string | null {
  const count = amountOf(amount);
  const name = unit.toLowerCase();
  const grain = grains.get(name);
  if (count === null || grain === undefined) return null;
  return isoAfter(today, way * count * (name === 'fortnight' ? 2 : 1), grain);
}

function amountOf(words: string): number | null {
  if (/few|couple|several|many/i.test(words)) return null;
  return smallNumber(words);
}

const inStretch = sticky(`in${gap}(${countWords})${gap}(day|week|fortnight|month)s?(?:['’]${gap}time)?(?![a-z'’-])`);
/** "The third vote in two weeks", "twice in a month": how long something went on. */
const rate = new RegExp(
  `(?:^|${noLetter})(?:first|second|third|${letter}{2,}th|[0-9](?:st|nd|rd|th)|times?|once|twice|more|most|all|${letter}{3,}est)(?!${letter})[^.;!?]*$`,
);
const rateBehind = sticky(`${gap}(?:of|after|before|since|from)(?![a-z])`);

/**
 * Reads "in two weeks" where the sentence looks ahead: elsewhere, and without a day of writing to reckon from, it is a
 * length of time. Years are one too: "will be built in two years" says how long it takes.
 */
export function readAhead(text: string, start: number): Parsed | null {
  const match = matchAt(inStretch, text, start);
  if (!match) return null;
  const end = inStretch.lastIndex;
  if (matchAt(rateBehind, text, end) || rate.test(lowerCase(text, start - 48, start))) return null;
  if (directionAt(text, start, end, false) !== 'future') return null;
  return found(start, end, {
    type: 'relative',
    from: (today) => stretchFrom(today, match[1] ?? '', match[2] ?? '', 1),
  });
}

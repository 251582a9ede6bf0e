import { isoTime } from './calendar';
import { fixed, gap, lowerCase, matchAt, noLetterNorDigit, smallNumber, sticky, type Parsed } from './grammar';

const halfDay = '([ap])(?:\\.[ \\u00a0]?m\\b\\.?|m(?![a-z0-9]))';
const zone = `(?:${gap}\\(?(?:(?:Eastern|Central|Mountain|Pacific|Atlantic|Moscow|London|Paris|Beijing|Kyiv|local)(?:${gap}(?:Standard|Daylight|Summer))?${gap}Time|time|GMT|BST|UTC|CET|CEST|EET|EEST|[ECMP][SD]?T|IST|JST|AEST|AEDT)(?![a-z])\\)?)`;
const clockNumeral = '([01]?[0-9]|2[0-4])(?:[:.h]([0-5][0-9])(?::[0-5][0-9])?)?';
const withHalf = sticky(`${clockNumeral}[\\s\\u00a0\\u202f-]{0,2}${halfDay}`);
const rangeWithHalf = sticky(
  `${clockNumeral}(?:[\\s\\u00a0\\u202f]{0,2}${halfDay})?(?:[ \\u00a0]?[-–—][ \\u00a0]?|${gap}(?:to|until|till|through|and)${gap})${clockNumeral}[\\s\\u00a0\\u202f-]{0,2}${halfDay}`,
);
const bareClock = sticky(`([01]?[0-9]|2[0-4]):([0-5][0-9])(?::[0-5][0-9])?(?![0-9:%]|[.,][0-9])`);
const bareRange = sticky(
  `(?:[ ]?[-–—][ ]?|${gap}(?:to|until|and)${gap})([01]?[0-9]|2[0-4]):([0-5][0-9])(?![0-9:%]|[.,][0-9])`,
);
const dayPart = sticky(
  `${gap}(?:in${gap}the${gap}|that${gap}|this${gap}|at${gap})?(morning|afternoon|evening|night)(?![a-z])`,
);
const hourOfPart = sticky(`([1-9]|1[0-2])${gap}(?:in${gap}the|at)${gap}(morning|afternoon|evening|night)(?![a-z])`);
const military = sticky(
  `([01][0-9]|2[0-3])([0-5][0-9])(?:${gap})?(?:GMT|UTC|BST|CET|CEST|EST|EDT|hours|hrs|local${gap}time)(?![a-z])`,
);
/** "The 07.12 to Ouselwick", "at 07.12": with a point, only a timetable’s hours are told from decimals. */
const pointClock = sticky('([01]?[0-9]|2[0-3])\\.([0-5][0-9])(?![0-9:%]|[.,-][0-9]|[a-z])');
const service = sticky(`${gap}(?:from|to|train|bus|service|ferry|flight|departure|sailing)(?![a-z])`);
const timeZone = sticky(zone);
const beforeClock =
  /(?:^|[^a-z])(?:at|by|until|till|around|about|before|after|from|past|since|between|nearly|almost|exactly)\s(?:(?:about|around|exactly|precisely|nearly|just|after|before)\s)*$/i;
const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const dayBefore = new RegExp(
  `(?:^|[^a-z])(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:${months})[a-z]*\\.? [0-9]{1,2}|[0-9]{1,2} (?:${months})[a-z]*\\.?)(?:,? [0-9]{4})?,? \\(?$`,
  'i',
);
const sportsWatch =
  /^\s?(?:left|remaining|to play|to go|mark|in the (?:first|second|third|fourth|1st|2nd|3rd|4th)|into)\b/i;

/** Reads a time of day in digits: "7 p.m.", "11:02 p.m. ET", "6:30 P.M.", "19:00", "9 a.m. to 5 p.m.". */
export function readTime(text: string, at: number): Parsed | null {
  const range = matchAt(rangeWithHalf, text, at);
  if (range) {
    const [, h1, m1, half1, h2, m2, half2] = range;
    const to = halfDayTime(Number(h2), Number(m2 ?? 0), half2 ?? '');
    const from =
      to && halfDayTime(Number(h1), Number(m1 ?? 0), half1 ?? impliedHalf(Number(h1), Number(h2), half2 ?? ''));
    // "Between" and "from" may stand far off; "and" alone joins two times of different things.
    const joined =
      !/and/i.test(text.slice(at, rangeWithHalf.lastIndex)) ||
      /(?:^|[^a-z])between\s$/i.test(text.slice(Math.max(0, at - 9), at));
    if (from && to && joined) return time(text, at, rangeWithHalf.lastIndex, `${from}/${to}`);
  }
  const half = matchAt(withHalf, text, at);
  if (half) {
    const iso = halfDayTime(Number(half[1]), Number(half[2] ?? 0), half[3] ?? '');
    return iso ? time(text, at, withHalf.lastIndex, iso) : null;
  }
  const spoken = matchAt(hourOfPart, text, at);
  if (spoken && beforeClock.test(text.slice(Math.max(0, at - 28), at))) {
    const hour = Number(spoken[1]);
    return time(text, at, hourOfPart.lastIndex, halfDayTime(hour, 0, halfOf(spoken[2] ?? '', hour)));
  }
  const timetable = matchAt(pointClock, text, at);
  if (timetable) {
    const before = text.slice(Math.max(0, at - 28), at);
    const end = pointClock.lastIndex;
    const hasNought = timetable[1]?.length === 2 && timetable[1].startsWith('0');
    const isTime =
      (hasNought && beforeClock.test(before)) ||
      (/(?:^|[^a-z])the\s$/i.test(before) && matchAt(service, text, end) !== null);
    if (isTime) return time(text, at, end, sure(Number(timetable[1]), Number(timetable[2]), timetable[1] ?? ''));
  }
  const hours = matchAt(military, text, at);
  if (hours) return { start: at, end: military.lastIndex, kind: 'time', meaning: fixed(`${hours[1]}:${hours[2]}`) };
  return readBareClock(text, at);
}

/** "7:30" alone may be a score, a ratio or a runner's time: it takes a word that leads to a time, or one that follows. */
function readBareClock(text: string, at: number): Parsed | null {
  const clock = matchAt(bareClock, text, at);
  if (!clock) return null;
  const end = bareClock.lastIndex;
  const [hour, minute] = [Number(clock[1]), Number(clock[2])];
  const part = matchAt(dayPart, text, end);
  const hasZone = matchAt(timeZone, text, end) !== null;
  const before = text.slice(Math.max(0, at - 28), at);
  if (!part && !hasZone && !beforeClock.test(before) && !isHourOfDay(text, at, end)) return null;
  if (sportsWatch.test(text.slice(end, end + 24)) || hour > 24) return null;
  if (part)
    return time(
      text,
      at,
      dayPart.lastIndex,
      halfDayTime(hour, minute, halfOf(part[1] ?? '', hour)) ?? sure(hour, minute, clock[1] ?? ''),
    );
  const second = matchAt(bareRange, text, end);
  if (second) {
    const from = sure(hour, minute, clock[1] ?? '');
    const to = sure(Number(second[1]), Number(second[2]), second[1] ?? '');
    return time(
      text,
      at,
      bareRange.lastIndex,
      to && (from ?? (Number(second[1]) > hour + 11 ? isoTime(hour, minute) : null))
        ? `${from ?? isoTime(hour, minute)}/${to}`
        : null,
    );
  }
  return time(text, at, end, sure(hour, minute, clock[1] ?? ''));
}

/** Behind a day in a list of fixtures or trains: "Tuesday, 27 January (19:45)". A runner's time follows no day. */
function isHourOfDay(text: string, at: number, end: number): boolean {
  if (text.charAt(at - 1) === '(' && text.charAt(end) !== ')' && text.charAt(end) !== ',') return false;
  return dayBefore.test(text.slice(Math.max(0, at - 28), at));
}

/** A clock of twenty-four hours shows itself by an hour past twelve or a leading nought; otherwise half the day is open. */
function sure(hour: number, minute: number, digits: string): string | null {
  return hour > 12 || digits.startsWith('0') || hour === 0 ? isoTime(hour % 24, minute) : null;
}

function time(text: string, start: number, end: number, iso: string | null): Parsed {
  const withZone = matchAt(timeZone, text, end);
  return { start, end: withZone ? timeZone.lastIndex : end, kind: 'time', meaning: fixed(iso) };
}

function halfDayTime(hour: number, minute: number, half: string): string | null {
  if (half === '') return null;
  const isAfternoon = half.toLowerCase() === 'p';
  if (hour > 12) return isAfternoon && hour < 24 ? isoTime(hour, minute) : null;
  if (hour === 0) return isAfternoon ? null : isoTime(0, minute);
  return isoTime((hour % 12) + (isAfternoon ? 12 : 0), minute);
}

/** "10 to 2 p.m." begins in the morning, "7 to 9 p.m." in the evening. */
function impliedHalf(from: number, to: number, half: string): string {
  if (from % 12 < to % 12 || from === to) return half;
  return half.toLowerCase() === 'p' ? 'a' : 'p';
}

function halfOf(part: string, hour: number): string {
  const lower = part.toLowerCase();
  if (hour > 12) return '';
  if (lower === 'morning') return 'a';
  if (lower === 'night') return hour >= 6 && hour < 12 ? 'p' : 'a';
  return 'p';
}

const named = sticky(`(?:12${gap})?(noon|midday|midnight)(?![a-z-])`);
const titleNoon = /(?:High|Purple|Blue)\s$/;

/** Reads "noon" and "midnight". */
export function readNamedTime(text: string, at: number): Parsed | null {
  const match = matchAt(named, text, at);
  if (!match || titleNoon.test(text.slice(Math.max(0, at - 8), at))) return null;
  const word = match[1] ?? '';
  // With one capital it opens a sentence or belongs to a name.
  if (/^[A-Z][a-z]/.test(word)) return null;
  // "Midday trading" goes on for hours.
  if (/^midday/i.test(word) && !beforeClock.test(text.slice(Math.max(0, at - 28), at))) return null;
  return time(text, at, named.lastIndex, /^midn/i.test(word) ? '00:00' : '12:00');
}

const hourWord = new RegExp(`(?:^|(?!-)${noLetterNorDigit})([a-z]+|[0-9]{1,2})[\\s-]$`);

/** Reads the time that ends in "o’clock", with the hour before it, or in "p.m." after an hour in words. */
export function readSpokenTime(text: string, start: number, end: number): Parsed | null {
  const match = hourWord.exec(lowerCase(text, start - 12, start));
  const hour = match ? smallNumber(match[1] ?? '') : null;
  if (!match || hour === null || hour < 1 || hour > 12 || /^an?$/i.test(match[1] ?? '')) return null;
  const from = start - 1 - (match[1] ?? '').length;
  if (/^[ap]/i.test(text.slice(start, end))) {
    const half = sticky(halfDay);
    const found = matchAt(half, text, start);
    return found && time(text, from, half.lastIndex, halfDayTime(hour, 0, found[1] ?? ''));
  }
  const part = matchAt(dayPart, text, end);
  if (part) return time(text, from, dayPart.lastIndex, halfDayTime(hour, 0, halfOf(part[1] ?? '', hour)));
  return time(text, from, end, null);
}

const pastHour = sticky(
  `(half|quarter)${gap}(past|to)${gap}([a-z]+|[0-9]{1,2})(?:${gap}o['’]clock)?(?![a-z0-9]|[.,:][0-9])`,
);

/** Reads "half past seven" and "quarter to nine in the evening". */
export function readPastHour(text: string, at: number): Parsed | null {
  const match = matchAt(pastHour, text, at);
  const hour = match ? smallNumber(match[3] ?? '') : null;
  if (!match || hour === null || hour < 1 || hour > 12) return null;
  const isHalf = /^half/i.test(match[1] ?? '');
  const isTo = /^to/i.test(match[2] ?? '');
  if (isHalf && isTo) return null;
  const end = pastHour.lastIndex;
  const part = matchAt(dayPart, text, end);
  // "A quarter to five" may be a share of something.
  if (isTo && !part && !/(?:at|by|until|about|around)\s(?:a\s)?$/i.test(text.slice(Math.max(0, at - 9), at)))
    return null;
  if (!part) return time(text, at, end, null);
  const minute = isHalf ? 30 : isTo ? 45 : 15;
  const shifted = isTo ? hour - 1 || 12 : hour;
  return time(text, at, dayPart.lastIndex, halfDayTime(shifted, minute, halfOf(part[1] ?? '', hour)));
}

import type { Bound, Dateline, ScannedFigure } from '../figures/model';
import { codeAt, isDigit } from '../characters';
import type { Paragraph } from '../model';
import { dayNumber, parseDay } from './calendar';
import { type DateReader, readAtDigit, readAtWord } from './dateAt';
import { monthNumber, type Meaning, type Parsed } from './grammar';
import { readStretch } from './relative';
import { resolveDate, type SentenceDirection } from './resolve';
import { directionAt, readLead } from './surroundings';
import { triggerAt } from './triggers';
import { readShortDecade, readShortYear } from './years';

/**
 * The year that two digits are reckoned from where the article gives no date: up to 35 they are of this century. Not the
 * clock's: a text says the same whenever it is read.
 */
const yearOfNoDate = 2025;

/**
 * Finds the dates and times of an article: days, weekdays, months, years, decades, seasons, quarters, times of day,
 * relative dates. In the order of `start`, none overlapping. Relative ones are resolved against `dateline`; without it
 * their `iso` is null. Never throws.
 */
export function scanDates(
  text: string,
  paragraphs: readonly Paragraph[],
  dateline: Dateline | null,
): readonly ScannedFigure[] {
  const reader = dateReader(text, dateline);
  const figures: ScannedFigure[] = [];
  for (const { start, end } of paragraphs) datesIn(text.slice(start, end), start, reader, figures);
  return figures;
}

/** Makes ready to read the dates of an article. */
export function dateReader(text: string, dateline: Dateline | null): DateReader {
  const day = dateline && parseDay(dateline.iso);
  const namesakes = new Map<string, boolean>();
  return {
    today: day ? dayNumber(day) : null,
    reference: dateline?.iso ?? '',
    thisYear: day?.year ?? yearOfNoDate,
    hasNamesake: (name) => {
      const known = namesakes.get(name);
      if (known !== undefined) return known;
      const found = bearsName(text, name);
      namesakes.set(name, found);
      return found;
    },
  };
}

const noSurname =
  /^(?:In|On|Last|Next|This|Early|Late|Since|Until|Till|By|During|From|Before|After|And|Of|The|Through|Mid|For|To|But|Between|End)$/;

const wordBefore = /(\p{Lu}\p{Ll}+)\.?\s$/u;
/** A given name is shorter, in UTF-16 units, with a full stop and a space. */
const longestWord = 32;
const goesOnAsDate = /^(?:[\p{L}\p{N}]|\.?\s\d)/u;

/** Whether somebody is called by a month's name: "Theresa May", "Mr. March". */
function bearsName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    const given = wordBefore.exec(text.slice(Math.max(0, at - longestWord), at))?.[1];
    if (given === undefined || goesOnAsDate.test(text.slice(end, end + 3))) continue;
    if (!noSurname.test(given) && monthNumber(given) === null) return true;
  }
  return false;
}

/**
 * Adds to `figures` the dates and times of one paragraph, which begins at `base` in its article. `first`: before this place
 * in it no date begins.
 */
export function datesIn(text: string, base: number, scan: DateReader, figures: ScannedFigure[], first = 0): void {
  let from = 0; // what lies before it is taken
  // An apostrophe may belong to the digits behind it.
  let i = text.lastIndexOf(' ', first) + 1;
  const length = text.length;
  while (i < length) {
    const code = text.charCodeAt(i);
    let parsed: Parsed | null = null;
    let next = i + 1;
    if (code >= 48 && code <= 57) {
      next = endOfNumber(text, i);
      if (mayOpenNumber(text, i)) parsed = readAtDigit(text, i, scan);
    } else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) {
      next = endOfWord(text, i);
      const trigger = triggerAt(text, i, next, code);
      if (trigger === 'stretch') {
        const stretch = readStretch(text, i, next);
        if (stretch && stretch.parsed.start >= from) {
          const iso = isoOf(stretch.parsed.meaning, scan, null);
          figures.push(figure(stretch.parsed, base, stretch.parsed.start, stretch.number, stretch.bound, iso));
          i = from = stretch.parsed.end;
          continue;
        }
      } else if (trigger) parsed = readAtWord(text, i, next, trigger, scan);
    } else if ((code === 39 || code === 0x2019 || code === 0x2018) && isDigit(codeAt(text, i + 1))) {
      parsed = readShortYear(text, i, scan.thisYear) ?? readShortDecade(text, i);
    } else if (code >= 0xc0) {
      next = endOfWord(text, i);
    }
    if (parsed && parsed.start >= from) {
      figures.push(complete(text, parsed, base, from, scan));
      i = from = parsed.end;
    } else i = next;
  }
}

/** Past the digits, with the commas and points between them. */
function endOfNumber(text: string, at: number): number {
  let i = at + 1;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) i++;
    else if ((code === 44 || code === 46) && isDigit(codeAt(text, i + 1))) i++;
    else break;
  }
  return i;
}

function endOfWord(text: string, at: number): number {
  let i = at + 1;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isLetter =
      (code >= 97 && code <= 122) ||
      (code >= 65 && code <= 90) ||
      (code >= 0xc0 && code < 0x2000 && code !== 0xd7 && code !== 0xf7);
    if (!isLetter) break;
  }
  return i;
}

/** No letter, sign or point before it makes the digits part of something else. */
function mayOpenNumber(text: string, at: number): boolean {
  if (at === 0) return true;
  const code = text.charCodeAt(at - 1);
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code >= 0xc0)
    return code >= 0x2010 && code <= 0x201f;
  // "$ 12 December" pays twelve dollars.
  if (code === 32 && at > 1 && '$£€¥'.includes(text.charAt(at - 2))) return false;
  return !'$£€¥#.,:/@_+=&%'.includes(text.charAt(at - 1)) && !(code >= 0xa2 && code <= 0xa5);
}

function complete(text: string, parsed: Parsed, base: number, from: number, scan: DateReader): ScannedFigure {
  const isPossessive = /^['’](?:s\b)?/.test(text.slice(parsed.end, parsed.end + 2));
  const isRange =
    parsed.meaning.type === 'range' ||
    (parsed.meaning.type === 'fixed' && (parsed.meaning.iso?.includes('/') ?? false));
  const lead = readLead(text, parsed.start, parsed.kind === 'time', isPossessive);
  const start = Math.max(from, lead.start);
  const number = Math.max(from, lead.number);
  const bound = isRange ? 'range' : lead.start < from ? 'exact' : lead.bound;
  const needsWay = parsed.meaning.type === 'stated' && parsed.meaning.date.year === null && scan.today !== null;
  const direction = needsWay ? directionAt(text, start, parsed.end, bound === 'atMost') : null;
  return figure(parsed, base, start, number, bound, isoOf(parsed.meaning, scan, direction));
}

function isoOf(meaning: Meaning, scan: DateReader, sentence: SentenceDirection): string | null {
  const direction = sentence === 'open' ? null : sentence;
  switch (meaning.type) {
    case 'stated':
      // A weekday comes round too often to be set where the sentence looks both ways.
      if (sentence === 'open' && meaning.date.month === null && meaning.date.year === null) return null;
      return resolveDate(meaning.date, scan.reference, meaning.direction ?? direction);
    case 'range': {
      const from = resolveDate(meaning.from, scan.reference, direction);
      const to = resolveDate(meaning.to, scan.reference, direction);
      return from !== null && to !== null ? `${from}/${to}` : null;
    }
    case 'fixed':
      return meaning.iso;
    case 'relative': {
      if (scan.today === null) return null;
      return meaning.from(scan.today);
    }
  }
}

function figure(
  parsed: Parsed,
  base: number,
  start: number,
  number: number,
  bound: Bound,
  iso: string | null,
): ScannedFigure {
  const { meaning } = parsed;
  return {
    start: base + start,
    end: base + parsed.end,
    kind: parsed.kind,
    number: { start: base + number, end: base + parsed.end },
    value: null,
    max: null,
    step: 0,
    bound,
    unit: null,
    per: null,
    iso,
    vague: false,
    date: meaning.type === 'stated' ? meaning.date : meaning.type === 'range' ? meaning.from : null,
  };
}

import { isoYear } from './calendar';
import {
  fixed,
  fullYear,
  gap,
  matchAt,
  nothingStated,
  ordinalNumber,
  ordinalWords,
  stated,
  sticky,
  yearDigits,
  type Parsed,
} from './grammar';

/** Words that stand right before a year and hardly before a count. */
const yearCue =
  /(?:^|[^a-z])(?:in|since|by|until|till|during|circa|year|ended|ending|fiscal|fy|early|late|mid|spring|summer|fall|autumn|winter|class of|back to|dating from)[\s-]$/i;
/** Words that make a number of what follows, whatever its size. */
const quantifier =
  /(?:^|[^a-z])(?:about|some|nearly|almost|over|more than|less than|fewer than|at least|at most|as many as|up to|around|roughly|approximately|only|just|all|these|those|another|additional|extra|total of|first|last|next|other|with|of the|and)[\s]$/i;
/** Names that end in a number that is no year. */
const numberedName =
  /(?:^|[^A-Za-z])(?:Nos?\.?|Number|Sections?|Sec\.|Article|Rule|Routes?|Rte\.?|Highway|Hwy\.?|Interstate|Flight|Room|Suite|Apt\.?|Unit|Lot|Box|Page|pp?\.|(?:House|Senate|Assembly) Bill|Resolution|Order|Channel|Model|Boeing|Airbus|Windows|Fortune|Agenda|Vision|Project|Horizon|Proposition|Prop\.?|Local|Engine|Ladder|Precinct|Block|Chapter|Title|Area|Line|Level|Building|Gate|Unit|Case|File|Psalm|Version|RTX|GTX|PlayStation|Type)\s$/;
const counted =
  /^[\s\u00a0-]?(?:mph|km|kph|k?m|kg|kilos?|kilomet\w+|miles?|met(?:er|re)s?|feet|foot|ft|inch(?:es)?|yards?|acres?|hectares?|tons?|tonnes?|pounds?|lbs?|ounces?|grams?|calories|litres?|liters?|gallons?|barrels?|watts?|[kmg]w|megawatts?|degrees|hours?|hrs?|minutes?|seconds?|days?|weeks?|months?|years?|people|persons?|dollars?|euros?|cents?|percent|per cent|points?|times|words|copies|rounds?|votes?|square|cubic|rpm|mg|ml|cc|bc|x)(?![a-z])/i;
const pluralNext = /^\s(?:[a-z]+\s)?[a-z]{2,}s(?![a-z'’])/;
const street =
  /^\s(?:[NSEW]\.?\s)?(?:[A-Z][\w.'’]*\s){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Way|Place|Pl|Highway|Hwy|Parkway|Pkwy|Terrace|Circle|Square)(?![a-z])/;
/** "An average of 1500" */
const sumBefore = /(?:^|[^a-z])(?:average|median|mean|total|sum|maximum|minimum|capacity|tally|crowd|score)\sof\s$/i;
const dashAndNumber = sticky(`(?:${gap})?[-–—](?:${gap})?([0-9]+)`);
const yearAt = sticky(`(${yearDigits})(?![0-9])`);
const rangeEnd = sticky(
  `(?:(?:${gap})?[-–—/](?:${gap})?|${gap}(?:to|through|until)${gap}|(${gap}and${gap}))(${yearDigits}|[0-9]{2})(?![0-9]|[.,][0-9]|%|-|['’]?s\\b)`,
);
const quarterAfter = sticky('[ -]?Q([1-4])(?![0-9a-z])');
const monthAfter = sticky('-(0[1-9]|1[0-2])(?![0-9a-z-]|[.,][0-9])');
const compoundPrefix = /(?:^|[^a-z])(?:mid|pre|post|early|late|non)[-–]$/i;

/**
 * Reads a year, or a range of years: "1988", "2019-21", "from 2019 to 2021". Passes over numbers of the same size that
 * count, measure or name something.
 * @param at where the first of four digits stands; no digit, letter or currency sign stands before it.
 */
export function readYear(text: string, at: number): Parsed | null {
  const match = matchAt(yearAt, text, at);
  if (!match) return null;
  const year = Number(match[1]);
  const end = at + 4;
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(end, end + 60);
  const quarter = matchAt(quarterAfter, text, end);
  if (quarter)
    return { start: at, end: quarterAfter.lastIndex, kind: 'date', meaning: fixed(`${match[1]}-Q${quarter[1]}`) };
  const last = text.charCodeAt(at - 1);
  if ((last === 45 || last === 0x2013 || last === 0x2014) && !/\s.$/.test(before) && !compoundPrefix.test(before))
    return null;
  if (
    /^(?:[.,:][0-9]|%|°|[A-Za-z]|['’]s?[0-9]|[-–](?:year|foot|mile|pound|acre|square|seat|member|page|word|met|km|strong|plus|odd|[0-9]{3}-)|[-–]?[a-z])/i.test(
      after,
    )
  ) {
    if (!/^[-–](?:[0-9]|era\b|style\b|set\b|based\b)/i.test(after)) return null;
  }
  if (/^[-–][0-9]+[-–][0-9]/.test(after)) return null;
  const month = matchAt(monthAfter, text, end);
  if (month && Number(month[1]) <= year % 100) {
    return { start: at, end: monthAfter.lastIndex, kind: 'date', meaning: stated({ year, month: Number(month[1]) }) };
  }
  if (numberedName.test(before) || street.test(after) || sumBefore.test(before)) return null;
  // "2000 - 2500 calories"
  const more = matchAt(dashAndNumber, text, end);
  if (more && Number(more[1]) > year && counted.test(text.slice(dashAndNumber.lastIndex, dashAndNumber.lastIndex + 30)))
    return null;

  const range = matchAt(rangeEnd, text, end);
  if (range) {
    const digits = range[2] ?? '';
    const to = digits.length === 4 ? Number(digits) : Math.floor(year / 100) * 100 + Number(digits);
    const opens = /(?:^|[^a-z])(from|between)\s$/i.exec(before);
    const isRange =
      range[1] === undefined
        ? digits.length === 4 || !/[a-z]/i.test(range[0])
        : opens?.[1]?.toLowerCase() === 'between';
    const tail = text.slice(rangeEnd.lastIndex, rangeEnd.lastIndex + 30);
    const counts = counted.test(tail) || ((year % 100 === 0 || to % 100 === 0) && (pluralNext.test(tail) || !opens));
    if (isRange && to > year && to - year <= 400 && !counts && (digits.length === 4 || to - year <= 60)) {
      return {
        start: at,
        end: rangeEnd.lastIndex,
        kind: 'date',
        meaning: { type: 'range', from: { ...nothingStated, year }, to: { ...nothingStated, year: to } },
      };
    }
  }
  if (!isYear(year, before, after)) return null;
  return { start: at, end, kind: 'date', meaning: stated({ year }) };
}

function isYear(year: number, before: string, after: string): boolean {
  const cued = yearCue.test(before);
  if (counted.test(after) && !(cued && /^\spe/.test(after) && year % 100 !== 0)) return false;
  if (quantifier.test(before) && (pluralNext.test(after) || year % 100 === 0)) return false;
  const bracketed = before.endsWith('(') && /^[),;]/.test(after);
  if (year < 1800 || (year % 100 === 0 && year !== 2000) || year > 2100)
    return (cued || bracketed) && !pluralNext.test(after);
  if (year === 2000 || year === 1800 || year === 1900) return cued || bracketed || !pluralNext.test(after);
  return true;
}

const fiscalYear = sticky(
  `(?:fiscal(?:${gap}year)?|FY)(?:${gap})?(?:(20[0-9]{2})|['’]?([0-9]{2}))(?![0-9a-z]|[.,][0-9])`,
);

/** Reads "fiscal year 2026" and "FY26". */
export function readFiscalYear(text: string, at: number): Parsed | null {
  const match = matchAt(fiscalYear, text, at);
  if (!match) return null;
  const year = match[1] ? Number(match[1]) : 2000 + Number(match[2]);
  return { start: at, end: fiscalYear.lastIndex, kind: 'date', meaning: stated({ year }) };
}

const decade = sticky(`(1[0-9]|20|21)([0-9])0['’]?s(?![a-z0-9])`);
const shortDecade = sticky(`['’‘]?([0-9])0['’]?s(?![a-z0-9])`);
const decadeNames = new Map(
  ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].map((name, i) => [
    name,
    i + 2,
  ]),
);

/** Reads a decade in four digits, "the 1990s", as "199X"; "the 1900s" are its decade too. */
export function readDecade(text: string, at: number): Parsed | null {
  const match = matchAt(decade, text, at);
  return match && { start: at, end: decade.lastIndex, kind: 'date', meaning: fixed(`${match[1]}${match[2]}X`) };
}

const beforeDecade = /(?:^|[^a-z])(?:the|early|mid|late|and|or|to|in|of)(?:\s|-)$/i;
const noDecade =
  /\b(?:temperatures?|highs?|lows?|degrees?|thermometers?|weather|mph|wind|gusts?|forecast|his|her|their|my|our|your|shot|shooting)\b/i;

/**
 * Reads a decade in two digits, "’90s" or "the 90s": of the last century, or this one for the twenties. Ages and
 * temperatures run through the same numbers.
 */
export function readShortDecade(text: string, at: number): Parsed | null {
  const match = matchAt(shortDecade, text, at);
  if (!match) return null;
  const marked = /^['’‘]/.test(match[0]);
  const before = text.slice(Math.max(0, at - 60), at);
  if (!marked && (!/(?:^|[^a-z])the\s(?:(?:early|mid|late)[\s-])?$/i.test(before) || noDecade.test(before)))
    return null;
  if (marked && !beforeDecade.test(before) && !/[\s(]$/.test(before)) return null;
  const digit = Number(match[1]);
  if (!marked && (digit < 5 || noDecade.test(text.slice(at, at + 40)))) return null;
  return { start: at, end: shortDecade.lastIndex, kind: 'date', meaning: fixed(`${digit <= 2 ? 20 : 19}${digit}X`) };
}

/** Reads a decade in words where an article stands before it: "the nineties". */
export function readDecadeName(text: string, start: number, end: number): Parsed | null {
  const digit = decadeNames.get(text.slice(start, end).toLowerCase());
  const before = text.slice(Math.max(0, start - 60), start);
  if (digit === undefined || !/(?:^|[^a-z])the\s(?:(?:early|mid|late|roaring|swinging)[\s-])?$/i.test(before))
    return null;
  if (noDecade.test(before) || noDecade.test(text.slice(end, end + 30))) return null;
  return { start, end, kind: 'date', meaning: fixed(`${digit <= 2 ? 19 : 19}${digit}X`) };
}

const apostropheYear = sticky(`['’‘]([0-9]{2})(?![0-9a-z]|[.,:][0-9]|%)`);
const shortYearCue =
  /(?:^|[^a-z])(?:in|of|since|from|by|until|till|early|late|mid|the|spring|summer|fall|autumn|winter|class|and|to|or|before|after)[\s-]$/i;

/** Reads "’24" after a word that leads to a year, with either mark, straight or curly. */
export function readShortYear(text: string, at: number, thisYear: number): Parsed | null {
  const match = matchAt(apostropheYear, text, at);
  if (!match) return null;
  const before = text.slice(Math.max(0, at - 24), at);
  const after = text.slice(apostropheYear.lastIndex, apostropheYear.lastIndex + 40);
  if (!shortYearCue.test(before) || counted.test(after) || (text.charAt(at) !== '’' && pluralNext.test(after)))
    return null;
  return {
    start: at,
    end: apostropheYear.lastIndex,
    kind: 'date',
    meaning: stated({ year: fullYear(Number(match[1]), thisYear) }),
  };
}

const century = sticky(`([0-9]{1,2}(?:st|nd|rd|th)|${ordinalWords})[\\s-]century(?![a-z])`);

/** Reads "the 19th century" (from the numeral on) as "18XX". */
export function readCentury(text: string, at: number): Parsed | null {
  const match = matchAt(century, text, at);
  const number = match ? ordinalNumber(match[1] ?? '') : null;
  if (number === null || number < 1 || number > 22) return null;
  return { start: at, end: century.lastIndex, kind: 'date', meaning: fixed(`${isoYear(number - 1).slice(2)}XX`) };
}

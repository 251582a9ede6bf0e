import { dayAt, isoYear } from './calendar';
import { fixed, fullYear, gap, matchAt, ordinalNumber, sticky, type Meaning, type Parsed } from './grammar';

/** ISO 8601-2 counts the seasons on from the months. */
const seasonCodes = new Map([
  ['spring', 21],
  ['summer', 22],
  ['autumn', 23],
  ['fall', 23],
  ['winter', 24],
]);

const seasonYear = sticky(
  `(?:,?${gap}(?:of${gap}|in${gap})?)(?:((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|%|['’]?s)|['’]([0-9]{2})(?![0-9a-z]))`,
);
const seasonPointer = /(?:^|[^a-z])(last|this|next|coming|past)\s$/i;
const seasonArticle =
  /(?:^|[^a-z])(?:in|by|since|until|during|through|before|after)\s(?:the\s|late\s|early\s|mid-?\s?)*$/i;
const springs = /^\s(?:of|from|in|for|by|to)\s/i;

/** Reads "spring 2021", "the summer of 2018", "last winter", "in the autumn". */
export function readSeason(text: string, start: number, end: number, thisYear: number): Parsed | null {
  const word = text.slice(start, end).toLowerCase();
  const code = seasonCodes.get(word);
  if (code === undefined) return null;
  const year = matchAt(seasonYear, text, end);
  if (year) {
    const number = year[1] ? Number(year[1]) : fullYear(Number(year[2]), thisYear);
    return { start, end: seasonYear.lastIndex, kind: 'date', meaning: fixed(`${isoYear(number)}-${code}`) };
  }
  const before = text.slice(Math.max(0, start - 24), start);
  const pointer = seasonPointer.exec(before);
  if (pointer) {
    const step = (pointer[1] ?? '').toLowerCase();
    // "This fall from grace", "this spring in her step".
    if (word === 'fall' && springs.test(text.slice(end, end + 6))) return null;
    return {
      start: start - (pointer[1] ?? '').length - 1,
      end,
      kind: 'date',
      meaning: pointedSeason(code, step),
    };
  }
  // "Fall" and "spring" are other things too, so they take an article and nothing that goes on from them.
  if (!seasonArticle.test(before) || springs.test(text.slice(end, end + 6))) return null;
  if ((word === 'fall' || word === 'spring') && !/\b(?:the|early|late)\s$/i.test(before)) return null;
  return { start, end, kind: 'date', meaning: fixed(null) };
}

/** In autumn "last summer" may be this year's or the one before: what is open stays open. Winters lie in two years. */
function pointedSeason(code: number, step: string): Meaning {
  if (code === 24) return fixed(null);
  return {
    type: 'relative',
    from: (today) => {
      const { year, month } = dayAt(today);
      const firstMonth = (code - 20) * 3;
      if (step === 'this') return `${isoYear(year)}-${code}`;
      if (step === 'last' || step === 'past') return month < firstMonth ? `${isoYear(year - 1)}-${code}` : null;
      return month > firstMonth + 2 ? `${isoYear(year + 1)}-${code}` : null;
    },
  };
}

const quarterName = '(first|second|third|fourth|final|last|1st|2nd|3rd|4th)';
const ofYear = `(?:(?:,?${gap}(?:of${gap}|in${gap})?(?:(?:fiscal|financial)(?:${gap}year)?${gap})?)((?:19|20)[0-9]{2})(?![0-9]|[.,][0-9]|%))`;
const spelledQuarter = sticky(`${quarterName}[- ](?:fiscal[- ])?quarter(?![a-z])${ofYear}?`);
const shortQuarter = sticky(`[Qq]([1-4])(?![0-9a-z]|[.][0-9])(?:-((?:19|20)[0-9]{2})(?![0-9])|${ofYear})?`);
const halfYear = sticky(`(first|second)[- ]half(?![a-z])${ofYear}`);
/** What is reckoned by the quarter in business; a quarter of a game has none of it. */
const business =
  /\b(?:sales|revenues?|profits?|earnings|income|loss(?:es)?|gdp|econom\w+|growth|grew|shipments|deliveries|results|inflation|prices|forecast|fiscal|investors?|shares|analysts|dividend|turnover|output|exports|imports|spending|guidance|report(?:ed|s)?|year-on-year|year-over-year|percent|per cent)\b|%|\$|£|€/i;
const game =
  /\b(?:touchdown|yards?|field goal|rebounds?|lead|coach|quarterback|scored?|points|pass|half-?time|game|overtime|possession|3-pointers?|three-pointers?|interception|kick)\b/i;

/** Reads "the third quarter of 2021" (from the numeral on), "third-quarter profit", "Q3 2021", "the first half of 2024". */
export function readQuarter(text: string, at: number): Parsed | null {
  const half = matchAt(halfYear, text, at);
  if (half) {
    const [from, to] = half[1]?.toLowerCase() === 'first' ? ['01', '06'] : ['07', '12'];
    return { start: at, end: halfYear.lastIndex, kind: 'date', meaning: fixed(`${half[2]}-${from}/${half[2]}-${to}`) };
  }
  const short = matchAt(shortQuarter, text, at);
  if (short) return quarter(at, shortQuarter.lastIndex, Number(short[1]), short[2] ?? short[3]);
  const spelled = matchAt(spelledQuarter, text, at);
  if (!spelled) return null;
  const end = spelledQuarter.lastIndex;
  const name = spelled[1] ?? '';
  const number = ordinalNumber(name) ?? (name.toLowerCase() === 'final' ? 4 : null);
  if (number === null) return null;
  if (spelled[2] === undefined) {
    const around = text.slice(Math.max(0, at - 120), end + 120);
    if (!business.test(around) || game.test(around)) return null;
  }
  return quarter(at, end, number, spelled[2]);
}

function quarter(start: number, end: number, number: number, year: string | undefined): Parsed {
  if (year !== undefined) return { start, end, kind: 'date', meaning: fixed(`${year}-Q${number}`) };
  // The latest that has begun: results are told afterwards.
  const meaning: Meaning = {
    type: 'relative',
    from: (today) => {
      const now = dayAt(today);
      return `${isoYear(now.month > (number - 1) * 3 ? now.year : now.year - 1)}-Q${number}`;
    },
  };
  return { start, end, kind: 'date', meaning };
}

import type { Span } from '../../core/span';
import { mayBeListed, wordFilter } from '../wordFilter';
import { numberWords } from '../words';

/** What a word at which a date may begin (or, for `stretch` and `clock`, end) calls for. */
export type Trigger =
  | 'month'
  | 'weekday'
  | 'season'
  | 'day'
  | 'pointer'
  | 'stretch'
  | 'ahead'
  | 'noon'
  | 'clock'
  | 'ordinal'
  | 'fiscal'
  | 'quarter'
  | 'decade'
  | 'past';

const words: Readonly<Record<Trigger, string>> = {
  month:
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec',
  weekday: 'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun',
  season: 'spring summer autumn fall winter',
  day: 'yesterday today tonight tomorrow',
  pointer: 'last this next past previous coming upcoming',
  stretch: 'ago now',
  ahead: 'in',
  noon: 'noon midday midnight',
  clock: 'o am pm a p',
  ordinal:
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty thirtieth thirty final',
  fiscal: 'fiscal fy',
  quarter: 'q',
  past: 'half quarter',
  decade: 'twenties thirties forties fifties sixties seventies eighties nineties',
};

/** Months whose names mean something else in small letters. */
const onlyCapital = new Set(['may', 'march', 'mar', 'august']);

/** As they stand in a text: in small letters, with a capital, in capitals. */
const triggers = new Map<string, Trigger>();
for (const [trigger, list] of Object.entries(words) as [Trigger, string][]) {
  for (const word of list.split(' ')) {
    if (!onlyCapital.has(word)) triggers.set(word, trigger);
    triggers.set(word.charAt(0).toUpperCase() + word.slice(1), trigger);
    triggers.set(word.toUpperCase(), trigger);
  }
}
const listed = wordFilter(triggers.keys());

/** What the word from `start` to `end` calls for, where a date may begin or end with it; `first` is its first code unit. */
export function triggerAt(text: string, start: number, end: number, first: number): Trigger | undefined {
  if (!mayBeListed(listed, first, text.charCodeAt(end - 1), end - start)) return undefined;
  // The first half of "a.m." and "o’clock" is in every sentence as a word of its own.
  if (end === start + 1 && !mayGoOn(text.charCodeAt(end), first)) return undefined;
  return triggers.get(text.slice(start, end));
}

/** Whether a letter by itself may be the beginning of "a.m." or "o’clock", or the quarter "Q3". */
const mayGoOn = (next: number, letter: number): boolean =>
  (letter | 32) === 113 ? next >= 48 && next <= 57 : next === 46 || next === 39 || next === 0x2019;

/**
 * Where a paragraph has its first digit, or word at which a date may begin: what stands before it needs no further reading.
 * -1 where it has none.
 */
export function firstOfDates(text: string, { start, end }: Span): number {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) return i;
    const letter = code | 32;
    if (letter < 97 || letter > 122) {
      i++;
      continue;
    }
    const from = i++;
    while (i < end) {
      const next = text.charCodeAt(i) | 32;
      if (next < 97 || next > 122) break;
      i++;
    }
    const trigger = triggerAt(text, from, i, code);
    if (trigger !== undefined && leadsOn(trigger, text, i)) return from;
  }
  return -1;
}

/** Words of a date or a stretch of time that a pointer leads to ("last week", "this past June 5"). */
const afterPointer: ReadonlySet<string> = new Set(
  [
    words.month,
    words.weekday,
    words.ordinal,
    'week month year decade century weekend quarter night evening morning afternoon past coming upcoming last next',
  ].flatMap((list) => list.split(' ')),
);
/** Words behind an ordinal that make it a day, a century or a quarter. */
const afterOrdinal: ReadonlySet<string> = new Set(
  [words.month, words.ordinal, 'day of century half quarter fiscal'].flatMap((list) => list.split(' ')),
);

/** Whether what stands behind the pointer that ends at `end` may be a date: "this" and "last" stand everywhere. */
export function mayFollowPointer(text: string, end: number): boolean {
  return followsOneOf(afterPointer, text, end);
}

/** Whether what stands behind the ordinal that ends at `end` may make a date of it. */
export function mayFollowOrdinal(text: string, end: number): boolean {
  return followsOneOf(afterOrdinal, text, end);
}

/** What counts the days of "in two weeks". */
const afterAhead: ReadonlySet<string> = new Set(['a', 'an', ...numberWords.keys()]);

/** Whether what stands behind the "in" that ends at `end` may be a stretch of time. */
export function mayFollowAhead(text: string, end: number): boolean {
  return followsOneOf(afterAhead, text, end) || text.slice(end, end + longestTeen).includes('teen');
}
const longestTeen = 14;

/** Whether the words behind it let a trigger that stands in most paragraphs begin a date. */
function leadsOn(trigger: Trigger, text: string, end: number): boolean {
  if (trigger === 'pointer') return mayFollowPointer(text, end);
  if (trigger === 'ordinal') return mayFollowOrdinal(text, end);
  return trigger !== 'ahead' || mayFollowAhead(text, end);
}

/** Whether digits or one of the words stand behind one character of any kind and up to two more spaces. */
function followsOneOf(those: ReadonlySet<string>, text: string, end: number): boolean {
  let from = end + 1;
  while (from < end + 3 && isGap(text.charCodeAt(from))) from++;
  const first = text.charCodeAt(from);
  if (first >= 48 && first <= 57) return true;
  let to = from;
  while (isPlainLetter(text.charCodeAt(to))) to++;
  return to > from && those.has(text.slice(from, to).toLowerCase());
}

const isGap = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x2009 || code === 0x202f;
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

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
/** For each code unit that one may begin with, the lengths that it may have, one bit each: most words need no look-up. */
const lengths = new Uint32Array(128);
for (const word of triggers.keys()) {
  const first = word.charCodeAt(0);
  lengths[first] = (lengths[first] ?? 0) | (1 << word.length);
}

/** What the word from `start` to `end` calls for, where a date may begin or end with it; `first` is its first code unit. */
export function triggerAt(text: string, start: number, end: number, first: number): Trigger | undefined {
  const length = end - start;
  if (length > 31 || ((lengths[first] ?? 0) & (1 << length)) === 0) return undefined;
  return triggers.get(text.slice(start, end));
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

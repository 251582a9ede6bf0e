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

/** As they stand in a text: in small letters, with a capital, in capitals. */
const triggers = new Map<string, Trigger>();
for (const [trigger, list] of Object.entries(words) as [Trigger, string][]) {
  for (const word of list.split(' ')) {
    triggers.set(word, trigger);
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

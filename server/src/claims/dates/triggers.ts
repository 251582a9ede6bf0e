/** What a word at which a date may begin (or, for `ago` and `clock`, end) calls for. */
export type Trigger =
  | 'month'
  | 'weekday'
  | 'season'
  | 'day'
  | 'pointer'
  | 'ago'
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
  ago: 'ago',
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
const longest = Math.max(...[...triggers.keys()].map((word) => word.length));

/** Code units at which one may begin. */
const opens = new Uint8Array(128);
for (const word of triggers.keys()) opens[word.charCodeAt(0)] = 1;

/** What the word from `start` to `end` calls for, where a date may begin or end with it; `first` is its first code unit. */
export function triggerAt(text: string, start: number, end: number, first: number): Trigger | undefined {
  return opens[first] === 1 && end - start <= longest ? triggers.get(text.slice(start, end)) : undefined;
}

import { isMonthName } from '../dates/calendar';
import { ordinalWords } from '../words';
import { isHyphen, joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isTimeUnit } from './unitTable';

/** A place in an order. Places among the lexemes, `to` exclusive. */
export interface OrdinalReading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

const tens: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, k) => [word, (k + 2) * 10]),
);
const tenths: ReadonlyMap<string, number> = new Map(
  'thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth'
    .split(' ')
    .map((word, k) => [word, (k + 3) * 10]),
);

/** The words that an ordinal may begin with. */
export const opensOrdinal: ReadonlySet<string> = new Set([
  ...ordinalWords.keys(),
  ...tens.keys(),
  ...tenths.keys(),
  'no',
  'number',
]);

/** Behind an ordinal: what makes it part of a set phrase or a date, not a place in an order. */
const setPhrases = new Set(
  `half quarter quarters degree hand class party parties guess rate base person world thoughts thought nature string floor row
  grade grader graders century centuries place-holder baseman language cousin cousins chance fiddle helping home homes look opinion
  wind down downs inning innings edition and or of to in at on is was are were that who a the for as by with from but amendment term-limit set
  round leg course trimester wheel hand-side option choice`.split(/\s+/),
);

const suffix = /^(?:st|nd|rd|th)$/;

/** The ordinal that begins at the lexeme, where it is one that an editor would check; otherwise null. */
export function readOrdinal(lexemes: Lexemes, i: number): OrdinalReading | null {
  return readNumero(lexemes, i) ?? readPlace(lexemes, i);
}

/** "No. 3 seed", "ranked No. 1": a rank by its number. */
function readNumero(lexemes: Lexemes, i: number): OrdinalReading | null {
  const word = lexemeAt(lexemes, i);
  if (word.lower !== 'no' && word.lower !== 'number') return null;
  if (word.lower === 'no' && !word.capital) return null;
  const at = markAt(lexemes, i + 1) === '.' ? i + 2 : i + 1;
  const number = lexemeAt(lexemes, at);
  if (number.type !== 'digits' || number.decimals > 0 || number.value > 500) return null;
  let joined = joinsAt(lexemes, at + 1) ? at + 2 : at + 1;
  if (/^(?:house|senate|gop)$/.test(wordAt(lexemes, joined))) joined++;
  const next = lexemeAt(lexemes, joined);
  const ranked = /^(?:ranked|ranks|rank|seeded|seed|at|the|world|its|nation|s)$/.test(wordAt(lexemes, i - 1));
  const noun =
    /^(?:seeds?|seeded|ranked|ranking|picks?|spot|priority|issue|cause|overall|in|selling|goal|concern|rank|player|team|song|album|hit|killer|one|choice|rated|reason|democrats?|republicans?|official|executive|leader|commander|finisher|prospect|scorer)$/.test(
      next.lower,
    );
  return noun && (ranked || next.lower !== 'in') ? { from: i, to: at + 1, value: number.value } : null;
}

function readPlace(lexemes: Lexemes, i: number): OrdinalReading | null {
  const read = readWords(lexemes, i) ?? readDigits(lexemes, i);
  if (!read || read.value < 1) return null;
  const before = lexemeAt(lexemes, i - 1);
  const day = before.text === '.' || before.lower === 'the' ? lexemeAt(lexemes, i - 2) : before;
  if (read.value <= 31 && day.capital && isMonthName(day.lower)) return null;
  const next = lexemeAt(lexemes, read.to);
  if (isMinuteOfPlay(lexemes, i, read)) return read;
  if (isHyphen(before.text) && lexemeAt(lexemes, i).glued) return null;
  // "third-largest", "second-highest"
  if (isHyphen(next.text) && next.glued) {
    const superlative = wordAt(lexemes, read.to + 1);
    return read.value > 1 &&
      /(?:^minute|est|most|ranked|placed|seeded|best|worst|straight|term|generation)$/.test(superlative)
      ? read
      : null;
  }
  const finished = /^(?:finished|finishing|came|ranked|ranks|placed|finish|rank|seeded|in)$/.test(before.lower);
  if (next.lower === 'place' || next.lower === 'placed')
    return finished || before.type !== 'word' || read.value > 1 ? read : null;
  if (
    finished &&
    before.lower !== 'in' &&
    (next.type !== 'word' || /^(?:in|at|among|on|out|to|behind|overall|with)$/.test(next.lower))
  )
    return read;
  if (next.type !== 'word') return null;
  if (
    /(?:est|straight|consecutive)$/.test(next.lower) &&
    read.value > 1 &&
    next.lower !== 'west' &&
    next.lower !== 'rest'
  )
    return read;
  if (next.lower === 'most' && read.value > 1) return read;
  const homer = next.lower === 'home' && wordAt(lexemes, read.to + 1) === 'run';
  if (read.value === 1 || (setPhrases.has(next.lower) && !homer)) return null;
  if (next.capital) return /^(?:President|Prime|Governor|Mayor|Secretary|Chief)$/.test(next.text) ? read : null;
  if (before.lower === 'a' || before.lower === 'an' || lexemeAt(lexemes, i).capital)
    return lexemeAt(lexemes, i).type === 'digits' ? read : null;
  if (next.lower === 's' || (isTimeUnit(next.lower) && read.value === 2)) return null;
  return /^(?:the|its|his|her|their|our|my|your|s|for|to|this)$/.test(before.lower) ||
    lexemeAt(lexemes, i).type === 'digits'
    ? read
    : null;
}

/** Days of a month end at 31, and with them what "in the 24th" may mean beside a minute. */
const lastDay = 31;

/** "Restored the lead in the 58th.": a minute, or a place, that the sentence before it has named. */
function isMinuteOfPlay(lexemes: Lexemes, i: number, { value, to }: OrdinalReading): boolean {
  if (wordAt(lexemes, i - 1) !== 'the' || wordAt(lexemes, i - 2) !== 'in' || value <= lastDay) return false;
  const next = lexemeAt(lexemes, to);
  return next.type === 'mark' ? !isHyphen(next.text) : next.lower === 'and' || next.lower === 'but';
}

function readWords(lexemes: Lexemes, i: number): OrdinalReading | null {
  const word = wordAt(lexemes, i);
  const value = ordinalWords.get(word) ?? tenths.get(word);
  if (value !== undefined) return { from: i, to: i + 1, value };
  const ten = tens.get(word);
  if (ten === undefined || !joinsAt(lexemes, i + 1)) return null;
  const unit = ordinalWords.get(wordAt(lexemes, i + 2));
  return unit !== undefined && unit < 10 ? { from: i, to: i + 3, value: ten + unit } : null;
}

function readDigits(lexemes: Lexemes, i: number): OrdinalReading | null {
  const at = lexemeAt(lexemes, i);
  const letters = lexemeAt(lexemes, i + 1);
  if (at.type !== 'digits' || at.decimals > 0 || !letters.glued || !suffix.test(letters.lower)) return null;
  return { from: i, to: i + 2, value: at.value };
}

/** The place behind an ordinal that is none of an editor's business ("first", "21st century"), so that no number is read. */
export function skipOrdinal(lexemes: Lexemes, i: number): number {
  return (readDigits(lexemes, i) ?? readWords(lexemes, i))?.to ?? i;
}

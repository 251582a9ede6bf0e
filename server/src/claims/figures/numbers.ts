import { multipliers, numberWords, ordinalWords } from '../words';
import { joinsAt, type Lexeme, lexemeAt, markAt, wordAt } from './lexemes';

/** A number in digits or words, without unit or bound. `from` and `to` are places among the lexemes, `to` exclusive. */
export interface NumberReading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The size of the last digit that is given. */
  readonly step: number;
  readonly form: 'digits' | 'words';
  /** What its magnitude word multiplies by; 1 where it has none. */
  readonly scale: number;
  /** Whether it names an order of size and no number: "dozens", "several hundred". */
  readonly vague: boolean;
}

const scales: ReadonlyMap<string, number> = new Map([
  ...[...multipliers].filter(([word]) => word.length > 3 && word !== 'dozen'),
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);

/** Magnitudes written short, after a space or right after the digits. */
const shortScales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mill', 1e6],
  ['mm', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
]);

const vagueWords: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['scores', 20],
  ['hundreds', 100],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
]);

const halves: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
  ['third', 1 / 3],
]);

/** The words that a number in words may begin with. */
export const opensNumber: ReadonlySet<string> = new Set([
  ...numberWords.keys(),
  ...vagueWords.keys(),
  ...scales.keys(),
  'dozen',
  'a',
  'an',
  'half',
  'quarter',
  'several',
  'nought',
]);

/**
 * The number that begins at the lexeme, or null. `money`: whether a currency stands before it, so that "m" and "b" are
 * millions and billions. `inPair`: whether it is the first of two that "and" joins ("between two hundred and six hundred").
 */
export function readNumber(lexemes: readonly Lexeme[], i: number, money = false, inPair = false): NumberReading | null {
  const at = lexemeAt(lexemes, i);
  if (at.type === 'digits') return readDigits(lexemes, i, money);
  if (at.type !== 'word' || !opensNumber.has(at.lower)) return null;
  return readVague(lexemes, i) ?? readPart(lexemes, i) ?? readWords(lexemes, i, inPair);
}

/** Rounds away what binary fractions add: 4.3 x 1e6 is 4300000. */
export const tidy = (value: number): number => Number(value.toPrecision(14));

/** The size of the last digit that is given: trailing noughts of a hundred and more are taken for rounding. */
export function stepOf(value: number, decimals: number): number {
  if (decimals > 0) return tidy(10 ** -decimals);
  if (value < 100 || !Number.isInteger(value)) return 1;
  let step = 1;
  while (step < 1e15 && value % (step * 10) === 0) step *= 10;
  return step;
}

function readDigits(lexemes: readonly Lexeme[], i: number, money: boolean): NumberReading | null {
  const at = lexemeAt(lexemes, i);
  let value = at.value;
  let step = stepOf(at.value, at.decimals);
  let to = i + 1;
  const fraction = at.decimals === 0 ? fractionAt(lexemes, to) : null;
  const own = fractionOf(lexemes, i);
  if (fraction) {
    value += fraction.value;
    step = 0.01;
    to = fraction.to;
  } else if (own) {
    value = own.value;
    step = 0.01;
    to = own.to;
  }
  const power = powerAt(lexemes, to);
  if (power)
    return {
      from: i,
      to: power.to,
      value: value * power.by,
      step: step * power.by,
      form: 'digits',
      scale: 1,
      vague: false,
    };
  const scaled = scaleAfter(lexemes, to, money);
  if (!scaled) return { from: i, to, value: tidy(value), step, form: 'digits', scale: 1, vague: false };
  const half = andHalf(lexemes, scaled.to);
  if (half) {
    value += half.value;
    step = 0.1;
  } else if (at.decimals === 0) step = 1;
  return {
    from: i,
    to: half?.to ?? scaled.to,
    value: tidy(value * scaled.by),
    step: tidy(step * scaled.by),
    form: 'digits',
    scale: scaled.by,
    vague: false,
  };
}

/** "10 1/2", "2½": what is added to the digits before. */
function fractionAt(lexemes: readonly Lexeme[], i: number): { value: number; to: number } | null {
  const at = lexemeAt(lexemes, i);
  if (at.type !== 'digits') return null;
  if (at.value < 1 && at.text.length === 1 && at.decimals > 0) return { value: at.value, to: i + 1 };
  return at.glued ? null : fractionOf(lexemes, i);
}

const denominators = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32]);

/** "3/4": digits, a slash and a usual denominator, with nothing hanging on. "9/11" and "24/7" are none. */
function fractionOf(lexemes: readonly Lexeme[], i: number): { value: number; to: number } | null {
  const above = lexemeAt(lexemes, i);
  const below = lexemeAt(lexemes, i + 2);
  const slash = markAt(lexemes, i + 1);
  if ((slash !== '/' && slash !== '⁄') || below.type !== 'digits' || !below.glued || below.decimals > 0) return null;
  if (!denominators.has(below.value) || above.value >= below.value || above.value < 1 || above.decimals > 0)
    return null;
  if (markAt(lexemes, i - 1) === '/' || markAt(lexemes, i + 3) === '/') return null;
  return { value: above.value / below.value, to: i + 3 };
}

/** "×10^6", "x 10−30": the power of ten that digits are multiplied by. */
function powerAt(lexemes: readonly Lexeme[], i: number): { by: number; to: number } | null {
  if (markAt(lexemes, i) !== '×' && wordAt(lexemes, i) !== 'x') return null;
  if (lexemeAt(lexemes, i + 1).text !== '10') return null;
  let to = i + 2;
  if (markAt(lexemes, to) === '^') to++;
  let sign = 1;
  if (markAt(lexemes, to) === '-' || markAt(lexemes, to) === '−') {
    sign = -1;
    to++;
  }
  const exponent = lexemeAt(lexemes, to);
  if (exponent.type !== 'digits' || !exponent.glued || exponent.value > 99) return null;
  return { by: 10 ** (sign * exponent.value), to: to + 1 };
}

function scaleAfter(lexemes: readonly Lexeme[], i: number, money: boolean): { by: number; to: number } | null {
  const joined = joinsAt(lexemes, i) ? i + 1 : i;
  const at = lexemeAt(lexemes, joined);
  if (at.type !== 'word') return null;
  const long = scales.get(at.lower);
  if (long) {
    const second = scales.get(wordAt(lexemes, joined + 1));
    return second && second > long ? { by: long * second, to: joined + 2 } : { by: long, to: joined + 1 };
  }
  if (joined > i) return null;
  if (at.lower === 'dozen' || at.lower === 'dozens') return { by: 12, to: i + 1 };
  const after = lexemeAt(lexemes, i + 1);
  if (after.type === 'digits' && after.glued) return null;
  const short = shortScales.get(at.lower);
  // "4K" and "10 mm" are no magnitudes; "1MM" and "2mil" are.
  if (short && (at.glued || (at.lower !== 'k' && at.lower !== 'mm'))) {
    if (at.lower === 'mm' && !money) return null;
    return { by: short, to: i + 1 };
  }
  if (at.lower === 'm') return isMillion(lexemes, i, money) ? { by: 1e6, to: i + 1 } : null;
  if (at.lower === 'b' || at.lower === 't') {
    const by = at.lower === 'b' ? 1e9 : 1e12;
    if (at.glued && money) return { by, to: i + 1 };
    if (at.lower === 'b' && (at.glued || (at.text === 'B' && after.type === 'word' && !after.capital)))
      return { by, to: i + 1 };
  }
  return null;
}

/** What follows metres: "1.8m tall", "the 100m hurdles", "200m from the coast". */
const afterMetres = new Set(
  'tall long wide deep high away from of above below to by in at off on and or x apart across thick hurdles freestyle metres relay sprint race final backstroke butterfly breaststroke individual medley'.split(
    ' ',
  ),
);

/** Whether an "m" after digits means millions: with a currency, as a capital, or before the things counted. */
function isMillion(lexemes: readonly Lexeme[], i: number, money: boolean): boolean {
  const at = lexemeAt(lexemes, i);
  const next = lexemeAt(lexemes, i + 1);
  if (money) return true;
  if (at.text === 'M') return at.glued;
  if (!at.glued || next.type !== 'word' || next.glued) return false;
  return !afterMetres.has(next.lower) && (isPluralLike(next.lower) || isPluralLike(wordAt(lexemes, i + 2)));
}

/** Whether a word looks like the plural of a noun. */
export function isPluralLike(word: string): boolean {
  return (
    (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !notPlurals.has(word)) ||
    irregularPlurals.has(word)
  );
}

const notPlurals = new Set(
  'this does goes says perhaps always towards besides across unless times whereas afterwards'.split(' '),
);
const irregularPlurals = new Set(
  'people men women children police cattle troops fish sheep feet teeth mice criteria data media personnel staff lives wives fishermen policemen firefighters congressmen servicemen policewomen fans deer aircraft'.split(
    ' ',
  ),
);

/** What a part is one of: 3 for "third" and "thirds"; 0 for other words, or where the number doesn't agree. */
export function denominatorOf(word: string, plural: boolean): number {
  if (plural !== (word.endsWith('s') || word === 'halves')) return 0;
  const one = word === 'halves' ? 'half' : plural ? word.slice(0, -1) : word;
  if (one === 'half') return 2;
  if (one === 'quarter') return 4;
  const place = ordinalWords.get(one) ?? 0;
  return place > 2 ? place : 0;
}

/** "and a half", "and two thirds" after a magnitude or a number, with hyphens too. */
function andHalf(lexemes: readonly Lexeme[], i: number): { value: number; to: number } | null {
  let at = joinsAt(lexemes, i) ? i + 1 : i;
  if (wordAt(lexemes, at) !== 'and') return null;
  at = joinsAt(lexemes, at + 1) ? at + 2 : at + 1;
  const count = wordAt(lexemes, at);
  const many = count === 'a' ? 1 : (numberWords.get(count) ?? 0);
  if (many < 1 || many > 19) return null;
  at = joinsAt(lexemes, at + 1) ? at + 2 : at + 1;
  const part = denominatorOf(wordAt(lexemes, at), many > 1);
  if (part === 0 || part <= many || wordAt(lexemes, at + 1) === 'of') return null;
  if (many === 1 && part > 2 && part !== 4) {
    // "killed two and a third was hurt": a part stands before the things or at the end.
    const next = lexemeAt(lexemes, at + 1);
    if (next.text !== '' && next.text !== '.' && !isPluralLike(next.lower) && !scales.has(next.lower)) return null;
  }
  return { value: many / part, to: at + 1 };
}

/** "dozens", "tens of thousands", "several hundred". */
function readVague(lexemes: readonly Lexeme[], i: number): NumberReading | null {
  const word = wordAt(lexemes, i);
  const vague = (to: number, value: number): NumberReading => ({
    from: i,
    to,
    value,
    step: value,
    form: 'words',
    scale: 1,
    vague: true,
  });
  if (word === 'several' || (word === 'a' && wordAt(lexemes, i + 1) === 'few')) {
    const next = word === 'several' ? i + 1 : i + 2;
    const by = wordAt(lexemes, next) === 'dozen' ? 12 : scales.get(wordAt(lexemes, next));
    return by ? vague(next + 1, by) : null;
  }
  const value = vagueWords.get(word);
  if (value === undefined) return null;
  if (wordAt(lexemes, i + 1) === 'of') {
    const second = vagueWords.get(wordAt(lexemes, i + 2));
    if (second && second >= 1e3) return vague(i + 3, value * second);
  }
  if (word === 'tens' || (word === 'scores' && wordAt(lexemes, i + 1) !== 'of')) return null;
  return vague(i + 1, value);
}

/** "half a million", "a quarter of a million", "half a dozen". */
function readPart(lexemes: readonly Lexeme[], i: number): NumberReading | null {
  let at = i;
  if (wordAt(lexemes, at) === 'a' || wordAt(lexemes, at) === 'three') at++;
  const times = wordAt(lexemes, i) === 'three' ? 3 : 1;
  if (joinsAt(lexemes, at)) at++;
  const word = wordAt(lexemes, at);
  const part = times === 3 ? (word === 'quarters' ? 0.75 : undefined) : halves.get(word);
  if (part === undefined || word === 'third') return null;
  at++;
  if (joinsAt(lexemes, at)) at++;
  if (wordAt(lexemes, at) === 'of') at++;
  if (wordAt(lexemes, at) === 'a') at++;
  const scale = wordAt(lexemes, at) === 'dozen' ? 12 : scales.get(wordAt(lexemes, at));
  if (!scale) return null;
  return {
    from: i,
    to: at + 1,
    value: part * scale,
    step: scale === 12 ? 1 : part * scale,
    form: 'words',
    scale,
    vague: false,
  };
}

function readWords(lexemes: readonly Lexeme[], from: number, inPair: boolean): NumberReading | null {
  let i = from;
  let total = 0;
  let current = 0;
  let seen = false;
  let scale = 1;
  let least = Infinity;
  let step = 1;
  const article = wordAt(lexemes, i) === 'a' || wordAt(lexemes, i) === 'an';
  if (article) {
    i++;
    const next = wordAt(lexemes, i);
    if (next !== 'dozen' && !scales.has(next)) return null;
    current = 1;
  } else if (scales.has(wordAt(lexemes, i)) || wordAt(lexemes, i) === 'dozen') {
    // "hundred thousand dollars" is a number, "million-dollar" and "the dozen" are none.
    if (wordAt(lexemes, i) !== 'hundred' || !scales.has(wordAt(lexemes, i + 1))) return null;
    current = 1;
  }
  let last: 'small' | 'scale' | 'none' = 'none';
  for (;;) {
    let at = i;
    if (seen && joinsAt(lexemes, at)) at++;
    else if (
      last === 'scale' &&
      !inPair &&
      wordAt(lexemes, at) === 'and' &&
      !andHalf(lexemes, at) &&
      addsOn(lexemes, at + 1, least)
    )
      at++;
    const word = wordAt(lexemes, at);
    const small = word === 'nought' ? 0 : numberWords.get(word);
    if (small !== undefined) {
      if (seen && !fits(current, small)) break;
      if (seen && at > i && last === 'small' && current % 10 !== 0) break;
      current += small;
      seen = true;
      last = 'small';
      step = 1;
      i = at + 1;
      continue;
    }
    if (at > i && wordAt(lexemes, i) === 'and') break;
    const by = word === 'dozen' || (word === 'dozens' && seen) ? 12 : scales.get(word);
    if (by === undefined || (!seen && current === 0)) break;
    if (by === 100 || by === 12) {
      if (current === 0 || current >= 100) break;
      current *= by;
      step = by === 12 ? 1 : 100;
      least = Math.min(least, by);
    } else {
      if ((current === 0 && last !== 'scale') || total * by > 1e18) break;
      if (current === 0) total *= by;
      else total += current * by;
      current = 0;
      step = by;
      scale = by;
      least = by;
    }
    seen = true;
    last = 'scale';
    i = at + 1;
  }
  if (!seen) return null;
  let value = total + current;
  if (wordAt(lexemes, i) === 'point') {
    const decimals = readPoint(lexemes, i + 1);
    if (decimals) {
      value = tidy(value + decimals.value);
      step = decimals.step;
      i = decimals.to;
      const by = scales.get(wordAt(lexemes, i));
      if (by) {
        value = tidy(value * by);
        step *= by;
        scale = by;
        i++;
      }
    }
  }
  const half = andHalf(lexemes, i);
  if (half && !inPair) {
    const unit = scale > 1 ? scale : 1;
    value += half.value * unit;
    step = tidy(0.1 * unit);
    i = half.to;
    const by = scales.get(wordAt(lexemes, i));
    if (by && unit === 1) {
      value *= by;
      step *= by;
      scale = by;
      i++;
    }
  }
  return { from, to: i, value, step, form: 'words', scale, vague: false };
}

/** Whether a number below a hundred fits behind what has been read: units behind tens, all behind hundreds. */
const fits = (current: number, small: number): boolean =>
  small > 0 && (current % 100 === 0 || (current % 100 >= 20 && current % 10 === 0 && small < 10));

/** Whether what stands after "and" belongs to the number: smaller, and no number with a magnitude of its own. */
function addsOn(lexemes: readonly Lexeme[], i: number, least: number): boolean {
  const small = numberWords.get(wordAt(lexemes, i));
  if (small === undefined || small === 0) return false;
  let next = i + 1;
  if (joinsAt(lexemes, next)) next++;
  if (numberWords.has(wordAt(lexemes, next))) next++;
  const by = scales.get(wordAt(lexemes, next));
  return by === undefined ? small < least : by < least;
}

function readPoint(lexemes: readonly Lexeme[], from: number): { value: number; step: number; to: number } | null {
  let plain = '';
  let i = from;
  for (; ; i++) {
    const word = wordAt(lexemes, i);
    const digit = word === 'nought' || word === 'oh' ? 0 : numberWords.get(word);
    if (digit === undefined || plain.length > 8) break;
    plain += String(digit);
  }
  return plain === '' ? null : { value: Number(`0.${plain}`), step: tidy(10 ** -plain.length), to: i };
}

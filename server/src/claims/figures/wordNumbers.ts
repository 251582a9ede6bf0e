import { numberWords } from '../words';
import { joinsAt, type Lexemes, lexemeAt, wordAt } from './lexemes';
import { denominatorOf, isPluralLike, type NumberReading, scales, tidy } from './magnitudes';

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

/** "and a half", "and two thirds" after a magnitude or a number, with hyphens too. */
export function andHalf(lexemes: Lexemes, i: number): { value: number; to: number } | null {
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
export function readVague(lexemes: Lexemes, i: number): NumberReading | null {
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
export function readPart(lexemes: Lexemes, i: number): NumberReading | null {
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

export function readWords(lexemes: Lexemes, from: number, inPair: boolean): NumberReading | null {
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
function addsOn(lexemes: Lexemes, i: number, least: number): boolean {
  const small = numberWords.get(wordAt(lexemes, i));
  if (small === undefined || small === 0) return false;
  let next = i + 1;
  if (joinsAt(lexemes, next)) next++;
  if (numberWords.has(wordAt(lexemes, next))) next++;
  const by = scales.get(wordAt(lexemes, next));
  return by === undefined ? small < least : by < least;
}

function readPoint(lexemes: Lexemes, from: number): { value: number; step: number; to: number } | null {
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

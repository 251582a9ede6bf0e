import { joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { isPluralLike, type NumberReading, scales, stepOf, tidy } from './magnitudes';
import { andHalf, opensNumber, readPart, readVague, readWords } from './wordNumbers';

/** Magnitudes written short, after a space or right after the digits. */
const shortScales: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mil', 1e6],
  ['mm', 1e6],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['tln', 1e12],
]);

/**
 * The number that begins at the lexeme, or null. `money`: whether a currency stands before it, so that "m" and "b" are
 * millions and billions. `inPair`: whether it is the first of two that "and" joins ("between two hundred and six hundred").
 */
export function readNumber(lexemes: Lexemes, i: number, money = false, inPair = false): NumberReading | null {
  const at = lexemeAt(lexemes, i);
  if (at.type === 'digits') return readDigits(lexemes, i, money);
  if (at.type !== 'word' || !opensNumber.has(at.lower)) return null;
  return readVague(lexemes, i) ?? readPart(lexemes, i) ?? readWords(lexemes, i, inPair);
}

function readDigits(lexemes: Lexemes, i: number, money: boolean): NumberReading | null {
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
function fractionAt(lexemes: Lexemes, i: number): { value: number; to: number } | null {
  const at = lexemeAt(lexemes, i);
  if (at.type !== 'digits') return null;
  if (at.value < 1 && at.text.length === 1 && at.decimals > 0) return { value: at.value, to: i + 1 };
  return at.glued ? null : fractionOf(lexemes, i);
}

const denominators = new Set([2, 3, 4, 5, 6, 8, 10, 16, 32]);

/** "3/4": digits, a slash and a usual denominator, with nothing hanging on. "9/11" and "24/7" are none. */
function fractionOf(lexemes: Lexemes, i: number): { value: number; to: number } | null {
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
function powerAt(lexemes: Lexemes, i: number): { by: number; to: number } | null {
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

function scaleAfter(lexemes: Lexemes, i: number, money: boolean): { by: number; to: number } | null {
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
function isMillion(lexemes: Lexemes, i: number, money: boolean): boolean {
  const at = lexemeAt(lexemes, i);
  const next = lexemeAt(lexemes, i + 1);
  if (money) return true;
  if (at.text === 'M') return at.glued;
  if (!at.glued || next.type !== 'word' || next.glued) return false;
  return !afterMetres.has(next.lower) && (isPluralLike(next.lower) || isPluralLike(wordAt(lexemes, i + 2)));
}

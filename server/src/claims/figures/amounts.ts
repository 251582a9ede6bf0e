import type { FigureKind } from './model';
import { type CurrencyReading, currencyAfter, currencyBefore, type MoneyContext } from './currencies';
import { isMinus, joinsAt, type Lexeme, lexemeAt, markAt, wordAt } from './lexemes';
import { type NumberReading, tidy } from './magnitudes';
import { readNumber } from './numbers';
import { isTimeUnit, unitName } from './unitTable';
import { readUnit } from './units';

/** A number with its sign, currency or unit, and what it is reckoned by. Places among the lexemes, `to` exclusive. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly number: NumberReading;
  /** Where the number itself ends, its second part included ("six foot four"). */
  readonly numberTo: number;
  readonly value: number;
  readonly step: number;
  readonly kind: Extract<FigureKind, 'count' | 'money' | 'percent' | 'measure' | 'duration'>;
  readonly unit: string | null;
  readonly per: string | null;
  /** Whether the currency stands before the number. */
  readonly leading: boolean;
}

/** The amount that begins at the lexeme with a sign, a currency or the number, or null. */
export function readAmount(
  lexemes: readonly Lexeme[],
  from: number,
  context: MoneyContext,
  inPair = false,
): Amount | null {
  const outer = minusAt(lexemes, from);
  let i = outer;
  const before = currencyBefore(lexemes, i, context);
  if (before) i = before.to;
  const inner = before ? minusAt(lexemes, i) : i;
  if (inner > i) i = inner;
  const number = readNumber(lexemes, i, before !== null, inPair);
  if (!number) return null;
  const sign = outer > from || (before && inner > before.to) ? -1 : 1;
  const amount = before
    ? leadingMoney(lexemes, from, number, before)
    : (trailingMoney(lexemes, from, number, context) ?? withUnit(lexemes, from, number));
  return sign < 0 ? { ...amount, value: -amount.value } : amount;
}

/** The place behind a minus sign that belongs to the number after it; the place itself where none stands. */
function minusAt(lexemes: readonly Lexeme[], i: number): number {
  const word = wordAt(lexemes, i);
  if (word === 'minus' || word === 'negative') {
    const next = joinsAt(lexemes, i + 1) ? i + 2 : i + 1;
    return lexemeAt(lexemes, next).type === 'digits' || word === 'minus' ? next : i;
  }
  const at = lexemeAt(lexemes, i);
  const next = lexemeAt(lexemes, i + 1);
  if (!isMinus(at.text) || !next.glued) return i;
  if (at.glued && !/[([$€£]/.test(markAt(lexemes, i - 1))) return i;
  // A hyphen before a round number at a line's start is a list's, before decimals or a currency it is a minus.
  return next.type === 'digits' || next.text === '$' || next.text === '£' || next.text === '€' ? i + 1 : i;
}

function leadingMoney(lexemes: readonly Lexeme[], from: number, number: NumberReading, money: CurrencyReading): Amount {
  let code = money.code;
  let to = number.to;
  // "$10 million Canadian", "$31.20 US", "$84 billion USD", "$10 dollars"
  const after = lexemeAt(lexemes, to);
  if (after.type === 'word' && (code === 'USD' || code === after.text)) {
    if (/^(?:USD|CAD|AUD|NZD|HKD|SGD)$/.test(after.text)) {
      code = after.text;
      to++;
    } else if (after.text === 'US' && !/^\p{L}/u.test(lexemeAt(lexemes, to + 1).text)) to++;
    else if (after.lower === 'dollars') to++;
  }
  const per = readPer(lexemes, to);
  return {
    from,
    to: per?.to ?? to,
    number,
    numberTo: number.to,
    value: number.value,
    step: number.step,
    kind: 'money',
    unit: code,
    per: per?.name ?? null,
    leading: true,
  };
}

function trailingMoney(
  lexemes: readonly Lexeme[],
  from: number,
  number: NumberReading,
  context: MoneyContext,
): Amount | null {
  const of = number.vague && wordAt(lexemes, number.to) === 'of' ? number.to + 1 : number.to;
  const found = currencyAfter(lexemes, of, number.form === 'digits', number.scale >= 1e5, context);
  if (!found) return null;
  let value = tidy(number.value * found.factor);
  let step = tidy(number.step * found.factor);
  let to = found.to;
  let numberTo = number.to;
  if (found.factor === 1) {
    // "3 dollars 50 cents", "thirteen dollars and forty-five cents"
    const at = wordAt(lexemes, to) === 'and' ? to + 1 : to;
    const small = readNumber(lexemes, at);
    const coins = small && small.value < 100 ? currencyAfter(lexemes, small.to, true, false, context) : null;
    if (small && coins?.factor === 0.01) {
      value = tidy(value + small.value / 100);
      step = 0.01;
      to = coins.to;
      numberTo = small.to;
    }
  }
  const per = readPer(lexemes, to);
  return {
    from,
    to: per?.to ?? to,
    number,
    numberTo,
    value,
    step,
    kind: 'money',
    unit: found.code,
    per: per?.name ?? null,
    leading: false,
  };
}

function withUnit(lexemes: readonly Lexeme[], from: number, number: NumberReading): Amount {
  const bare: Amount = {
    from,
    to: number.to,
    number,
    numberTo: number.to,
    value: number.value,
    step: number.step,
    kind: 'count',
    unit: null,
    per: null,
    leading: false,
  };
  const height = feetAndInches(lexemes, number);
  if (height) return { ...bare, ...height, kind: 'measure', unit: 'foot', step: 0.001 };
  // "tens of thousands of dollars" is money already; "thousands of miles" a measure.
  const of = number.vague && wordAt(lexemes, number.to) === 'of' ? number.to + 1 : number.to;
  const unit = readUnit(lexemes, of, number.form === 'digits');
  if (!unit) return { ...bare, per: perBehindNoun(lexemes, number.to) };
  const second = unit.name === 'foot' ? inchesAfter(lexemes, unit.to, number) : null;
  if (second) return { ...bare, ...second, kind: 'measure', unit: 'foot', step: 0.001 };
  const per = readPer(lexemes, unit.to);
  return { ...bare, to: per?.to ?? unit.to, kind: unit.kind, unit: unit.name, per: per?.name ?? null };
}

const thousandth = (value: number): number => Math.round(value * 1000) / 1000;

/** 6'4", 5’11 */
function feetAndInches(
  lexemes: readonly Lexeme[],
  number: NumberReading,
): { value: number; to: number; numberTo: number } | null {
  if (number.form !== 'digits' || number.value < 3 || number.value > 8 || !Number.isInteger(number.value)) return null;
  const prime = lexemeAt(lexemes, number.to);
  const inches = lexemeAt(lexemes, number.to + 1);
  if (!/^['’′]$/.test(prime.text) || !prime.glued || inches.type !== 'digits' || !inches.glued || inches.value >= 12)
    return null;
  const close = lexemeAt(lexemes, number.to + 2);
  const to = /^["”″]$/.test(close.text) && close.glued ? number.to + 3 : number.to + 2;
  return { value: thousandth(number.value + inches.value / 12), to, numberTo: to };
}

/** "four" behind "six foot", "2 in" behind "5 ft", "and 2 inches" behind "5 feet". */
function inchesAfter(
  lexemes: readonly Lexeme[],
  i: number,
  feet: NumberReading,
): { value: number; to: number; numberTo: number } | null {
  const joined = joinsAt(lexemes, i) ? i + 1 : i;
  const comma = markAt(lexemes, joined) === ',' ? joined + 1 : joined;
  const at = wordAt(lexemes, comma) === 'and' ? comma + 1 : comma;
  const inches = readNumber(lexemes, at);
  if (!inches || inches.value >= 12 || inches.scale !== 1) return null;
  const unit = joinsAt(lexemes, inches.to) ? inches.to + 1 : inches.to;
  const named = /^(?:inch|inches|in)$/.test(wordAt(lexemes, unit));
  // Without "inches" only right behind a "foot" of a person's height.
  if (
    !named &&
    (at > joined || feet.value < 3 || feet.value > 8 || wordAt(lexemes, i - 1) !== 'foot' || feet.form !== inches.form)
  )
    return null;
  const value = thousandth(feet.value + inches.value / 12);
  return { value, to: named ? unit + 1 : inches.to, numberTo: inches.to };
}

/** What things are sold and counted by, besides units of measure. */
const rateNouns = new Set(
  'share barrel gallon person head piece plate ticket seat unit game season term quarter shift session class visit dose pop pack bottle vote gram kilo kilogram litre liter ton tonne pound ounce mile kilometre kilometer acre hectare foot night household family child student pupil passenger customer victim worker employee vehicle car trip shot word minute second hour day week month year decade semester fortnight'.split(
    ' ',
  ),
);
const adverbs: ReadonlyMap<string, string> = new Map([
  ['annually', 'year'],
  ['yearly', 'year'],
  ['monthly', 'month'],
  ['weekly', 'week'],
  ['daily', 'day'],
  ['nightly', 'night'],
  ['hourly', 'hour'],
  ['apiece', 'piece'],
]);

/** What an amount is reckoned by, at the lexeme: "a year", "per gram", "/day", "annually". */
function readPer(lexemes: readonly Lexeme[], i: number): { name: string; to: number } | null {
  const slash = markAt(lexemes, i) === '/' && lexemeAt(lexemes, i).glued && lexemeAt(lexemes, i + 1).glued;
  const joined = joinsAt(lexemes, i) ? i + 1 : i;
  const link = slash ? '/' : wordAt(lexemes, joined);
  const adverb = adverbs.get(link);
  if (adverb) return { name: adverb, to: joined + 1 };
  if (link !== 'a' && link !== 'an' && link !== 'per' && link !== '/' && link !== 'every' && link !== 'each')
    return null;
  const at = joinsAt(lexemes, joined + 1) ? joined + 2 : joined + 1;
  const word = wordAt(lexemes, at);
  if (word === '' || word === 'cent') return null;
  if (link === 'per' || slash) {
    const unit = readUnit(lexemes, at, true);
    if (unit) return { name: unit.name, to: unit.to };
    if (word === 'capita') return { name: 'person', to: at + 1 };
    if (word === 'annum') return { name: 'year', to: at + 1 };
    if (slash) return null;
    return { name: singular(word), to: at + 1 };
  }
  if (link === 'every' || link === 'each')
    return isTimeUnit(word) ? { name: unitName(word) ?? word, to: at + 1 } : null;
  // "a week ago", "a month later" and "a year earlier" are dates.
  if (/^(?:ago|later|earlier|before|after|from)$/.test(wordAt(lexemes, at + 1))) return null;
  return rateNouns.has(word) ? { name: unitName(word) ?? word, to: at + 1 } : null;
}

/** "3,000 tests per day", "78,000 times a minute": what a count is reckoned by, one or two words behind its number. */
function perBehindNoun(lexemes: readonly Lexeme[], i: number): string | null {
  for (let at = i + 1; at <= i + 2; at++) {
    if (lexemeAt(lexemes, at - 1).type !== 'word') return null;
    const link = wordAt(lexemes, at);
    if (link === 'per' || link === 'a' || link === 'an') {
      const unit = wordAt(lexemes, at + 1);
      const name = isTimeUnit(unit) ? unitName(unit) : undefined;
      return name && !/^(?:ago|later|earlier|before|after)$/.test(wordAt(lexemes, at + 2)) ? name : null;
    }
  }
  return null;
}

function singular(word: string): string {
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

import type { FigureKind } from './model';
import { type CurrencyReading, currencyAfter, currencyBefore } from './currencies';
import { type MoneyReader } from './moneyContext';
import { isMinus, joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { type NumberReading, tidy } from './magnitudes';
import { readNumber } from './numbers';
import { perBehindNoun, readPer } from './rates';
import { readUnit, type UnitReading } from './units';
import { andHalf } from './wordNumbers';

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

/**
 * The amount that begins at the lexeme with a sign, a currency or the number, or null.
 * @param inPair whether the number is the first of two that "and" joins.
 * @param known the number at the lexeme, where it has been read already.
 */
export function readAmount(
  lexemes: Lexemes,
  from: number,
  context: MoneyReader,
  inPair = false,
  known: NumberReading | null = null,
): Amount | null {
  const outer = minusAt(lexemes, from);
  let i = outer;
  const before = currencyBefore(lexemes, i, context);
  if (before) i = before.to;
  const inner = before ? minusAt(lexemes, i) : i;
  if (inner > i) i = inner;
  const number = known && i === from && !inPair ? known : readNumber(lexemes, i, before !== null, inPair);
  if (!number) return before || i > from ? null : readOneUnit(lexemes, from);
  const sign = outer > from || (before && inner > before.to) ? -1 : 1;
  const amount = before
    ? leadingMoney(lexemes, from, number, before)
    : (trailingMoney(lexemes, from, number, context) ?? withUnit(lexemes, from, number));
  return sign < 0 ? { ...amount, value: -amount.value } : amount;
}

/** The place behind a minus sign that belongs to the number after it; the place itself where none stands. */
function minusAt(lexemes: Lexemes, i: number): number {
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

function leadingMoney(lexemes: Lexemes, from: number, number: NumberReading, money: CurrencyReading): Amount {
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

function trailingMoney(lexemes: Lexemes, from: number, number: NumberReading, context: MoneyReader): Amount | null {
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

function withUnit(lexemes: Lexemes, from: number, number: NumberReading): Amount {
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
  lexemes: Lexemes,
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
  lexemes: Lexemes,
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

/** What stands before "a week" where it says how long something lasts. */
const beforeLength =
  /^(?:for|within|than|least|nearly|almost|roughly|approximately|over|under|after|lasts?|lasted|takes?|took|taken|spent|spends?)$/;
/** What goes on behind a length of time; a noun would make it a "week holiday". */
const afterLength =
  /^(?:and|or|of|in|at|on|to|before|until|till|while|when|because|as|with|from|by|that|but|if|since|without|during|now|straight|longer|he|she|it|they|the)$/;
/** "for a second", "for a minute", "a night out": hardly a length that is meant. */
const loosely = new Set(['second', 'millisecond', 'minute', 'night', 'moment']);

/** An amount whose number is an article: "an hour and a half", "half a mile", "for a week". Null elsewhere. */
function readOneUnit(lexemes: Lexemes, from: number): Amount | null {
  const isHalf = wordAt(lexemes, from) === 'half';
  const article = isHalf ? from + 1 : from;
  if (!/^an?$/.test(wordAt(lexemes, article))) return null;
  const unit = readUnit(lexemes, article + 1, false);
  if (!unit || unit.kind === 'percent' || joinsAt(lexemes, article + 1) || joinsAt(lexemes, unit.to)) return null;
  const more = isHalf ? null : andHalf(lexemes, unit.to);
  if (!isHalf && !more && !lasts(lexemes, from, unit)) return null;
  const to = more?.to ?? unit.to;
  const value = isHalf ? 0.5 : 1 + (more?.value ?? 0);
  const step = isHalf || more ? 0.1 : 1;
  const number: NumberReading = { from, to: article + 1, value, step, form: 'words', scale: 1, vague: false };
  const per = isHalf || !more ? readPer(lexemes, to) : null;
  return {
    from,
    to: per?.to ?? to,
    number,
    numberTo: more ? to : article + 1,
    value,
    step,
    kind: unit.kind,
    unit: unit.name,
    per: per?.name ?? null,
    leading: false,
  };
}

/** Whether "a week" at the lexeme is how long something lasts, not when or how often it happens. */
function lasts(lexemes: Lexemes, from: number, unit: UnitReading): boolean {
  if (unit.kind !== 'duration' || loosely.has(unit.name) || !beforeLength.test(wordAt(lexemes, from - 1))) return false;
  const next = lexemeAt(lexemes, unit.to);
  return next.type === 'word' ? afterLength.test(next.lower) : next.type === 'mark' && !/^['’]$/.test(next.text);
}

import { joinsAt, type Lexemes, lexemeAt, markAt, wordAt } from './lexemes';
import { bySymbol, byWord, type Known } from './unitTable';

/** A unit behind a number. `to` is the place among the lexemes behind it. */
export interface UnitReading {
  readonly to: number;
  readonly kind: 'percent' | 'measure' | 'duration';
  /** The name in the singular ("kilometre per hour", "%", "day"). */
  readonly name: string;
}

/** Symbols that are also letters, words or names: a space before them only where it is usual. */
const onlyGlued = new Set(['l', 'F', 'L', 'rad', 'ps', 'um', 'mb', 'dm', 'gm', 'mp', 'pb']);

/** Units whose form is a common word: not as the first part of a name or where something else is counted. */
const seldomUnits = new Set(['bar', 'cup', 'stone', 'second', 'drachma', 'gauge', 'fahrenheit']);

const perHour = new Set(['mile', 'kilometre', 'metre', 'foot', 'centimetre']);
const timeUnits = new Set(['hour', 'second', 'minute', 'millisecond']);

const isPerCent = (lexemes: Lexemes, i: number): number => {
  const word = wordAt(lexemes, i);
  if (markAt(lexemes, i) === '%' || word === 'percent' || word === 'pct' || word === 'percents') return i + 1;
  if (word === 'pc' && (lexemeAt(lexemes, i).glued || lexemeAt(lexemes, i - 1).type === 'digits')) return i + 1;
  if (word === 'per' && (wordAt(lexemes, i + 1) === 'cent' || wordAt(lexemes, i + 1) === 'cents')) return i + 2;
  if (word === 'percentage' && wordAt(lexemes, i + 1) !== 'point' && wordAt(lexemes, i + 1) !== 'points') return i + 1;
  return 0;
};

/**
 * The unit that stands right behind a number, with or without space or hyphen, or null. `digits`: whether the number
 * is in digits, which a symbol asks for.
 */
export function readUnit(lexemes: Lexemes, start: number, digits: boolean): UnitReading | null {
  const joined = joinsAt(lexemes, start);
  const i = joined ? start + 1 : start;
  const perCent = isPerCent(lexemes, i);
  if (perCent > 0) {
    const point = wordAt(lexemes, perCent);
    if ((point === 'point' || point === 'points') && wordAt(lexemes, i) !== 'percentage') {
      return { to: perCent + 1, kind: 'percent', name: 'percentage point' };
    }
    return { to: perCent, kind: 'percent', name: '%' };
  }
  const word = wordAt(lexemes, i);
  const dash = markAt(lexemes, i + 1) === '-' ? i + 2 : i + 1;
  if (word === 'percentage' && /^points?$/.test(wordAt(lexemes, dash))) {
    return { to: dash + 1, kind: 'percent', name: 'percentage point' };
  }
  if (word === 'pp' && lexemeAt(lexemes, i).glued && digits) {
    return { to: i + 1, kind: 'percent', name: 'percentage point' };
  }
  const bracketed = digits ? inBrackets(lexemes, i) : null;
  return bracketed ?? readMark(lexemes, i, digits) ?? (word === '' ? null : readPlain(lexemes, i, digits, joined));
}

/** "20 (kg)" */
function inBrackets(lexemes: Lexemes, i: number): UnitReading | null {
  if (!/^[([{]$/.test(markAt(lexemes, i)) || !/^[)\]}]$/.test(markAt(lexemes, i + 2))) return null;
  const known = unitAt(lexemes, i + 1, true);
  return known?.kind === 'measure' ? { to: i + 3, kind: 'measure', name: known.name } : null;
}

/** Units that are written as marks: °, ″, and apostrophes for feet and inches. */
function readMark(lexemes: Lexemes, i: number, digits: boolean): UnitReading | null {
  const mark = markAt(lexemes, i);
  if (mark === '' || !digits) return null;
  if (mark === '°' || mark === 'º' || mark === '˚') {
    const scale = degreeScale(lexemes, i + 1);
    return { to: scale?.to ?? i + 1, kind: 'measure', name: scale?.name ?? 'degree' };
  }
  if (mark === '℃' || mark === '℉') {
    return { to: i + 1, kind: 'measure', name: mark === '℃' ? 'degree Celsius' : 'degree Fahrenheit' };
  }
  if (mark === '″') return { to: i + 1, kind: 'measure', name: 'inch' };
  if (mark === '′') return { to: i + 1, kind: 'measure', name: 'foot' };
  return null;
}

const degreeWords = new Map([
  ['celsius', 'degree Celsius'],
  ['celcius', 'degree Celsius'],
  ['centigrade', 'degree Celsius'],
  ['c', 'degree Celsius'],
  ['fahrenheit', 'degree Fahrenheit'],
  ['f', 'degree Fahrenheit'],
]);

function degreeScale(lexemes: Lexemes, i: number): { name: string; to: number } | null {
  const name = degreeWords.get(wordAt(lexemes, i));
  return name ? { name, to: i + 1 } : null;
}

function unitAt(lexemes: Lexemes, i: number, digits: boolean): Known | null {
  const at = lexemeAt(lexemes, i);
  if (at.type !== 'word') return null;
  const known = (digits ? bySymbol.get(at.text) : undefined) ?? byWord.get(at.lower);
  if (!known || (onlyGlued.has(at.text) && !at.glued)) return null;
  // A lone capital after a space is as likely a name's: "5 W" is a unit, "5 V" of a list rarely.
  if (at.text.length <= 2 && !digits) return null;
  // "2810 W. Arkansas", "203 HR": a point of the compass, home runs.
  if (
    at.text === 'HR' ||
    (at.text === 'W' && lexemeAt(lexemes, i + 1).text === '.' && lexemeAt(lexemes, i + 2).capital)
  )
    return null;
  return known;
}

function readPlain(lexemes: Lexemes, start: number, digits: boolean, joined: boolean): UnitReading | null {
  let i = start;
  let prefix = '';
  const first = wordAt(lexemes, i);
  if (first === 'square' || first === 'sq' || first === 'cubic' || first === 'cu') {
    prefix = first.startsWith('sq') ? 'square ' : 'cubic ';
    i++;
    if (markAt(lexemes, i) === '.' && first.length === 2) i++;
    if (joinsAt(lexemes, i)) i++;
    const base = wordAt(lexemes, i);
    if (base === 'm' || base === 'mi' || base === 'in') {
      return { to: i + 1, kind: 'measure', name: prefix + { m: 'metre', mi: 'mile', in: 'inch' }[base] };
    }
  } else if (first === 'metric' && /^tons?$/.test(wordAt(lexemes, i + 1))) {
    return { to: i + 2, kind: 'measure', name: 'tonne' };
  } else if (first === 'nautical' || first === 'light') {
    const base = wordAt(lexemes, joinsAt(lexemes, i + 1) ? i + 2 : i + 1);
    const name = first === 'light' ? /^years?$/ : /^miles?$/;
    if (!name.test(base)) return null;
    return {
      to: (joinsAt(lexemes, i + 1) ? i + 2 : i + 1) + 1,
      kind: 'measure',
      name: first === 'light' ? 'light-year' : 'nautical mile',
    };
  } else if (first === 'basis' && /^points?$/.test(wordAt(lexemes, i + 1))) {
    return { to: i + 2, kind: 'measure', name: 'basis point' };
  } else if (first === 'deg' || first === 'degc' || first === 'degf') {
    if (first.length === 4) return { to: i + 1, kind: 'measure', name: degreeWords.get(first.charAt(3)) ?? 'degree' };
    const scale = degreeScale(lexemes, i + 1);
    return { to: scale?.to ?? i + 1, kind: 'measure', name: scale?.name ?? 'degree' };
  } else if (first === 'a' || first === 'an') return null;
  else if ((first === 'c' || first === 'f') && digits && lexemeAt(lexemes, i).capital) {
    // "13F filing", "777F", "the F-Series": a letter of temperature stands alone.
    const next = lexemeAt(lexemes, i + 1);
    if (next.type === 'digits' && next.glued) return null;
    const alone =
      next.type === 'word'
        ? /^(?:in|on|at|and|to|by|or|with|for|as|after|during|this|last)$/.test(next.lower)
        : next.text !== '-' && next.text !== '/';
    if (!lexemeAt(lexemes, i).glued || !alone) return null;
    return { to: i + 1, kind: 'measure', name: first === 'c' ? 'degree Celsius' : 'degree Fahrenheit' };
  }
  const known = unitAt(lexemes, i, digits);
  const at = lexemeAt(lexemes, i);
  if (!known || (seldomUnits.has(at.lower) && !seldomFits(lexemes, i, joined, digits))) return null;
  // "a 6 Hours of Daytona", "8 Mile": a capital in running words is a name's.
  if (at.capital && at.text.length > 3 && at.text !== at.text.toUpperCase() && !digits) return null;
  let to = i + 1;
  let name = prefix + known.name;
  if (known.name === 'degree') {
    const scale = degreeScale(lexemes, to);
    if (scale) return { to: scale.to, kind: 'measure', name: scale.name };
  } else if (known.name === 'fahrenheit') name = 'degree Fahrenheit';
  else if (known.name === 'celsius') name = 'degree Celsius';
  else if (known.name === 'pound' || known.name === 'foot') {
    const torque = torqueAt(lexemes, to);
    if (torque > 0) return { to: torque, kind: 'measure', name: 'pound-foot' };
  } else if (known.name.endsWith('watt')) {
    const hour = joinsAt(lexemes, to) ? to + 1 : to;
    if (/^hours?$/.test(wordAt(lexemes, hour))) return { to: hour + 1, kind: 'measure', name: `${known.name} hour` };
  }
  const power = lexemeAt(lexemes, to);
  if (power.glued && power.type === 'digits') {
    if (power.text !== '2' && power.text !== '3') return null;
    name = (power.text === '2' ? 'square ' : 'cubic ') + name;
    to++;
  } else if (power.glued && (power.text === '²' || power.text === '³')) {
    name = (power.text === '²' ? 'square ' : 'cubic ') + name;
    to++;
  }
  if (known.kind === 'measure') {
    const speed = compoundAt(lexemes, to, known.name);
    if (speed) return { to: speed.to, kind: 'measure', name: `${known.name} per ${speed.per}` };
  }
  return { to, kind: known.kind, name };
}

/** A form that is a common word is a unit only where a number in digits, a hyphen or what follows says so. */
function seldomFits(lexemes: Lexemes, i: number, joined: boolean, digits: boolean): boolean {
  const word = wordAt(lexemes, i);
  const next = wordAt(lexemes, i + 1);
  if (word === 'fahrenheit' || word === 'gauge') return true;
  if (word === 'second') return digits || joined || wordAt(lexemes, i - 1) === 'one';
  if (word === 'stone') return !joined && next !== 'walls' && next !== 'pizza';
  if (word === 'cup') return digits && !joined;
  if (word === 'drachma') return true;
  return false;
}

function torqueAt(lexemes: Lexemes, i: number): number {
  const at = joinsAt(lexemes, i) ? i + 1 : i;
  return at > i && /^(?:ft|feet|foot|lb|lbs|pounds?)$/.test(wordAt(lexemes, at)) ? at + 1 : 0;
}

/** "per hour", "an hour", "/h", "per gallon", "per second" behind lengths and amounts of data: one unit of its own. */
function compoundAt(lexemes: Lexemes, i: number, base: string): { per: string; to: number } | null {
  const slash = markAt(lexemes, i) === '/' && lexemeAt(lexemes, i).glued;
  const joins = joinsAt(lexemes, i) ? i + 1 : i;
  const link = wordAt(lexemes, joins);
  if (!slash && link !== 'per' && link !== 'an' && link !== 'a') return null;
  let at = slash ? i + 1 : joins + 1;
  if (joinsAt(lexemes, at)) at++;
  const word = wordAt(lexemes, at);
  const unit =
    (slash ? { h: 'hour', hr: 'hour', s: 'second', ms: 'millisecond', min: 'minute' }[word] : undefined) ??
    byWord.get(word)?.name;
  if (unit === undefined) return null;
  const speed = perHour.has(base) && timeUnits.has(unit);
  const economy = (base === 'mile' && unit === 'gallon') || (base === 'kilometre' && unit === 'litre');
  const rate = /bit$|byte$/.test(base) && unit === 'second';
  return speed || economy || rate ? { per: unit, to: at + 1 } : null;
}

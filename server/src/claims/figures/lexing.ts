import type { Span } from '../../core/span';
import { isDigit, isLetter, isSpace } from '../characters';
import { isGlued, type Lexemes, type LexemeType } from './lexemes';

const vulgarFractions: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['⅕', 0.2],
  ['⅖', 0.4],
  ['⅗', 0.6],
  ['⅘', 0.8],
  ['⅙', 1 / 6],
  ['⅚', 5 / 6],
  ['⅛', 0.125],
  ['⅜', 0.375],
  ['⅝', 0.625],
  ['⅞', 0.875],
]);

/** The lists of a reading that is under way. */
interface Draft extends Lexemes {
  readonly starts: number[];
  readonly ends: number[];
  readonly types: LexemeType[];
}

/**
 * Reads `span` of the text. Each of the `taken` spans, which are in order, becomes one lexeme; those that reach out of
 * the span are cut off. Linear in the length of the span.
 */
export function lex(text: string, span: Span, taken: readonly Span[]): Lexemes {
  const out: Draft = { text, from: span.start, starts: [], ends: [], types: [], made: [] };
  let i = span.start;
  let next = firstFrom(taken, i);
  while (i < span.end) {
    const hole = taken[next];
    if (hole && hole.start <= i) {
      const end = Math.min(hole.end, span.end);
      if (end > i) i = add(out, i, end, 'taken', 0, 0, '');
      next++;
      continue;
    }
    const stop = hole ? Math.min(hole.start, span.end) : span.end;
    const code = text.charCodeAt(i);
    if (code === 32 || isSpace(code)) i++;
    else if ((code >= 97 && code <= 122) || isLetter(code)) {
      const address = mayOpenAddress(code) ? addressEnd(text, i, stop) : i;
      if (address > i) i = add(out, i, address, 'odd', 0, 0, '');
      else i = addPlain(out, i, endOfWord(text, i, stop), 'word');
    } else if (isDigit(code) || (code === 46 && opensDecimal(text, i, stop, out))) {
      i = digits(text, i, stop, out);
    } else {
      const value = code < 0xbc ? undefined : vulgarFractions.get(text.charAt(i));
      if (value === undefined) i = addPlain(out, i, i + 1, 'mark');
      else i = add(out, i, i + 1, 'digits', value, 2, text.charAt(i));
    }
  }
  return out;
}

/** Adds a word or a mark, to be made into a lexeme when it is asked for. Returns its end. */
function addPlain({ starts, ends, types, made }: Draft, start: number, end: number, type: 'word' | 'mark'): number {
  starts.push(start);
  ends.push(end);
  types.push(type);
  made.push(undefined);
  return end;
}

/** Adds a lexeme of another type. `lower`: the digits without separators. Returns its end. */
function add(
  out: Draft,
  start: number,
  end: number,
  type: 'digits' | 'odd' | 'taken',
  value: number,
  decimals: number,
  lower: string,
): number {
  out.starts.push(start);
  out.ends.push(end);
  out.types.push(type);
  const text = lower === '' ? '' : out.text.slice(start, end);
  const glued = isGlued(out.text, start, out.from);
  out.made.push({ start, end, type, text, lower, glued, capital: false, value, decimals });
  return end;
}

function endOfWord(text: string, start: number, stop: number): number {
  let i = start;
  while (i < stop) {
    const code = text.charCodeAt(i);
    if (code === 32 || ((code < 97 || code > 122) && !isLetter(code))) break;
    i++;
  }
  return i;
}

/** H as in "https" or W as in "www". */
const mayOpenAddress = (code: number): boolean => (code | 32) === 104 || (code | 32) === 119;

/** The end of a web address that begins at `i`, or `i` where none does. */
function addressEnd(text: string, i: number, stop: number): number {
  const second = text.charCodeAt(i + 1) | 32;
  if (second !== 116 && second !== 119) return i;
  if (!/^(?:https?:\/\/|www\.)/i.test(text.slice(i, i + 8))) return i;
  let end = i;
  while (end < stop && !isSpace(text.charCodeAt(end))) end++;
  return end;
}

function firstFrom(taken: readonly Span[], at: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A point opens a number (".500") where neither a letter nor a digit stands before it. */
function opensDecimal(text: string, i: number, stop: number, { ends, types }: Draft): boolean {
  if (i + 1 >= stop || !isDigit(text.charCodeAt(i + 1))) return false;
  if (ends[ends.length - 1] !== i) return true;
  return types[types.length - 1] === 'mark' && text.charCodeAt(i - 1) !== 46;
}

function digits(text: string, start: number, stop: number, out: Draft): number {
  let i = start;
  let odd = false;
  const run = () => {
    const begin = i;
    while (i < stop && isDigit(text.charCodeAt(i))) i++;
    return i - begin;
  };
  const first = run();
  let plain = text.slice(start, i);
  // Groups of three after a comma; of two before the last one where lakhs and crores are counted.
  if (first <= 3 && first > 0) {
    let group = groupLength(text, i, stop);
    while (group > 0) {
      plain += text.slice(i + 1, i + 1 + group);
      i += 1 + group;
      group = groupLength(text, i, stop);
    }
    while (i < stop && plain.length <= 12 && isSpacedGroup(text, i, stop, i > start + first)) {
      plain += text.slice(i + 1, i + 4);
      i += 4;
    }
  }
  let decimals = 0;
  if (i + 1 < stop && text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
    const point = i++;
    decimals = run();
    plain += text.slice(point, i);
    while (i + 1 < stop && text.charCodeAt(i) === 46 && isDigit(text.charCodeAt(i + 1))) {
      odd = true;
      i++;
      run();
    }
  }
  const value = Number(plain);
  const type = odd || !Number.isFinite(value) || i - start > 24 ? 'odd' : 'digits';
  return add(out, start, i, type, value, decimals, plain);
}

/** How many digits the group after a comma at `i` has: 3, or 2 before further groups; 0 where no group stands there. */
function groupLength(text: string, i: number, stop: number): number {
  if (text.charCodeAt(i) !== 44) return 0;
  let end = i + 1;
  while (end < stop && end < i + 5 && isDigit(text.charCodeAt(end))) end++;
  const length = end - i - 1;
  if (length === 3) return 3;
  return length === 2 && text.charCodeAt(end) === 44 && groupLength(text, end, stop) > 0 ? 2 : 0;
}

/** "40 000": after a no-break or thin space any three digits; after an ordinary one only round thousands or a third group. */
function isSpacedGroup(text: string, i: number, stop: number, further: boolean): boolean {
  const code = text.charCodeAt(i);
  if (code !== 32 && code !== 0xa0 && code !== 0x2009 && code !== 0x202f) return false;
  if (i + 4 > stop || !isDigit(text.charCodeAt(i + 1)) || !isDigit(text.charCodeAt(i + 2))) return false;
  if (!isDigit(text.charCodeAt(i + 3)) || (i + 4 < stop && isDigit(text.charCodeAt(i + 4)))) return false;
  return code !== 32 || further || text.startsWith('000', i + 1) || isSpacedGroup(text, i + 4, stop, true);
}

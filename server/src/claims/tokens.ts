import type { Span } from '../core/span';
import { isDigit, isTerminator } from './characters';

/**
 * - `possessive`: what an apostrophe splits off ("'s", "'ll").
 * - `quote`: a whole quote with its marks, as one token.
 */
export type TokenKind = 'word' | 'number' | 'possessive' | 'mark' | 'quote';

/** A piece of running text. Offsets are UTF-16 code units in the article. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
  readonly lower: string;
  /** Whether it begins with a capital letter. */
  readonly capital: boolean;
  /** For a quote: its index among the article's quotes; otherwise -1. */
  readonly quote: number;
}

const nothing: Token = { kind: 'mark', start: 0, end: 0, text: '', lower: '', capital: false, quote: -1 };

/** The token at the index; outside the list a mark without text, which fits no pattern. */
export function tokenAt(tokens: readonly Token[], index: number): Token {
  // An index below 0 makes an engine look for a property of that name.
  return (index < 0 ? undefined : tokens[index]) ?? nothing;
}

/** A quote that is read as one token. */
export interface Hole extends Span {
  readonly index: number;
}

const abbreviations = new Set(
  'mr mrs ms dr sen rep gov gen lt col sgt capt cmdr adm maj rev prof jr sr st pres hon atty supt inc co corp ltd vs no jan feb mar apr aug sept oct nov dec mon tue tues wed thu thur thurs fri sat sun sens reps govs messrs mt ft ariz calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo dept asst'.split(
    ' ',
  ),
);
const suffixes = new Set(['s', 'll', 'd', 're', 've', 'm']);
/** With its apostrophe. */
const longestSuffix = 3;

/**
 * Reads `span` of the text as tokens; each hole becomes one `quote` token. Holes come in order, don't overlap, and
 * those outside the span are left out, those that reach past it are cut off at its end. Linear in the length of the span.
 */
export function tokenise(text: string, span: Span, holes: readonly Hole[]): Token[] {
  const tokens: Token[] = [];
  let at = span.start;
  for (const hole of holes) {
    if (hole.start < at || hole.start >= span.end) continue;
    const end = Math.min(hole.end, span.end);
    words(text, at, hole.start, tokens);
    tokens.push({
      kind: 'quote',
      start: hole.start,
      end,
      text: '',
      lower: '',
      capital: false,
      quote: hole.index,
    });
    at = end;
  }
  words(text, at, span.end, tokens);
  return tokens;
}

function words(text: string, start: number, end: number, tokens: Token[]): void {
  let i = start;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code <= 32 || code === 0xa0) {
      i++;
    } else if ((code >= 97 && code <= 122) || isLetter(code)) {
      i = word(text, i, end, tokens);
    } else if (isDigit(code)) {
      const from = i;
      while (i < end && (isDigit(text.charCodeAt(i)) || isLetter(text.charCodeAt(i)) || isInner(text, i, end))) i++;
      pushPlain(text, from, i, 'number', tokens);
    } else {
      const from = i++;
      while (i < end && text.charCodeAt(i) === code && (code === 46 || code === 45)) i++;
      pushPlain(text, from, i, 'mark', tokens);
    }
  }
}

/** Reads one word from `start`, with inner hyphens, apostrophes and the stops of an abbreviation. Returns its end. */
function word(text: string, start: number, end: number, tokens: Token[]): number {
  let i = start;
  // Most words are nothing but small letters, and need no second form.
  let small = true;
  for (;;) {
    let code = 0;
    for (; i < end; i++) {
      code = text.charCodeAt(i);
      if (code >= 97 && code <= 122) continue;
      if (code <= 32 || (!isLetter(code) && !isDigit(code))) break;
      small = false;
    }
    if (i >= end || code <= 32) break;
    const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
    if (isApostrophe(code) && isLetter(next)) {
      let j = i + 1;
      while (j < end && isLetter(text.charCodeAt(j))) j++;
      if (j - i <= longestSuffix && suffixes.has(text.slice(i + 1, j).toLowerCase())) {
        pushWord(text, start, i, small, tokens);
        tokens.push({
          kind: 'possessive',
          start: i,
          end: j,
          text: text.slice(i, j),
          lower: "'" + text.slice(i + 1, j).toLowerCase(),
          capital: false,
          quote: -1,
        });
        return j;
      }
      i++;
    } else if (code === 45 && (isLetter(next) || isDigit(next))) i++;
    else if (code === 46 && isAbbreviation(text, start, i, next)) {
      i++;
      if (!isLetter(next)) break;
    } else if ((code === 38 || code === 64) && isLetter(next)) i++;
    else if (isApostrophe(code) && (text.charCodeAt(i - 1) | 32) === 115) {
      // "Sanders' plan": the genitive of a name in s
      pushWord(text, start, i, small, tokens);
      tokens.push({
        kind: 'possessive',
        start: i,
        end: i + 1,
        text: text.charAt(i),
        lower: "'s",
        capital: false,
        quote: -1,
      });
      return i + 1;
    } else break;
  }
  pushWord(text, start, i, small, tokens);
  return i;
}

function isAbbreviation(text: string, start: number, stop: number, next: number): boolean {
  // of "D-N.Y." and "D-Calif." the part after the hyphen counts
  let part = stop;
  while (part > start && text.charCodeAt(part - 1) !== 45 && stop - part <= 12) part--;
  const length = stop - part;
  if (length > 12) return false;
  if (length === 1) return isCapital(text.charCodeAt(part)) || isLetter(next);
  if (text.charCodeAt(stop - 2) === 46) return true;
  return isCapital(text.charCodeAt(part)) && abbreviations.has(text.slice(part, stop).toLowerCase());
}

/** `small`: whether the word has nothing but small letters, and marks between them. */
function pushWord(text: string, start: number, end: number, small: boolean, tokens: Token[]): void {
  const piece = small && end - start <= 3 ? shortWord(text, start, end) : text.slice(start, end);
  const lower = small ? piece : piece.toLowerCase();
  const capital = !small && isCapital(text.charCodeAt(start));
  tokens.push({ kind: 'word', start, end, text: piece, lower, capital, quote: -1 });
}

/** Words of up to three small letters by those letters, five bits each: a third of all words, and made once each. */
const shortWords = new Array<string | undefined>(1 << 15);

function shortWord(text: string, start: number, end: number): string {
  let letters = 0;
  for (let i = start; i < end; i++) {
    const letter = text.charCodeAt(i) - 96;
    // a mark inside: "o'b"
    if (letter < 1 || letter > 26) return text.slice(start, end);
    letters = (letters << 5) | letter;
  }
  return (shortWords[letters] ??= text.slice(start, end));
}

function pushPlain(text: string, start: number, end: number, kind: 'number' | 'mark', tokens: Token[]): void {
  const piece = text.slice(start, end);
  tokens.push({ kind, start, end, text: piece, lower: piece, capital: false, quote: -1 });
}

function isInner(text: string, i: number, end: number): boolean {
  const code = text.charCodeAt(i);
  if (code !== 44 && code !== 46 && code !== 45 && code !== 58) return false;
  const next = i + 1 < end ? text.charCodeAt(i + 1) : 0;
  return isDigit(next) || (code === 45 && isLetter(next));
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019;

/** Whether the code unit is a letter of a script that writes words. */
export function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (
    (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff) ||
    (code >= 0x3040 && code < 0xe000)
  );
}

function isCapital(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90;
  const ch = String.fromCharCode(code);
  return ch !== ch.toLowerCase();
}

/** The index of the first token that ends after the offset; the number of tokens where none does. */
export function tokenIndexAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokenAt(tokens, middle).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Splits tokens into sentences, as index ranges, end exclusive. `endOf` gives the last character inside a quote. */
export function splitSentences(
  tokens: readonly Token[],
  endOf: (quote: number) => string,
  goesOn: (next: number, last: string) => boolean,
): Span[] {
  const sentences: Span[] = [];
  let from = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokenAt(tokens, i);
    let ends = false;
    if (token.kind === 'mark') ends = isTerminator(token.text.charCodeAt(0)) && opensSentence(tokens[i + 1]);
    else if (token.kind === 'quote') {
      const last = endOf(token.quote);
      ends =
        (last === '.' || last === '!' || last === '?' || last === '…') &&
        opensSentence(tokens[i + 1]) &&
        !goesOn(i + 1, last);
    }
    if (ends) {
      sentences.push({ start: from, end: i + 1 });
      from = i + 1;
    }
  }
  if (from < tokens.length) sentences.push({ start: from, end: tokens.length });
  return sentences;
}

function opensSentence(next: Token | undefined): boolean {
  return (
    !next ||
    next.capital ||
    next.kind === 'quote' ||
    next.kind === 'number' ||
    (next.kind === 'mark' && !goingOn.includes(next.text.charAt(0)))
  );
}

/** Marks before which no sentence ends. */
const goingOn = ',;:.)]—–-';

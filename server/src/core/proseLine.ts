import { isFunctionWord, longestFunctionWord } from './functionWords';

/** What one line is made of, counted in UTF-16 units; spaces are not ink. */
export interface Line {
  readonly ink: number;
  readonly letters: number;
  /** Digits, and the marks that belong to a number: its point, its comma, the sign before or the percent behind it. */
  readonly figures: number;
  /** Characters that running text hardly uses: braces, equals signs, slashes. */
  readonly symbols: number;
  readonly words: number;
  readonly functionWords: number;
  readonly sentenceEnds: number;
  readonly opensWithCapital: boolean;
}

const letter = 1;
const space = 2;
const symbol = 4;
const stop = 8;
/** What may stand between the stop that ends a sentence and the space after it. */
const closer = 16;
/** What a sentence may end with right before its stop. */
const last = 32;
/** What may join two parts of a word. */
const joint = 64;
const fullWidthStop = 128;

/** What each character is, as a sum of the above. From U+2100 on `kindOf` tells. */
const kinds = new Uint8Array(0x2100);
for (let code = 0; code < 0x2000; code++) {
  const isAscii = code < 0x80;
  const isLatin = (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (isAscii ? isLatin : code >= 0xc0 && code !== 0xd7 && code !== 0xf7) kinds[code] = letter | last;
}
for (const [marks, kind] of [
  [' \t\n\v\f\r\u00a0\u202f', space],
  ['{}<>=;|\\_/#$@^~`+[]', symbol],
  ['.!?…', stop],
  ['"\'”’»)]*_', closer],
  ['0123456789)]"\'”’»%', last],
  ["'’-", joint],
] as const) {
  for (const mark of marks) kinds[mark.charCodeAt(0)] = (kinds[mark.charCodeAt(0)] ?? 0) | kind;
}
kinds[0x0964] = fullWidthStop; // the danda of Hindi

function kindOf(code: number): number {
  if (code < 0x2100) return kinds[code] ?? 0;
  if (code === 0x3002 || code === 0xff01 || code === 0xff1f) return fullWidthStop;
  const isLetter =
    (code >= 0x2c00 && code < 0x2e00) || (code >= 0x3040 && code < 0xd800) || (code >= 0xf900 && code < 0xfe00);
  return isLetter ? letter | last : 0;
}

const openers = /^["'“‘«„»]?\p{Lu}/u;

/**
 * Counts the characters, words and sentence ends of one line in one pass.
 * @param line without the line break; any text will do.
 */
export function readLine(line: string): Line {
  let marks = 0; // ink other than letters
  let letters = 0;
  let figures = 0;
  let symbols = 0;
  let words = 0;
  let functionWords = 0;
  let sentenceEnds = 0;
  let wordStart = -1;
  for (let i = 0; i <= line.length; i++) {
    const kind = i < line.length ? kindOf(line.charCodeAt(i)) : space;
    if (kind & letter) {
      if (wordStart < 0) wordStart = i;
      letters++;
      continue;
    }
    if (wordStart >= 0 && !(kind & joint && kindOf(line.charCodeAt(i + 1)) & letter)) {
      words++;
      if (isSmall(line, wordStart, i)) functionWords++;
      wordStart = -1;
    }
    if (kind & space) continue;
    marks++;
    if (isFigure(line, i)) figures++;
    else if (kind & symbol) symbols++;
    else if (kind & fullWidthStop || (kind & stop && endsSentence(line, i))) sentenceEnds++;
  }
  return {
    ink: letters + marks,
    letters,
    figures,
    symbols,
    words,
    functionWords,
    sentenceEnds,
    opensWithCapital: openers.test(line),
  };
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** Whether the character at `at` is a digit or a mark of the number beside it. */
function isFigure(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (isDigit(code)) return true;
  switch (line.charAt(at)) {
    case '.':
    case ',':
    case '-':
      return isDigit(line.charCodeAt(at - 1)) && isDigit(line.charCodeAt(at + 1));
    case '%':
      return isDigit(line.charCodeAt(at - 1));
    case '$':
    case '£':
    case '€':
    case '+':
    case '~':
      return isDigit(line.charCodeAt(at + 1));
    default:
      return false;
  }
}

/**
 * Whether the stop at `at` ends a sentence: a word or figure before it, then perhaps closing marks, then a space. Old
 * wires and texts put together by machine have a space before a line's last stop.
 */
function endsSentence(line: string, at: number): boolean {
  if (at === 0) return false;
  const spaced = at > 1 && at === line.length - 1 && (kindOf(line.charCodeAt(at - 1)) & space) > 0;
  if (!(kindOf(line.charCodeAt(spaced ? at - 2 : at - 1)) & last)) return false;
  let next = at + 1;
  while (next < line.length && kindOf(line.charCodeAt(next)) & stop) next++;
  while (next < line.length && kindOf(line.charCodeAt(next)) & closer) next++;
  return next >= line.length || (kindOf(line.charCodeAt(next)) & space) > 0;
}

/** Words in scripts whose small words aren't listed pass by their letters alone. */
function isSmall(line: string, start: number, end: number): boolean {
  const first = line.charCodeAt(start);
  if ((first >= 0x530 && first < 0x1e00) || first >= 0x2e80) return true;
  return end - start <= longestFunctionWord && isFunctionWord(line.slice(start, end).toLowerCase());
}

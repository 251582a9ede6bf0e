import { isFunctionWord, longestFunctionWord } from './functionWords';

/** What one line is made of, counted in UTF-16 units; spaces are not ink. */
export interface Line {
  readonly ink: number;
  readonly letters: number;
  /** Characters that running text hardly uses: braces, equals signs, slashes. */
  readonly symbols: number;
  readonly words: number;
  readonly functionWords: number;
  readonly sentenceEnds: number;
  readonly opensWithCapital: boolean;
}

const symbolMarks = new Set([...'{}<>=;|\\_$@^~`+/[]#'].map(codeOf));
const stops = new Set([...'.!?…'].map(codeOf));
const fullWidthStops = new Set([...'。！？।'].map(codeOf));
/** What may stand between the stop that ends a sentence and the space after it. */
const closers = new Set([...'"\'”’»)]*_'].map(codeOf));
/** What a sentence may end with right before its stop, letters and digits aside. */
const lastMarks = new Set([...')]"\'”’»%'].map(codeOf));
const openers = /^["'“‘«„»]?\p{Lu}/u;

/**
 * Counts the characters, words and sentence ends of one line in one pass.
 * @param line without the line break; any text will do.
 */
export function readLine(line: string): Line {
  let ink = 0;
  let letters = 0;
  let symbols = 0;
  let words = 0;
  let functionWords = 0;
  let sentenceEnds = 0;
  let wordStart = -1;
  for (let i = 0; i <= line.length; i++) {
    const code = i < line.length ? line.charCodeAt(i) : 0x20;
    if (isLetter(code)) {
      if (wordStart < 0) wordStart = i;
      ink++;
      letters++;
      continue;
    }
    if (wordStart >= 0 && !(isJoint(code) && isLetter(line.charCodeAt(i + 1)))) {
      words++;
      if (isSmall(line.slice(wordStart, i))) functionWords++;
      wordStart = -1;
    }
    if (isSpace(code)) continue;
    ink++;
    if (symbolMarks.has(code)) symbols++;
    else if (fullWidthStops.has(code) || (stops.has(code) && endsSentence(line, i))) sentenceEnds++;
  }
  return { ink, letters, symbols, words, functionWords, sentenceEnds, opensWithCapital: openers.test(line) };
}

/** Whether the stop at `at` ends a sentence: a word or figure before it, then perhaps closing marks, then a space. */
function endsSentence(line: string, at: number): boolean {
  const before = line.charCodeAt(at - 1);
  if (!(isLetter(before) || isDigit(before) || lastMarks.has(before))) return false;
  let next = at + 1;
  while (next < line.length && stops.has(line.charCodeAt(next))) next++;
  while (next < line.length && closers.has(line.charCodeAt(next))) next++;
  return next >= line.length || isSpace(line.charCodeAt(next));
}

/** Words in scripts whose small words aren't listed pass by their letters alone. */
function isSmall(word: string): boolean {
  const first = word.charCodeAt(0);
  if ((first >= 0x530 && first < 0x1e00) || first >= 0x2e80) return true;
  return word.length <= longestFunctionWord && isFunctionWord(word.toLowerCase());
}

/** Letters and the marks set over them. Above Latin-1 every unit passes that is no punctuation or symbol. */
function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0x2000) return code >= 0xc0 && code !== 0xd7 && code !== 0xf7 && !fullWidthStops.has(code);
  return (code >= 0x2c00 && code < 0x2e00) || (code >= 0x3040 && code < 0xd800) || (code >= 0xf900 && code < 0xfe00);
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isSpace = (code: number): boolean =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x202f;
const isJoint = (code: number): boolean => code === 0x27 || code === 0x2019 || code === 0x2d;

function codeOf(ch: string): number {
  return ch.charCodeAt(0);
}

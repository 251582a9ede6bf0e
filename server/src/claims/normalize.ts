import { codeAt, isDash, isDigit, isLetter, isSpace, isTerminator, isUpper } from './characters';
import { createVocabulary, flag, idOf, numberForm, piecesOf, type Piece, type Vocabulary } from './wordForms';
import { standsForMore } from './sentences';
import { currencySigns } from './words';

export { createVocabulary, flag, idOf, type Vocabulary } from './wordForms';

/**
 * The words of a passage in the form they are compared in. Parallel arrays; `starts` and `ends` are UTF-16 offsets from
 * the start of the passage. `words` holds ids of whole forms, in which house style plays no part; `stems` ids of stems.
 */
export interface Words {
  readonly count: number;
  readonly words: readonly number[];
  readonly stems: readonly number[];
  readonly flags: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Whether the passage ends in an ellipsis. */
  readonly trailsOff: boolean;
}

/** A passage longer than this is compared by its first words only. */
export const mostWords = 4000;
/** Longer strings of letters are no words. */
const longestWord = 64;

/**
 * Reads a passage into comparable words: case, accents, marks, hyphens, acronyms' dots, British spelling, numbers in
 * words and contractions are levelled. `holes` are stretches to pass over (the quotes inside a sentence), in offsets
 * from the passage's start, in order. Linear; reads at most {@link mostWords} words.
 */
export function readWords(
  text: string,
  vocabulary: Vocabulary,
  holes: readonly { start: number; end: number }[] = [],
): Words {
  const reader = startReading(vocabulary);
  let brackets = 0;
  let parens = 0;
  let ellipsis = false;
  let sentenceStart = true;
  let hole = 0;
  let i = 0;
  while (i < text.length && reader.count < mostWords) {
    const next = holes[hole];
    if (next && i >= next.start) {
      i = Math.max(i, next.end);
      hole++;
      endNumber(reader);
      continue;
    }
    const code = text.charCodeAt(i);
    if (code === 32) {
      i++;
      continue;
    }
    if (isLetter(code) || isDigit(code)) {
      const end = Math.min(wordEnd(text, i), next ? Math.max(next.start, i + 1) : text.length);
      const bits =
        (brackets > 0 ? flag.bracket : 0) |
        (parens > 0 ? flag.paren : 0) |
        (ellipsis ? flag.afterEllipsis : 0) |
        (sentenceStart ? flag.sentenceStart : 0) |
        (isUpper(code) ? flag.capital : 0);
      addWord(reader, text, i, end, reader.vocabulary.pieces.of(text, i, end), bits);
      ellipsis = false;
      sentenceStart = false;
      i = end;
      continue;
    }
    if (code === 91) brackets++;
    else if (code === 93) brackets = Math.max(0, brackets - 1);
    else if (code === 40) parens++;
    else if (code === 41) parens = Math.max(0, parens - 1);
    else if (code === 37) addWord(reader, text, i, i + 1, piecesOf(vocabulary, 'percent'), 0);
    else if (code === 38) addWord(reader, text, i, i + 1, piecesOf(vocabulary, 'and'), flag.sign);
    else if (isTerminator(code)) {
      if (code === 0x2026 || dots(text, i) >= 3) {
        ellipsis = true;
        if (code !== 0x2026) i = dotsEnd(text, i) - 1;
      } else if (code !== 46 || !standsForMore(lastRaw(text, reader, i))) sentenceStart = true;
      endNumber(reader);
    } else if (code === 58) sentenceStart = true;
    else if (currencySigns.has(text.charAt(i))) reader.currency = currencySigns.get(text.charAt(i)) ?? '';
    else if (!isSpace(code) && !isDash(code)) endNumber(reader);
    i++;
  }
  endNumber(reader);
  return finish(reader, ellipsis);
}

/** The word that ends right before `at`, as it stands; '' where none does. */
function lastRaw(text: string, reader: Reader, at: number): string {
  const last = reader.count - 1;
  return reader.ends[last] === at ? text.slice(reader.starts[last], at) : '';
}

/** Where the word that begins at `i` ends: apostrophes, dots of acronyms and marks inside numbers belong to it. */
function wordEnd(text: string, i: number): number {
  let end = i + 1;
  const limit = Math.min(text.length, i + longestWord);
  while (end < limit) {
    const code = text.charCodeAt(end);
    if (isLetter(code) || isDigit(code)) end++;
    else if (
      (code === 39 || code === 0x2019 || code === 0x2bc) &&
      isLetter(codeAt(text, end + 1)) &&
      isLetter(codeAt(text, end - 1))
    )
      end++;
    else if ((code === 44 || code === 46) && isDigit(codeAt(text, end + 1)) && isDigit(codeAt(text, end - 1))) end++;
    else if (code === 46 && isAcronymDot(text, end, i)) end++;
    else if (code === 42 && masked(text, end)) end++;
    else break;
  }
  return end;
}

/** Whether the asterisk at `at` masks a letter of a word (f***ing), rather than marking up the text. */
function masked(text: string, at: number): boolean {
  return text.charCodeAt(at - 1) === 42 || (text.charCodeAt(at + 1) === 42 && isLetter(codeAt(text, at - 1)));
}

/** Whether the dot at `at` follows a single letter of an acronym such as U.N. or a.m. that began at `start`. */
function isAcronymDot(text: string, at: number, start: number): boolean {
  if (!isLetter(codeAt(text, at - 1))) return false;
  if (at - start > 1) return codeAt(text, at - 2) === 46;
  return isLetter(codeAt(text, at + 1)) && !isLetter(codeAt(text, at + 2));
}

function dots(text: string, i: number): number {
  let count = 0;
  for (let k = i; k < i + 8 && k < text.length; k++) {
    if (text.charCodeAt(k) === 46) count++;
    else if (text.charCodeAt(k) !== 32 && text.charCodeAt(k) !== 0xa0) break;
  }
  return count;
}

function dotsEnd(text: string, i: number): number {
  let end = i + 1;
  let k = i;
  while (k < text.length && (text.charCodeAt(k) === 46 || text.charCodeAt(k) === 32 || text.charCodeAt(k) === 0xa0)) {
    if (text.charCodeAt(k) === 46) end = k + 1;
    k++;
  }
  return end;
}

// ---- putting pieces together ------------------------------------------------------------------------

/** What is read of a passage so far. */
interface Reader {
  vocabulary: Vocabulary;
  count: number;
  readonly words: number[];
  readonly stems: number[];
  readonly flags: number[];
  readonly starts: number[];
  readonly ends: number[];
  /** The number being put together from several words ("twenty-three", "4 million"); NaN outside of one. */
  value: number;
  /** The sign before the number, read after it as it is spoken. */
  currency: string;
  unit: string;
}

/**
 * What the passage at hand is read into: one for all, for lists that grow would leave twice their size behind with each
 * passage.
 */
const reading: Reader = {
  vocabulary: createVocabulary(),
  count: 0,
  words: [],
  stems: [],
  flags: [],
  starts: [],
  ends: [],
  value: NaN,
  currency: '',
  unit: '',
};

function startReading(vocabulary: Vocabulary): Reader {
  reading.vocabulary = vocabulary;
  reading.count = 0;
  reading.value = NaN;
  reading.currency = '';
  reading.unit = '';
  return reading;
}

function finish({ count, words, stems, flags, starts, ends }: Reader, trailsOff: boolean): Words {
  return {
    count,
    words: words.slice(0, count),
    stems: stems.slice(0, count),
    flags: flags.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    trailsOff,
  };
}

function push(reader: Reader, word: number, stem: number, bits: number, start: number, end: number): void {
  const at = reader.count++;
  reader.words[at] = word;
  reader.stems[at] = stem;
  reader.flags[at] = bits;
  reader.starts[at] = start;
  reader.ends[at] = end;
}

function addWord(reader: Reader, text: string, at: number, end: number, pieces: readonly Piece[], bits: number): void {
  let start = at;
  for (const piece of pieces) {
    const pieceEnd = Math.min(end, at + piece.end);
    if (piece.isPlain && Number.isNaN(reader.value)) {
      push(reader, piece.word, piece.stem, piece.flags | bits, start, pieceEnd);
    } else addNumber(reader, piece, text.slice(at, end), start, pieceEnd, bits);
    start = pieceEnd;
    // Only the first piece of a word begins a sentence or stands after an ellipsis.
    bits &= ~(flag.sentenceStart | flag.afterEllipsis);
  }
  reader.currency = '';
}

/** Adds a word that is a number, goes on with one, or ends one. */
function addNumber(reader: Reader, piece: Piece, raw: string, start: number, end: number, bits: number): void {
  const { value } = reader;
  const inNumber = !Number.isNaN(value);
  if (inNumber && piece.multiplier > 0) {
    setNumber(reader, value * piece.multiplier, end);
    return;
  }
  if (inNumber && isTens(value) && piece.value > 0 && piece.value < 10 && !isDigit(raw.charCodeAt(0))) {
    setNumber(reader, value + piece.value, end);
    return;
  }
  if (!inNumber && piece.multiplier >= 12 && raw.length >= 4) {
    addBareMultiplier(reader, piece.multiplier, start, end, bits);
    return;
  }
  endNumber(reader);
  const previous = reader.count - 1;
  if (raw === 'cent' && previous >= 0 && reader.vocabulary.forms[reader.words[previous] ?? -1] === 'per') {
    const [percent] = piecesOf(reader.vocabulary, 'percent');
    reader.count--;
    push(reader, percent?.word ?? 0, percent?.stem ?? 0, bits, reader.starts[previous] ?? start, end);
    return;
  }
  push(reader, piece.word, piece.stem, piece.flags | bits, start, end);
  if (!Number.isNaN(piece.value)) {
    reader.value = piece.value;
    reader.unit = reader.currency;
  }
}

/** "a hundred", "half a million": the bare multiplier is the number itself, and the words before it belong to it. */
function addBareMultiplier(reader: Reader, multiplier: number, start: number, end: number, bits: number): void {
  let value = multiplier;
  const formBefore = () => reader.vocabulary.forms[reader.words[reader.count - 1] ?? -1];
  const takeBack = () => {
    reader.count--;
    start = reader.starts[reader.count] ?? start;
    bits |= (reader.flags[reader.count] ?? 0) & (flag.sentenceStart | flag.afterEllipsis | flag.capital);
  };
  if (reader.count > 0 && formBefore() === 'a') takeBack();
  if (reader.count > 0 && formBefore() === 'half') {
    takeBack();
    value /= 2;
  }
  const id = idOf(reader.vocabulary, numberForm(value));
  push(reader, id, id, flag.number | bits, start, end);
}

const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;

function setNumber(reader: Reader, value: number, end: number): void {
  const id = idOf(reader.vocabulary, numberForm(value));
  const at = reader.count - 1;
  reader.value = value;
  reader.words[at] = id;
  reader.stems[at] = id;
  reader.ends[at] = end;
}

function endNumber(reader: Reader): void {
  if (reader.unit !== '') {
    const at = reader.ends[reader.count - 1] ?? 0;
    const unit = reader.unit;
    reader.unit = '';
    for (const piece of piecesOf(reader.vocabulary, unit)) push(reader, piece.word, piece.stem, piece.flags, at, at);
  }
  reader.value = NaN;
}

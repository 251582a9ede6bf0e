import type { Span } from '../core/span';
import { isDash, isDigit, isLetter, isSpace, isTerminator, isUpper } from './characters';
import { createVocabulary, flag, idOf, numberForm, piecesOf, type Piece, type Vocabulary } from './wordForms';
import { standsForMore } from './sentences';
import { dots, dotsEnd, wordEnd } from './wordEnds';
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

/** Reads a text of its own into comparable words, as {@link readStretch} does a passage of an article. */
export const readWords = (text: string, vocabulary: Vocabulary, holes: readonly Span[] = []): Words =>
  readStretch(text, { start: 0, end: text.length }, vocabulary, holes);

/**
 * Reads a passage into comparable words: case, accents, marks, hyphens, acronyms' dots, British spelling, numbers in
 * words and contractions are levelled. `holes` are stretches to pass over (the quotes inside a sentence), in offsets
 * from the passage's start, in order. Linear; reads at most {@link mostWords} words, and nothing outside the passage.
 */
export function readStretch(
  text: string,
  { start: base, end: last }: Span,
  vocabulary: Vocabulary,
  holes: readonly Span[],
): Words {
  const reader = startReading(vocabulary, base);
  const { pieces } = vocabulary;
  let brackets = 0;
  let parens = 0;
  let ellipsis = false;
  let sentenceStart = true;
  let hole = 0;
  let next = holes[0];
  let i = base;
  while (i < last && reader.count < mostWords) {
    if (next && i >= base + next.start) {
      i = Math.max(i, base + next.end);
      next = holes[++hole];
      endNumber(reader);
      continue;
    }
    const code = text.charCodeAt(i);
    if (code === 32) {
      i++;
      continue;
    }
    const isSmall = code > 96 && code < 123;
    if (isSmall || isLetter(code) || isDigit(code)) {
      const wordsEnd = wordEnd(text, i, last);
      const end = next ? Math.min(wordsEnd, Math.max(base + next.start, i + 1)) : wordsEnd;
      const bits =
        (brackets > 0 ? flag.bracket : 0) |
        (parens > 0 ? flag.paren : 0) |
        (ellipsis ? flag.afterEllipsis : 0) |
        (sentenceStart ? flag.sentenceStart : 0) |
        (!isSmall && isUpper(code) ? flag.capital : 0);
      addWord(reader, text, i, end, pieces.of(text, i, end), bits);
      ellipsis = false;
      sentenceStart = false;
      i = end;
      continue;
    }
    // Of all marks most are commas.
    if (code === 44) endNumber(reader);
    else if (code === 91) brackets++;
    else if (code === 93) brackets = Math.max(0, brackets - 1);
    else if (code === 40) parens++;
    else if (code === 41) parens = Math.max(0, parens - 1);
    else if (code === 37) addWord(reader, text, i, i + 1, piecesOf(vocabulary, 'percent'), 0);
    else if (code === 38) addWord(reader, text, i, i + 1, piecesOf(vocabulary, 'and'), flag.sign);
    else if (isTerminator(code)) {
      if (code === 0x2026 || dots(text, i, last) >= 3) {
        ellipsis = true;
        if (code !== 0x2026) i = dotsEnd(text, i, last) - 1;
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
function lastRaw(text: string, { base, count, starts, ends }: Reader, at: number): string {
  const last = count - 1;
  return base + (ends[last] ?? NaN) === at ? text.slice(base + (starts[last] ?? 0), at) : '';
}

// ---- putting pieces together ------------------------------------------------------------------------

/** What is read of a passage so far. */
interface Reader {
  vocabulary: Vocabulary;
  /** Where the passage begins in its text. */
  base: number;
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
  base: 0,
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

function startReading(vocabulary: Vocabulary, base: number): Reader {
  reading.vocabulary = vocabulary;
  reading.base = base;
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

/** Offsets are those of the text here, and count from the passage's start in what is read. */
function push(reader: Reader, word: number, stem: number, bits: number, start: number, end: number): void {
  const { base } = reader;
  const at = reader.count++;
  reader.words[at] = word;
  reader.stems[at] = stem;
  reader.flags[at] = bits;
  reader.starts[at] = start - base;
  reader.ends[at] = end - base;
}

function addWord(reader: Reader, text: string, at: number, end: number, pieces: readonly Piece[], bits: number): void {
  let start = at;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    // Only the first piece of a word begins a sentence or stands after an ellipsis.
    const own = i === 0 ? bits : bits & ~(flag.sentenceStart | flag.afterEllipsis);
    const pieceEnd = Math.min(end, at + piece.end);
    if (piece.isPlain && Number.isNaN(reader.value)) {
      push(reader, piece.word, piece.stem, piece.flags | own, start, pieceEnd);
    } else addNumber(reader, piece, text.slice(at, end), start, pieceEnd, own);
    start = pieceEnd;
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
    push(reader, percent?.word ?? 0, percent?.stem ?? 0, bits, placeOf(reader, previous), end);
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
    start = placeOf(reader, reader.count);
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

/** Where in the text the word with this number begins. */
const placeOf = ({ base, starts }: Reader, word: number): number => base + (starts[word] ?? 0);

const isTens = (value: number): boolean => value >= 20 && value < 100 && value % 10 === 0;

function setNumber(reader: Reader, value: number, end: number): void {
  const id = idOf(reader.vocabulary, numberForm(value));
  const at = reader.count - 1;
  reader.value = value;
  reader.words[at] = id;
  reader.stems[at] = id;
  reader.ends[at] = end - reader.base;
}

function endNumber(reader: Reader): void {
  if (reader.unit !== '') {
    const at = reader.base + (reader.ends[reader.count - 1] ?? 0);
    const unit = reader.unit;
    reader.unit = '';
    for (const piece of piecesOf(reader.vocabulary, unit)) push(reader, piece.word, piece.stem, piece.flags, at, at);
  }
  reader.value = NaN;
}

import anyAscii from 'any-ascii';
import stem = require('wink-porter2-stemmer');
import { codeAt, isDash, isDigit, isLetter, isSpace, isTerminator, isUpper } from './characters';
import { oneSpelling } from './spelling';
import {
  abbreviations,
  currencySigns,
  functionWords,
  multipliers,
  negations,
  numberWords,
  ordinalWords,
} from './words';

/** What is known of a word beside its form. */
export const flag = {
  /** Carries grammar and no matter. */
  grammar: 1,
  negation: 2,
  number: 4,
  capital: 8,
  /** In [brackets]: put in by the writer. */
  bracket: 16,
  /** In (parentheses). */
  paren: 32,
  /** An ellipsis stands right before it. */
  afterEllipsis: 64,
  sentenceStart: 128,
  /** Half of a contraction: "do" or "not" of "don't". */
  contracted: 256,
  /** A sign in the place of a word: &. */
  sign: 512,
} as const;

/**
 * The words of a passage in the form they are compared in. Parallel arrays; `starts` and `ends` are UTF-16 offsets from
 * the start of the passage. `words` holds ids of whole forms, in which house style plays no part; `stems` ids of stems.
 */
export interface Words {
  readonly count: number;
  readonly words: Int32Array;
  readonly stems: Int32Array;
  readonly flags: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Whether the passage ends in an ellipsis. */
  readonly trailsOff: boolean;
}

/** Gives each form a small number. Grows with the words met; a newsroom's whole vocabulary is some ten thousands. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly forms: string[];
  readonly pieces: Map<string, readonly Piece[]>;
}

interface Piece {
  readonly word: number;
  readonly stem: number;
  readonly flags: number;
  /** For a number, its value; NaN for a word. */
  readonly value: number;
  readonly multiplier: number;
  /** Where the piece ends in the raw word, in code units. */
  readonly end: number;
}

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  return { ids: new Map(), forms: [], pieces: new Map() };
}

function idOf(vocabulary: Vocabulary, form: string): number {
  let id = vocabulary.ids.get(form);
  if (id === undefined) {
    id = vocabulary.forms.length;
    vocabulary.ids.set(form, id);
    vocabulary.forms.push(form);
  }
  return id;
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
  const reader = createReader(vocabulary);
  let brackets = 0;
  let parens = 0;
  let ellipsis = false;
  let sentenceStart = true;
  let currency = '';
  let hole = 0;
  let i = 0;
  while (i < text.length && reader.words.length < mostWords) {
    const next = holes[hole];
    if (next && i >= next.start) {
      i = Math.max(i, next.end);
      hole++;
      reader.breakNumber();
      continue;
    }
    const code = text.charCodeAt(i);
    if (isLetter(code) || isDigit(code)) {
      const end = Math.min(wordEnd(text, i), next ? Math.max(next.start, i + 1) : text.length);
      const flags =
        (brackets > 0 ? flag.bracket : 0) |
        (parens > 0 ? flag.paren : 0) |
        (ellipsis ? flag.afterEllipsis : 0) |
        (sentenceStart ? flag.sentenceStart : 0) |
        (isUpper(code) ? flag.capital : 0);
      reader.add(text.slice(i, end), i, flags, currency);
      currency = '';
      ellipsis = false;
      sentenceStart = false;
      i = end;
      continue;
    }
    if (code === 91) brackets++;
    else if (code === 93) brackets = Math.max(0, brackets - 1);
    else if (code === 40) parens++;
    else if (code === 41) parens = Math.max(0, parens - 1);
    else if (code === 37) reader.add('percent', i, 0, '', 1);
    else if (code === 38) reader.add('and', i, flag.sign, '', 1);
    else if (isTerminator(code)) {
      if (code === 0x2026 || dots(text, i) >= 3) {
        ellipsis = true;
        if (code !== 0x2026) i = dotsEnd(text, i) - 1;
      } else sentenceStart = true;
      reader.breakNumber();
    } else if (code === 58) sentenceStart = true;
    else if (currencySigns.has(text.charAt(i))) currency = currencySigns.get(text.charAt(i)) ?? '';
    else if (!isSpace(code) && !isDash(code)) reader.breakNumber();
    i++;
  }
  return { ...reader.finish(), trailsOff: ellipsis };
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

interface Reader {
  readonly words: number[];
  add(raw: string, at: number, flags: number, currency: string, length?: number): void;
  breakNumber(): void;
  finish(): Omit<Words, 'trailsOff'>;
}

function createReader(vocabulary: Vocabulary): Reader {
  const words: number[] = [];
  const stems: number[] = [];
  const flags: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  /** The number being put together from several words ("twenty-three", "4 million"). */
  let value = NaN;
  let pending = '';
  const push = (word: number, stemId: number, bits: number, start: number, end: number) => {
    words.push(word);
    stems.push(stemId);
    flags.push(bits);
    starts.push(start);
    ends.push(end);
  };
  const endNumber = () => {
    if (pending !== '') {
      const at = ends.at(-1) ?? 0;
      const unit = pending;
      pending = '';
      for (const piece of piecesOf(vocabulary, unit)) push(piece.word, piece.stem, piece.flags, at, at);
    }
    value = NaN;
  };
  const setNumber = (next: number, end: number) => {
    value = next;
    const id = idOf(vocabulary, numberForm(next));
    words[words.length - 1] = id;
    stems[stems.length - 1] = id;
    ends[ends.length - 1] = end;
  };
  return {
    words,
    add(raw, at, bits, currency, length = raw.length) {
      let from = at;
      for (const piece of piecesOf(vocabulary, raw)) {
        const start = from;
        const end = at + Math.min(length, piece.end);
        from = end;
        if (!Number.isNaN(value) && piece.multiplier > 0) {
          setNumber(value * piece.multiplier, end);
          continue;
        }
        if (
          !Number.isNaN(value) &&
          value >= 20 &&
          value < 100 &&
          value % 10 === 0 &&
          piece.value > 0 &&
          piece.value < 10 &&
          !isDigit(raw.charCodeAt(0))
        ) {
          setNumber(value + piece.value, end);
          continue;
        }
        if (Number.isNaN(value) && piece.multiplier >= 100 && /^[a-z]{4,}/i.test(raw)) {
          // "a hundred", "a million": the bare multiplier is the number itself.
          push(
            idOf(vocabulary, numberForm(piece.multiplier)),
            idOf(vocabulary, numberForm(piece.multiplier)),
            flag.number | bits,
            start,
            end,
          );
          value = NaN;
          continue;
        }
        endNumber();
        push(piece.word, piece.stem, piece.flags | bits, start, end);
        if (!Number.isNaN(piece.value)) {
          value = piece.value;
          pending = currency;
        }
        if (raw === 'cent' && vocabulary.forms[words.at(-2) ?? -1] === 'per') {
          words.pop();
          stems.pop();
          flags.pop();
          ends[ends.length - 2] = end;
          starts.pop();
          ends.pop();
          const [percent] = piecesOf(vocabulary, 'percent');
          if (percent) {
            words[words.length - 1] = percent.word;
            stems[stems.length - 1] = percent.stem;
            flags[flags.length - 1] = percent.flags | bits;
          }
        }
        // Only the first piece of a word begins a sentence or stands after an ellipsis.
        bits &= ~(flag.sentenceStart | flag.afterEllipsis);
      }
    },
    breakNumber: endNumber,
    finish() {
      endNumber();
      return {
        count: words.length,
        words: Int32Array.from(words),
        stems: Int32Array.from(stems),
        flags: Int32Array.from(flags),
        starts: Int32Array.from(starts),
        ends: Int32Array.from(ends),
      };
    },
  };
}

function numberForm(value: number): string {
  return `#${Number(value.toPrecision(12))}`;
}

// ---- one raw word -------------------------------------------------------------------------------------

/** The forms a raw word is compared in: one, or two for a contraction. Kept for every word met. */
function piecesOf(vocabulary: Vocabulary, raw: string): readonly Piece[] {
  let pieces = vocabulary.pieces.get(raw);
  if (!pieces) {
    pieces = analyse(vocabulary, raw);
    vocabulary.pieces.set(raw, pieces);
  }
  return pieces;
}

const irregularContractions = new Map([
  ["won't", ['will', 'not']],
  ["can't", ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["shan't", ['shall', 'not']],
  ["let's", ['let', 'us']],
  ['gonna', ['going', 'to']],
]);
const endings = new Map([
  ["'m", 'am'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'d", 'would'],
]);
/** Words after which 's is short for "is". */
const isAfter = new Set(
  'it he she that there here what who where when how this everything everyone nobody nothing'.split(' '),
);

function analyse(vocabulary: Vocabulary, raw: string): Piece[] {
  let lower = raw.toLowerCase().replace(/[\u2019\u02bc]/g, "'");
  // Accents and letters of other alphabets are levelled to their nearest Latin ones.
  if (/[^\x00-\x7f]/.test(lower)) lower = anyAscii(lower).toLowerCase();
  if (raw === 'US' || lower === 'u.s' || lower === 'u.s.') return [plain(vocabulary, 'u.s', raw.length)];
  const irregular = irregularContractions.get(lower);
  if (irregular) return parts(vocabulary, irregular, raw.length, lower.indexOf("'"));
  const apostrophe = lower.lastIndexOf("'");
  if (apostrophe > 0) {
    const base = lower.slice(0, apostrophe);
    const ending = lower.slice(apostrophe);
    if (ending === "'t" && base.endsWith('n') && base.length > 1) {
      return parts(vocabulary, [base.slice(0, -1), 'not'], raw.length, apostrophe - 1);
    }
    const full = endings.get(ending);
    if (full) return parts(vocabulary, [base, full], raw.length, apostrophe);
    if (ending === "'s") {
      if (isAfter.has(base)) return parts(vocabulary, [base, 'is'], raw.length, apostrophe);
      return [plain(vocabulary, base.replaceAll("'", ''), apostrophe), plain(vocabulary, "'s", raw.length)];
    }
    lower = lower.replaceAll("'", '');
  }
  return [plain(vocabulary, lower, raw.length)];
}

function parts(vocabulary: Vocabulary, words: readonly string[], length: number, split: number): Piece[] {
  const at = split > 0 ? split : length;
  return words.map((word, i) => {
    const piece = plain(vocabulary, word, i === 0 ? at : length);
    return { ...piece, flags: piece.flags | flag.contracted };
  });
}

function plain(vocabulary: Vocabulary, lower: string, end: number): Piece {
  const dotless = lower.includes('.') && !/\d/.test(lower) && lower !== 'u.s' ? lower.replaceAll('.', '') : lower;
  const number = numberOf(dotless);
  if (number !== null) {
    const id = idOf(vocabulary, numberForm(number));
    return { word: id, stem: id, flags: flag.number, value: number, multiplier: 0, end };
  }
  const multiplier = multipliers.get(dotless) ?? 0;
  const ordinal = ordinalOf(dotless);
  const form = ordinal ?? oneSpelling(abbreviations.get(dotless) ?? dotless);
  const bits =
    (functionWords.has(dotless) ? flag.grammar : 0) |
    (negations.has(dotless) ? flag.negation : 0) |
    (ordinal === null ? 0 : flag.number);
  return {
    word: idOf(vocabulary, form),
    stem: idOf(vocabulary, ordinal ?? stem(form)),
    flags: bits,
    value: NaN,
    multiplier,
    end,
  };
}

function numberOf(lower: string): number | null {
  const word = numberWords.get(lower);
  if (word !== undefined) return word;
  const digits = /^(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)?$/.exec(lower);
  if (!digits) return null;
  const value = Number((digits[1] ?? '').replaceAll(',', ''));
  return Number.isFinite(value) ? value * (multipliers.get(digits[2] ?? '') ?? 1) : null;
}

function ordinalOf(lower: string): string | null {
  const word = ordinalWords.get(lower);
  // "second" and "third" are also a time and a share, but never both in one remark.
  if (word !== undefined) return `#${word}th`;
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(lower);
  return digits ? `#${Number(digits[1])}th` : null;
}

import anyAscii from 'any-ascii';
import { isDigit } from './characters';
import { oneSpelling } from './spelling';
import stem from 'wink-porter2-stemmer';
import { abbreviations, functionWords, multipliers, negations, numberWords, ordinalWords } from './words';
import { createWordTable, type WordTable } from './wordTable';

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

/** Gives each form a small number. Grows with the words met; a newsroom's whole vocabulary is some ten thousands. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly forms: string[];
  /** The stem of each form, by its number; that of a number, and of what was only met as a stem, is itself. */
  readonly stems: number[];
  readonly pieces: WordTable<readonly Piece[]>;
}

export interface Piece {
  readonly word: number;
  readonly stem: number;
  readonly flags: number;
  /** For a number, its value; NaN for a word. */
  readonly value: number;
  readonly multiplier: number;
  /** Where the piece ends in the raw word, in code units. */
  readonly end: number;
  /** Whether it has no part in a number, as nearly all words. */
  readonly isPlain: boolean;
}

/** Makes an empty vocabulary. */
export function createVocabulary(): Vocabulary {
  const vocabulary: Vocabulary = {
    ids: new Map(),
    forms: [],
    stems: [],
    pieces: createWordTable((raw) => analyse(vocabulary, raw)),
  };
  return vocabulary;
}

export function idOf(vocabulary: Vocabulary, form: string): number {
  let id = vocabulary.ids.get(form);
  if (id === undefined) {
    id = vocabulary.forms.length;
    vocabulary.ids.set(form, id);
    vocabulary.forms.push(form);
    vocabulary.stems.push(id);
  }
  return id;
}

/** The form that a number is compared in, however it is written. */
export function numberForm(value: number): string {
  return `#${Number(value.toPrecision(12))}`;
}

// ---- one raw word -------------------------------------------------------------------------------------

/** The forms a raw word is compared in: one, or two for a contraction. Kept for every word met. */
export const piecesOf = (vocabulary: Vocabulary, raw: string): readonly Piece[] =>
  vocabulary.pieces.of(raw, 0, raw.length);

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

/** Whether nothing but plain letters and digits stands in the word, as in nearly all. */
function isBare(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) {
    const code = raw.charCodeAt(i) | 32;
    if ((code < 97 || code > 122) && !isDigit(raw.charCodeAt(i))) return false;
  }
  return true;
}

function analyse(vocabulary: Vocabulary, raw: string): Piece[] {
  if (isBare(raw) && raw !== 'US') {
    const word = raw.toLowerCase();
    if (!irregularContractions.has(word)) return [plain(vocabulary, word, raw.length)];
  }
  let lower = raw.toLowerCase().replace(/[\u2019\u02bc]/g, "'");
  // Accents and letters of other alphabets are levelled to their nearest Latin ones.
  if (/[\u0080-\uffff]/.test(lower)) lower = anyAscii(lower).toLowerCase();
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

/**
 * The endings that stemming looks at, and the letters and marks that it reads otherwise than they stand: what has none of
 * them is its own stem, as two words in five.
 */
const hasEnding = /[y3'\u2019]|(?:[esi]|ed|ing|[ae]nt|ion|er|ator|ism|ic|al|ful|ll)$/;

/** The stem of a form in lower case. */
export const stemOf = (form: string): string => (hasEnding.test(form) ? stem(form) : form);

function plain(vocabulary: Vocabulary, lower: string, end: number): Piece {
  const dotless = lower.includes('.') && !/\d/.test(lower) && lower !== 'u.s' ? lower.replaceAll('.', '') : lower;
  const number = numberOf(dotless);
  if (number !== null) {
    const id = idOf(vocabulary, numberForm(number));
    return { word: id, stem: id, flags: flag.number, value: number, multiplier: 0, end, isPlain: false };
  }
  const multiplier = multipliers.get(dotless) ?? 0;
  const ordinal = ordinalOf(dotless);
  const form = ordinal ?? oneSpelling(abbreviations.get(dotless) ?? dotless);
  const bits =
    (functionWords.has(dotless) ? flag.grammar : 0) |
    (negations.has(dotless) ? flag.negation : 0) |
    (ordinal === null ? 0 : flag.number);
  const word = idOf(vocabulary, form);
  // What another thread has read came with its stems.
  const known = vocabulary.stems[word] ?? word;
  const stemId = known !== word ? known : idOf(vocabulary, ordinal ?? stemOf(form));
  vocabulary.stems[word] = stemId;
  return {
    word,
    stem: stemId,
    flags: bits,
    value: NaN,
    multiplier,
    end,
    isPlain: multiplier === 0 && dotless !== 'cent',
  };
}

function numberOf(lower: string): number | null {
  const word = numberWords.get(lower);
  if (word !== undefined) return word;
  if (!isDigit(lower.charCodeAt(0))) return null;
  const digits = /^(\d[\d,]*(?:\.\d+)?)(k|m|mn|bn|tn)?$/.exec(lower);
  if (!digits) return null;
  const value = Number((digits[1] ?? '').replaceAll(',', ''));
  return Number.isFinite(value) ? value * (multipliers.get(digits[2] ?? '') ?? 1) : null;
}

function ordinalOf(lower: string): string | null {
  const word = ordinalWords.get(lower);
  // "second" and "third" are also a time and a share, but never both in one remark.
  if (word !== undefined) return `#${word}th`;
  if (!isDigit(lower.charCodeAt(0))) return null;
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(lower);
  return digits ? `#${Number(digits[1])}th` : null;
}

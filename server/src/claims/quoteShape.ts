import { codeAt, isDigit } from './characters';
import type { Reading } from './reading';
import { lastCharacter } from './reading';
import { conjunctions, determiners, prepositions } from './vocabulary';

/** In words: a name hardly ever has more. */
export const longestName = 9;

/** What the quoted words look like, without a look at what stands around them. */
export interface Shape {
  /** How many words are quoted; of more than a name can have, some. */
  readonly words: number;
  /** Whether every word but the small ones has a capital: a title or a name. */
  readonly titled: boolean;
  readonly capital: boolean;
  /** Whether it ends as a sentence or before its attribution does. */
  readonly ended: boolean;
  /** Whether it is no words at all but an address, or a label with its colon. */
  readonly label: boolean;
}

/** Looks at the quoted words themselves, the first 200 code units of them. */
export function shapeOf(reading: Reading, index: number): Shape {
  const quote = reading.quotes[index] ?? { start: 0, end: 0 };
  const piece = reading.text.slice(quote.start, Math.min(quote.end, quote.start + 200));
  const { words, titled, capital } = wordsOf(piece);
  const last = lastCharacter(reading.text, reading.quotes[index]);
  return {
    words: quote.end - quote.start > 200 ? Math.max(words, 30) : words,
    titled,
    capital,
    ended: last !== '' && '.,!?…—–-'.includes(last),
    label: (last === ':' && words < 3) || (!/\s/.test(piece) && /:\/\/|=/.test(piece)),
  };
}

/** Counts the words of a short text, as far as that makes a difference, and looks at their capitals. */
function wordsOf(piece: string): Pick<Shape, 'words' | 'titled' | 'capital'> {
  let words = 0;
  let titled = true;
  /** Of the first letter; null until one comes. */
  let capital: boolean | null = null;
  let i = 0;
  while (i < piece.length) {
    const kind = characterAt(piece, i);
    if (kind === 'other') {
      i += widthAt(piece, i);
      continue;
    }
    const start = i;
    let inner: Character = kind;
    do {
      if (inner === 'letter' || inner === 'capital') capital ??= inner === 'capital';
      i += widthAt(piece, i);
      for (; isPlainLetter(codeAt(piece, i)); i++) capital ??= false;
      inner = i < piece.length ? characterAt(piece, i) : 'other';
    } while (inner !== 'other' || isJoint(codeAt(piece, i)));
    if (titled && kind === 'letter') titled = words > 0 && isSmall(piece.slice(start, i));
    words++;
    // More words than a name has are speech, however many.
    if (words > longestName && !titled && capital !== null) break;
  }
  return { words, titled: titled && words > 0, capital: capital === true };
}

const isSmall = (word: string): boolean =>
  determiners.has(word) ||
  prepositions.has(word) ||
  conjunctions.has(word) ||
  word === 'is' ||
  word === 'vs' ||
  word === 'vs.';

/** What may stand inside a word: apostrophes, a stop, a hyphen. */
const isJoint = (code: number): boolean => code === 39 || code === 0x2019 || code === 46 || code === 45;

const isPlainLetter = (code: number): boolean => code > 96 && code < 123;

/** How many code units the character at `i` has. */
const widthAt = (text: string, i: number): 1 | 2 =>
  text.charCodeAt(i) < 0xd800 || (text.codePointAt(i) ?? 0) <= 0xffff ? 1 : 2;

type Character = 'letter' | 'capital' | 'number' | 'other';

/** What the character at `i` is, of all scripts. */
function characterAt(text: string, i: number): Character {
  const code = text.charCodeAt(i);
  if (code < 128) {
    if (code >= 97 && code <= 122) return 'letter';
    return code >= 65 && code <= 90 ? 'capital' : isDigit(code) ? 'number' : 'other';
  }
  // Dashes, curly marks and wide spaces.
  if (code >= 0x2000 && code < 0x2070) return 'other';
  const character = String.fromCodePoint(text.codePointAt(i) ?? 0);
  if (/\p{Lu}/u.test(character)) return 'capital';
  return /\p{L}/u.test(character) ? 'letter' : /\p{N}/u.test(character) ? 'number' : 'other';
}

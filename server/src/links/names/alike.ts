import anyAscii from 'any-ascii';
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';
import { remembering } from '../../core/remember';
import { readable } from '../../claims/names';
import { oneSpelling } from '../../claims/spelling';

/**
 * How two spellings of one word of a name stand to each other:
 * - `same`: house style aside they are one (capitals, full stops, apostrophes).
 * - `accents`: but for accents they are one.
 * - `joined`: but for a hyphen or a space they are one.
 * - `sound`: they sound alike, as two ways to write one name in our letters do.
 * - `slip`: one letter of a long word differs.
 */
export type Likeness = 'same' | 'accents' | 'joined' | 'sound' | 'slip' | null;

/** A word of a name in the forms it is compared in. */
export interface NameWord {
  readonly text: string;
  /** In lower case, without full stops and apostrophes, accents kept. */
  readonly plain: string;
  /** The same in the letters a to z. */
  readonly letters: string;
  /** How it may sound. */
  readonly sounds: readonly [string, string];
}

const mostWords = 50_000;

/** Reads a word of a name; each is read once. */
export const nameWord = remembering(mostWords, (text): NameWord => {
  const plain = readable(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.'’‘ʼ`]/g, '');
  const letters = (/^[\x20-\x7f]*$/.test(plain) ? plain : anyAscii(plain).toLowerCase()).replace(/[^a-z0-9-]/g, '');
  return { text, plain, letters, sounds: doubleMetaphone(letters) };
});

/** One spelling of a word has so many letters more than another at most. */
const mostLonger = 3;

/** Compares two words of names. Silent (null) on what tells two names apart: a plural, a feminine ending, a short form. */
export function compareWords(a: NameWord, b: NameWord): Likeness {
  if (a.plain === b.plain || isHouseStyle(a.plain, b.plain)) return 'same';
  if (a.letters === b.letters) return 'accents';
  const [x, y] = [unhyphenated(a.letters), unhyphenated(b.letters)];
  if (x === y) return 'joined';
  const short = Math.min(x.length, y.length);
  if (short < 3 || Math.abs(x.length - y.length) > mostLonger || /\d/.test(x + y)) return null;
  if (differsByEnding(x, y) || isShortForm(x, y)) return null;
  const [i, j] = [skeleton(x), skeleton(y)];
  if (i === j) return 'sound';
  // "Eastern", "Western"
  if (isVowel(i) !== isVowel(j) && !/^[ihy]/.test(isVowel(i) ? y : x)) return null;
  const room = short < 5 ? 0 : short < 6 ? 1 : short < 9 ? 2 : 3;
  if (
    soundAlike(a.sounds, b.sounds) &&
    firstVowel(i) === firstVowel(j) &&
    endsInA(i) === endsInA(j) &&
    distance(i, j) <= room
  )
    return 'sound';
  return short >= 6 && y.startsWith(x.charAt(0)) && isOneSlip(x, y) ? 'slip' : null;
}

/** "Centre" and "Center". An ae or oe is no matter of style in a name: "Michael" and "Michel". */
function isHouseStyle(a: string, b: string): boolean {
  return b.startsWith(a.charAt(0)) && !/[ao]e/.test(a + b) && oneSpelling(a) === oneSpelling(b);
}

const unhyphenated = (letters: string): string => letters.replaceAll('-', '');

/** "Roberts" and "Robert", "Arabia" and "Arabian", "Ministry" and "Minister", "Petrov" and "Petrova", "Mario" and "Maria". */
function differsByEnding(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (long === `${short}s` || long === `${short}es` || long === `${short}a`) return true;
  if (/[aei]$/.test(short) && long === `${short}n`) return true;
  if (/(?:y|ies)$/.test(x) !== /(?:y|ies)$/.test(y) && /(?:er|ers|ic|al)$/.test(x) !== /(?:er|ers|ic|al)$/.test(y))
    return true;
  if (long.length === short.length) return /[ao]$/.test(x) && /[aeoiy]$/.test(y) && x.slice(0, -1) === y.slice(0, -1);
  return /(?:iy|yy|y|i|oy|oi)$/.test(short) && /(?:aya|aia|aja)$/.test(long) && short.slice(0, 4) === long.slice(0, 4);
}

/** "Tom" and "Tommy", "Steve" and "Steven", "Alex" and "Alexei": a name and what it is shortened to. */
function isShortForm(x: string, y: string): boolean {
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (/^(?:y|i|ie|ey|ee)$/.test(restOf(short, long)) && !/[eyi]$/.test(short)) return true;
  return (
    short.length <= 5 && long.length > short.length && long.startsWith(short) && !/^[eh]$/.test(restOf(short, long))
  );
}

/** What a longer word adds to a shorter one, its last consonant doubled or not; '-' where it doesn't begin like it. */
function restOf(short: string, long: string): string {
  if (!long.startsWith(short)) return '-';
  const rest = long.slice(short.length);
  return rest.startsWith(short.slice(-1)) ? rest.slice(1) : rest;
}

/** The word as one way of writing sounds has it: letters that only look different become one. */
function skeleton(letters: string): string {
  return letters
    .replace(/ph/g, 'f')
    .replace(/([tdg])h/g, '$1')
    .replace(/kh|ck|q|c(?![eiyh])/g, 'k')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ks|cs/g, 'x')
    .replace(/w/g, 'v')
    .replace(/y/g, 'i')
    .replace(/ij/g, 'i')
    .replace(/ou|oo|ue/g, 'u')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'a')
    .replace(/ee/g, 'i')
    .replace(/([^aeiou])([^aeiou])e$/, '$1$2')
    .replace(/([a-z])\1+/g, '$1')
    .replace(/^ie(?=[a-z]{3})/, 'e')
    .replace(/(?<=[a-z]{2}[^aeiou])ie?$/, 'i')
    .replace(/(?<=[aeiou])h(?![aeiou])/, '');
}

function soundAlike([a1, a2]: readonly [string, string], [b1, b2]: readonly [string, string]): boolean {
  return a1 === b1 || a1 === b2 || a2 === b1 || a2 === b2;
}

/** O and u, e and i are often one letter of another script. */
function firstVowel(word: string): string {
  const vowel = /[aeiou]/.exec(word)?.[0] ?? '';
  return vowel === 'u' ? 'o' : vowel === 'i' ? 'e' : vowel;
}

const isVowel = (word: string): boolean => /^[aeiou]/.test(word);

const endsInA = (word: string): boolean => word.endsWith('a');

/** Whether one letter is another, is missing, or has changed places with the next. */
function isOneSlip(x: string, y: string): boolean {
  if (distance(x, y) === 1) return true;
  if (x.length !== y.length) return false;
  let i = 0;
  while (x[i] === y[i]) i++;
  return x[i] === y[i + 1] && x[i + 1] === y[i] && x.slice(i + 2) === y.slice(i + 2);
}

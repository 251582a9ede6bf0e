import anyAscii from 'any-ascii';
import { isFunctionWord } from '../core/functionWords';
import { remembering } from '../core/remember';
import { genderOfName, isTitle, organisationWord, type Gender } from '../claims/givenNames';

/** A name that is plainly a person's, in comparable form: lower case, accents levelled, titles left out. */
export interface PersonName {
  /** '' where only the surname is known. */
  readonly given: string;
  readonly surname: string;
  /** All words of the name, surname and given name too. */
  readonly words: readonly string[];
  /** The name in one word, "van" and "del" included. */
  readonly joined: string;
  /** Whether the article puts a title before the name ("Mayor Brannigan"). */
  readonly titled: boolean;
  /** What the article tells of it, as by "sister"; null where it says nothing. */
  readonly gender?: Gender | null;
}

const suffix = /^(?:(?:jr|sr|i{2,3}|iv)\.?|[KQ]C|M[EL]?P|MSP|[OCMDK]BE|P[Hh]D|FRS)$/i;
const determiner = /^(?:an?|the|his|her|its|their|our|my|one|another|some|both|all|former)$/i;
/** Words that stand between capitals inside one name. */
const particle = /^(?:de|da|di|du|del|della|der|den|van|von|bin|ibn|al|el|la|le|ter|ten|dos|y)$/i;
/** Words with a capital that say what somebody is, or where: the name comes after them. */
const office =
  /^(?:former|acting|deputy|vice|chief|prime|first|council|city|county|state|house|senate|finance|foreign|interior|defen[cs]e|justice|press|party|leader|secretary|minister|president|chair|chairman|chairwoman|director|member|speaker|whip|majority|minority|commissioner|inspector|detective|officer|constable|superintendent|ambassador|attorney|chancellor|clerk|councill?or|coach|spokesman|spokeswoman|spokesperson|ms|mr|mrs|dr)\.?$/i;

/** So many names are kept as they were read: whoever speaks in a story does so in each of its articles. */
const mostKept = 1000;

/**
 * Reads a speaker's name as a person's. Null for a description, a body, a place, two people, a pronoun, and for a single
 * word without a title, which may be anything.
 */
export const personName = remembering(mostKept, readName);

function readName(name: string): PersonName | null {
  const parts = name.split(/[\s,]+/).filter((word) => word !== '' && !suffix.test(word));
  if (parts.length === 0 || determiner.test(parts[0] ?? '')) return null;
  // "Roe and Pell" are two, "Roe's deputy" is somebody else.
  if (parts.some((word) => /^(?:and|&|or)$/i.test(word)) || parts.slice(0, -1).some((word) => /['’]s?$/.test(word)))
    return null;
  // What stands before the last capital words says what somebody is: "council president Teresa Villanueva".
  let from = parts.length;
  while (from > 0 && isNamePart(parts[from - 1] ?? '')) from--;
  if (from === parts.length || isFunctionWord((parts[from - 1] ?? '').toLowerCase())) return null;
  let titled = from > 0;
  while (from < parts.length - 1 && startsAfter(parts[from] ?? '')) {
    titled ||= !particle.test(parts[from] ?? '');
    from++;
  }
  const own = parts.slice(from);
  if (own.length > 4 || startsAfter(own[0] ?? '')) return null;
  const words = own.filter((word) => !particle.test(word)).map(level);
  if (words.some((word) => word === '' || organisationWord(word) || isFunctionWord(word))) return null;
  const surname = words.at(-1) ?? '';
  if (surname.length < 2 || (words.length === 1 && (!titled || genderOfName(surname) !== null))) return null;
  return { given: words.length > 1 ? (words[0] ?? '') : '', surname, words, joined: own.map(level).join(''), titled };
}

const isNamePart = (word: string): boolean => /^(?:[OD]['’])?\p{Lu}/u.test(word) || particle.test(word);

const startsAfter = (word: string): boolean =>
  particle.test(word) || office.test(word) || isTitle(word.toLowerCase()) || word === word.toLowerCase();

const level = (word: string): string =>
  anyAscii(word.replace(/[’']s?$/, ''))
    .toLowerCase()
    .replace(/[^a-z-]/g, '');

/**
 * Whether two names are plainly those of two people: other surnames, or the same surname with given names that no desk
 * takes for one another. False wherever they may be one person: a misspelling, another way to write a foreign name, a
 * name in another order, a nickname, an initial.
 */
export function areTwoPeople(a: PersonName, b: PersonName): boolean {
  if (a.surname === b.surname || isLike(a.surname, b.surname)) return givenApart(a, b);
  // "Del Giudice" and "DelGiudice".
  if (a.joined.endsWith(b.joined) || b.joined.endsWith(a.joined)) return false;
  // "Xi Jinping" and "Jinping Xi", "Hillary Rodham" and "Hillary Rodham Clinton", "García" and "García Lorca".
  if (sharesName(a, b) || sharesName(b, a)) return false;
  return !(a.given !== '' && a.given === b.given && isRare(a.given));
}

/** Whether a word of a name other than its given name is a word of the other name. */
const sharesName = (a: PersonName, b: PersonName): boolean =>
  a.words.some((word) => word.length > 1 && word !== a.given && b.words.some((other) => isLike(word, other)));

/** Whether a given name is none that many share: two articles seldom quote two people who have it. */
const isRare = (given: string): boolean => given.length > 1 && genderOfName(given) === null;

/** What is told of somebody counts only beside a given name: the surname alone may be another's. */
const toldGender = ({ given, gender }: PersonName): Gender | null => (given.length > 1 ? (gender ?? null) : null);

function givenApart(a: PersonName, b: PersonName): boolean {
  const genderA = genderOfName(a.given) ?? toldGender(a);
  const genderB = genderOfName(b.given) ?? toldGender(b);
  return genderA !== null && genderB !== null && genderA !== genderB;
}

/** Whether two names are one but for their spelling: "Szymanski" and "Szymansky", "Gadhafi" and "Qaddafi". */
function isLike(a: string, b: string): boolean {
  if (a === b) return true;
  const x = sound(a);
  const y = sound(b);
  if (x === y) return true;
  const longest = Math.max(x.length, y.length);
  return longest >= 5 && apart(x, y, Math.floor(longest / 4)) <= Math.floor(longest / 4);
}

/** A name as it sounds, roughly: what the ways to write foreign names in Latin letters have in common. */
const sound = (name: string): string =>
  name
    .replace(/-/g, '')
    .replace(/^(?:q|gh|kh|g)(?=[aeou])/, 'k')
    .replace(/(?:sch|sh|tch|ch|tsch)/g, 's')
    .replace(/ph/g, 'f')
    .replace(/[wv]/g, 'v')
    .replace(/(?:ks|x)/g, 'x')
    .replace(/(?:ck|q|c(?![ie]))/g, 'k')
    .replace(/(?:ij|yi|iy|ii|y|j)/g, 'i')
    .replace(/h/g, '')
    .replace(/(.)\1+/g, '$1');

/** The edit distance of two short words, or `most` + 1 where it is more than that. */
function apart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

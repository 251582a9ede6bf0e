import { remembering } from '../../core/remember';
import { compareWords, nameWord, type Likeness, type NameWord } from './alike';

/** How two names differ: in accents, in a hyphen or space, in how a sound is written, or by a slip of the keys. */
export type NameLikeness = Exclude<Likeness, 'same' | null>;

/** One name in two spellings. */
export interface NamesCompared {
  /** The gravest of the differences. */
  readonly likeness: NameLikeness;
  /** Whether the surnames differ, rather than the words before them only. */
  readonly inSurname: boolean;
}

const mostParsed = 50_000;

/** Initials, suffixes, letters after a name and marks, which say little of whom a name means. */
const idle = /^(?:\p{L}\.?|(?:\p{L}\.-?)+|&|Jr\.?|Sr\.?|I{2,3}|IV|[KQ]C|M[EL]?P|MSP|[OCMDK]BE|P[Hh]D|FRS)$/u;

/** The words of a name that tell who it is, in order; none where there are none. */
export const nameWords = remembering(mostParsed, (text): readonly NameWord[] =>
  text
    .split(/[\s,]+/)
    .filter((word) => !idle.test(word))
    .map(nameWord)
    .filter(({ letters }) => letters !== ''),
);

/** With fewer letters two names that share no word are two names. */
const tellingLetters = 12;

/**
 * Whether two names of two words or more are one in two spellings. The words of the shorter one are looked for in order
 * among those of the longer, the last against the last. Null where the names are the same, or two names.
 */
export function compareNames(a: readonly NameWord[], b: readonly NameWord[]): NamesCompared | null {
  if (joinedLetters(a) === joinedLetters(b)) return differsInMarks(a, b);
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.every((word, i) => word.letters === long[i]?.letters)) return null;
  const found: Likeness[] = [];
  let at = long.length - 1;
  for (let i = short.length - 1; i >= 0; i--) {
    const likeness = lookFor(short[i], long, at, i === short.length - 1 ? at : i);
    if (!likeness) return null;
    found.unshift(likeness.as);
    at = likeness.at - 1;
  }
  return judge(found, joinedLetters(short).length);
}

/** The nearest word at or before `at`, not before `least`, that may be this one. */
function lookFor(
  word: NameWord | undefined,
  words: readonly NameWord[],
  at: number,
  least: number,
): { readonly as: Likeness; readonly at: number } | null {
  for (let i = at; word && i >= least; i--) {
    const other = words[i];
    const as = other ? compareWords(word, other) : null;
    if (as !== null) return { as, at: i };
  }
  return null;
}

const order: readonly Likeness[] = ['same', 'accents', 'joined', 'sound', 'slip'];

function judge(found: readonly Likeness[], letters: number): NamesCompared | null {
  const changed = found.filter((likeness) => likeness !== 'same' && likeness !== 'accents').length;
  const worst = found.reduce((one, other) => (order.indexOf(one) >= order.indexOf(other) ? one : other), 'same');
  if (worst === 'same' || worst === null) return null;
  if (worst === 'slip' && changed > 1) return null;
  if (worst !== 'accents' && changed === found.length && letters < tellingLetters) return null;
  const surname = found.at(-1);
  return { likeness: worst, inSurname: surname !== 'same' && surname !== 'accents' };
}

const joinedLetters = (words: readonly NameWord[]): string =>
  words.map(({ letters }) => letters.replaceAll('-', '')).join('');

/** Of two names with the same letters: what differs. Null where that is a matter of capitals and full stops. */
function differsInMarks(a: readonly NameWord[], b: readonly NameWord[]): NamesCompared | null {
  const plain = (words: readonly NameWord[], gap: string) => words.map((word) => word.plain).join(gap);
  if (plain(a, ' ') === plain(b, ' ')) return null;
  const isJoined = plain(a, '').replaceAll('-', '') === plain(b, '').replaceAll('-', '');
  return { likeness: isJoined ? 'joined' : 'accents', inSurname: false };
}

import { isPeople } from '../claims/canSpeak';
import type { Figure } from '../claims/figures/model';
import { isPlural } from '../claims/figures/nouns';
import { sureClaimant } from '../claims/model';
import { nounPrepositions, objectPronouns, possessivePronouns, subjectPronouns } from '../claims/vocabulary';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A name longer than this, in UTF-16 units, makes a message nobody reads to its end. */
const longest = 60;

/** People who are nobody in particular: "2,000 people", "many". */
const anybody = set(
  'people person men women man woman children some others many another most both few country state nation city town side user crowd person everyone nobody',
);

/** What is written and may be a source, once it is known whose it is: "the Maritime Bureau's report". */
const texts = set('report statement survey study poll data figures release filing audit letter website newspaper book');

/**
 * Whom an article gives a figure to, as a message may say it: "Ukraine", "the county health department", "officials".
 * Null for pronouns, for what can't be a source, and where the article leaves it in doubt.
 * @param text the figure's article.
 */
export function namedSource(figure: Figure, text: string): string | null {
  const { claimant } = figure;
  if (!claimant || claimant.confidence < sureClaimant) return null;
  const name = claimant.name.replace(/\s+/g, ' ').trim();
  if (name === '' || name.length > longest || /^\d/.test(name)) return null;
  const [first = '', ...more] = name.split(' ');
  const words = /^(?:the|an?)$/i.test(first) ? more : [first, ...more];
  const opener = words[0] ?? '';
  const head = headOf(words);
  if (isPronoun(first) || head === '') return null;
  // A capital at the head of a sentence tells nothing of a word that the article has without one too.
  const opens = words.length > more.length && occursInLower(opener, text) && !isCapital(words[1] ?? '');
  const plain = opens ? [lowered(opener), ...more] : words;
  const named = plain.some(isCapital);
  const level = head.toLowerCase();
  const isBody = isPeople(level) && !anybody.has(level);
  if (isCapital(head) && !(opens && head === opener)) {
    // "The Bluejays": whoever plays, fights or votes under a name of several is seldom whom a number comes from.
    if (words.length === 1 && isPlural(level) && !isBody) return null;
  } else if (!isBody && !(named && texts.has(level))) return null;
  return words.length > more.length ? plain.join(' ') : [first.toLowerCase(), ...more].join(' ');
}

/** The last word before what hangs on it: "governor" in "governor of Qeshm island". */
function headOf(words: readonly string[]): string {
  const end = words.findIndex((word, i) => i > 0 && (nounPrepositions.has(word) || word.endsWith(',')));
  const last = (end < 0 ? words.at(-1) : words[end - 1]) ?? '';
  return last.replace(/(?:['’]s?|,)$/, '');
}

const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);
const lowered = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

function isPronoun(word: string): boolean {
  const level = word.toLowerCase();
  return (
    subjectPronouns.has(level) ||
    objectPronouns.has(level) ||
    possessivePronouns.has(level) ||
    /^(?:this|that|these|those|one|there)$/.test(level)
  );
}

function occursInLower(word: string, text: string): boolean {
  const level = word.toLowerCase();
  if (level === word) return false;
  for (let at = text.indexOf(level); at >= 0; at = text.indexOf(level, at + 1)) {
    const around = `${text.charAt(at - 1)} ${text.charAt(at + level.length)}`;
    if (!/[\p{L}\d./]/u.test(around)) return true;
  }
  return false;
}

/** Whether two names are of one source: without case and article, and by the surname where one has no more. */
export function isOneSource(a: string, b: string): boolean {
  const [x, y] = [levelled(a), levelled(b)];
  return x === y || isTailOf(x, y) || isTailOf(y, x);
}

const levelled = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the|an?|mr|mrs|ms|dr|sir)\.?\s+/, '')
    .replace(/['’]s\b/g, '');

const isTailOf = (short: string, long: string): boolean => !short.includes(' ') && long.endsWith(` ${short}`);

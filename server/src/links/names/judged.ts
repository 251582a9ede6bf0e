import { personNoun } from '../../claims/cues';
import { genderOfName, isTitle } from '../../claims/givenNames';
import type { ArticleName } from '../../claims/model';
import type { NamePair, NameRef, NamedArticle, StoryName } from './inStory';

/**
 * Whether two spellings are one name, by what the articles say of whoever bears them. Two people who both stand in one
 * article are two people, unless one of them stands there once and the other's surname is all but the same.
 */
export function isOneName(pair: NamePair, articles: readonly NamedArticle[]): boolean {
  const { a, b, as } = pair;
  if (as.likeness === 'accents') return true;
  if (as.likeness === 'joined') return isPersonal(a, b) || isPersonal(b, a);
  if (gendersDiffer(a, b) || agesDiffer(a, b) || areKin(pair) || haveOtherOffices(pair)) return false;
  let together = 0;
  for (const [article, ref] of a.places) {
    const other = b.places.get(article);
    if (!other) continue;
    if (++together > mostTogether || !isSlipWithin(pair, articles[article], ref, other)) return false;
  }
  return as.likeness === 'sound' || isLikelySlip(pair);
}

/** One desk may slip and have a name in both ways; where more have, they know two people. */
const mostTogether = 1;

/** Bodies and places are written with and without a hyphen by house style; a person's name has its own. */
function isPersonal({ words, weight, gender }: StoryName, other: StoryName): boolean {
  if (words.some(({ letters }) => /\d/.test(letters))) return false;
  if (weight > 0 || gender !== null) return true;
  // "Kim Jong-un" and "Kim Jong Un": of a body it is seldom the last word
  return other.words.length > words.length && (words.at(-1)?.letters ?? '').includes('-');
}

/** By the given names alone: what pronouns tell of somebody may be another's. */
function gendersDiffer(a: StoryName, b: StoryName): boolean {
  const [first, second] = [givenGender(a), givenGender(b)];
  return first !== null && second !== null && first !== second;
}

const givenGender = ({ words }: StoryName) => genderOfName(words[0]?.letters ?? '');

/** Articles may be a year apart in somebody's age. */
const yearsApart = 2;

function agesDiffer(a: StoryName, b: StoryName): boolean {
  const [first, second] = [ageOf(a), ageOf(b)];
  return first !== null && second !== null && Math.abs(first - second) > yearsApart;
}

function ageOf({ roles }: StoryName): number | null {
  for (const role of roles) {
    const age = /^(\d+)-year-old$/.exec(role);
    if (age) return Number(age[1]);
  }
  return null;
}

const kin = new Set(
  'brother sister twin cousin son daughter half-brother half-sister siblings brothers sisters'.split(' '),
);

/** One surname, and one of the two told of as somebody's brother or daughter: they may well be a family. */
const areKin = ({ a, b, as }: NamePair): boolean => !as.inSurname && isKin(a) !== isKin(b);

const isKin = ({ roles }: StoryName): boolean => [...roles].some((role) => kin.has(role));

/** One surname, both told of by what they do, and none of it in common: "Councillor" and "Councilwoman" have. */
function haveOtherOffices({ a, b, as }: NamePair): boolean {
  if (as.inSurname) return false;
  const [first, second] = [callings(a), callings(b)];
  const isShared = (role: string) => second.some((other) => other.slice(0, stemLength) === role.slice(0, stemLength));
  return first.length > 0 && second.length > 0 && !first.some(isShared);
}

/** In letters. */
const stemLength = 6;

const callings = ({ roles }: StoryName): string[] =>
  [...roles].filter((role) => (isTitle(role) || personNoun(role)) && !noCalling.has(role));

/** Titles that anybody has, and words that only end like a calling. */
const noCalling = new Set(
  'mr mr. ms ms. mrs mrs. miss dr dr. sir former other senior junior under after over never however another recent prominent important giant member members leader official'.split(
    ' ',
  ),
);

/** Two names with no more than one other between them are told apart by who names them: "Ada Roe and Ada Rowe". */
const besideEachOther = 2;

/** Whether an article that has both names has one of them by a slip: once, and elsewhere in the text than the other. */
function isSlipWithin(pair: NamePair, article: NamedArticle | undefined, one: NameRef, other: NameRef): boolean {
  const first = article?.names[one.name];
  const second = article?.names[other.name];
  if (!article || !first || !second) return false;
  if (first === second) return true;
  // a slip is in one word: "Katharine Roe" and "Catherine Rowe" are two
  if (!pair.as.inSurname || pair.a.words[0]?.letters !== pair.b.words[0]?.letters) return false;
  if (Math.min(mentions(first), mentions(second)) > 1) return false;
  const rankOf = ({ name, spelling }: NameRef) => article.ranks[name]?.[spelling] ?? 0;
  return Math.abs(rankOf(one) - rankOf(other)) > besideEachOther;
}

const mentions = ({ spellings }: ArticleName): number => spellings.reduce((sum, { count }) => sum + count, 0);

/**
 * A letter that changes the sound makes another surname as easily as a slip. It is one where both bear the same office,
 * or the given name is so rare that two people hardly share it.
 */
function isLikelySlip({ a, b, as }: NamePair): boolean {
  if (!as.inSurname || givenGender(a) === null) return true;
  for (const role of a.roles) if (b.roles.has(role) && (isTitle(role) || role.length > 4)) return true;
  const [x, y] = [a.words.at(-1)?.letters ?? '', b.words.at(-1)?.letters ?? ''];
  return x.length !== y.length && Math.min(x.length, y.length) >= longSurname;
}

/** A surname of so many letters is hardly another's with one letter less. */
const longSurname = 7;

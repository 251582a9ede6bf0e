import { areTwoPeople, personName, type PersonName } from '../../links/persons';
import type { Member } from './members';

/**
 * What each speaker of a story is called in all its rows: by the fullest name that any of its articles gives, where that
 * can be one person only. A name that isn't known comes back as it is.
 */
export function namesInStory(members: readonly Pick<Member, 'claims'>[]): (name: string) => string {
  const names = new Set<string>();
  for (const { claims } of members) for (const { speaker } of claims.quotes) if (speaker) names.add(speaker.name);
  const known = [...names].sort().map(readName);
  // One of two names can only say more than the other where both end alike: a story may name hundreds of people.
  const alike = new Map<string, Name[]>();
  for (const name of known) {
    for (const ending of endingsOf(name)) {
      const others = alike.get(ending);
      if (others) others.push(name);
      else alike.set(ending, [name]);
    }
  }
  const called = new Map<string, string>();
  for (const name of known) {
    const others = new Set(endingsOf(name).flatMap((ending) => alike.get(ending) ?? []));
    const fuller = [...others].filter((other) => other !== name && isFuller(other, name)).sort(byText);
    const best = fuller.find((one) => fuller.every((other) => other === one || isFuller(one, other)));
    const isOne = best !== undefined && fuller.every((other) => areOne(best, other));
    called.set(name.text, isOne ? best.text : name.text);
  }
  return (name) => called.get(name) ?? name;
}

/** A name with what is read of it once. */
interface Name {
  readonly text: string;
  readonly person: PersonName | null;
  /** Its words in lower case. */
  readonly words: readonly string[];
}

const readName = (text: string): Name => ({
  text,
  person: personName(text),
  words: text.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [],
});

const endingsOf = ({ person, words }: Name): readonly string[] => [
  ...(person ? [`surname ${person.surname}`] : []),
  `word ${words.at(-1) ?? ''}`,
];

const byText = (a: Name, b: Name): number => (a.text < b.text ? -1 : 1);

/** Whether a name says more of what may be the same person: "Dana Okafor" of "Okafor" and "Mayor Okafor". */
function isFuller(other: Name, name: Name): boolean {
  const [x, y] = [other.person, name.person];
  if (x && y) {
    // Two given names are two people here, though one might be the other's nickname: nobody gets another's words.
    if (x.surname !== y.surname || !x.given.startsWith(y.given) || areTwoPeople(x, y)) return false;
    return x.given.length > y.given.length || (x.given === y.given && isLonger(other, name));
  }
  const [more, fewer] = [other.words, name.words];
  if (fewer.length === 0 || !/^\p{Lu}/u.test(name.text) || more.at(-1) !== fewer.at(-1)) return false;
  return isLonger(other, name) && fewer.every((word) => more.includes(word));
}

/** The order of two names for one person: the one with more words first, then the one that comes first. */
const isLonger = (a: Name, b: Name): boolean =>
  a.words.length > b.words.length || (a.words.length === b.words.length && a.text < b.text);

const areOne = (a: Name, b: Name): boolean =>
  a.person !== null && b.person !== null
    ? !areTwoPeople(a.person, b.person)
    : isFuller(a, b) || isFuller(b, a) || a === b;

import { areTwoPeople, personName } from '../../links/persons';
import type { Member } from './members';

/**
 * What each speaker of a story is called in all its rows: by the fullest name that any of its articles gives, where that
 * can be one person only. A name that isn't known comes back as it is.
 */
export function namesInStory(members: readonly Member[]): (name: string) => string {
  const names = new Set<string>();
  for (const { claims } of members) for (const { speaker } of claims.quotes) if (speaker) names.add(speaker.name);
  const known = [...names].sort();
  const called = new Map<string, string>();
  for (const name of known) {
    const fuller = known.filter((other) => other !== name && isFuller(other, name));
    const best = fuller.find((one) => fuller.every((other) => other === one || isFuller(one, other)));
    const isOne = best !== undefined && fuller.every((other) => areOne(best, other));
    called.set(name, isOne ? best : name);
  }
  return (name) => called.get(name) ?? name;
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{M}\p{N}'’-]+/gu) ?? [];

/** Whether a name says more of what may be the same person: "Dana Okafor" of "Okafor" and "Mayor Okafor". */
function isFuller(other: string, name: string): boolean {
  const [x, y] = [personName(other), personName(name)];
  if (x && y) {
    if (x.surname !== y.surname || areTwoPeople(x, y)) return false;
    return x.given.length > y.given.length || (x.given === y.given && isLonger(other, name));
  }
  const [more, fewer] = [wordsOf(other), wordsOf(name)];
  if (fewer.length === 0 || !/^\p{Lu}/u.test(name) || more.at(-1) !== fewer.at(-1)) return false;
  return isLonger(other, name) && fewer.every((word) => more.includes(word));
}

/** The order of two names for one person: the one with more words first, then the one that comes first. */
function isLonger(a: string, b: string): boolean {
  const [x, y] = [wordsOf(a).length, wordsOf(b).length];
  return x > y || (x === y && a < b);
}

function areOne(a: string, b: string): boolean {
  const [x, y] = [personName(a), personName(b)];
  return x !== null && y !== null ? !areTwoPeople(x, y) : isFuller(a, b) || isFuller(b, a) || a === b;
}

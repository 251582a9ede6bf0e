import anyAscii from 'any-ascii';
import { remembering } from '../core/remember';
import { sureSpeaker, type Quote } from '../claims/model';

/**
 * Whether two quotes are given to the same person, by the names that their articles give: true for the same surname
 * (or the same whole name), false for two different names both sure, null where either is unknown or only described.
 */
export function sameSpeaker(a: Quote | null, b: Quote | null): boolean | null {
  const first = a?.speaker;
  const second = b?.speaker;
  if (!first || !second) return null;
  const nameA = plainName(first.name);
  const nameB = plainName(second.name);
  if (nameA.words.length === 0 || nameB.words.length === 0) return null;
  if (nameA.surname === nameB.surname || nameA.words.includes(nameB.surname) || nameB.words.includes(nameA.surname))
    return true;
  if (oneLetterApart(nameA.surname, nameB.surname)) return true;
  return first.confidence >= sureSpeaker && second.confidence >= sureSpeaker ? false : null;
}

/** The words of a name that begin with a capital, levelled, and the last of them; none for "the mayor" or "he". */
interface PlainName {
  readonly words: readonly string[];
  readonly surname: string;
}

const mostNames = 20_000;

const plainName = remembering(mostNames, (name): PlainName => {
  const words = isDescription(name) ? [] : namesIn(name);
  return { words, surname: words.at(-1) ?? '' };
});

/** Whether a speaker is described and not named: "the UN chief" ends in what somebody is, "the White House" in a name. */
function isDescription(name: string): boolean {
  return /^(?:an?|the|his|her|its|their|our|one)\s/i.test(name) && !/\p{Lu}/u.test(name.split(/\s/).at(-1) ?? '');
}

function namesIn(name: string): string[] {
  return name
    .split(/[\s,]+/)
    .filter((word) => /^\p{Lu}/u.test(word) && !/^(?:The|A|An|He|She|They|It|We|I|You|Jr|Sr|I{2,3}|IV)\.?$/.test(word))
    .map((word) =>
      anyAscii(word.replace(/[’']s$/, ''))
        .toLowerCase()
        .replace(/[^a-z0-9-]/g, ''),
    )
    .filter((word) => word.length > 1);
}

/** Whether two long surnames differ by one letter, as a misspelling does. */
function oneLetterApart(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 6 || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return a.slice(i + 1) === b.slice(i + 1) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i);
}

import type { Naming, People, Person } from './people';
import { organisationWord } from './givenNames';

/** A description looks over this many namings on either side at most. */
const memory = 40;

/** Offices that papers call by one another's names. */
const offices: readonly ReadonlySet<string>[] = [
  new Set(
    'chief head leader boss director secretary-general president chairman chairwoman chair commissioner'.split(' '),
  ),
  new Set('leader president premier chancellor prime minister ruler dictator strongman autocrat king'.split(' ')),
  new Set(
    'lawmaker senator sen. congressman congresswoman representative rep. legislator member councilman councilwoman councilmember councilor councillor'.split(
      ' ',
    ),
  ),
  new Set('spokesman spokeswoman spokesperson'.split(' ')),
  new Set('candidate nominee front-runner frontrunner contender hopeful'.split(' ')),
  new Set('secretary minister'.split(' ')),
  new Set('governor gov.'.split(' ')),
  new Set('general gen. commander'.split(' ')),
  new Set('professor prof. academic scholar historian'.split(' ')),
];

/** The person whom a description fits, and whether nobody else in reach holds such an office. */
export interface Described {
  readonly person: Person;
  readonly alone: boolean;
}

/**
 * Finds the person whom a description fits: by office, then by the words beside it, then the last spoken of.
 * `last` is the index of the last naming before the description; `words` are its own, the head last, and `rest` those of
 * the phrases that hang on it, all in lower case. Null where nobody holds such an office.
 */
export function describedPerson(
  people: People,
  last: number,
  words: readonly string[],
  rest: readonly string[],
): Described | null {
  const head = words[words.length - 1];
  if (!head || organisationWord(head)) return null;
  const alike = offices.filter((office) => office.has(head));
  const seen = new Set<Person>();
  const holders: { readonly person: Person; readonly score: number; readonly fits: number }[] = [];
  for (const [naming, penalty] of nearby(people.namings, last)) {
    const { person } = naming;
    if (seen.has(person)) continue;
    seen.add(person);
    const fits = person.roles.has(head)
      ? 4
      : alike.some((office) => [...person.roles].some((r) => office.has(r)))
        ? 2.5
        : 0;
    if (fits === 0) continue;
    let score = fits - Math.min(seen.size * 0.05, 1) - penalty;
    for (const word of words) if (word !== head && person.roles.has(word)) score += 2;
    for (const word of rest) if (person.roles.has(word)) score += 1;
    holders.push({ person, score, fits });
  }
  const best = holders.reduce<(typeof holders)[number] | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  return best && { person: best.person, alone: holders.every((h) => h === best || h.fits < best.fits) };
}

/** The namings around a place: those before it from the last, then those after it with what they lose by that. */
function* nearby(namings: readonly Naming[], last: number): Generator<readonly [Naming, number]> {
  for (let i = last; i >= 0 && i > last - memory; i--) {
    const naming = namings[i];
    if (naming) yield [naming, 0];
  }
  for (let i = last + 1; i < namings.length && i <= last + memory; i++) {
    const naming = namings[i];
    if (naming) yield [naming, 1];
  }
}

import { tokenAt } from './tokens';
import type { Finding } from './speakers';
import type { Reading } from './reading';
import type { Naming, People, Person } from './people';
import { fold } from './people';
import type { Gender } from './givenNames';
import { isTitle, organisationWord } from './givenNames';
import {
  determiners,
  objectPronouns,
  possessivePronouns,
  prepositions,
  subjectPronouns,
  subordinators,
} from './vocabulary';

/** A name for a mention, and how sure it is that the two are one person. */
export interface Resolved {
  readonly name: string;
  readonly sure: number;
  readonly person: Person | null;
}

/** A pronoun or description looks back over this many namings at most. */
const memory = 40;

const male = new Set(['he', 'his', 'him', 'himself']);
const female = new Set(['she', 'her', 'herself']);

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

/** Finds the fullest name that the article gives to the speaker it mentions. */
export function resolve(reading: Reading, people: People, finding: Finding): Resolved {
  const { passage, phrase } = finding;
  const tokens = passage.tokens.slice(phrase.start, phrase.end);
  const first = tokens[0];
  const text = reading.text.slice(first?.start ?? 0, tokens[tokens.length - 1]?.end ?? 0);
  if (!first) return { name: text, sure: 0, person: null };
  if (
    tokens.length === 1 &&
    (subjectPronouns.has(first.lower) ||
      objectPronouns.has(first.lower) ||
      possessivePronouns.has(first.lower) ||
      first.text === 'I')
  ) {
    const gender = male.has(first.lower) ? 'male' : female.has(first.lower) ? 'female' : null;
    const person = gender ? lastOf(people, first.start, gender) : null;
    if (person) {
      person.gender ??= gender;
      return { name: person.name, sure: 0.8, person };
    }
    return { name: text, sure: 0.6, person: null };
  }
  // the head of the phrase: what stands after a possessive, before a preposition or a relative
  let from = 0;
  let to = tokens.length;
  for (let i = 1; i < to; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'possessive') from = i + 1;
    else if (
      token.kind === 'word' &&
      (token.text === '(' || subordinators.has(token.lower) || (prepositions.has(token.lower) && !token.capital))
    )
      to = i;
    else if (token.text === '(' || token.text === ',') to = i;
  }
  if (from >= to) from = 0;
  const start = tokenAt(tokens, from).start;
  const end = tokenAt(tokens, to - 1).end;
  const named = within(people, start, end);
  if (named) return { name: named.person.name, sure: 1, person: named.person };
  const apposed =
    from === 0 && to === tokens.length
      ? apposition(passage.tokens[phrase.end]?.text === ',' ? people : null, end)
      : null;
  if (apposed) return { name: apposed.name, sure: 0.95, person: apposed };
  const definite = first.lower === 'the' || possessivePronouns.has(first.lower) || first.lower === 'this';
  const words = tokens
    .slice(from, to)
    .filter((t) => t.kind !== 'mark' && !determiners.has(t.lower))
    .map((t) => t.lower);
  if (from === 0 && (definite || (words.length === 1 && isTitle(words[0] ?? '')))) {
    const person = described(
      people,
      first.start,
      words,
      tokens.slice(to).map((t) => t.lower),
    );
    if (person) return { name: person.name, sure: 0.85, person };
  }
  return { name: text, sure: 0.9, person: null };
}

/** The last naming within the span. Namings are in order, so the place is found by halving. */
function within(people: People, start: number, end: number): Naming | null {
  const i = indexBefore(people.namings, end);
  const naming = people.namings[i];
  return naming && naming.start >= start && naming.end <= end ? naming : null;
}

/** The index of the last naming that begins before the offset, or -1. */
function indexBefore(namings: readonly Naming[], offset: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((namings[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** "the mayor, Walter Roe, said" */
function apposition(people: People | null, end: number): Person | null {
  const next = people?.namings[indexBefore(people.namings, end) + 1];
  return next && next.start - end <= 2 && next.person.weight > 0 ? next.person : null;
}

/** The person last spoken of before the offset, of this gender, a subject before others. */
function lastOf(people: People, offset: number, gender: Gender): Person | null {
  const from = indexBefore(people.namings, offset);
  let best: Person | null = null;
  let bestScore = 0;
  const last = people.namings[from];
  for (let i = from; i >= 0 && i > from - memory; i--) {
    const naming = people.namings[i];
    if (!naming || !last) break;
    const { person } = naming;
    if (person.gender !== null && person.gender !== gender) continue;
    if (person.gender === null && person.weight <= 0) continue;
    const distance =
      (last.paragraph - naming.paragraph) * 2 +
      (last.paragraph === naming.paragraph ? last.sentence - naming.sentence : 0);
    const score =
      10 -
      distance * 1.5 +
      (naming.subject ? 3 : 0) +
      Math.min(person.weight, 4) * 0.4 +
      (person.gender === gender ? 1 : 0) -
      (from - i) * 0.1;
    if (score > bestScore) {
      best = person;
      bestScore = score;
    }
  }
  return best;
}

/** The person whom a description fits: by office, then by the words beside it, then the last spoken of. */
function described(people: People, offset: number, words: readonly string[], rest: readonly string[]): Person | null {
  const head = words[words.length - 1];
  if (!head || organisationWord(head)) return null;
  let best: Person | null = null;
  let bestScore = 0;
  const seen = new Set<Person>();
  const from = indexBefore(people.namings, offset);
  for (const [list, early] of [
    [people.namings.slice(Math.max(0, from + 1 - memory), from + 1).reverse(), false],
    [people.namings.slice(from + 1, from + 1 + memory), true],
  ] as const) {
    for (const { person } of list) {
      if (seen.has(person)) continue;
      seen.add(person);
      const roles = person.roles;
      let score = roles.has(head)
        ? 4
        : offices.some((office) => office.has(head) && [...roles].some((r) => office.has(r)))
          ? 2.5
          : 0;
      if (score === 0) continue;
      for (const word of words) if (word !== head && roles.has(word)) score += 2;
      for (const word of rest) if (roles.has(word)) score += 1;
      score -= Math.min(seen.size * 0.05, 1) + (early ? 1 : 0);
      if (score > bestScore) {
        best = person;
        bestScore = score;
      }
    }
  }
  return best;
}

/** The person whom a transcript's label names: "MAYOR BRANNIGAN" is the article's Walter Brannigan. */
export function resolveLabel(people: People, label: string): { readonly name: string; readonly known: boolean } {
  const words = label.trim().split(/\s+/).slice(0, 12);
  const last = fold(words[words.length - 1] ?? '');
  const person = people.all.find((p) => p.first !== p.last && fold(p.last) === last);
  return person ? { name: person.name, known: true } : { name: words.map(readable).join(' '), known: false };
}

/** "BRANNIGAN" as "Brannigan", "MENDES-RUIZ" as "Mendes-Ruiz"; what is not all capitals stays. */
function readable(word: string): string {
  if (word !== word.toUpperCase() || /^(?:[A-Z]\.)+$/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/(^|[^\p{L}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

import type { Reading } from './reading';
import type { NameRun } from './names';
import { foldedWord, isLongerThan, nameRuns, runText } from './names';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, personNoun } from './cues';
import { auxiliaries, conjunctions, determiners, possessivePronouns, prepositions, subordinators } from './vocabulary';
import type { Gender } from './givenNames';
import { genderOfName, isTitle, organisationWord } from './givenNames';

/** Somebody, or some body, that the article names. */
export interface Person {
  /** The fullest name without titles. */
  name: string;
  /** Given name and surname, case and accents left aside; the same where only one is known. */
  readonly first: string;
  readonly last: string;
  gender: Gender | null;
  /** Words of their titles and descriptions, in lower case. */
  readonly roles: Set<string>;
  /** Above zero: most likely a person; below: an organisation or a place. */
  weight: number;
  count: number;
}

/**
 * How a name stands in its sentence; a pronoun after it means a `subject` rather than an `object`, and hardly ever an
 * `oblique` ("to Roe") or a `possessor` ("Roe's").
 */
export type Standing = 'subject' | 'object' | 'oblique' | 'possessor';

/** One place where a person is named. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  readonly standing: Standing;
  readonly paragraph: number;
  readonly sentence: number;
}

export interface People {
  readonly all: readonly Person[];
  /** By surname, case and accents left aside. */
  readonly byLast: ReadonlyMap<string, readonly Person[]>;
  /** In the order of the text. */
  readonly namings: readonly Naming[];
}

/** Finds everybody whom the article names, outside its quotes, and every place where it does. Linear in the text. */
export function meetPeople(reading: Reading): People {
  const runs = nameRuns(reading);
  const all: Person[] = [];
  const byName = new Map<string, Person>();
  const byLast = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  const meet = (run: NameRun): Person => {
    const first = foldedWord(tokenAt(run.tokens, run.from));
    const last = run.to - run.from > 1 ? foldedWord(tokenAt(run.tokens, run.to - 1)) : first;
    const key = `${first} ${last}`;
    const known = byName.get(key);
    if (known) {
      if (first !== last && isLongerThan(run, known.name.length)) known.name = runText(run);
      return known;
    }
    const person: Person = { name: runText(run), first, last, gender: null, roles: new Set(), weight: 0, count: 0 };
    all.push(person);
    byName.set(key, person);
    add(byLast, last, person);
    if (first !== last) add(byFirst, first, person);
    return person;
  };
  // full names first, so that a surname finds its person wherever the full name stands
  const found = runs.map((run) => (run.to - run.from > 1 ? learn(meet(run), run) : undefined));
  const settled = new Set<string>();
  for (const run of runs) if (!run.first) settled.add(foldedWord(tokenAt(run.tokens, run.from)));
  const namings: Naming[] = [];
  for (const [r, run] of runs.entries()) {
    let person = found[r];
    const follower = tokenAt(run.tokens, run.to);
    const speaks =
      cueAt(run.tokens, run.to, run.from) !== undefined && !prepositions.has(tokenAt(run.tokens, run.from - 1).lower);
    if (!person) {
      const key = foldedWord(tokenAt(run.tokens, run.from));
      const known = pick(byLast.get(key), run) ?? pick(byFirst.get(key), run);
      // a capital that only opens a sentence makes no name
      const opener =
        run.opens &&
        !run.titled &&
        !settled.has(key) &&
        !(speaks && !key.endsWith('s')) &&
        follower.kind !== 'possessive' &&
        follower.text !== ':';
      if (!known && (opener || run.titleCase)) continue;
      person = learn(known ?? meet(run), run);
    }
    namings.push({
      start: tokenAt(run.tokens, run.from).start,
      end: tokenAt(run.tokens, run.to - 1).end,
      person,
      standing: standingOf(run, speaks),
      paragraph: run.paragraph,
      sentence: run.sentence,
    });
  }
  return { all, namings, byLast };
}

function standingOf(run: NameRun, speaks: boolean): Standing {
  const before = tokenAt(run.tokens, run.from - 1);
  const after = tokenAt(run.tokens, run.to);
  if (after.kind === 'possessive' && after.lower === "'s") return 'possessor';
  if (run.first || run.leads || speaks || (after.text === ',' && tokenAt(run.tokens, run.to + 1).lower === 'who'))
    return 'subject';
  // "As before, Roe on Friday played it down"
  if (before.text === ',' && after.kind === 'word' && !conjunctions.has(after.lower)) return 'subject';
  let comma = run.from - 1;
  while (isTitle(tokenAt(run.tokens, comma).lower)) comma--;
  if (tokenAt(run.tokens, comma).text === ',' && after.text === ',' && isApposedSubject(run.tokens, comma - 1))
    return 'subject';
  return prepositions.has(before.lower) ? 'oblique' : 'object';
}

/** "His striker, | Milo Roe, had": the words before the comma, of which `last` is the last, open the sentence with a person. */
function isApposedSubject(tokens: readonly Token[], last: number): boolean {
  const { lower } = tokenAt(tokens, last);
  if (!personNoun(lower) && !isTitle(lower)) return false;
  for (let i = last; i > last - 7; i--) {
    if (i < 0) return true;
    const { kind, lower: word, text } = tokenAt(tokens, i);
    if (kind === 'quote' || kind === 'mark') return kind === 'quote' || /^[.!?]/.test(text);
    if (prepositions.has(word) || conjunctions.has(word) || cueAt(tokens, i, 0)) return false;
  }
  return false;
}

/** So many people of one surname are told apart at most. */
const namesakes = 20;

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key);
  if (!list) map.set(key, [person]);
  else if (list.length < namesakes) list.push(person);
}

/** Of several people with one surname: the one whose gender fits the title, then the one named most. */
function pick(list: readonly Person[] | undefined, run: NameRun): Person | undefined {
  let best: Person | undefined;
  for (const person of list ?? []) {
    if (run.gender && person.gender && person.gender !== run.gender) continue;
    if (!best || person.count > best.count) best = person;
  }
  return best;
}

/** So many words of office are kept for one person at most. */
const mostRoles = 40;

function addRole(person: Person, word: string): void {
  if (person.roles.size < mostRoles) person.roles.add(word);
}

/** "Larch & Vine" */
function joinsTwo(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokenAt(tokens, i).text === '&') return true;
  return false;
}

/** What a place rather than a person stands behind. */
const placing = new Set(['in', 'at', 'near', 'across', 'from']);

function learn(person: Person, run: NameRun): Person {
  const { tokens, from, to } = run;
  person.count++;
  person.gender ??= run.gender ?? (to - from > 1 ? genderOfName(person.first) : null);
  for (const role of run.roles) addRole(person, role);
  if (run.titled) person.weight += 3;
  if (to - from > 1 && genderOfName(person.first)) person.weight += 3;
  if (organisationWord(tokenAt(tokens, to - 1).lower)) person.weight -= 4;
  if (joinsTwo(tokens, from, to)) person.weight -= 4;
  const before = tokens[from - 1];
  if (before?.kind === 'word') {
    if (determiners.has(before.lower) && !possessivePronouns.has(before.lower)) person.weight -= 2;
    if (placing.has(before.lower)) person.weight -= 1;
  }
  if (before?.text === ',') learnOffice(person, tokens, from - 2);
  const after = tokens[to];
  if (after?.kind === 'word' && cueAt(tokens, to, from) && !prepositions.has(before?.lower ?? '')) person.weight += 1;
  // the credit of a picture: "Jo Roe/Agency"
  if (after?.text === '/' || before?.text === '/') person.weight -= 6;
  if (after?.text === ',') {
    const next = tokens[to + 1];
    if (next?.lower === 'who') person.weight += 2;
    else if (next?.kind === 'number' && /^\d{1,2}$/.test(next.text) && Number(next.text) < 110) {
      person.weight += 3;
      addRole(person, `${next.text}-year-old`);
    } else if (
      next?.kind === 'word' &&
      !next.capital &&
      !subordinators.has(next.lower) &&
      !conjunctions.has(next.lower) &&
      !cueAt(tokens, to + 1, to)
    ) {
      learnAside(person, tokens, to + 1);
    }
  }
  return person;
}

/** "Carla Roe, | the finance director, said": what stands between the commas is her office. */
function learnAside(person: Person, tokens: readonly Token[], from: number): void {
  const words: string[] = [];
  for (let i = from; i < from + 9; i++) {
    const token = tokenAt(tokens, i);
    // without a second comma it is no aside but the next subject: "In Larkin, the mayor said"
    if (token.kind === 'quote' || cueAt(tokens, i, from) || auxiliaries.has(token.lower)) return;
    if (token.kind === 'mark' || subordinators.has(token.lower)) break;
    if (token.kind === 'word' && !determiners.has(token.lower) && !prepositions.has(token.lower))
      words.push(token.lower);
  }
  for (const word of words) addRole(person, word);
}

/** "the finance director, | Carla Roe": the words before the comma back to their article are her office. */
function learnOffice(person: Person, tokens: readonly Token[], last: number): void {
  for (let i = last; i >= 0 && i > last - 7; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote' || cueAt(tokens, i, 0)) return;
    // "Larkin's finance director, | Carla Roe"
    if (!(determiners.has(token.lower) || token.kind === 'possessive') || i === last) continue;
    if (!personNoun(tokenAt(tokens, last).lower) && !isTitle(tokenAt(tokens, last).lower)) return;
    person.weight += 2;
    for (let k = i + 1; k <= last; k++)
      if (tokenAt(tokens, k).kind === 'word') addRole(person, tokenAt(tokens, k).lower);
    return;
  }
}

/** The index of the last naming that begins before the offset, or -1. */
export function indexBefore(namings: readonly Naming[], offset: number): number {
  let low = 0;
  let high = namings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((namings[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

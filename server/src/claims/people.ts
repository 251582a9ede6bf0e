import type { Reading } from './reading';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, personNoun } from './cues';
import {
  ageWord,
  determiners,
  possessivePronouns,
  prepositions,
  conjunctions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './vocabulary';
import type { Gender } from './givenNames';
import { genderOfName, genderOfTitle, isTitle, organisationWord } from './givenNames';

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

/** One place where a person is named. */
export interface Naming {
  readonly start: number;
  readonly end: number;
  readonly person: Person;
  /** Whether it stands where a subject would: before a verb of speech, or first in its sentence. */
  readonly subject: boolean;
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

const particles = new Set('de da di du del della der den van von bin ibn al el la le ten ter dos y'.split(' '));

interface Run {
  readonly paragraph: number;
  readonly sentence: number;
  readonly tokens: readonly Token[];
  /** Token indices of the name itself, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly roles: readonly string[];
  readonly gender: Gender | null;
  readonly titled: boolean;
  /** Whether it is the subject that opens its sentence, and whether it is the first word there. */
  readonly first: boolean;
  readonly opens: boolean;
}

/** Finds everybody whom the article names, outside its quotes, and every place where it does. Linear in the text. */
export function meetPeople(reading: Reading): People {
  const runs = nameRuns(reading);
  const all: Person[] = [];
  const byName = new Map<string, Person>();
  const byLast = new Map<string, Person[]>();
  const byFirst = new Map<string, Person[]>();
  const meet = (run: Run): Person => {
    const first = fold(tokenAt(run.tokens, run.from).text);
    const last = fold(tokenAt(run.tokens, run.to - 1).text);
    const key = `${first} ${last}`;
    const known = byName.get(key);
    const name = runText(run);
    if (known) {
      if (name.length > known.name.length && first !== last) known.name = name;
      return known;
    }
    const person: Person = { name, first, last, gender: null, roles: new Set(), weight: 0, count: 0 };
    all.push(person);
    byName.set(key, person);
    add(byLast, last, person);
    if (first !== last) add(byFirst, first, person);
    return person;
  };
  // full names first, so that a surname finds its person wherever the full name stands
  const found = new Map<Run, Person>();
  for (const run of runs) if (run.to - run.from > 1) found.set(run, learn(meet(run), run));
  const settled = new Set(runs.filter((run) => !run.first).map((run) => fold(tokenAt(run.tokens, run.from).text)));
  const namings: Naming[] = [];
  for (const run of runs) {
    let person = found.get(run);
    const follower = tokenAt(run.tokens, run.to);
    const speaks = cueAt(run.tokens, run.to, run.from) !== undefined;
    if (!person) {
      const key = fold(tokenAt(run.tokens, run.from).text);
      const known = pick(byLast.get(key), run) ?? pick(byFirst.get(key), run);
      // a capital that only opens a sentence makes no name
      const opener =
        run.opens &&
        !settled.has(key) &&
        !(speaks && !key.endsWith('s')) &&
        follower.kind !== 'possessive' &&
        follower.text !== ':';
      if (!known && opener) continue;
      person = learn(known ?? meet(run), run);
    }
    namings.push({
      start: tokenAt(run.tokens, run.from).start,
      end: tokenAt(run.tokens, run.to - 1).end,
      person,
      subject: run.first || speaks || (follower.text === ',' && tokenAt(run.tokens, run.to + 1).lower === 'who'),
      paragraph: run.paragraph,
      sentence: run.sentence,
    });
  }
  return { all, namings, byLast };
}

function nameRuns(reading: Reading): Run[] {
  const runs: Run[] = [];
  for (const passage of reading.passages) {
    const shouted =
      reading.paragraphs[passage.paragraph]?.kind === 'heading' &&
      !passage.tokens.some((t) => t.kind === 'word' && t.text !== t.text.toUpperCase());
    if (shouted) continue;
    passage.sentences.forEach((sentence, s) => {
      let i = sentence.start;
      while (i < sentence.end) {
        const next = nameRun(passage.tokens, i, sentence.start, sentence.end);
        if (next.run) runs.push({ ...next.run, paragraph: passage.paragraph, sentence: s });
        i = next.end;
      }
    });
  }
  return runs;
}

/** So many people of one surname are told apart at most. */
const namesakes = 20;

function add(map: Map<string, Person[]>, key: string, person: Person): void {
  const list = map.get(key);
  if (!list) map.set(key, [person]);
  else if (list.length < namesakes) list.push(person);
}

/** Of several people with one surname: the one whose gender fits the title, then the one named most. */
function pick(list: readonly Person[] | undefined, run: Run): Person | undefined {
  let best: Person | undefined;
  for (const person of list ?? []) {
    if (run.gender && person.gender && person.gender !== run.gender) continue;
    if (!best || person.count > best.count) best = person;
  }
  return best;
}

function learn(person: Person, run: Run): Person {
  const { tokens, from, to } = run;
  person.count++;
  person.gender ??= run.gender ?? (to - from > 1 ? genderOfName(tokenAt(tokens, from).lower) : null);
  for (const role of run.roles) person.roles.add(role);
  if (run.titled) person.weight += 3;
  if (to - from > 1 && genderOfName(tokenAt(tokens, from).lower)) person.weight += 3;
  if (organisationWord(tokenAt(tokens, to - 1).lower)) person.weight -= 4;
  const before = tokens[from - 1];
  if (before?.kind === 'word') {
    if (before.lower === 'the') person.weight -= 2;
    if (['in', 'at', 'near', 'across'].includes(before.lower)) person.weight -= 1;
  }
  if (before?.text === ',') learnOffice(person, tokens, from - 2);
  const after = tokens[to];
  if (after?.kind === 'word' && cueAt(tokens, to, from)) person.weight += 1;
  if (after?.text === ',') {
    const next = tokens[to + 1];
    if (next?.lower === 'who') person.weight += 2;
    else if (next?.kind === 'number' && /^\d{1,2}$/.test(next.text) && Number(next.text) < 110) {
      person.weight += 3;
      person.roles.add(`${next.text}-year-old`);
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
    if (cueAt(tokens, i, from)) return;
    if (token.kind === 'mark' || token.kind === 'quote' || subordinators.has(token.lower)) break;
    if (token.kind === 'word' && !determiners.has(token.lower) && !prepositions.has(token.lower))
      words.push(token.lower);
  }
  for (const word of words) person.roles.add(word);
}

/** "the finance director, | Carla Roe": the words before the comma back to their article are her office. */
function learnOffice(person: Person, tokens: readonly Token[], last: number): void {
  for (let i = last; i >= 0 && i > last - 7; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote' || cueAt(tokens, i, 0)) return;
    if (!determiners.has(token.lower) || i === last) continue;
    if (!personNoun(tokenAt(tokens, last).lower) && !isTitle(tokenAt(tokens, last).lower)) return;
    person.weight += 2;
    for (let k = i + 1; k <= last; k++)
      if (tokenAt(tokens, k).kind === 'word') person.roles.add(tokenAt(tokens, k).lower);
    return;
  }
}

const runText = (run: Run): string =>
  run.tokens
    .slice(run.from, run.to)
    .map((t) => t.text)
    .join(' ');

/** Case and accents left aside. */
export const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Whether a capital word can be part of a name, and is not only the first of its sentence. */
function isNameWord(token: Token | undefined, first: boolean): boolean {
  if (token?.kind !== 'word' || !token.capital) return false;
  if (token.text === 'I') return false;
  const lower = token.lower;
  if (timeWords.has(lower)) return false;
  if (
    first &&
    (determiners.has(lower) ||
      prepositions.has(lower) ||
      conjunctions.has(lower) ||
      subjectPronouns.has(lower) ||
      possessivePronouns.has(lower) ||
      subordinators.has(lower))
  )
    return false;
  return !(determiners.has(lower) || subjectPronouns.has(lower));
}

/** Reads the run of capital words that begins at `i`, if one does. Returns where to go on. */
function nameRun(
  tokens: readonly Token[],
  i: number,
  from: number,
  to: number,
): { run: Omit<Run, 'paragraph' | 'sentence'> | null; end: number } {
  if (!isNameWord(tokens[i], i === from)) return { run: null, end: i + 1 };
  let end = i + 1;
  while (end < to && end - i < 9) {
    if (isNameWord(tokens[end], false)) end++;
    else if (particles.has(tokenAt(tokens, end).lower) && isNameWord(tokens[end + 1], false)) end += 2;
    else break;
  }
  let start = i;
  // what stands before the last title is the office: "Russian President | Vladimir Putin"
  let gender: Gender | null = null;
  let titled = false;
  const roles: string[] = [];
  for (let k = i; k < end; k++) {
    if (!isTitle(tokenAt(tokens, k).lower)) continue;
    gender = genderOfTitle(tokenAt(tokens, k).lower) ?? gender;
    titled = true;
    for (; start <= k; start++) roles.push(tokenAt(tokens, start).lower);
  }
  if (start >= end) return { run: null, end };
  // "finance director | Carla Mendes-Ruiz"
  for (let k = i - 1; k >= from && k > i - 5; k--) {
    const token = tokenAt(tokens, k);
    if (
      token.kind !== 'word' ||
      prepositions.has(token.lower) ||
      conjunctions.has(token.lower) ||
      subordinators.has(token.lower) ||
      determiners.has(token.lower) ||
      cueAt(tokens, k, from)
    )
      break;
    if (k === i - 1 && !personNoun(token.lower)) break;
    roles.push(token.lower);
    titled = true;
  }
  // a suffix and the initials of a party are no part of a surname
  let last = end;
  while (last - 1 > start && /^(?:jr|sr|ii|iii|iv)\.?$/.test(tokenAt(tokens, last - 1).lower)) last--;
  if (ageWord.test(tokenAt(tokens, start).lower)) return { run: null, end };
  return {
    run: {
      tokens,
      from: start,
      to: last,
      roles,
      gender,
      titled,
      opens: i === from,
      first: i === from || (i === from + 1 && determiners.has(tokenAt(tokens, from).lower)),
    },
    end,
  };
}

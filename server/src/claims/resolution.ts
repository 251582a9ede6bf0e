import { tokenAt } from './tokens';
import type { Finding } from './speakers';
import type { Reading } from './reading';
import { sentenceOf } from './reading';
import type { NounPhrase } from './mentions';
import { spokenIn, subjectOfSentence } from './neighbours';
import type { Token } from './tokens';
import { personNoun } from './cues';
import type { Naming, People, Person } from './people';
import { pronounPerson } from './pronouns';
import { indexBefore } from './people';
import { describedPerson } from './descriptions';
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

/**
 * Finds the fullest name that the article gives to the speaker it mentions. `spoken` are the mentions of those who have
 * spoken so far by any name, in order: "the mayor said ... He said".
 */
export function resolve(reading: Reading, people: People, finding: Finding, spoken: readonly Naming[]): Resolved {
  const { passage, phrase } = finding;
  const tokens = passage.tokens.slice(phrase.start, phrase.end);
  const first = tokenAt(tokens, 0);
  const text = reading.text.slice(first.start, tokenAt(tokens, tokens.length - 1).end);
  if (tokens.length === 1 && isPronoun(first)) return resolvePronoun(reading, people, finding, first, spoken);
  const head = headOf(tokens);
  const apposed = apposition(people, passage.tokens, phrase.end);
  const named = naming(people, tokenAt(tokens, head.start).start, tokenAt(tokens, head.end - 1).end);
  if (named) return { name: named.person.name, sure: 1, person: named.person };
  if (apposed) return { name: apposed.name, sure: 0.95, person: apposed };
  if (head.start === 0) {
    const words = tokens
      .slice(0, head.end)
      .filter((t) => t.kind !== 'mark' && !determiners.has(t.lower))
      .map((t) => t.lower);
    const definite = first.lower === 'the' || first.lower === 'this' || possessivePronouns.has(first.lower);
    if (definite || (words.length === 1 && isTitle(words[0] ?? ''))) {
      const rest = tokens.slice(head.end).map((t) => t.lower);
      const found = describedPerson(people, indexBefore(people.namings, first.start), words, rest);
      if (found) return { name: found.person.name, sure: found.alone ? 0.85 : 0.6, person: found.person };
      const topic =
        words.length === 1 && first.lower === 'the' && (finding.evidence === 'adjacent' || finding.evidence === 'colon')
          ? topicBefore(reading, people, finding, words[0] ?? '')
          : null;
      if (topic) return { name: topic.name, sure: 0.5, person: topic };
    }
  }
  return { name: text.replace(/(?:,|(?<!\s))\s+(?:who|which|that)$/i, ''), sure: 0.95, person: null };
}

const isPronoun = (token: Token): boolean =>
  subjectPronouns.has(token.lower) ||
  objectPronouns.has(token.lower) ||
  possessivePronouns.has(token.lower) ||
  token.text === 'I';

function resolvePronoun(
  reading: Reading,
  people: People,
  finding: Finding,
  pronoun: Token,
  spoken: readonly Naming[],
): Resolved {
  const gender = male.has(pronoun.lower) ? 'male' : female.has(pronoun.lower) ? 'female' : null;
  if (pronoun.lower === 'it')
    return (
      bodyBefore(reading, people, finding) ?? {
        name: pronoun.text,
        sure: finding.evidence === 'adjacent' || finding.evidence === 'before' ? 0.45 : 0,
        person: null,
      }
    );
  if (!gender) return { name: pronoun.text, sure: 0.6, person: null };
  const meant = pronounPerson(reading, people, finding, spoken, gender);
  const last = meant?.naming;
  const stranger = strangerBefore(reading, finding);
  if (stranger?.fresh && (!last || stranger.start > last.start)) return stranger;
  if (!last) return stranger ?? { name: pronoun.text, sure: 0.6, person: null };
  last.person.gender ??= gender;
  return { name: last.person.name, sure: meant.plain ? 0.94 : 0.75, person: last.person };
}

/** Where the head of a phrase stands: after a possessive, before a preposition, a bracket or a relative clause. */
function headOf(tokens: readonly Token[]): NounPhrase {
  let start = 0;
  let end = tokens.length;
  for (let i = 1; i < end; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'possessive') start = i + 1;
    else if (token.text === '(' || token.text === ',') end = i;
    else if (
      token.kind === 'word' &&
      (subordinators.has(token.lower) || (prepositions.has(token.lower) && !token.capital))
    )
      end = i;
  }
  return { start: start < end ? start : 0, end };
}

/** The naming that ends the span. Namings are in order, so the place is found by halving. */
function naming(people: People, start: number, end: number): Naming | null {
  const last = people.namings[indexBefore(people.namings, end)];
  return last && last.start >= start && last.end === end ? last : null;
}

/**
 * "the mayor, Walter Roe, said", "a clerk for the court, Ms Ada Roe, said": whoever is named right after the comma, with nothing but titles and offices before the name. Not the owner of what is told there ("Roe's lawyer").
 */
function apposition(people: People, tokens: readonly Token[], comma: number): Person | null {
  if (tokens[comma]?.text !== ',') return null;
  let next = comma + 1;
  while (isTitle(tokenAt(tokens, next).lower) || personNoun(tokenAt(tokens, next).lower)) next++;
  for (let i = next; i > comma; i--) {
    const found = people.namings[indexBefore(people.namings, tokenAt(tokens, i).start) + 1];
    if (found?.start === tokenAt(tokens, i).start && found.person.weight >= 0)
      return found.standing === 'possessor' ? null : found.person;
  }
  return null;
}

/** Whom "the captain" can mean where the article calls nobody so: the one person in the sentence before, if its subject. */
function topicBefore(reading: Reading, people: People, { passage, phrase }: Finding, noun: string): Person | null {
  if (noun.endsWith('s') || !(personNoun(noun) || isTitle(noun)) || voiceless.has(noun)) return null;
  if (passage.within !== null) return null;
  const index = sentenceOf(passage, phrase.start);
  const earlier = index > 0 ? passage : reading.passages[passage.paragraph - 1];
  const sentence = index > 0 ? index - 1 : (earlier?.sentences.length ?? 0) - 1;
  const range = earlier?.sentences[sentence];
  if (!range) return null;
  let topic: Naming | null = null;
  const last = indexBefore(people.namings, tokenAt(earlier.tokens, range.end - 1).end);
  for (let i = last; i >= 0 && i > last - memory; i--) {
    const naming = people.namings[i];
    if (naming?.paragraph !== earlier.paragraph || naming.sentence !== sentence) break;
    if (naming.person.weight < 0) continue;
    if (topic && topic.person !== naming.person) return null;
    topic = naming;
  }
  return topic?.standing === 'subject' && topic.person.first !== topic.person.last ? topic.person : null;
}

interface Stranger extends Resolved {
  readonly start: number;
  /** Whether the article brings them in there: "a witness", not "the judge". */
  readonly fresh: boolean;
}

/** Somebody without a name who speaks in the sentence before ("A witness said ..."), whom "he" then means. */
function strangerBefore(reading: Reading, finding: Finding): Stranger | null {
  const { passage, phrase } = finding;
  const index = sentenceOf(passage, phrase.start);
  const earlier = index > 0 ? passage : passage.within === null ? reading.passages[passage.paragraph - 1] : undefined;
  const before = earlier && spokenIn(earlier, index > 0 ? index - 1 : earlier.sentences.length - 1);
  if (!before) return null;
  const tokens = before.passage.tokens.slice(before.phrase.start, before.phrase.end);
  const article = tokenAt(tokens, 0);
  const noun = tokenAt(tokens, headOf(tokens).end - 1);
  const fresh = indefinite.has(article.lower);
  if (!(fresh || article.lower === 'the') || noun.capital || noun.lower.endsWith('s') || voiceless.has(noun.lower))
    return null;
  const end = tokenAt(tokens, tokens.length - 1).end;
  return { name: reading.text.slice(article.start, end), sure: 0.75, person: null, start: article.start, fresh };
}

/** The body or the text that speaks in the sentence before, or begins it, which "it" then means. */
function bodyBefore(reading: Reading, people: People, finding: Finding): Resolved | null {
  const { passage, phrase } = finding;
  const index = sentenceOf(passage, phrase.start);
  const earlier = index > 0 ? passage : passage.within === null ? reading.passages[passage.paragraph - 1] : undefined;
  if (!earlier || earlier.sentences.length === 0) return null;
  const last = index > 0 ? index - 1 : earlier.sentences.length - 1;
  for (const before of [spokenIn(earlier, last), subjectOfSentence(earlier, last)]) {
    if (!before) continue;
    const tokens = before.passage.tokens.slice(before.phrase.start, before.phrase.end);
    const head = headOf(tokens);
    const noun = tokenAt(tokens, head.end - 1);
    const named = naming(people, tokenAt(tokens, head.start).start, noun.end);
    if (named ? named.person.weight >= 0 : !voiceless.has(noun.lower) && !organisationWord(noun.lower)) continue;
    const end = tokenAt(tokens, tokens.length - 1).end;
    const name = named?.person.name ?? reading.text.slice(tokenAt(tokens, 0).start, end);
    return { name, sure: 0.75, person: null };
  }
  return null;
}

/** What may be said to say something, and is no person. */
const voiceless = new Set(
  'report statement study poll survey video document lawsuit filing agency group company committee panel post tweet letter memo story article book paper source website site headline sign caption ad advertisement editorial column message email note team firm crowd government court jury board council party union bill law'.split(
    ' ',
  ),
);

const indefinite = new Set(['a', 'an', 'one', 'another']);

import { oneSpelling } from '../spelling';
import { cueVerb, isAdverb } from '../cues';
import { tokenAt, type Token } from '../tokens';
import {
  auxiliaries,
  determiners,
  formsOfBe,
  objectPronouns,
  plainVerbs,
  prepositions,
  subjectPronouns,
} from '../vocabulary';
import { alsoNouns, baseVerb, isPlural, knownVerb } from './nouns';

/** Whether a lower-case word is a verb in any place: "went", "said", but not "cut" or "plans". */
export function isPlainVerb(lower: string): boolean {
  if (alsoNouns.has(lower)) return false;
  if (plainVerbs.has(lower)) return true;
  const cue = cueVerb(lower);
  if (cue && !cue.alsoNoun && (cue.form === 'past' || cue.form === 'present')) return true;
  const base = knownVerb(lower);
  return base !== undefined && base !== lower && !lower.endsWith('ing');
}

/** Whether a token could be what the verb before it goes on to: a new phrase, a number, a pronoun. */
export function opensObject(token: Token): boolean {
  return (
    token.kind === 'number' ||
    token.text === '$' ||
    token.text === '£' ||
    token.text === '€' ||
    (token.kind === 'word' &&
      (determiners.has(token.lower) || objectPronouns.has(token.lower) || token.lower === 'to' || token.lower === 'by'))
  );
}

/** Whether the token at `i` works as a verb of its clause. */
export function isVerbAt(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokenAt(tokens, i);
  if (token.kind === 'possessive')
    return token.lower !== "'s" && token.lower !== "'"
      ? true
      : subjectPronouns.has(tokenAt(tokens, i - 1).lower) || tokenAt(tokens, i - 1).lower === 'that';
  if (token.kind !== 'word' || (token.capital && i > from)) return false;
  const { lower } = token;
  if (auxiliaries.has(lower)) return lower !== 'to' && lower !== 'not';
  const before = tokenAt(tokens, i - 1);
  const base = knownVerb(lower);
  const verbal =
    base !== undefined ||
    plainVerbs.has(lower) ||
    cueVerb(lower) !== undefined ||
    (lower.length > 4 && lower.endsWith('ed'));
  if (
    !verbal ||
    (before.kind === 'word' && determiners.has(before.lower) && before.lower !== 'that' && !lower.endsWith('ed'))
  )
    return false;
  if (before.kind === 'word' && determiners.has(before.lower) && !alsoSubjects.has(before.lower)) return false;
  // a plain form has a subject of several, one in s a single one: "a rainy-day fund", "prices rise", "the price rises"
  const plural = before.kind === 'word' && isPlural(before.lower);
  const person = subjectPronouns.has(before.lower) || auxiliaries.has(before.lower) || before.lower === 'to';
  if (
    (base === lower || (base === undefined && cueVerb(lower)?.form === 'base')) &&
    !invariant.has(lower) &&
    !plural &&
    !person &&
    before.kind === 'word' &&
    !isAdverb(before) &&
    before.lower !== 'that' &&
    before.lower !== 'and'
  )
    return false;
  if (lower.endsWith('s') && plural && !before.capital) return false;
  if (lower.endsWith('s') && /(?:al|ous|ive|ful|ic|able|ible|less)$/.test(before.lower) && alsoNouns.has(lower))
    return false;
  const claims = base === undefined ? cueVerb(lower) : undefined;
  if (claims?.alsoNoun && claims.form === 'present' && !person && !before.capital) return false;
  if (!alsoNouns.has(lower)) return !(lower.endsWith('ing') && nounIng(before));
  // "the price | cut", "tax rises": a noun after a noun unless an object or a figure follows at once
  if (
    auxiliaries.has(before.lower) ||
    isAdverb(before) ||
    subjectPronouns.has(before.lower) ||
    before.lower === 'that' ||
    before.lower === 'which' ||
    before.lower === 'who'
  )
    return true;
  if (before.kind === 'possessive' || prepositions.has(before.lower)) return false;
  return (
    opensObject(tokenAt(tokens, i + 1)) ||
    prepositions.has(tokenAt(tokens, i + 1).lower) ||
    /^(?:up|down|nearly|about|almost|more|over|around|just|only|from|at)$/.test(tokenAt(tokens, i + 1).lower) ||
    tokenAt(tokens, i + 1).capital
  );
}

/** Verbs whose past is their plain form. */
const invariant = new Set('cut hit cost set spread shed let put read shut beat bid split quit burst'.split(' '));

const alsoSubjects = new Set(
  'this that these those some many most all both others several few another each one two three'.split(' '),
);
const nounIng = (before: Token): boolean =>
  before.kind === 'word' && (determiners.has(before.lower) || before.lower.endsWith('s'));

export const isBe = (token: Token): boolean => formsOfBe.has(token.lower) || token.lower === "'s";

/** The base form of the verb at `i`, as a word to compare; '' for the verbs that say nothing. */
export function verbWord(tokens: readonly Token[], i: number): string {
  const { lower } = tokenAt(tokens, i);
  return auxiliaries.has(lower) || lower.startsWith("'") ? '' : (knownVerb(lower) ?? baseVerb(oneSpelling(lower)));
}

import { oneSpelling } from '../spelling';
import { functionWords } from '../words';
import { cueVerb, isAdverb } from '../cues';
import type { NounPhrase } from '../mentions';
import type { Token } from '../tokens';
import { tokenAt } from '../tokens';
import {
  auxiliaries,
  conjunctions,
  determiners,
  formsOfBe,
  objectPronouns,
  plainVerbs,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from '../vocabulary';
import { alsoNouns, baseVerb, comparable, isPlural, knownVerb } from './nouns';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** A noun phrase that goes with a figure is read over this many tokens at most. */
const reach = 9;

/** Plurals that stand before another noun as often as alone: "sports teams", "arms shipments". */
const leadingPlurals = set(
  'sports arms news sales savings goods futures operations systems customs communications women men police staff data crew ' +
    'troops veterans ladies girls boys kids children people euros dollars pounds physics economics electronics basics',
);

/** Adjectives that stand for people after a number: "12 dead". */
const statesOfPeople = set('dead injured wounded missing homeless killed hurt hospitalized hospitalised ill sick');

/** What compares a number with another, and is nobody's noun: "4.1 percent larger". */
const comparatives = set(
  'more less higher lower larger smaller bigger greater fewer faster slower longer shorter better worse older younger heavier lighter ' +
    'cheaper dearer stronger weaker wider deeper taller hotter colder warmer cooler earlier later up down off above below ahead behind ' +
    'overnight alone nationwide worldwide abroad online onward inland north south east west northeast northwest southeast southwest away deep ' +
    'short tall high long wide deep thick old away apart each apiece per worth total overall again altogether back there here today yesterday ' +
    'now then alone so far only too enough yet once daily weekly monthly yearly annually respectively or and',
);

export const namesPeople = (word: string): boolean => statesOfPeople.has(word);

export const isComparative = (token: Token): boolean =>
  token.kind === 'word' && !token.capital && comparatives.has(token.lower);

/** Words that go before a noun and add nothing to what is counted. */
const fillers = set(
  'more other additional further new extra such same own total overall different separate various entire whole full mere',
);

/** Whether a word holds the sentence together rather than naming anything: a noun phrase ends before it. */
function isGrammar({ lower, capital }: Token, opens: boolean): boolean {
  if (
    capital &&
    !opens &&
    !determiners.has(lower) &&
    !conjunctions.has(lower) &&
    !prepositions.has(lower) &&
    !subordinators.has(lower)
  )
    return false;
  return (
    prepositions.has(lower) ||
    auxiliaries.has(lower) ||
    conjunctions.has(lower) ||
    subordinators.has(lower) ||
    subjectPronouns.has(lower) ||
    objectPronouns.has(lower) ||
    lower === 'there' ||
    leads.has(lower) ||
    lower === 'as' ||
    lower === 'off' ||
    lower === 'out' ||
    lower === 'up' ||
    lower === 'down' ||
    lower === 'ago' ||
    lower === 'apiece' ||
    lower === 'each'
  );
}

/** Words that lead over to what stands beside a figure. */
const leads = set('according including compared followed based given depending excluding plus minus worth');

/** Whether a lower-case word is a verb in any place: "went", "said", but not "cut" or "plans". */
function isPlainVerb(lower: string): boolean {
  if (alsoNouns.has(lower)) return false;
  if (plainVerbs.has(lower)) return true;
  const cue = cueVerb(lower);
  if (cue && !cue.alsoNoun && (cue.form === 'past' || cue.form === 'present')) return true;
  const base = knownVerb(lower);
  return base !== undefined && base !== lower && !lower.endsWith('ing');
}

/** Whether the words from `i` on could be what a verb at `i - 1` goes on to: a new phrase, a number, a pronoun. */
function opensObject(token: Token): boolean {
  return (
    token.kind === 'number' ||
    token.text === '$' ||
    token.text === '£' ||
    token.text === '€' ||
    (token.kind === 'word' &&
      (determiners.has(token.lower) || objectPronouns.has(token.lower) || token.lower === 'to' || token.lower === 'by'))
  );
}

/**
 * The noun phrase that begins at token `first` and does not reach past `to`; null where none does. With `several` it
 * ends at its first plural noun, as what is counted does ("23 vacant positions | remain").
 */
export function nounPhraseAt(tokens: readonly Token[], first: number, to: number, several: boolean): NounPhrase | null {
  const limit = Math.min(to, first + reach);
  let start = first;
  let nouns = 0;
  let end = first;
  for (let i = first; i < limit; i++) {
    const token = tokenAt(tokens, i);
    const { lower } = token;
    if (token.kind === 'possessive') {
      if (nouns === 0 || lower !== "'s" || tokenAt(tokens, i + 1).kind !== 'word') break;
      continue;
    }
    if (token.kind === 'number') {
      // "12 18-year-old boys", "two new 737 Max jets"
      const model = several && /^\d{2,4}$/.test(token.text) && tokenAt(tokens, i + 1).capital;
      if (!model && !/\d-\p{L}/u.test(token.text)) break;
      continue;
    }
    if (token.kind === 'mark') {
      const joins = token.text === '&' && nouns > 0;
      const comma =
        token.text === ',' &&
        nouns === 1 &&
        goesOnAfterComma(tokens, i, limit) &&
        isAdjective(tokenAt(tokens, i - 1)) &&
        isAdjective(tokenAt(tokens, i + 1));
      if (joins || comma || (/^[“”"‘’]$/.test(token.text) && i + 1 < limit && nouns === 0)) continue;
      break;
    }
    if (token.kind !== 'word' || isGrammar(token, i === first)) {
      // "old and new buses"
      const pair =
        lower === 'and' &&
        nouns === 1 &&
        several &&
        isAdjective(tokenAt(tokens, i - 1)) &&
        isAdjective(tokenAt(tokens, i + 1));
      if (pair) continue;
      break;
    }
    if (determiners.has(lower) && !token.capital) {
      if (nouns > 0 || !(lower === 'other' || lower === 'more' || i === first)) break;
      start = nouns === 0 && lower !== 'other' && lower !== 'more' ? i + 1 : start;
      continue;
    }
    if (nouns === 0 && fillers.has(lower)) continue;
    if (isAdverb(token) || (i === first && token.capital && lower.endsWith('ly') && !tokenAt(tokens, i + 1).capital)) {
      if (nouns > 0) break;
      continue;
    }
    if (timeWords.has(lower) && nouns > 0 && !token.capital && lower !== 'may' && lower !== 'march') break;
    if (nouns > 0 && timeWords.has(lower) && token.capital && tokenAt(tokens, i + 1).kind !== 'word') break;
    if (!token.capital && isVerbHere(tokens, i, nouns, end, to)) break;
    // "the first time | Roe"
    if (token.capital && nouns > 0 && spells.has(tokenAt(tokens, end - 1).lower)) break;
    nouns++;
    end = i + 1;
    if (several && isPlural(lower) && !goesOnAfterPlural(tokens, i, to)) break;
  }
  if (nouns === 0) return null;
  while (
    start < end &&
    (fillers.has(tokenAt(tokens, start).lower) || isAdverb(tokenAt(tokens, start))) &&
    start + 1 < end
  )
    start++;
  return { start, end };
}

/** Nouns after which a name begins a clause of its own. */
const spells = set('time times day days year years week weeks month months hour hours way');

/** "a cold, wet | night", but not "the vote, | according to". */
function goesOnAfterComma(tokens: readonly Token[], i: number, limit: number): boolean {
  const noun = tokenAt(tokens, i + 2);
  return (
    i + 2 < limit &&
    noun.kind === 'word' &&
    !isGrammar(noun, false) &&
    !determiners.has(noun.lower) &&
    !isPlainVerb(noun.lower)
  );
}

const isAdjective = (token: Token): boolean =>
  token.kind === 'word' &&
  !token.capital &&
  !isPlural(token.lower) &&
  !isGrammar(token, false) &&
  !determiners.has(token.lower);

function isVerbHere(tokens: readonly Token[], i: number, nouns: number, end: number, to: number): boolean {
  const { lower } = tokenAt(tokens, i);
  const next = i + 1 < to ? tokenAt(tokens, i + 1) : tokenAt(tokens, -1);
  const before = tokenAt(tokens, end - 1);
  if (nouns === 0) {
    if (statesOfPeople.has(lower)) return false;
    if (lower.endsWith('ed') && !lower.includes('-'))
      return !(next.kind === 'word' && !isGrammar(next, false) && !determiners.has(next.lower) && !isAdverb(next));
    return isPlainVerb(lower) && !lower.endsWith('s');
  }
  if (statesOfPeople.has(lower)) return isPlural(before.lower);
  if (isPlainVerb(lower)) return true;
  if (lower.includes('-')) return false;
  if (lower.length > 4 && lower.endsWith('ed')) return true;
  const plural = isPlural(before.lower) && before.kind === 'word';
  if (lower.endsWith('ing') && lower.length > 4) return plural;
  // "the project | includes a", "the levy | rises to"
  const verbal =
    knownVerb(lower) !== undefined || cueVerb(lower)?.form === 'present' || cueVerb(lower)?.form === 'base';
  if (plural && (verbal || !isPlural(lower))) return !leadingPlurals.has(before.lower) || verbal;
  return lower.endsWith('s') && isPlural(lower) && opensObject(next) && next.lower !== 'by' && next.lower !== 'to'
    ? true
    : verbal && opensObject(next) && lower.endsWith('s');
}

function goesOnAfterPlural(tokens: readonly Token[], i: number, to: number): boolean {
  const token = tokenAt(tokens, i);
  const next = i + 1 < to ? tokenAt(tokens, i + 1) : tokenAt(tokens, -1);
  if (next.kind === 'possessive') return true;
  if (next.kind !== 'word' || isGrammar(next, false) || determiners.has(next.lower) || timeWords.has(next.lower))
    return false;
  if (token.capital) return !isPlainVerb(next.lower) && (next.capital || isPlural(next.lower));
  return leadingPlurals.has(token.lower) && isPlural(next.lower) && !isPlainVerb(next.lower);
}

/** The phrase with what hangs on it by "of": "heads | of state", "members | of the council". */
export function withOf(tokens: readonly Token[], phrase: NounPhrase, to: number): NounPhrase {
  if (tokenAt(tokens, phrase.end).lower !== 'of') return phrase;
  const inner = nounPhraseAt(tokens, phrase.end + 1, to, false);
  return inner ? { start: phrase.start, end: inner.end } : phrase;
}

/** Where the head of a noun phrase stands: its last word before what hangs on it. */
export function headIndex(tokens: readonly Token[], phrase: NounPhrase): number {
  let last = phrase.start;
  for (let i = phrase.start; i < phrase.end; i++) {
    const token = tokenAt(tokens, i);
    if (
      i > phrase.start &&
      token.kind === 'word' &&
      !token.capital &&
      (prepositions.has(token.lower) || subordinators.has(token.lower))
    )
      break;
    if (token.text === '(' || token.text === ',') break;
    if (token.kind === 'word') last = i;
  }
  return last;
}

/** Adds the words of matter in a range of tokens to a list, each once, in the form they are compared in. */
export function addWords(into: string[], tokens: readonly Token[], from: number, to: number): void {
  for (let i = from; i < to; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word') continue;
    if (tokenAt(tokens, i + 1).kind === 'possessive' && timeWords.has(token.lower)) continue;
    if (token.lower === 'last') continue;
    // "US" is a name, "us" is none
    if (token.text === 'US') addWord(into, 'u.s');
    else if (!token.lower.includes('-')) addWord(into, token.lower);
    else for (const part of token.lower.split('-')) addWord(into, part);
  }
}

/** Adds one word in lower case, unless it carries grammar only. */
export function addWord(into: string[], word: string): void {
  const plain = word === 'u.s.' ? 'u.s' : word.replace(/\.$/, '').replace(/^(\p{L})\.(?=\p{L}$)/u, '$1');
  if (plain.length < 2 || functionWords.has(plain) || determiners.has(plain) || fillers.has(plain)) return;
  const form = comparable(plain);
  if (!into.includes(form)) into.push(form);
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
    (before.kind === 'word' && determiners.has(before.lower) && before.lower !== 'that' && !/(?:ed)$/.test(lower))
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
const invariant = set('cut hit cost set spread shed let put read shut beat bid split quit burst');

const alsoSubjects = set('this that these those some many most all both others several few another each one two three');
const nounIng = (before: Token): boolean =>
  before.kind === 'word' && (determiners.has(before.lower) || before.lower.endsWith('s'));

export const isBe = (token: Token): boolean => formsOfBe.has(token.lower) || token.lower === "'s";

/** The base form of the verb at `i`, as a word to compare; '' for the verbs that say nothing. */
export function verbWord(tokens: readonly Token[], i: number): string {
  const { lower } = tokenAt(tokens, i);
  return auxiliaries.has(lower) || lower.startsWith("'") ? '' : (knownVerb(lower) ?? baseVerb(oneSpelling(lower)));
}

import { cueVerb, isAdverb } from '../cues';
import { type NounPhrase } from '../mentions';
import { tokenAt, type Token } from '../tokens';
import {
  auxiliaries,
  conjunctions,
  determiners,
  objectPronouns,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from '../vocabulary';
import { isPlural, knownVerb } from './nouns';
import { fillers } from './subjectWords';
import { isPlainVerb, opensObject } from './verbs';

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

/** Words that lead over to what stands beside a figure. */
const leads =
  'according including compared followed based given depending excluding plus minus worth there as off out up down ago apiece each';

/** Words that hold a sentence together rather than naming anything. */
const grammar: ReadonlySet<string> = new Set([
  ...prepositions,
  ...auxiliaries,
  ...conjunctions,
  ...subordinators,
  ...subjectPronouns,
  ...objectPronouns,
  ...leads.split(' '),
]);

/** Those that hold it together in capitals too: others are names then. */
const alwaysGrammar: ReadonlySet<string> = new Set([
  ...determiners,
  ...conjunctions,
  ...prepositions,
  ...subordinators,
]);

/** Whether a word holds the sentence together rather than naming anything: a noun phrase ends before it. */
const isGrammar = ({ lower, capital }: Token, opens: boolean): boolean =>
  grammar.has(lower) && (!capital || opens || alwaysGrammar.has(lower));

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
      if (joins || comma || (nouns === 0 && i + 1 < limit && /^[“”"‘’]$/.test(token.text))) continue;
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

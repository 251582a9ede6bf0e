import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { cueAt, isAdverb, personNoun } from './cues';
import {
  anyOf,
  auxiliaries,
  conjunctions,
  determiners,
  nounPrepositions,
  objectPronouns,
  plainVerbs,
  possessivePronouns,
  prepositions,
  subjectPronouns,
  subordinators,
  timeWords,
} from './vocabulary';

/** A noun phrase that may name a speaker, as a range of token indices, end exclusive. */
export interface NounPhrase {
  readonly start: number;
  readonly end: number;
}

/** A noun phrase is looked for over this many tokens at most. */
const reach = 14;

/** Words that stand in no noun phrase. */
const outside = anyOf(
  prepositions,
  auxiliaries,
  conjunctions,
  subordinators,
  subjectPronouns,
  objectPronouns,
  plainVerbs,
);

/** Whether the token may stand inside a noun phrase, after its determiner. */
function isInner(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i];
  if (!token) return false;
  if (token.kind === 'number') return true;
  if (token.kind === 'possessive') return token.lower === "'s";
  // "Larch & Vine"
  if (token.text === '&') return i > from && tokenAt(tokens, i - 1).capital && tokenAt(tokens, i + 1).capital;
  if (token.kind !== 'word') return false;
  if (token.capital)
    return (
      !subordinators.has(token.lower) &&
      !(i === from && (prepositions.has(token.lower) || conjunctions.has(token.lower)))
    );
  return !outside.has(token.lower) && !isAdverb(token);
}

/** Determiners that name somebody by themselves: "many", "another". */
const partWords = new Set('another others some many one both most these those all few'.split(' '));

const isDeterminer = (token: Token): boolean => token.kind === 'word' && determiners.has(token.lower);

/** A mark inside a name: "Yum! Brands", "AT&T", "(R-OH)". */
function closesBracket(tokens: readonly Token[], i: number, from: number): number {
  if (tokens[i]?.text !== ')' && tokens[i]?.text !== ']') return -1;
  for (let k = i - 1; k >= from && k > i - 12; k--)
    if (tokenAt(tokens, k).text === '(' || tokenAt(tokens, k).text === '[') return k;
  return -1;
}

/** Words of time that are a name where a capital stands after a comma: "Asked about it, Early said". */
const looseTimes = new Set('early late last week day moments'.split(' '));

const isTime = (tokens: readonly Token[], i: number): boolean => {
  const { lower, capital } = tokenAt(tokens, i);
  return timeWords.has(lower) && !(capital && looseTimes.has(lower) && tokens[i - 1]?.text === ',');
};

/**
 * The noun phrase whose last word is the token at `last`, not reaching before `from`; null where there is none.
 * What hangs on it by a preposition ("the spokesman for the ministry") is taken in from the left.
 */
export function phraseEndingAt(tokens: readonly Token[], last: number, from: number): NounPhrase | null {
  let i = last;
  const bracket = closesBracket(tokens, i, from);
  if (bracket > from) i = bracket - 1;
  const head = tokens[i];
  if (!head || i < from) return null;
  if (head.kind === 'word' && (subjectPronouns.has(head.lower) || (head.lower === 'i' && head.capital)))
    return { start: i, end: last + 1 };
  if (head.kind === 'word' && partWords.has(head.lower)) {
    return { start: i, end: last + 1 };
  }
  if (!isInner(tokens, i, from) || (isDeterminer(head) && !head.capital)) return null;
  if (head.kind === 'number' || isTime(tokens, i)) {
    if (head.kind === 'number' && head.text.endsWith('-old')) {
      const article = tokens[i - 1];
      return article && i > from && isDeterminer(article)
        ? { start: i - 1, end: last + 1 }
        : { start: i, end: last + 1 };
    }
    if (head.kind === 'number' && tokens[i - 1]?.lower === 'in' && i - 2 >= from) return shareEndingAt(tokens, i, from);
    if (head.kind === 'number' || i === from || tokens[i - 1]?.kind !== 'word') return null;
  }
  const floor = Math.max(from, i - reach);
  while (i > floor) {
    const before = tokenAt(tokens, i - 1);
    if (before.kind === 'possessive' && before.lower === "'s" && i - 2 >= floor) i -= 2;
    else if (
      isDeterminer(before) &&
      before.lower !== 'that' &&
      !(before.capital && i - 1 > from && before.lower === 'a')
    ) {
      i--;
      if (
        possessivePronouns.has(before.lower) ||
        before.lower === 'the' ||
        before.lower === 'a' ||
        before.lower === 'an'
      )
        break;
    } else if (isDeterminer(tokenAt(tokens, i))) break;
    else if (isInner(tokens, i - 1, from) && before.kind !== 'possessive') {
      // a capital word after plain ones begins the phrase anew only at a sentence's start
      if (before.kind === 'word' && !before.capital && cueAt(tokens, i - 1, from) && !before.lower.endsWith('ing'))
        break;
      i--;
    } else if (before.text === '(' || before.text === ')') {
      const open = closesBracket(tokens, i - 1, from);
      if (open > floor) i = open;
      else break;
    } else break;
  }
  i = afterTime(tokens, i, last);
  // "the spokesman for | the ministry"
  const preposition = tokens[i - 1];
  if (
    !timePhrase(tokens, { start: i, end: last + 1 }) &&
    preposition?.kind === 'word' &&
    !preposition.capital &&
    nounPrepositions.has(preposition.lower) &&
    i - 2 >= from
  ) {
    const outer = last - i < reach * 2 ? phraseEndingAt(tokens, i - 2, Math.max(from, i - 2 - reach)) : null;
    if (outer && !timePhrase(tokens, outer)) return { start: outer.start, end: last + 1 };
  }
  return { start: i, end: last + 1 };
}

/** "Six in 10", "About four in 10": so many of those who were asked. */
function shareEndingAt(tokens: readonly Token[], last: number, from: number): NounPhrase | null {
  const part = tokenAt(tokens, last - 2);
  if (part.kind !== 'number' && !/^(?:one|two|three|four|five|six|seven|eight|nine)$/.test(part.lower)) return null;
  const about = last - 3 >= from && /^(?:about|nearly|almost|some|roughly)$/.test(tokenAt(tokens, last - 3).lower);
  return { start: about ? last - 3 : last - 2, end: last + 1 };
}

/**
 * Whoever the possessive after the token at `last` belongs to: a name without what stands before it, or a noun with
 * its article; "the chief of Larkin" whole. Null where no noun phrase ends there.
 */
export function possessorEndingAt(tokens: readonly Token[], last: number, from: number): NounPhrase | null {
  const phrase = phraseEndingAt(tokens, last, from);
  if (!phrase) return null;
  const named = tokenAt(tokens, last).capital;
  let start = last;
  while (start > phrase.start) {
    const before = tokenAt(tokens, start - 1);
    if (named ? !before.capital && before.kind === 'word' : prepositions.has(before.lower)) break;
    start--;
  }
  const outer = tokenAt(tokens, start - 2).lower;
  const whole = start - 1 > phrase.start && tokenAt(tokens, start - 1).lower === 'of' && personNoun(outer);
  return whole ? phrase : { start, end: phrase.end };
}

/** Where a name begins that follows a time without a comma: "Last week | Walter Roe". `i` where none does. */
function afterTime(tokens: readonly Token[], i: number, last: number): number {
  let k = i;
  while (k < last && (timeWords.has(tokenAt(tokens, k).lower) || isDeterminer(tokenAt(tokens, k)))) k++;
  const before = tokenAt(tokens, k - 1);
  return k > i && tokenAt(tokens, k).capital && !before.capital && !isDeterminer(before) ? k : i;
}

/**
 * The noun phrase that begins at the token at `first`, not reaching past `to`; null where none begins there.
 */
export function phraseStartingAt(tokens: readonly Token[], first: number, to: number): NounPhrase | null {
  const head = tokens[first];
  if (!head || first >= to || (head.kind !== 'word' && head.kind !== 'number')) return null;
  if (subjectPronouns.has(head.lower)) return { start: first, end: first + 1 };
  const limit = Math.min(to, first + reach);
  let i = first;
  let seen = 0;
  for (; i < limit; i++) {
    const token = tokenAt(tokens, i);
    if (isDeterminer(token)) {
      if (i > first && tokenAt(tokens, i - 1).kind !== 'possessive' && !isDeterminer(tokenAt(tokens, i - 1))) break;
      continue;
    }
    if (token.text === '(' && seen > 0) {
      let k = i + 1;
      while (k < limit && tokenAt(tokens, k).text !== ')') k++;
      if (k < limit) {
        i = k;
        continue;
      }
      break;
    }
    // "the recently released report"
    if (i > first && isDeterminer(tokenAt(tokens, i - 1)) && isAdverb(token) && isInner(tokens, i + 1, -1)) continue;
    if (!isInner(tokens, i, -1)) break;
    if (
      token.kind === 'word' &&
      token.capital &&
      i === first &&
      (prepositions.has(token.lower) || conjunctions.has(token.lower))
    )
      return null;
    if (seen > 0 && token.kind === 'word' && !token.capital) {
      if (timeWords.has(token.lower) || cueAt(tokens, i, first)) break;
      const afterName = tokenAt(tokens, i - 1).capital && !isDeterminer(tokenAt(tokens, i - 1));
      if (token.lower.endsWith('ed') && token.lower.length > 4 && (afterName || i > first + 1)) break;
    }
    if (seen > 0 && token.capital && timeWords.has(token.lower)) break;
    if (token.kind === 'number' && seen > 0 && !token.text.endsWith('-old')) break;
    if (token.kind !== 'possessive') seen++;
  }
  if (seen === 0) {
    if (!isDeterminer(head) || !partWords.has(head.lower)) return null;
    // "one of the sailors"
    const whole = tokens[first + 1]?.lower === 'of' ? phraseStartingAt(tokens, first + 2, to) : null;
    return { start: first, end: whole?.end ?? first + 1 };
  }
  if (tokens[i - 1]?.kind === 'possessive') i--;
  return i > first ? { start: first, end: i } : null;
}

/** Whether the phrase names a time rather than somebody: "last Monday", "the week". */
export function timePhrase(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const last = tokens[phrase.end - 1];
  return (
    last !== undefined &&
    isTime(tokens, phrase.end - 1) &&
    !(phrase.end - phrase.start > 1 && tokenAt(tokens, phrase.end - 2).capital && last.capital)
  );
}

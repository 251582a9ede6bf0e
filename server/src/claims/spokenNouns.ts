import { clauseSubject } from './clauses';
import { isAdverb } from './cues';
import type { NounPhrase } from './mentions';
import { phraseStartingAt, possessorEndingAt, timePhrase } from './mentions';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import {
  adverbs,
  auxiliaries,
  conjunctions,
  determiners,
  formsOfBe,
  possessivePronouns,
  prepositions,
  speechNouns,
  subordinators,
  timeWords,
} from './vocabulary';

/** `Roe's claim that it is "..."`, `in her words, "..."`, `a letter from Roe`: whose the noun of speech before the quote is. */
export function ownerOfWords(tokens: readonly Token[], at: number, from: number): NounPhrase | null {
  for (let i = at - 1; i > from; i--) {
    const owner = ownerOfNoun(tokens, i, from);
    if (owner) return isOwn(tokens, owner) ? (clauseSubject(tokens, from, owner.start) ?? owner) : owner;
    if (isSpeechNoun(tokens, i) && (tokens[i + 1]?.lower === 'from' || tokens[i + 1]?.lower === 'by')) {
      const phrase = phraseStartingAt(tokens, i + 2, at);
      if (phrase && !timePhrase(tokens, phrase)) return phrase;
    }
  }
  return null;
}

/**
 * Whose noun of speech the one at `i` is, where the quote at `at` is what it says: `her promise to be "..."`,
 * `Roe's claim that the ferry was "..."`. Null where the noun has no owner or says something else.
 */
export function ownerOfSaying(tokens: readonly Token[], i: number, at: number, from: number): NounPhrase | null {
  if (!isSpeechNoun(tokens, i) || !leadsTo(tokens, i + 1, at)) return null;
  return ownerOfNoun(tokens, i, from);
}

const isSpeechNoun = (tokens: readonly Token[], i: number): boolean => {
  const token = tokenAt(tokens, i);
  return token.kind === 'word' && speechNouns.has(token.lower);
};

const isOwn = (tokens: readonly Token[], { start, end }: NounPhrase): boolean =>
  end - start === 1 && possessivePronouns.has(tokenAt(tokens, start).lower);

/** A noun's owner stands this many tokens before it at most: "her now famous last remark". */
const widest = 5;

function ownerOfNoun(tokens: readonly Token[], noun: number, from: number): NounPhrase | null {
  if (!isSpeechNoun(tokens, noun)) return null;
  for (let k = noun - 1; k >= from && k > noun - widest; k--) {
    const owner = tokenAt(tokens, k);
    if (owner.kind === 'possessive' && owner.lower === "'s") return possessorEndingAt(tokens, k - 1, from);
    if (owner.kind !== 'word') return null;
    if (possessivePronouns.has(owner.lower)) return { start: k, end: k + 1 };
  }
  return null;
}

/** A quote stands this many tokens behind the preposition of its noun at most: "his call for a new “...”". */
const nearest = 5;

/** Whether the words from `i` on lead to the quote: "that the ferry was “...”", "to be “...”", "of a “...”". */
function leadsTo(tokens: readonly Token[], i: number, at: number): boolean {
  const first = tokenAt(tokens, i);
  const verb = isBe(first) ? i + 1 : i;
  if (tokenAt(tokens, verb).lower === 'that') return plain(tokens, verb + 1, at);
  if (!prepositions.has(first.lower)) return false;
  const dated = afterDate(tokens, i + 1, at);
  if (dated !== null) return tokenAt(tokens, dated).lower === 'that' && plain(tokens, dated + 1, at);
  if (at - i > nearest) return false;
  for (let k = i + 1; k < at; k++) {
    const token = tokenAt(tokens, k);
    if (token.kind !== 'word' && token.kind !== 'possessive') return false;
    const finite = auxiliaries.has(token.lower) && token.lower !== 'be';
    if (finite && !(determiners.has(token.lower) || adverbs.has(token.lower) || isAdverb(token))) return false;
  }
  return true;
}

/** Where the words go on behind a date: "her words of 2 September | that". Null where no date stands at `i`. */
function afterDate(tokens: readonly Token[], i: number, at: number): number | null {
  let end = i;
  while (end < at && (tokenAt(tokens, end).kind === 'number' || timeWords.has(tokenAt(tokens, end).lower))) end++;
  return end > i ? end : null;
}

const isBe = ({ lower }: Token): boolean => /^(?:is|was|are|were)$/.test(lower);

/**
 * Whether the clause from `from` on goes on to the quote. A second verb without a conjunction before it is that of the
 * noun itself: "her claim that the ferry is safe is “...”".
 */
function plain(tokens: readonly Token[], from: number, at: number): boolean {
  let verbs = 0;
  for (let k = from; k < at; k++) {
    const token = tokenAt(tokens, k);
    if (/^[;:.!?]/.test(token.text)) return false;
    if (token.kind !== 'word') continue;
    if (conjunctions.has(token.lower) || subordinators.has(token.lower)) verbs = 0;
    else if (formsOfBe.has(token.lower) && !formsOfBe.has(tokenAt(tokens, k - 1).lower)) verbs++;
  }
  return verbs < 2;
}

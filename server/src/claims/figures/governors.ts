import { clauseSubject, subjectOf } from '../clauses';
import { cueAt, isAdverb } from '../cues';
import { timePhrase, type NounPhrase } from '../mentions';
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
import { nounPhraseAt } from './nounPhrases';
import { isBe, isVerbAt } from './verbs';

/** What a figure hangs on in its clause. */
export interface Governor {
  /** The index of its verb, or -1 where none is plain. */
  readonly verb: number;
  /** The noun phrase before the figure that the verb does not separate from it; the one next to the verb. */
  readonly object: NounPhrase | null;
  /** The noun phrase next to the figure, of those between it and the verb. */
  readonly nearest: NounPhrase | null;
  /** The preposition right before the figure, or ''. */
  readonly preposition: string;
  /** Whether the figure follows the noun phrase of its subject by a form of "be". */
  readonly copula: boolean;
}

/** A clause is read back over this many tokens at most. */
const reach = 40;
/** The same for a verb's subject, which an aside may part from it: a text without a full stop is one sentence. */
const subjectReach = 150;

const particles = new Set(
  'up down back off out just only some another about around nearly almost roughly over under as than least most even worth still already now currently more less'.split(
    ' ',
  ),
);

/** Finds the verb and the noun phrase that stand before the tokens from `at` on, in the sentence that begins at `from`. */
export function governorOf(tokens: readonly Token[], at: number, from: number): Governor {
  const floor = Math.max(from, at - reach);
  let i = at - 1;
  while (i >= floor && isLoose(tokens, i)) i--;
  let preposition = '';
  if (i >= floor && tokenAt(tokens, i).kind === 'word' && isPreposition(tokenAt(tokens, i))) {
    preposition = tokenAt(tokens, i).lower;
    i--;
    while (i >= floor && isLoose(tokens, i)) i--;
  }
  const held: { object: NounPhrase | null; nearest: NounPhrase | null } = { object: null, nearest: null };
  let end = -1;
  const close = (start: number): void => {
    if (end < 0) return;
    const phrase = nounPhraseAt(tokens, start, end, false);
    if (phrase && !timePhrase(tokens, phrase)) {
      held.object = phrase;
      held.nearest ??= phrase;
    }
    end = -1;
  };
  for (; i >= floor; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark') {
      if (token.text === ',' && end < 0 && held.object === null) {
        i = beforeAside(tokens, i, floor);
        continue;
      }
      if (/^[“”"‘’'&%$£€()/]/.test(token.text)) continue;
      break;
    }
    if (token.kind === 'word' && isVerbAt(tokens, i, from)) {
      close(i + 1);
      return { verb: i, ...held, preposition, copula: held.object === null && isBe(token) };
    }
    if (token.kind === 'number' || token.kind === 'possessive' || token.kind === 'quote') {
      if (token.kind === 'possessive' && isVerbAt(tokens, i, from)) {
        close(i + 1);
        return { verb: i, ...held, preposition, copula: held.object === null };
      }
      if (end < 0 && token.kind === 'possessive') end = i;
      continue;
    }
    if (subordinators.has(token.lower) && token.lower !== 'than' && token.lower !== 'as') {
      close(i + 1);
      break;
    }
    if (prepositions.has(token.lower) || token.lower === 'to' || conjunctions.has(token.lower)) {
      close(i + 1);
      continue;
    }
    if (subjectPronouns.has(token.lower) || objectPronouns.has(token.lower)) {
      close(i + 1);
      continue;
    }
    if (end < 0) end = i + 1;
  }
  close(Math.max(i + 1, floor));
  return { verb: -1, ...held, preposition, copula: false };
}

/** The comma that opens the aside which the comma at `comma` closes: "a home, | one assessed at that, | about $8"; or `comma`. */
function beforeAside(tokens: readonly Token[], comma: number, floor: number): number {
  for (let i = comma - 1; i > floor && i > comma - 12; i--) {
    const token = tokenAt(tokens, i);
    if (token.text !== ',') continue;
    const first = tokenAt(tokens, i + 1);
    const aside =
      first.lower === 'one' || relatives.has(first.lower) || isPreposition(first) || /(?:ed|ing)$/.test(first.lower);
    return aside ? i : comma;
  }
  return comma;
}

const isPreposition = (token: Token): boolean => prepositions.has(token.lower) || token.lower === 'to';

const isLoose = (tokens: readonly Token[], i: number): boolean => {
  const token = tokenAt(tokens, i);
  return (
    token.kind === 'word' &&
    !token.capital &&
    (particles.has(token.lower) || isAdverb(token) || (determiners.has(token.lower) && token.lower !== 'that'))
  );
};

/**
 * The grammatical subject of the verb at `verb` without its article and relative pronoun; null where none is plain.
 * A pronoun is handed back as it stands.
 */
export function subjectBefore(tokens: readonly Token[], verb: number, begin: number): NounPhrase | null {
  const from = Math.max(begin, verb - subjectReach);
  let p = verb - 1;
  while (p >= from && isHelping(tokenAt(tokens, p))) p--;
  const start0 = clauseStart(tokens, verb, from);
  const found =
    antecedent(tokens, p, verb, from) ??
    yearBefore(tokens, p, from) ??
    apposedName(tokens, p, from) ??
    actor(tokens, p, verb, from) ??
    subjectOf(tokens, verb, start0) ??
    named(tokens, p, from);
  const plain = found ?? clauseSubject(tokens, start0, verb);
  if (!plain) return null;
  let { start, end } = withTails(tokens, plain, verb);
  while (end > start && (subordinators.has(tokenAt(tokens, end - 1).lower) || tokenAt(tokens, end - 1).text === ','))
    end--;
  while (end - start > 1 && determiners.has(tokenAt(tokens, start).lower)) start++;
  // a verb or a time that was read as part of the name
  for (let i = start + 1; i < end; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' || token.capital) continue;
    if (
      auxiliaries.has(token.lower) ||
      (i + 1 === end && timeWords.has(token.lower) && !yearNames.has(tokenAt(tokens, i - 1).lower))
    ) {
      end = i;
      break;
    }
  }
  return end > start && (isYear(tokens, end - 1) || !timePhrase(tokens, { start, end })) ? { start, end } : null;
}

const isHelping = (token: Token): boolean =>
  (token.kind === 'word' && (auxiliaries.has(token.lower) || isAdverb(token))) ||
  (token.kind === 'possessive' && token.lower !== "'s");

/** What "which was", "that costs", "which she said would drop", "a home, one assessed at" go back to; null for other clauses. */
function antecedent(tokens: readonly Token[], p: number, verb: number, from: number): NounPhrase | null {
  let at = p;
  // "which | she said | would drop"
  if (cueAt(tokens, at, from)?.sense === 'speech') {
    let k = at - 1;
    while (k > from && k > at - 5 && !relatives.has(tokenAt(tokens, k).lower)) k--;
    if (relatives.has(tokenAt(tokens, k).lower)) at = k;
  }
  const token = tokenAt(tokens, at);
  const one = token.lower === 'one' && tokenAt(tokens, at - 1).text === ',';
  const participle = tokenAt(tokens, verb).lower.endsWith('ed') && at === verb - 1;
  if (relatives.has(token.lower) && !(token.lower === 'that' && cueAt(tokens, at - 1, from))) at--;
  else if (one && participle) at--;
  else if (!(token.text === ',' && participle && isPreposition(tokenAt(tokens, verb + 1)))) return null;
  if (tokenAt(tokens, at).text === ',') at--;
  if (isYear(tokens, at)) return { start: at - 1, end: at + 1 };
  if (timeWords.has(tokenAt(tokens, at).lower)) return { start: at, end: at + 1 };
  const phrase = at >= from ? nounPhraseBack(tokens, at, from) : null;
  return phrase?.end === at + 1 ? phrase : null;
}

/** "One of them, | Ada Roe, | has lived": the name that the comma before the verb sets apart. */
function apposedName(tokens: readonly Token[], p: number, from: number): NounPhrase | null {
  if (tokenAt(tokens, p).text !== ',' || !tokenAt(tokens, p - 1).capital) return null;
  const phrase = nounPhraseBack(tokens, p - 1, from);
  const whole = phrase?.end === p && tokenAt(tokens, phrase.start).capital && phrase.end - phrase.start > 1;
  const lead = phrase ? tokenAt(tokens, phrase.start - 1) : undefined;
  return whole && lead?.text === ',' && objectPronouns.has(tokenAt(tokens, phrase.start - 2).lower) ? phrase : null;
}

/** "the index | advancing 1.7 percent" */
function actor(tokens: readonly Token[], p: number, verb: number, from: number): NounPhrase | null {
  const before = tokenAt(tokens, p);
  if (p !== verb - 1 || !tokenAt(tokens, verb).lower.endsWith('ing') || before.kind !== 'word') return null;
  if (isPreposition(before) || conjunctions.has(before.lower) || subordinators.has(before.lower)) return null;
  return nounPhraseBack(tokens, p, from);
}

/** "The set | will cost": a noun that looks like a verb, told by its article. */
function named(tokens: readonly Token[], p: number, from: number): NounPhrase | null {
  const phrase = nounPhraseBack(tokens, p, from);
  return phrase?.end === p + 1 && determiners.has(tokenAt(tokens, phrase.start - 1).lower) ? phrase : null;
}

/** Where the clause of the verb begins: after its last ", although" or ", but". */
function clauseStart(tokens: readonly Token[], verb: number, from: number): number {
  for (let i = verb - 1; i > from; i--)
    if (tokenAt(tokens, i - 1).text === ',' && conjoiners.test(tokenAt(tokens, i).lower)) return i + 1;
  return from;
}

const conjoiners = /^(?:and|but|while|although|though|whereas|because|so|yet)$/;

const relatives = new Set(['who', 'which', 'that']);

/** The noun phrase that ends at the token `last`, its article left out; null where none does. */
export function nounPhraseBack(tokens: readonly Token[], last: number, from: number): NounPhrase | null {
  let start = last;
  while (start > from && start > last - 8) {
    const before = tokenAt(tokens, start - 1);
    if (before.kind === 'possessive' || before.text === '&') {
      start--;
      continue;
    }
    if (
      before.kind !== 'word' ||
      determiners.has(before.lower) ||
      isPreposition(before) ||
      conjunctions.has(before.lower)
    )
      break;
    if (subordinators.has(before.lower) || isVerbAt(tokens, start - 1, from)) break;
    start--;
  }
  return nounPhraseAt(tokens, start, last + 1, false);
}

const yearNames = new Set('fiscal financial school academic calendar tax budget'.split(' '));
const spans = new Set(['year', 'day', 'week', 'season']);
const isYear = (tokens: readonly Token[], last: number): boolean =>
  spans.has(tokenAt(tokens, last).lower) && yearNames.has(tokenAt(tokens, last - 1).lower);

/** "the fiscal year | begins": a time that is what the sentence is about. */
function yearBefore(tokens: readonly Token[], p: number, from: number): NounPhrase | null {
  return p > from && isYear(tokens, p) ? { start: p - 1, end: p + 1 } : null;
}

/** What hangs a further noun on a subject. */
const tails = new Set('of on for in at with to from by'.split(' '));

/** The phrase with all that hangs on it before the verb: "the bill | on the median home". */
function withTails(tokens: readonly Token[], phrase: NounPhrase, verb: number): NounPhrase {
  let { end } = phrase;
  for (let guard = 0; guard < 3; guard++) {
    const link = tokenAt(tokens, end);
    if (link.kind !== 'word' || !tails.has(link.lower)) break;
    const inner = nounPhraseAt(tokens, end + 1, verb, false);
    if (!inner || timePhrase(tokens, inner)) break;
    end = inner.end;
  }
  return { start: phrase.start, end };
}

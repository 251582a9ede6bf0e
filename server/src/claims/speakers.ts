import { beforeQuote, type Around } from './beforeQuote';
import { canSpeak } from './canSpeak';
import { creditAfter } from './credits';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import type { Passage, Place, Reading } from './reading';
import { lastCharacter } from './reading';
import type { CueVerb } from './cues';
import { cueAt, isPassive } from './cues';
import { clauseSubject, subjectOf } from './clauses';
import type { NounPhrase } from './mentions';
import { phraseStartingAt, timePhrase } from './mentions';
import { ownerOfWords } from './spokenNouns';
import { adverbs, conjunctions, determiners, subjectPronouns, subordinators } from './vocabulary';

/** How the words around a quote give it to somebody, from the plainest to the faintest. */
export type Evidence =
  | 'adjacent'
  | 'credit'
  | 'before'
  | 'colon'
  | 'according'
  | 'trailing'
  | 'noun'
  | 'possessive'
  | 'agent'
  | 'thought'
  | 'clause'
  | 'neighbour';

/** A noun phrase that the text gives a quote to. */
export interface Finding {
  readonly passage: Passage;
  readonly phrase: NounPhrase;
  readonly evidence: Evidence;
  /** The verb that says so, where there is one. */
  readonly cue: CueVerb | null;
  /** The token index of that verb in its passage. */
  readonly verb?: number;
  /** How many tokens stand between that verb and the quote behind it. */
  readonly gap?: number;
}

/** A quote's sentence is read over this many tokens on either side at most. */
const reach = 80;

/**
 * Reads the quote's own sentence for whom it gives the quote to: the plainest who can speak, else the plainest at all.
 * Null where the sentence does not say.
 */
export function speakerInSentence(reading: Reading, place: Place): Finding | null {
  const { passage, at } = place;
  const { tokens } = passage;
  const range = place.sentence;
  const from = Math.max(range.start, at - reach);
  const to = Math.min(range.end, at + reach);
  const around: Around = { at, from, sentenceStart: range.start, sentenceEnd: to };
  const found = (phrase: NounPhrase | null, evidence: Evidence, cue: CueVerb | null, verb?: number): Finding | null =>
    phrase ? { passage, phrase, evidence, cue, ...(verb === undefined ? {} : { verb }) } : null;
  const quote = reading.quotes[tokenAt(tokens, at).quote];
  const last = lastCharacter(reading.text, quote);
  let mute: Finding | null = null;
  for (const look of [
    () => besideQuote(passage, around, to, last, found),
    () => creditAfter(place),
    () => beforeQuote(passage, around),
    () => accordingTo(tokens, from, to, at, found),
    () => trailing(tokens, at, to, (q) => lastCharacter(reading.text, reading.quotes[q]), found),
    () => found(ownerOfWords(tokens, at, from), 'noun', null),
    () => byAgent(tokens, at, to, found),
    () => thoughtBefore(tokens, at, from, found),
  ]) {
    const finding = look();
    if (finding && canSpeak(finding)) return finding;
    mute ??= finding;
  }
  return mute;
}

type Found = (phrase: NounPhrase | null, evidence: Evidence, cue: CueVerb | null, verb?: number) => Finding | null;

/**
 * The speaker whom the words after a quote name; but where those begin a clause with an object of its own, and a verb of
 * speech leads up to the quote, the one before: "When Roe called it “painless,” the mayor called a vote."
 */
function besideQuote(passage: Passage, around: Around, to: number, last: string, found: Found): Finding | null {
  const { tokens } = passage;
  const { at } = around;
  const after = afterQuote(tokens, at, to, last, found);
  if (!after || at === around.sentenceStart || after.verb === undefined) return after;
  if (after.phrase.start > after.verb || !hasObject(tokens, after.verb)) return after;
  const before = beforeQuote(passage, around);
  const leads = before?.verb !== undefined && at - before.verb <= leading && canSpeak(before);
  return leads ? before : after;
}

/** A verb leads up to a quote over this many tokens at most: "called it a “wreck”". */
const leading = 6;

/** Whether the verb says something else than the quote: "said that", "said the vote", "called the vote". */
function hasObject(tokens: readonly Token[], verb: number): boolean {
  const next = tokenAt(tokens, verb + 1);
  const { lower } = tokenAt(tokens, verb);
  if (next.kind !== 'word' || addressing.test(lower)) return false;
  return next.lower === 'that' || determiners.has(next.lower) || subjectPronouns.has(next.lower);
}

const addressing = /^(?:tell|told|ask|inform|remind|warn|assur|urg)/;

/** `"...," Roe said`, `"...," said Roe`, `"...," Roe, who lives there, said`. */
function afterQuote(tokens: readonly Token[], at: number, to: number, last: string, found: Found): Finding | null {
  let next = at + 1;
  let parted =
    last === ',' ||
    last === '?' ||
    last === '!' ||
    last === '—' ||
    last === '–' ||
    last === '-' ||
    last === '…' ||
    last === '.';
  if (tokens[next]?.text === ',' || /^[—–]/.test(tokens[next]?.text ?? '')) {
    next++;
    parted = true;
  }
  while (
    next < to &&
    tokenAt(tokens, next).kind === 'word' &&
    (adverbs.has(tokenAt(tokens, next).lower) || tokenAt(tokens, next).lower === 'as')
  )
    next++;
  const head = tokens[next];
  if (!head || next >= to || subordinators.has(head.lower) || conjunctions.has(head.lower)) return null;
  const inverted = cueAt(tokens, next, at + 1);
  if (
    inverted?.inverts &&
    (inverted.form === 'past' || inverted.form === 'present') &&
    (parted || head.lower === 'said' || head.lower === 'says')
  ) {
    const phrase = phraseStartingAt(tokens, skipAdverbs(tokens, next + 1, to), to);
    if (phrase && !timePhrase(tokens, phrase)) return found(phrase, 'adjacent', inverted, next);
  }
  for (let i = next + 1; i < to; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') break;
    const cue = cueAt(tokens, i, next);
    if (!cue || cue.form === 'participle' || isPassive(tokens, i, next)) {
      if (token.text === ';' || token.text === ':') break;
      continue;
    }
    // "he thought", "she went on": only as the very verb of the words beside the quote
    if (cue.sense === 'thought' && !(parted && i - next < 4)) continue;
    // "What the mayor calls "savings," the union calls "cuts""
    if (cue.sense === 'naming' && tokens[i + 1]?.kind === 'quote' && cueAt(tokens, at - 1, 0)) break;
    const subject = subjectOf(tokens, i, next);
    if (!parted && subject?.start === next && !beginsAnew(head)) break;
    if (subject && subject.start <= next + (parted ? 1 : 0) && (parted || i - subject.end <= 2)) {
      return found(subject, 'adjacent', cue, i);
    }
    // what follows the comma of a quote is its speaker, however much stands between them and the verb
    const first = last === ',' && cue.sense === 'speech' ? phraseStartingAt(tokens, next, i) : null;
    if (first) return found(first, 'adjacent', cue, i);
    if (!parted || i - next > 30) break;
  }
  return null;
}

/** Whether a subject may begin with the word right after a quote; a plain noun there is the quote's own: `the "peace" party said`. */
const beginsAnew = (token: Token): boolean =>
  token.capital || determiners.has(token.lower) || subjectPronouns.has(token.lower) || token.lower.endsWith('s');

const skipAdverbs = (tokens: readonly Token[], i: number, to: number): number => {
  while (i < to && tokenAt(tokens, i).kind === 'word' && adverbs.has(tokenAt(tokens, i).lower)) i++;
  return i;
};

/** `according to Roe`, anywhere in the sentence; the one nearest to the quote. */
function accordingTo(tokens: readonly Token[], from: number, to: number, at: number, found: Found): Finding | null {
  let best: NounPhrase | null = null;
  let distance = Infinity;
  for (let i = from; i + 2 < to; i++) {
    if (tokenAt(tokens, i).lower !== 'according' || tokenAt(tokens, i + 1).lower !== 'to') continue;
    const phrase = phraseStartingAt(tokens, i + 2, to);
    if (phrase && Math.abs(i - at) < distance) {
      best = phrase;
      distance = Math.abs(i - at);
    }
  }
  return found(best, 'according', null);
}

/** `It is "painless" for most, the mayor said.` */
function trailing(
  tokens: readonly Token[],
  at: number,
  to: number,
  lastOf: (quote: number) => string,
  found: Found,
): Finding | null {
  for (let i = to - 1; i > at + 1; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') {
      // `It is "hard" and "long," the mayor said`
      const other = afterQuote(tokens, i, to, lastOf(token.quote), found);
      if (other) return other;
      continue;
    }
    const cue = cueAt(tokens, i, at + 1);
    if (cue?.sense !== 'speech' || cue.form === 'participle' || cue.form === 'base' || isPassive(tokens, i, at + 1))
      continue;
    // "..., court told": told somebody else's words
    if (token.lower === 'told' && tokenAt(tokens, i + 1).kind === 'mark') continue;
    const subject = subjectOf(tokens, i, at + 1);
    if (subject && (tokens[subject.start - 1]?.text === ',' || subject.start === i + 1))
      return found(subject, 'trailing', cue);
  }
  return null;
}

/** `called "painless" by the mayor`. */
function byAgent(tokens: readonly Token[], at: number, to: number, found: Found): Finding | null {
  if (tokens[at + 1]?.lower !== 'by') return null;
  const phrase = phraseStartingAt(tokens, at + 2, to);
  return phrase && !timePhrase(tokens, phrase) ? found(phrase, 'agent', null) : null;
}

/** `Roe believes it is "painless"`. */
function thoughtBefore(tokens: readonly Token[], at: number, from: number, found: Found): Finding | null {
  for (let i = at - 1; i >= from; i--) {
    const cue = cueAt(tokens, i, from);
    if (!cue || isPassive(tokens, i, from)) continue;
    const subject = subjectOf(tokens, i, from);
    if (subject) return found(subject, 'thought', cue);
  }
  return null;
}

/** The subject of the clause that the quote stands in, whatever its verb. */
export function subjectAround(place: Place): Finding | null {
  const { passage, at } = place;
  const range = place.sentence;
  const phrase = clauseSubject(passage.tokens, Math.max(range.start, at - reach), at);
  return phrase ? { passage, phrase, evidence: 'clause', cue: null } : null;
}

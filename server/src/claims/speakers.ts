import { isPeople } from './canSpeak';
import { creditAfter } from './credits';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import type { Passage, Place, Reading } from './reading';
import { lastCharacter } from './reading';
import type { CueVerb } from './cues';
import { cueAt, isPassive } from './cues';
import { clauseSubject, subjectOf } from './clauses';
import type { NounPhrase } from './mentions';
import { phraseEndingAt, phraseStartingAt, possessorEndingAt, timePhrase } from './mentions';
import {
  adverbs,
  conjunctions,
  determiners,
  possessivePronouns,
  subjectPronouns,
  speechNouns,
  subordinators,
} from './vocabulary';

/** How the words around a quote give it to somebody, from the plainest to the faintest. */
export type Evidence =
  | 'adjacent'
  | 'credit'
  | 'before'
  | 'colon'
  | 'according'
  | 'trailing'
  | 'noun'
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
}

/** A quote's sentence is read over this many tokens on either side at most. */
const reach = 80;

/** Reads the quote's own sentence for whom it gives the quote to. Null where the sentence does not say. */
export function speakerInSentence(reading: Reading, place: Place): Finding | null {
  const { passage, at } = place;
  const { tokens } = passage;
  const range = place.sentence;
  const from = Math.max(range.start, at - reach);
  const to = Math.min(range.end, at + reach);
  const found = (phrase: NounPhrase | null, evidence: Evidence, cue: CueVerb | null): Finding | null =>
    phrase ? { passage, phrase, evidence, cue } : null;
  const quote = reading.quotes[tokenAt(tokens, at).quote];
  const last = lastCharacter(reading.text, quote);
  return (
    afterQuote(tokens, at, to, last, found) ??
    creditAfter(place) ??
    beforeQuote(tokens, at, from, range.start, to, found) ??
    accordingTo(tokens, from, to, at, found) ??
    trailing(tokens, at, to, (q) => lastCharacter(reading.text, reading.quotes[q]), found) ??
    nounBefore(tokens, at, from, found) ??
    byAgent(tokens, at, to, found) ??
    thoughtBefore(tokens, at, from, found)
  );
}

type Found = (phrase: NounPhrase | null, evidence: Evidence, cue: CueVerb | null) => Finding | null;

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
    if (phrase && !timePhrase(tokens, phrase)) return found(phrase, 'adjacent', inverted);
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
      return found(subject, 'adjacent', cue);
    }
    // what follows the comma of a quote is its speaker, however much stands between them and the verb
    const first = last === ',' && cue.sense === 'speech' ? phraseStartingAt(tokens, next, i) : null;
    if (first) return found(first, 'adjacent', cue);
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

/** `Roe said "..."`, `Roe called it "..."`, `Said Roe: "..."`, `Roe: "..."`. */
function beforeQuote(
  tokens: readonly Token[],
  at: number,
  from: number,
  sentenceStart: number,
  sentenceEnd: number,
  found: Found,
): Finding | null {
  const colonic = tokens[at - 1]?.text === ':';
  const start = colonic ? clauseBefore(tokens, at - 1, from) : from;
  for (let i = at - 1; i >= start; i--) {
    const cue = cueAt(tokens, i, from);
    if (!cue || cue.sense === 'thought') continue;
    if (isPassive(tokens, i, from)) {
      const agent = agentAfter(tokens, i, at);
      if (agent) return found(agent, 'agent', cue);
      continue;
    }
    const opening =
      cue.form === 'participle' && i <= sentenceStart + 1 ? mainClauseAfter(tokens, at, sentenceEnd) : null;
    if (opening) return found(opening, 'before', cue);
    const subject = subjectOf(tokens, i, from);
    if (subject && cue.sense === 'naming' && isNamed(tokens, subject, i)) {
      const namer = clauseSubject(tokens, from, subject.start);
      if (namer) return found(namer, 'before', cue);
      continue;
    }
    if (subject && findingWords.has(tokenAt(tokens, i).lower) && isReported(tokens, subject, from)) continue;
    if (subject) return found(subject, 'before', cue);
    if (cue.inverts && i === sentenceStart) {
      const inverted = phraseStartingAt(tokens, i + 1, at);
      if (inverted) return found(inverted, 'before', cue);
    }
  }
  if (colonic) {
    const colon = at - 1;
    const name = phraseStartingAt(tokens, from, colon);
    if (name?.end === colon) return found(name, 'colon', null);
    const nearest = phraseEndingAt(tokens, colon - 1, from);
    if (nearest && nearest.end - nearest.start > 1 && tokenAt(tokens, colon - 1).capital)
      return found(nearest, 'colon', null);
    return found(clauseSubject(tokens, clauseBefore(tokens, colon, from), colon), 'colon', null);
  }
  return null;
}

/** Verbs that say as often that something came to light as that it was said. */
const findingWords = new Set('found finds find finding put puts read reads'.split(' '));

/** Whether the clause of the subject hangs on a verb of speech: "Roe added that | divers | had found". */
function isReported(tokens: readonly Token[], subject: NounPhrase, from: number): boolean {
  const that = subject.start - 1;
  return tokenAt(tokens, that).lower === 'that' && cueAt(tokens, that - 1, from)?.sense === 'speech';
}

/** `Insisting that it was "painless", the mayor walked out`: the subject of the clause after the quote. */
function mainClauseAfter(tokens: readonly Token[], at: number, to: number): NounPhrase | null {
  const first = tokenAt(tokens, at + 1).text === ',' ? at + 2 : at + 1;
  return phraseStartingAt(tokens, first, to);
}

/** "wrote a book called", "a blog, called": the thing that bears the name, not who gave it. */
function isNamed(tokens: readonly Token[], phrase: NounPhrase, verb: number): boolean {
  const noun = tokenAt(tokens, phrase.end - 1);
  const plain = tokens.slice(phrase.start, phrase.end).every((token) => !token.capital);
  if (!plain || noun.kind !== 'word' || !/^(?:an?|the)$/.test(tokenAt(tokens, phrase.start).lower)) return false;
  const beside = phrase.end === verb || (phrase.end === verb - 1 && tokenAt(tokens, phrase.end).text === ',');
  return beside && cueAt(tokens, verb, phrase.start)?.form === 'past' && !isPeople(noun.lower);
}

/** Where the clause before a colon begins: after its last ", but" or ", and", or at `from`. */
function clauseBefore(tokens: readonly Token[], colon: number, from: number): number {
  for (let i = colon - 1; i > from; i--) {
    if (tokenAt(tokens, i).kind === 'quote') return from;
    if (tokenAt(tokens, i - 1).text === ',' && conjunctions.has(tokenAt(tokens, i).lower))
      return subjectPronouns.has(tokenAt(tokens, i + 1).lower) ? i + 1 : from;
  }
  return from;
}

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

/** `Roe's claim that it is "..."`, `in her words, "..."`. */
function nounBefore(tokens: readonly Token[], at: number, from: number, found: Found): Finding | null {
  for (let i = at - 1; i > from; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind !== 'word' || !speechNouns.has(token.lower)) continue;
    for (let k = i - 1; k >= from && k > i - 5; k--) {
      const owner = tokenAt(tokens, k);
      if (owner.kind === 'possessive' && owner.lower === "'s")
        return found(possessorEndingAt(tokens, k - 1, from), 'noun', null);
      if (owner.kind === 'word' && possessivePronouns.has(owner.lower)) {
        return found(clauseSubject(tokens, from, k) ?? { start: k, end: k + 1 }, 'noun', null);
      }
      if (owner.kind !== 'word') break;
    }
    if (tokens[i + 1]?.lower === 'from' || tokens[i + 1]?.lower === 'by') {
      const phrase = phraseStartingAt(tokens, i + 2, at);
      if (phrase && !timePhrase(tokens, phrase)) return found(phrase, 'noun', null);
    }
  }
  return null;
}

/** `was asked by the mayor: "..."` */
function agentAfter(tokens: readonly Token[], verb: number, at: number): NounPhrase | null {
  for (let i = verb + 1; i < Math.min(at, verb + 6); i++) {
    if (tokenAt(tokens, i).kind !== 'word') return null;
    if (tokenAt(tokens, i).lower === 'by') return phraseStartingAt(tokens, i + 1, at);
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

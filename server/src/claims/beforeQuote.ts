import { canSpeak, isPeople } from './canSpeak';
import { clauseSubject, subjectOf } from './clauses';
import type { CueVerb } from './cues';
import { cueAt, isPassive } from './cues';
import type { NounPhrase } from './mentions';
import { phraseEndingAt, phraseStartingAt } from './mentions';
import type { Passage } from './reading';
import type { Evidence, Finding } from './speakers';
import { ownerOfSaying } from './spokenNouns';
import { tellerOver } from './tellers';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { conjunctions, determiners, subjectPronouns } from './vocabulary';

/** The sentence around a quote, as token indices: the quote, where reading begins, and the sentence's own ends. */
export interface Around {
  readonly at: number;
  readonly from: number;
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
}

/**
 * The speaker whom the words before a quote name: `Roe said "..."`, `Roe called it "..."`, `Roe's claim that "..."`,
 * `Said Roe: "..."`, `Roe: "..."`. The nearest who can speak; where none can, the nearest at all. Null where nobody is named.
 */
export function beforeQuote(passage: Passage, around: Around): Finding | null {
  const { tokens } = passage;
  const { at, from } = around;
  const colonic = tokens[at - 1]?.text === ':';
  const start = colonic ? clauseBefore(tokens, at - 1, from) : from;
  const credited = colonic ? nameAfterDash(tokens, at - 1, from) : null;
  if (credited) return { passage, phrase: credited, evidence: 'colon', cue: null };
  let mute: Finding | null = null;
  for (let i = at - 1; i >= start; i--) {
    const owner = ownerOfSaying(tokens, i, at, from);
    const found: Finding | null = owner
      ? { passage, phrase: owner, evidence: 'possessive', cue: null }
      : byVerb(passage, around, i);
    if (!found) continue;
    if (canSpeak(found)) return found;
    mute ??= found;
  }
  return mute ?? (colonic ? beforeColon(passage, at - 1, from) : null);
}

/** Whom the verb at `i` makes the speaker of the quote, or null where it does not. */
function byVerb(passage: Passage, { at, from, sentenceStart, sentenceEnd }: Around, i: number): Finding | null {
  const { tokens } = passage;
  const cue = cueAt(tokens, i, from);
  if (!cue || cue.sense === 'thought') return null;
  const found = (phrase: NounPhrase, evidence: Evidence = 'before', verb: CueVerb = cue): Finding => ({
    passage,
    phrase,
    evidence,
    cue: verb,
    verb: i,
    gap: at - i - 1,
  });
  if (isPassive(tokens, i, from)) {
    const agent = agentAfter(tokens, i, at);
    return agent && found(agent, 'agent');
  }
  const opening = cue.form === 'participle' && i <= sentenceStart + 1 ? mainClauseAfter(tokens, at, sentenceEnd) : null;
  if (opening) return found(opening);
  const subject = subjectOf(tokens, i, from);
  if (subject && cue.sense === 'naming' && isNamed(tokens, subject, i)) {
    const namer = clauseSubject(tokens, from, subject.start);
    return namer && found(namer);
  }
  if (subject && findingWords.has(tokenAt(tokens, i).lower) && isReported(tokens, subject, from)) return null;
  if (subject) return tellerOver(found(subject), i, from) ?? found(subject);
  const inverted = cue.inverts && i === sentenceStart ? phraseStartingAt(tokens, i + 1, at) : null;
  return inverted && found(inverted);
}

/** `Roe: "..."`, `Roe on the harbor: "..."`. */
function beforeColon(passage: Passage, colon: number, from: number): Finding | null {
  const { tokens } = passage;
  const found = (phrase: NounPhrase | null): Finding | null =>
    phrase && { passage, phrase, evidence: 'colon', cue: null };
  const name = phraseStartingAt(tokens, from, colon);
  if (name?.end === colon) return found(name);
  const nearest = phraseEndingAt(tokens, colon - 1, from);
  if (nearest && nearest.end - nearest.start > 1 && tokenAt(tokens, colon - 1).capital) {
    // "Roe had let | rip on Larkin Radio: "
    const beside = found(nearest);
    if (beside && canSpeak(beside)) return beside;
  }
  return found(clauseSubject(tokens, clauseBefore(tokens, colon, from), colon));
}

/** `The polls were right - Ada Roe: "..."`: the name between a dash and the colon. */
function nameAfterDash(tokens: readonly Token[], colon: number, from: number): NounPhrase | null {
  let start = colon;
  while (start > from && tokenAt(tokens, start - 1).capital) start--;
  return start < colon && start > from && /^[—–-]/.test(tokenAt(tokens, start - 1).text) ? { start, end: colon } : null;
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
  const plain = tokens.slice(phrase.start, phrase.end).every((token) => !token.capital || determiners.has(token.lower));
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

/** `was asked by the mayor: "..."` */
function agentAfter(tokens: readonly Token[], verb: number, at: number): NounPhrase | null {
  for (let i = verb + 1; i < Math.min(at, verb + 6); i++) {
    if (tokenAt(tokens, i).kind !== 'word') return null;
    if (tokenAt(tokens, i).lower === 'by') return phraseStartingAt(tokens, i + 1, at);
  }
  return null;
}

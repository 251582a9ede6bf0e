import type { Span } from '../core/span';
import type { Passage, Place, Reading } from './reading';
import type { Finding } from './speakers';
import { clauseSubject, subjectOf } from './clauses';
import { creditBelow } from './credits';
import { cueAt, isPassive } from './cues';
import { determiners, subjectPronouns } from './vocabulary';
import { standsAlone } from './quoteKinds';
import type { Token } from './tokens';
import { tokenAt } from './tokens';

/** Whom the text beside a quote's own sentence gives it to, and the quote it goes on from, if it does. */
export interface Beside {
  readonly finding: Finding | null;
  readonly continues: number | null;
}

const nowhere: Beside = { finding: null, continues: null };

/**
 * For a quote that is a whole sentence, or begins one that names nobody else: looks at the line below it for a credit, then at the sentence before it, then at
 * the end of the paragraph before it. `findings` are those of the quotes before this one.
 */
export function lookBeside(reading: Reading, place: Place, findings: readonly (Finding | null)[]): Beside {
  const { passage } = place;
  if (!standsAlone(place)) {
    // `"...," Roe said. "Nobody stays" on the pier.`
    return place.at === place.sentence.start && place.sentenceIndex > 0
      ? inSentence(passage, place.sentenceIndex - 1, findings)
      : nowhere;
  }
  const credit = creditBelow(reading, place);
  if (credit) return { finding: credit, continues: null };
  if (place.sentenceIndex > 0) return inSentence(passage, place.sentenceIndex - 1, findings);
  for (let p = passage.paragraph - 1; p >= 0 && p > passage.paragraph - 3; p--) {
    const earlier = reading.passages[p];
    if (earlier && earlier.sentences.length > 0) return inSentence(earlier, earlier.sentences.length - 1, findings);
  }
  return nowhere;
}

/** Whoever is quoted in the sentence right before, for words inside a sentence that names nobody: `"...," Roe said. It was “...”` */
export function goesOnFrom(place: Place, findings: readonly (Finding | null)[]): Finding | null {
  const { passage, sentenceIndex } = place;
  const sentence = passage.sentences[sentenceIndex - 1];
  const before = sentence ? lastQuote(passage.tokens, sentence) : null;
  const known = before === null ? null : (findings[before] ?? null);
  return known && { ...known, evidence: 'neighbour' };
}

/** So many sentences are looked back over for somebody who speaks. */
const memory = 3;

/**
 * A quote in the sentence is gone on with; else whoever the sentence says speaks; else its subject, where that can be
 * a speaker; else the same of the sentence before.
 */
function inSentence(passage: Passage, last: number, findings: readonly (Finding | null)[]): Beside {
  for (let index = last; index >= 0 && index > last - memory; index--) {
    const sentence = passage.sentences[index];
    const before = sentence ? lastQuote(passage.tokens, sentence) : null;
    const known = before === null ? null : (findings[before] ?? null);
    if (known) return { finding: known, continues: before };
    const spoken = spokenIn(passage, index);
    if (spoken) return { finding: spoken, continues: null };
    const subject = subjectOfSentence(passage, index);
    if (subject && canSpeak(tokenAt(passage.tokens, subject.phrase.start)))
      return { finding: subject, continues: null };
  }
  return { finding: subjectOfSentence(passage, last), continues: null };
}

/** Whether a subject that begins so is more likely a person than a thing: a name, "he", "she". */
function canSpeak(first: Token): boolean {
  return (
    first.lower === 'he' ||
    first.lower === 'she' ||
    (first.capital && !determiners.has(first.lower) && !subjectPronouns.has(first.lower))
  );
}

/** The last quote in the sentence, or null. */
function lastQuote(tokens: readonly Token[], sentence: Span): number | null {
  for (let i = sentence.end - 1; i >= sentence.start && i > sentence.end - 60; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote') return token.quote;
  }
  return null;
}

/** A sentence is read over this many of its last tokens at most. */
const reach = 160;

/** The last phrase in a sentence that is said to speak or think. For quotes that stand beside it. */
export function spokenIn(passage: Passage, sentence: number): Finding | null {
  const range = passage.sentences[sentence];
  if (!range) return null;
  const { tokens } = passage;
  const from = Math.max(range.start, range.end - reach);
  for (const thought of [false, true]) {
    for (let i = range.end - 1; i >= from; i--) {
      const cue = cueAt(tokens, i, from);
      if (!cue || (cue.sense === 'thought') !== thought || isPassive(tokens, i, from)) continue;
      // "declined to call it a wreck": what somebody does not do, or has yet to do
      if (tokenAt(tokens, i - 1).lower === 'to') continue;
      const subject = subjectOf(tokens, i, from);
      if (subject) return { passage, phrase: subject, evidence: 'neighbour', cue };
    }
  }
  return null;
}

/** The subject of a sentence, whatever its verb. */
export function subjectOfSentence(passage: Passage, sentence: number): Finding | null {
  const range = passage.sentences[sentence];
  if (!range) return null;
  const phrase = clauseSubject(passage.tokens, Math.max(range.start, range.end - reach), range.end);
  return phrase ? { passage, phrase, evidence: 'neighbour', cue: null } : null;
}

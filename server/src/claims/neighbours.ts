import type { Span } from '../core/span';
import type { Passage, Place, Reading } from './reading';
import type { Finding } from './speakers';
import { spokenIn, subjectOfSentence } from './speakers';
import { determiners, subjectPronouns } from './vocabulary';
import { standsAlone } from './quoteKinds';
import { phraseStartingAt } from './mentions';
import type { Token } from './tokens';
import { tokenAt } from './tokens';

/** Whom the text beside a quote's own sentence gives it to, and the quote it goes on from, if it does. */
export interface Beside {
  readonly finding: Finding | null;
  readonly continues: number | null;
}

const nowhere: Beside = { finding: null, continues: null };

/** A name under a pull quote is this many tokens long at most. */
const longestCredit = 9;

/**
 * For a quote that is a whole sentence: looks at the line below it for a credit, then at the sentence before it, then at
 * the end of the paragraph before it. `findings` are those of the quotes before this one.
 */
export function lookBeside(reading: Reading, place: Place, findings: readonly (Finding | null)[]): Beside {
  if (!standsAlone(place)) return nowhere;
  const { passage } = place;
  const credit = creditBelow(reading, place);
  if (credit) return { finding: credit, continues: null };
  if (place.sentenceIndex > 0) return inSentence(passage, place.sentenceIndex - 1, findings);
  for (let p = passage.paragraph - 1; p >= 0 && p > passage.paragraph - 3; p--) {
    const earlier = reading.passages[p];
    if (earlier && earlier.sentences.length > 0) return inSentence(earlier, earlier.sentences.length - 1, findings);
  }
  return nowhere;
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

/** The name alone in the paragraph right below a quote alone in its own: the credit of a pull quote. */
export function creditBelow(reading: Reading, place: Place): Finding | null {
  const { passage } = place;
  const next = reading.passages[passage.paragraph + 1];
  if (!standsAlone(place) || !next || passage.sentences.length > 1 || next.tokens.length > longestCredit) return null;
  let first = 0;
  while (first < next.tokens.length && tokenAt(next.tokens, first).kind === 'mark') first++;
  if (!tokenAt(next.tokens, first).capital) return null;
  const phrase = phraseStartingAt(next.tokens, first, next.tokens.length);
  if (!phrase) return null;
  const after = tokenAt(next.tokens, phrase.end);
  const whole =
    phrase.end >= next.tokens.length ||
    after.text === ',' ||
    (after.text === '.' && phrase.end + 1 >= next.tokens.length);
  const named = phrase.end - phrase.start > 1 || first > 0;
  if (!whole || !named) return null;
  for (let i = phrase.start; i < phrase.end; i++) if (!tokenAt(next.tokens, i).capital) return null;
  return { passage: next, phrase, evidence: 'colon', cue: null };
}

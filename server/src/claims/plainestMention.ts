import { withoutVerb } from './canSpeak';
import { subjectOf } from './clauses';
import { cueAt, isPassive } from './cues';
import type { People } from './people';
import type { Naming } from './people';
import type { Reading } from './reading';
import { sentenceOf } from './reading';
import { resolve, type Resolved } from './resolution';
import type { Finding } from './speakers';
import { tokenAt } from './tokens';
import { conjunctions } from './vocabulary';

/**
 * A finding with the person it means. Where it is a pronoun inside what the same person tells ("Roe said she thought it
 * “hard”"), the mention is the teller's, which is the plainer one. `spoken` are those who have spoken so far, in order.
 */
export function plainestMention(
  reading: Reading,
  people: People,
  finding: Finding,
  spoken: readonly Naming[],
): { readonly finding: Finding; readonly resolved: Resolved } {
  const resolved = resolve(reading, people, finding, spoken);
  const { passage, phrase, evidence } = finding;
  const { tokens } = passage;
  const pronoun = tokenAt(tokens, phrase.start).lower;
  const within = evidence === 'before' || evidence === 'thought';
  if (!within || phrase.end - phrase.start > 1 || !telling.has(pronoun)) return { finding, resolved };
  const from = passage.sentences[sentenceOf(passage, phrase.start)]?.start ?? phrase.start;
  for (let i = phrase.start - 1; i >= from && i > phrase.start - reach; i--) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'mark' || token.kind === 'quote' || conjunctions.has(token.lower)) break;
    const cue = cueAt(tokens, i, from);
    if (cue?.sense !== 'speech' || (cue.form !== 'past' && cue.form !== 'present') || isPassive(tokens, i, from))
      continue;
    const subject = subjectOf(tokens, i, from);
    if (!subject || subject.start < from || subject.end > phrase.start) continue;
    const outer = { ...finding, phrase: withoutVerb(tokens, subject) };
    const meant = resolve(reading, people, outer, spoken);
    const same =
      (resolved.person !== null && meant.person === resolved.person) ||
      (subject.end - subject.start === 1 && tokenAt(tokens, subject.start).lower === pronoun);
    if (same) return { finding: outer, resolved: meant };
  }
  return { finding, resolved };
}

const telling = new Set(['he', 'she', 'they']);

/** The teller is looked for over this many tokens before the pronoun at most. */
const reach = 20;

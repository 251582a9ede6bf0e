import type { Evidence, Finding } from './speakers';

/**
 * How often each way of finding a speaker is right, as measured on labelled copy (the mention, not the name it resolves to).
 * A verb before the quote and a verb of naming have their own, by how they stand.
 */
const shares: Readonly<Record<Evidence, number>> = {
  adjacent: 0.98,
  credit: 0.9,
  before: 0.96,
  colon: 0.9,
  according: 0.9,
  trailing: 0.9,
  possessive: 0.82,
  noun: 0.6,
  agent: 0.75,
  thought: 0.7,
  clause: 0.65,
  neighbour: 0.75,
};

/** What a speech that goes on over another quote has at most. */
export const continued = 0.96;

/** From this many tokens on between the subject and its verb the verb may be somebody else's. */
const far = 10;

/**
 * How sure it is that the phrase of a finding names the speaker, from 0 to 1: the share of such findings that are right.
 * `known`: it names somebody whom the article knows, or is a pronoun; false for a description and for what may be a thing.
 */
export function confidenceIn(finding: Finding, known: boolean): number {
  const { evidence, cue, phrase, verb, gap } = finding;
  let share = shares[evidence];
  if (evidence === 'before') {
    if (cue?.sense === 'naming') share = 0.88;
    if (verb !== undefined && verb - phrase.end > far) share *= 0.9;
    // a verb right before the quote without so much as a comma: "the plan found “no support”"
    if (gap === 0) share *= 0.92;
    if (!known) share *= 0.93;
  }
  return share;
}

import { canSpeak, isPeople, withoutVerb } from '../canSpeak';
import type { CueVerb } from '../cues';
import { sentenceOf } from '../reading';
import { resolve } from '../resolution';
import type { Quote } from '../model';
import type { Background } from '../background';
import type { Naming, People } from '../people';
import type { Evidence, Finding } from '../speakers';
import { clauseSubject } from '../clauses';
import { tokenAt, tokenIndexAt } from '../tokens';
import { subordinators } from '../vocabulary';
import type { Claimant } from './model';
import { fullName } from './seats';
import { sourceOf, type Source } from './sources';

/** How sure each way of finding a source is. */
const confidence: Readonly<Record<Source['evidence'], number>> = {
  before: 0.9,
  trailing: 0.85,
  according: 0.9,
  colon: 0.6,
  noun: 0.7,
  thought: 0.65,
};

const leastConfidence = 0.35;

/** A sentence is read over this many tokens on either side of the figure at most. */
const reach = 100;

/** A source in the tokens of its passage, whose sentence begins at token `start`. */
export interface PlacedSource {
  readonly source: Source;
  readonly start: number;
}

/**
 * The speaker of the innermost quote that a figure stands in; null where the article leaves open who speaks, undefined
 * where the sentence around the figure may tell whose it is.
 */
export function speakerAround(quotes: readonly Quote[], quote: number | null): Claimant | null | undefined {
  for (let at = quote; at !== null; at = quotes[at]?.nestedIn ?? null) {
    const around = quotes[at];
    if (!around) break;
    if (around.speaker) {
      const { start, end, name, mention, confidence: sure } = around.speaker;
      return { start, end, name, mention, confidence: sure };
    }
    if (around.kind === 'direct' || around.kind === 'block') return null;
  }
  return undefined;
}

/** The source that the sentence around a figure at the offset `start` names; null where it names none. */
export function sourceAround(
  { reading }: Background,
  paragraph: number,
  start: number,
  isDate: boolean,
): PlacedSource | null {
  const passage = reading.passages[paragraph];
  if (!passage) return null;
  const at = tokenIndexAt(passage.tokens, start);
  const sentence = passage.sentences[sentenceOf(passage, at)];
  if (!sentence) return null;
  const source = sourceOf(
    passage.tokens,
    Math.max(sentence.start, at - reach),
    Math.min(sentence.end, at + reach),
    at,
    isDate,
  );
  return source && { source, start: sentence.start };
}

/** The name of the person whom the pronoun at an offset, outside of quotes, means; null where nobody is named for it. */
export function personMeant({ reading, people }: Background, paragraph: number, start: number): string | null {
  const passage = reading.passages[paragraph];
  if (!passage) return null;
  const at = tokenIndexAt(passage.tokens, start);
  if (passage.tokens[at]?.start !== start || passage.tokens[at].kind !== 'word') return null;
  const finding: Finding = { passage, phrase: { start: at, end: at + 1 }, evidence: 'clause', cue: null };
  return resolve(reading, people, finding, []).person?.name ?? null;
}

const speech: CueVerb = { sense: 'speech', form: 'past', alsoNoun: false, inverts: false };

/** Bodies of state that no list of people has: "US intelligence". */
const offices = new Set('intelligence police security defence defense customs management leadership staff'.split(' '));

/** Whom a source is, by all that the article says; null where that is in doubt, or it is nobody who could say it. */
export function claimantFrom(
  { reading, people }: Background,
  quotes: readonly Quote[],
  paragraph: number,
  { source, start: sentenceStart }: PlacedSource,
): Claimant | null {
  const passage = reading.passages[paragraph];
  if (!passage) return null;
  const { tokens } = passage;
  let phrase = source.phrase;
  // "The union sees it another way: | it counts 31"
  if (phrase.end - phrase.start === 1 && /^(?:it|they)$/.test(tokenAt(tokens, phrase.start).lower)) {
    const topic = clauseSubject(tokens, sentenceStart, phrase.start);
    if (topic && !/^(?:it|they|he|she|we|i|you|there)$/.test(tokenAt(tokens, topic.start).lower)) phrase = topic;
  }
  const evidence: Evidence = source.evidence === 'noun' ? 'agent' : source.evidence;
  const found: Finding = {
    passage,
    phrase,
    evidence,
    cue: source.evidence === 'noun' || source.evidence === 'colon' ? null : speech,
  };
  phrase = withoutVerb(tokens, phrase);
  while (phrase.end - phrase.start > 1 && subordinators.has(tokenAt(tokens, phrase.end - 1).lower))
    phrase = { start: phrase.start, end: phrase.end - 1 };
  if (phrase.end - phrase.start > 1 && tokenAt(tokens, phrase.end - 1).text === ',')
    phrase = { start: phrase.start, end: phrase.end - 1 };
  const finding: Finding = { ...found, phrase };
  const first = tokens[phrase.start];
  const last = tokens[phrase.end - 1];
  if (!first || !last) return null;
  const able = canSpeak({ ...finding, evidence: source.evidence === 'noun' ? 'according' : evidence });
  if (!able && !offices.has(last.lower)) return null;
  const { name, sure, person } = resolve(
    reading,
    people,
    finding,
    spokenBefore(people, quotes, first.start, passage.paragraph),
  );
  if (source.evidence === 'colon' && !person) return null;
  // "According to the documents, Roe": what follows the comma is no name for a thing
  const thing = person !== null && last.kind === 'word' && !last.capital && !isPeople(last.lower);
  const certainty = confidence[source.evidence] * sure;
  if (certainty < leastConfidence) return null;
  return {
    start: first.start,
    end: last.end,
    name: thing ? reading.text.slice(first.start, last.end) : fullName(name, reading.text),
    mention: reading.text.slice(first.start, last.end),
    confidence: Math.round(certainty * 100) / 100,
  };
}

/** Whoever spoke last before the offset, as pronouns mean them; at most one, of the last few quotes. */
function spokenBefore(people: People, quotes: readonly Quote[], offset: number, paragraph: number): readonly Naming[] {
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.start ?? Infinity) < offset) low = middle + 1;
    else high = middle;
  }
  for (let i = Math.min(low, quotes.length - 1), seen = 0; i >= 0 && seen < 3; i--) {
    const speaker = quotes[i]?.speaker;
    if (!speaker || speaker.start >= offset) continue;
    seen++;
    const person = people.all.find(({ name }) => name === speaker.name);
    if (person)
      return [{ start: speaker.start, end: speaker.end, person, standing: 'subject', paragraph, sentence: 0 }];
  }
  return [];
}

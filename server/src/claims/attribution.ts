import type { Paragraph, QuoteKind, ScannedQuote, Speaker } from './model';
import { meetPeople } from './people';
import type { Place, Reading } from './reading';
import { readArticle } from './reading';
import { resolve, resolveLabel } from './resolution';
import { kindOf, standsAlone } from './quoteKinds';
import type { Evidence, Finding } from './speakers';
import { speakerInSentence, speakerOfSentence, subjectAround } from './speakers';

/** What the words around a quote say of it. */
export interface Attribution {
  readonly kind: QuoteKind;
  readonly speaker: Speaker | null;
  /** The index of the quote that this one goes on from, or null. */
  readonly continues: number | null;
  /** Whether it stands in a headline or a pull quote. */
  readonly display: boolean;
}

/** How sure each way of finding a speaker is. */
const confidence: Readonly<Record<Evidence, number>> = {
  adjacent: 0.98,
  before: 0.9,
  colon: 0.85,
  according: 0.9,
  trailing: 0.85,
  noun: 0.75,
  agent: 0.8,
  thought: 0.65,
  clause: 0.45,
  neighbour: 0.55,
};

/**
 * Says for each scanned quote what kind it is and whom the article gives it to. Same length and order as `quotes`.
 * Never throws: where the text is doubtful the speaker is null.
 */
export function attribute(
  text: string,
  paragraphs: readonly Paragraph[],
  quotes: readonly ScannedQuote[],
): Attribution[] {
  if (quotes.length === 0) return [];
  const reading = readArticle(text, paragraphs, quotes);
  const people = meetPeople(reading);
  const done: Attribution[] = [];
  const findings: (Finding | null)[] = [];
  quotes.forEach((quote, index) => {
    const display = isDisplay(reading, quote);
    if (quote.label) {
      const { name, known } = resolveLabel(people, text.slice(quote.label.start, quote.label.end));
      const speaker = {
        ...quote.label,
        start: quote.label.start,
        end: quote.label.end,
        name,
        mention: text.slice(quote.label.start, quote.label.end),
        confidence: known ? 1 : 0.9,
      };
      done.push({ kind: 'block', speaker, continues: null, display: false });
      findings.push(null);
      return;
    }
    const place = reading.places[index];
    const previous = lastPeer(quotes, index);
    if (quote.carriedOver && previous !== null) {
      done.push({
        kind: done[previous]!.kind === 'block' ? 'block' : 'direct',
        speaker: done[previous]!.speaker,
        continues: previous,
        display,
      });
      findings.push(findings[previous] ?? null);
      return;
    }
    if (!place) {
      done.push({ kind: 'direct', speaker: null, continues: null, display });
      findings.push(null);
      return;
    }
    const own = speakerInSentence(reading, place);
    const kind = kindOf(reading, place, own);
    if (kind === 'scare') {
      done.push({ kind, speaker: null, continues: null, display });
      findings.push(null);
      return;
    }
    let continues: number | null = null;
    let finding = own;
    if (
      previous !== null &&
      own &&
      reading.places[previous]?.passage === place.passage &&
      sharesCue(reading, previous, place, own, findings[previous] ?? null)
    )
      continues = previous;
    if (!finding && quote.nestedIn === null) {
      const near = besides(reading, place, index, findings);
      finding = near.finding;
      continues = near.continues;
    }
    finding ??= quote.nestedIn === null ? subjectAround(place) : null;
    findings.push(finding);
    if (continues !== null && finding === findings[continues] && done[continues]!.speaker) {
      done.push({
        kind,
        speaker: { ...done[continues]!.speaker!, confidence: Math.min(0.9, done[continues]!.speaker!.confidence) },
        continues,
        display,
      });
      return;
    }
    done.push({ kind, speaker: finding ? speakerFrom(reading, people, finding) : null, continues, display });
  });
  return done;
}

function speakerFrom(reading: Reading, people: ReturnType<typeof meetPeople>, finding: Finding): Speaker | null {
  const { tokens } = finding.passage;
  const first = tokens[finding.phrase.start];
  const last = tokens[finding.phrase.end - 1];
  if (!first || !last) return null;
  const { name, sure } = resolve(reading, people, finding);
  return {
    start: first.start,
    end: last.end,
    name,
    mention: reading.text.slice(first.start, last.end),
    confidence: Math.round(confidence[finding.evidence] * sure * 100) / 100,
  };
}

/** The quote before this one at the same depth of marks, or null. */
function lastPeer(quotes: readonly ScannedQuote[], index: number): number | null {
  for (let i = index - 1; i >= 0 && i > index - 8; i--)
    if (quotes[i]!.nestedIn === quotes[index]!.nestedIn && !quotes[i]!.label) return i;
  return null;
}

/** Whether a quote of the same sentence is given to the same words: `"...," she said, "..."`. */
function sharesCue(reading: Reading, previous: number, place: Place, own: Finding, other: Finding | null): boolean {
  const before = reading.places[previous];
  return (
    before?.sentence === place.sentence &&
    other?.passage === own.passage &&
    other.phrase.start === own.phrase.start &&
    other.evidence === 'adjacent'
  );
}

interface Beside {
  readonly finding: Finding | null;
  readonly continues: number | null;
}

/** Looks beside the quote's own sentence: the quote before it, the sentence before it, the paragraph before it. */
function besides(reading: Reading, place: Place, index: number, findings: readonly (Finding | null)[]): Beside {
  const none = { finding: null, continues: null };
  if (!standsAlone(place)) return none;
  const { passage } = place;
  if (place.sentence > 0) {
    const before = quoteInSentence(passage.tokens, passage.sentences[place.sentence - 1]!);
    if (before !== null && findings[before]) return { finding: findings[before], continues: before };
    return { finding: speakerOfSentence(passage, place.sentence - 1), continues: null };
  }
  for (let p = passage.paragraph - 1; p >= 0 && p > passage.paragraph - 3; p--) {
    const earlier = reading.passages[p]!;
    if (earlier.sentences.length === 0) continue;
    const last = earlier.sentences.length - 1;
    const before = quoteInSentence(earlier.tokens, earlier.sentences[last]!);
    if (before !== null && findings[before]) return { finding: findings[before], continues: index > 0 ? before : null };
    return { finding: speakerOfSentence(earlier, last), continues: null };
  }
  return none;
}

/** The last quote in the sentence, or null. */
function quoteInSentence(
  tokens: Reading['passages'][number]['tokens'],
  range: { readonly start: number; readonly end: number },
): number | null {
  for (let i = range.end - 1; i >= range.start && i > range.end - 60; i--)
    if (tokens[i]!.kind === 'quote') return tokens[i]!.quote;
  return null;
}

/** Whether the quote stands in a headline or a pull quote. */
function isDisplay(reading: Reading, quote: ScannedQuote): boolean {
  const paragraph = reading.paragraphs[quote.paragraph];
  return paragraph !== undefined && (paragraph.kind === 'heading' || reading.text.charAt(paragraph.start) === '>');
}

import type { Background } from './background';
import type { QuoteKind, ScannedQuote, Speaker } from './model';
import type { Naming, People } from './people';
import { canSpeak, isPeople, withoutVerb } from './canSpeak';
import { confidenceIn, continued } from './confidence';
import { creditBelow } from './credits';
import { goesOnFrom, lookBeside } from './neighbours';
import type { Span } from '../core/span';
import type { Place, Reading } from './reading';
import { sentenceOf } from './reading';
import { answererOf, isUnnamed, namesSaid, resolveLabel } from './labels';
import { isDisplay, repeatedBelow } from './display';
import { lineOfDialogue } from './dialogue';
import { nestedSpeaker, repeatedFrom } from './nested';
import { rareCueAfter } from './rareCues';
import { plainestMention } from './plainestMention';
import { kindOf } from './quoteKinds';
import type { Finding } from './speakers';
import { speakerInSentence, subjectAround } from './speakers';
import type { NounPhrase } from './mentions';
import type { Token } from './tokens';
import { tokenAt } from './tokens';
import { conjunctions, determiners, prepositions } from './vocabulary';
import { voiceOf } from './voices';

/** What the words around a quote say of it. */
export interface Attribution {
  readonly kind: QuoteKind;
  readonly speaker: Speaker | null;
  /** The index of the quote that this one goes on from, or null. */
  readonly continues: number | null;
  /** Whether it stands in a headline or a pull quote. */
  readonly display: boolean;
}

/** What is less sure is no speaker: in labelled copy hardly one in ten of them was right. */
const leastConfidence = 0.35;

/**
 * Says for each scanned quote what kind it is and whom the article gives it to. Same length and order as `quotes`.
 * Never throws: where the text is doubtful the speaker is null.
 */
export function attribute(quotes: readonly ScannedQuote[], background: () => Background): Attribution[] {
  if (quotes.length === 0) return [];
  const { reading, people } = background();
  const { text } = reading;
  const said = namesSaid(text, quotes);
  const done: Attribution[] = [];
  const findings: (Finding | null)[] = [];
  const spoken: Naming[] = [];
  quotes.forEach((quote, index) => {
    const display = isDisplay(reading, quote);
    const previous = lastPeer(quotes, index);
    if (quote.label) {
      findings.push(null);
      done.push({
        kind: 'block',
        speaker: labelSpeaker(text, people, said, quotes, index, quote.label),
        continues: null,
        display: false,
      });
      return;
    }
    const read = readQuote(reading, people, index, previous, findings, display);
    const gone = read.continues === null ? undefined : done[read.continues];
    const kind = quote.carriedOver && gone?.kind === 'block' ? 'block' : read.kind;
    const same = gone?.speaker && (!read.finding || read.finding === findings[read.continues ?? -1]);
    findings.push(read.finding);
    const before = spoken.length;
    const found = same
      ? { ...gone.speaker, confidence: Math.min(continued, gone.speaker.confidence) }
      : read.finding && speakerFrom(reading, people, read.finding, spoken);
    // who speaks inside another's speech is nobody whom the article goes on with
    if (quote.nestedIn !== null) spoken.length = before;
    const outer = quote.nestedIn !== null && !(found && read.kind !== 'scare') ? quote.nestedIn : null;
    const speaker =
      outer === null
        ? found
        : read.finding
          ? nestedSpeaker(read.finding, found, done[outer]?.speaker, text)
          : read.kind === 'scare'
            ? null
            : repeatedFrom(text, quotes, done, index);
    done.push({ kind, speaker, continues: read.continues, display });
  });
  done.forEach((one, index) => {
    // a headline is read before the words that it repeats
    const speaker = one.display && !one.speaker ? repeatedBelow(text, quotes, done, index) : null;
    if (speaker) done[index] = { ...one, speaker };
  });
  return done;
}

interface Read {
  readonly kind: QuoteKind;
  readonly finding: Finding | null;
  readonly continues: number | null;
}

/** Reads one quote in marks: its own sentence first, then what it goes on from, then what stands beside it. */
function readQuote(
  reading: Reading,
  people: People,
  index: number,
  previous: number | null,
  findings: readonly (Finding | null)[],
  display: boolean,
): Read {
  const place = reading.places[index];
  const voice = place ? voiceOf(place) : null;
  const said = !place ? null : voice && !voice.open ? voice.finding : speakerInSentence(reading, place);
  const own = said && canSpeak(said) ? said : null;
  if (reading.quotes[index]?.carriedOver && previous !== null) {
    const finding = own?.evidence === 'adjacent' ? own : (findings[previous] ?? own);
    return { kind: 'direct', finding, continues: previous };
  }
  if (!place) return { kind: 'direct', finding: null, continues: null };
  if (isUnmarked(reading.quotes[index])) {
    const beside = lookBeside(reading, place, findings);
    return { kind: 'block', finding: beside.finding, continues: beside.continues };
  }
  const kind = kindOf(reading, place, said, display, voice !== null);
  if (kind === 'scare')
    return { kind, finding: place.passage.within === null ? null : hearsayBy(own), continues: null };
  if (own && (place.passage.within === null || own.cue?.sense === 'speech')) {
    const split = previous !== null && sharesCue(reading, previous, place, own, findings[previous] ?? null);
    return { kind, finding: own, continues: split ? previous : null };
  }
  if (place.passage.within !== null || voice) return { kind, finding: null, continues: null };
  if (display) return { kind, finding: creditBelow(reading, place), continues: null };
  const rare = rareCueAfter(reading, place);
  if (rare) return { kind, finding: rare, continues: null };
  const line = lineOfDialogue(reading, people, index, findings);
  if (line) return { kind, finding: line, continues: null };
  const beside = lookBeside(reading, place, findings);
  const around = beside.finding ? null : subjectAround(place);
  const finding = beside.finding ?? (around && canSpeak(around) ? around : goesOnFrom(place, findings));
  return { kind, finding, continues: beside.continues };
}

/** Whom a quoted speaker gives words to, where a verb of speech right beside them says so. */
const hearsayBy = (own: Finding | null): Finding | null =>
  own?.cue?.sense === 'speech' && (own.evidence === 'adjacent' || own.evidence === 'before') ? own : null;

/** Speech that is set apart without marks: a quoted paragraph of Markdown. */
const isUnmarked = (quote: ScannedQuote | undefined): boolean => quote?.open === '' && quote.close === '';

function labelSpeaker(
  text: string,
  people: People,
  said: ReadonlyMap<string, string>,
  quotes: readonly ScannedQuote[],
  index: number,
  label: Span,
): Speaker | null {
  const mention = text.slice(label.start, label.end);
  if (isUnnamed(mention)) {
    const answerer = mention === 'A' ? answererOf(text, people, quotes, index) : null;
    if (!answerer) return null;
    const name = 'name' in answerer ? answerer.name : resolveLabel(people, said, answerer.label).name;
    return { start: label.start, end: label.end, name, mention, confidence: 0.6 };
  }
  const { name, known } = resolveLabel(people, said, mention);
  return { start: label.start, end: label.end, name, mention, confidence: known ? 1 : mention.length > 2 ? 0.9 : 0.4 };
}

/** Makes a speaker of what was found, and remembers a person in `spoken`. */
function speakerFrom(reading: Reading, people: People, found: Finding, spoken: Naming[]): Speaker | null {
  const phrase = withoutVerb(found.passage.tokens, found.phrase);
  const bare = phrase === found.phrase ? found : { ...found, phrase };
  const { tokens } = bare.passage;
  if (!canSpeak(bare)) return null;
  const { finding, resolved } = plainestMention(reading, people, bare, spoken);
  const first = tokens[finding.phrase.start];
  const last = tokens[finding.phrase.end - 1];
  if (!first || !last) return null;
  const { name, sure, person } = resolved;
  // "Passengers will get “60% off”": whoever the clause is about need not be who speaks, unless it is somebody known
  if (finding.evidence === 'clause' && !person) return null;
  if (finding.evidence === 'colon' && !person && isHeadline(tokens, finding.phrase)) return null;
  if (finding.evidence === 'colon' && !person && isSlug(reading, finding)) return null;
  const known = person !== null || finding.phrase.end - finding.phrase.start === 1;
  const certainty = confidenceIn(finding, known) * sure;
  if (certainty < leastConfidence) return null;
  const { paragraph } = finding.passage;
  if (person) {
    const sentence = sentenceOf(finding.passage, finding.phrase.start);
    spoken.push({ start: first.start, end: last.end, person, standing: 'subject', paragraph, sentence });
  }
  return {
    start: first.start,
    end: last.end,
    name,
    mention: reading.text.slice(first.start, last.end),
    confidence: Math.round(certainty * 100) / 100,
  };
}

/** Whether a phrase before a colon is a whole headline rather than a name: "Quill Meets Angry Crew", "Quill meets Roe". */
function isHeadline(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const words = tokens.slice(phrase.start, phrase.end).filter((token) => token.kind === 'word');
  const inner = words.findIndex((word, i) => i > 0 && !word.capital && words[i - 1]?.capital && words[i + 1]?.capital);
  const verb = words[inner];
  return words.filter((word) => word.capital).length > 4 || (verb !== undefined && !joins(verb));
}

/** Whether what stands before the colon of a headline names what it is about: "Lady Hale trial: “...”". */
function isSlug(reading: Reading, { passage, phrase }: Finding): boolean {
  const { tokens, paragraph } = passage;
  if (paragraph > 0 && reading.paragraphs[paragraph]?.kind !== 'heading') return false;
  const head = tokenAt(tokens, phrase.end - 1);
  return head.kind === 'word' && !head.capital && !isPeople(head.lower);
}

const joins = ({ lower }: Token): boolean =>
  prepositions.has(lower) || determiners.has(lower) || conjunctions.has(lower);

/** The quote before this one at the same depth of marks, or null. */
function lastPeer(quotes: readonly ScannedQuote[], index: number): number | null {
  for (let i = index - 1; i >= 0 && i > index - 8; i--)
    if (quotes[i]?.nestedIn === quotes[index]?.nestedIn && !quotes[i]?.label) return i;
  return null;
}

/** Whether a quote of the same sentence is given to the same words: `"...," she said, "..."`. */
function sharesCue(reading: Reading, previous: number, place: Place, own: Finding, other: Finding | null): boolean {
  const before = reading.places[previous];
  return (
    before?.sentence === place.sentence &&
    before.passage === place.passage &&
    other?.passage === own.passage &&
    other.phrase.start === own.phrase.start &&
    other.evidence === 'adjacent'
  );
}

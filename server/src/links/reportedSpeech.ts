import type { Speaker } from '../claims/model';
import { flag, type Vocabulary } from '../claims/normalize';
import { hasReportingVerb, reportsSpeechOf } from './indirectSpeech';
import { isGrave } from './gravity';
import type { Content, PassageRecord } from './passages';
import { compareRecords, type RawLink } from './quoteLinker';

/** A word in more reporting sentences than this finds none of them. */
const tellingUpTo = 3;
/** How much of the quote the sentence must have, in words; and how many in a row. */
const leastCoverage = 0.75;
const leastRun = 3;

/** The sentences of an article that report speech, by the stems of their words of matter. */
type Reports = ReadonlyMap<number, readonly PassageRecord[]>;

const reportsOf = new WeakMap<readonly PassageRecord[], Reports>();

/**
 * Finds quotes of either article that the other one turns into a sentence of its own ("he said he would not sign" for "I
 * will not sign"), where they are too short for the index to find: the sentence reports the speech of whoever said it
 * and has nearly all of the quote, person and tense undone. Only quotes without a link to the other article are looked at.
 */
export function findReported(
  a: readonly PassageRecord[],
  b: readonly PassageRecord[],
  linked: readonly RawLink[],
  vocabulary: Vocabulary,
): RawLink[] {
  const taken = new Set(linked.flatMap((link) => [link.a, link.b]));
  return [...reportedIn(a, b, taken, vocabulary), ...reportedIn(b, a, taken, vocabulary)];
}

function reportedIn(
  quotes: readonly PassageRecord[],
  others: readonly PassageRecord[],
  taken: ReadonlySet<number>,
  vocabulary: Vocabulary,
): RawLink[] {
  const links: RawLink[] = [];
  const open = spokenIn(quotes).filter(({ pid }) => !taken.has(pid));
  if (open.length === 0) return links;
  const reports = reportsIn(others, vocabulary);
  for (const record of open) {
    const best = bestReport(record, reports, vocabulary);
    if (best) links.push(best);
  }
  return links;
}

const spoken = new WeakMap<readonly PassageRecord[], readonly PassageRecord[]>();

/** The quotes of an article that are somebody's words. */
function spokenIn(records: readonly PassageRecord[]): readonly PassageRecord[] {
  let known = spoken.get(records);
  if (!known) {
    known = records.filter(({ quote }) => quote?.speaker && quote.kind !== 'scare');
    spoken.set(records, known);
  }
  return known;
}

/** What was found of a quote in an article, which holds as long as the article stays the same. */
const bestIn = new WeakMap<Reports, WeakMap<Content, Judged>>();

function bestReport(record: PassageRecord, reports: Reports, vocabulary: Vocabulary): RawLink | null {
  const speaker = record.quote?.speaker ?? null;
  let known = bestIn.get(reports);
  if (!known) bestIn.set(reports, (known = new WeakMap<Content, Judged>()));
  const last = known.get(record.content);
  if (last && isSameSpeaker(last.speaker, speaker)) return last.link;
  let link: RawLink | null = null;
  for (const sentence of candidates(record.content.matter, reports)) {
    const found = reportOf(record, sentence, speaker, vocabulary);
    if (found && (!link || found.alignment.weight > link.alignment.weight)) link = found;
  }
  known.set(record.content, { speaker, link });
  return link;
}

const isSameSpeaker = (a: Speaker | null, b: Speaker | null): boolean =>
  a?.name === b?.name && a?.confidence === b?.confidence;

/** What was found of a quote in a sentence, for the speaker that it was given to. */
interface Judged {
  readonly speaker: Speaker | null;
  readonly link: RawLink | null;
}

/** Keyed by what is said: a record is made anew at each edit, its content isn't. */
const judged = new WeakMap<Content, WeakMap<Content, Judged>>();

function reportOf(
  record: PassageRecord,
  sentence: PassageRecord,
  speaker: Speaker | null,
  vocabulary: Vocabulary,
): RawLink | null {
  let ofQuote = judged.get(record.content);
  if (!ofQuote) judged.set(record.content, (ofQuote = new WeakMap<Content, Judged>()));
  const known = ofQuote.get(sentence.content);
  if (known && isSameSpeaker(known.speaker, speaker)) return known.link;
  const link = judgeReport(record, sentence, speaker, vocabulary);
  ofQuote.set(sentence.content, { speaker, link });
  return link;
}

function judgeReport(
  record: PassageRecord,
  sentence: PassageRecord,
  speaker: Speaker | null,
  vocabulary: Vocabulary,
): RawLink | null {
  const by = reportsSpeechOf(sentence.content.words, speaker, vocabulary);
  const found = by && compareRecords(record, sentence, vocabulary);
  if (!found) return null;
  const { alignment, comparison } = found;
  const coverage = alignment.matches.length / record.content.words.count;
  // "He" may be anybody: then one word of matter is not enough.
  const least = by === 'named' ? 1 : 2;
  if (alignment.matter < least || alignment.run < leastRun || coverage < leastCoverage) return null;
  if (comparison.steps.some(isGrave)) return null;
  return { ...found, relation: 'reported', tentative: true };
}

function candidates(matter: readonly number[], reports: Reports): Set<PassageRecord> {
  const found = new Set<PassageRecord>();
  for (const stem of matter) {
    const sentences = reports.get(stem) ?? [];
    if (sentences.length <= tellingUpTo) for (const sentence of sentences) found.add(sentence);
  }
  return found;
}

const telling = new WeakMap<Content, boolean>();

function tellsOfSpeech(content: Content, vocabulary: Vocabulary): boolean {
  let known = telling.get(content);
  if (known === undefined) telling.set(content, (known = hasReportingVerb(content.words, vocabulary)));
  return known;
}

function reportsIn(records: readonly PassageRecord[], vocabulary: Vocabulary): Reports {
  const known = reportsOf.get(records);
  if (known) return known;
  const reports = new Map<number, PassageRecord[]>();
  for (const record of records) {
    const { words } = record.content;
    if (record.quote || !tellsOfSpeech(record.content, vocabulary)) continue;
    words.stems.forEach((stem, i) => {
      if ((words.flags[i] ?? 0) & flag.grammar) return;
      const list = reports.get(stem);
      if (!list) reports.set(stem, [record]);
      else if (list.at(-1) !== record) list.push(record);
    });
  }
  reportsOf.set(records, reports);
  return reports;
}

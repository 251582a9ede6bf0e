import type { Quote } from '../claims/model';
import { flag, type Vocabulary } from '../claims/normalize';
import { hasReportingVerb, reportsSpeechOf } from './indirectSpeech';
import { isGrave } from './gravity';
import type { FoldedPassages } from './foldedPassages';
import type { OwnChange } from './ownChange';
import type { PassageRecord } from './passages';
import { createStemSets, hasStem, stemSet, type StemSet } from './stemSet';
import { compareRecords, mayShare, type Compared } from './likeness';
import type { RawLink } from './quoteLinker';

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
  const taken = new Set<number>();
  for (const link of linked) taken.add(link.a).add(link.b);
  return [...reportedIn(a, b, taken, vocabulary), ...reportedIn(b, a, taken, vocabulary)];
}

/** The stems by which an article's quotes and reporting sentences find one another with those of others. */
interface ReportStems {
  readonly spoken: StemSet;
  readonly telling: StemSet;
}

const stemSets = new WeakMap<Vocabulary, ReturnType<typeof createStemSets<ReportStems>>>();

function reportStemsOf(vocabulary: Vocabulary): ReturnType<typeof createStemSets<ReportStems>> {
  let known = stemSets.get(vocabulary);
  if (!known) {
    known = createStemSets((records) => {
      const telling = [...reportsIn(records, vocabulary)].filter(([, list]) => list.length <= tellingUpTo);
      return {
        spoken: stemSet(spokenIn(records).flatMap(({ content }) => content.matter)),
        telling: stemSet(telling.map(([stem]) => stem)),
      };
    });
    stemSets.set(vocabulary, known);
  }
  return known;
}

/**
 * Whether an edit of an article may change which of its quotes another one reports, or it of that one's, as long as their
 * other links stay as they are: `folded` are the other's passages, and `theirs` unfolds them.
 */
export function concernsReports(
  { gone, come }: OwnChange,
  folded: FoldedPassages,
  theirs: () => readonly PassageRecord[],
  vocabulary: Vocabulary,
): boolean {
  return [...gone, ...come].some(({ quote, content }) => {
    if (quote) {
      if (!isSpoken(quote)) return false;
      const { telling } = reportStemsOf(vocabulary)(folded, theirs);
      return content.matter.some((stem) => hasStem(telling, stem));
    }
    const { words } = content;
    if (!hasReportingVerb(words, vocabulary)) return false;
    const { spoken } = reportStemsOf(vocabulary)(folded, theirs);
    for (let i = 0; i < words.count; i++) {
      if (!((words.flags[i] ?? 0) & flag.grammar) && hasStem(spoken, words.stems[i] ?? -1)) return true;
    }
    return false;
  });
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

const spokenOf = new WeakMap<readonly PassageRecord[], readonly PassageRecord[]>();

/** The quotes of an article that are somebody's words. */
function spokenIn(records: readonly PassageRecord[]): readonly PassageRecord[] {
  let known = spokenOf.get(records);
  if (!known) {
    known = records.filter(({ quote }) => quote && isSpoken(quote));
    spokenOf.set(records, known);
  }
  return known;
}

const isSpoken = ({ speaker, kind }: Quote): boolean => speaker !== null && kind !== 'scare';

/** The sentence that has most of a quote, as a link; null where none has enough. */
function bestReport(record: PassageRecord, reports: Reports, vocabulary: Vocabulary): RawLink | null {
  let best: Compared | null = null;
  for (const sentence of candidates(record.content.matter, reports)) {
    const found = reportOf(record, sentence, vocabulary);
    if (found && (!best || found.extent.weight > best.extent.weight)) best = found;
  }
  return best && { a: best.a, b: best.b, comparison: best.comparison, relation: 'reported', tentative: true };
}

function reportOf(record: PassageRecord, sentence: PassageRecord, vocabulary: Vocabulary): Compared | null {
  const least = Math.ceil(leastCoverage * record.content.words.count);
  if (sentence.content.words.count < least || !mayShare(record, sentence, least, leastRun, vocabulary)) return null;
  const by = reportsSpeechOf(sentence.content.words, record.quote?.speaker ?? null, vocabulary);
  const found = by && compareRecords(record, sentence, vocabulary);
  if (!found) return null;
  const { extent, comparison } = found;
  const coverage = extent.count / record.content.words.count;
  // "He" may be anybody: then one word of matter is not enough.
  const leastMatter = by === 'named' ? 1 : 2;
  if (extent.matter < leastMatter || extent.run < leastRun || coverage < leastCoverage) return null;
  return comparison.steps.some(isGrave) ? null : found;
}

function candidates(matter: readonly number[], reports: Reports): Set<PassageRecord> {
  const found = new Set<PassageRecord>();
  for (const stem of matter) {
    const sentences = reports.get(stem) ?? [];
    if (sentences.length <= tellingUpTo) for (const sentence of sentences) found.add(sentence);
  }
  return found;
}

function reportsIn(records: readonly PassageRecord[], vocabulary: Vocabulary): Reports {
  const known = reportsOf.get(records);
  if (known) return known;
  const reports = new Map<number, PassageRecord[]>();
  for (const record of records) {
    const { words } = record.content;
    if (record.quote || !hasReportingVerb(words, vocabulary)) continue;
    for (let i = 0; i < words.count; i++) {
      if ((words.flags[i] ?? 0) & flag.grammar) continue;
      const stem = words.stems[i] ?? -1;
      const list = reports.get(stem);
      if (!list) reports.set(stem, [record]);
      else if (list.at(-1) !== record) list.push(record);
    }
  }
  reportsOf.set(records, reports);
  return reports;
}

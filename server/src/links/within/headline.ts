import type { ArticleId } from '../../core/article';
import type { Figure } from '../../claims/figures/model';
import type { Claims } from '../../claims/model';
import { createVocabulary, type Vocabulary } from '../../claims/normalize';
import { numberWords, ordinalWords } from '../../claims/words';
import { alike } from '../figureComparison';
import { makeFigureRecords, type FigureRecord } from '../figureRecords';
import { compatible, looksLikeSlip, quantityOf } from '../quantities';
import { ageInText, compares, tollInText } from './tolls';
import type { HeadlineFinding } from './model';

/** A first paragraph longer than this is no headline, in UTF-16 units. */
const longestHeadline = 160;
/** From which likeness on the text's figure is plainly the headline's. */
const plainly = 0.42;
/** The same where the two are called by different nouns. */
const surely = 0.5;
/** From which likeness on two durations at the beginning may be one. */
const vaguely = 0.15;
/** How far behind the headline the text still says what the headline says, in UTF-16 units. */
const lead = 600;
/** From which likeness on a figure of the text may be a part of the headline's. */
const perhaps = 0.1;
/** A number more than so many times another is of something else. */
const sizeApart = 4;
/** Parts of one sum stand no more sentences apart. */
const partsApart = 2;
/** Nor are there so many figures between them: beyond, they are a table, in which any sum can be found. */
const mostBetween = 24;
/** A figure of the text is preferred to an earlier one only where it is more alike by this. */
const aboutEqual = 0.15;

const kinds: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'score', 'age', 'duration']);

/**
 * Finds the figures of the headline that the text gives otherwise. Silent where the text has the value anywhere, rounded
 * or as the sum or difference of what it has.
 */
export function headlineAgainstText(id: ArticleId, text: string, claims: Claims): readonly HeadlineFinding[] {
  const end = headlineEnd(text, claims);
  const findings: HeadlineFinding[] = [];
  const open: Figure[] = [];
  for (const figure of claims.figures) {
    if (figure.start >= end) break;
    if (!isUnmet(figure, text, claims, end)) continue;
    const body = tollInText(figure, text, claims, end) ?? ageInText(figure, text, claims, end);
    if (body) {
      const counts = claims.figures.filter((other) => other.start >= end && other.kind === body.kind);
      if (body.kind === 'age' || !isMadeUp(figure, counts)) findings.push({ kind: 'headline', figure, body });
    } else open.push(figure);
  }
  if (open.length === 0) return findings;
  const group = new Set(open.map(({ kind }) => kind));
  const figures = claims.figures.filter(({ kind }) => group.has(kind));
  const records = makeFigureRecords(id, text, { ...claims, figures }, words());
  for (const record of records) {
    if (!open.includes(record.figure)) continue;
    const body = records.filter((other) => other.figure.start >= end && other.group === record.group);
    const best = nearest(record, body, text, end);
    const parts = body.filter((other) => alike(record, other) >= perhaps).map((other) => other.figure);
    if (best && !isMadeUp(record.figure, parts))
      findings.push({ kind: 'headline', figure: record.figure, body: best.figure });
  }
  return findings;
}

/** More forms than this are not kept: only what the last headlines had in common with their texts is worth it. */
const mostForms = 40_000;
let vocabulary: Vocabulary | null = null;

/** The words met so far, so that each is read once; what is found doesn't depend on it. */
function words(): Vocabulary {
  if (!vocabulary || vocabulary.forms.length > mostForms) vocabulary = createVocabulary();
  return vocabulary;
}

/** Where the headline and the headings right below it end; 0 where there is none. */
function headlineEnd(text: string, { paragraphs }: Claims): number {
  const [first] = paragraphs;
  if (!first || paragraphs.length < 3 || first.end - first.start > longestHeadline) return 0;
  if (/^(?:https?\b|www\b)/i.test(text.slice(first.start, first.start + 5))) return 0;
  let end = first.end;
  for (const paragraph of paragraphs.slice(1, 3)) {
    if (paragraph.kind !== 'heading') break;
    end = paragraph.end;
  }
  return end;
}

/**
 * Whether the text has a headline's value nowhere: not rounded, and not in another kind of figure either ("in the sixth
 * round"). Looked at first, since it costs little.
 */
function isUnmet(figure: Figure, text: string, { figures }: Claims, end: number): boolean {
  const quantity = kinds.has(figure.kind) && figure.bound === 'exact' ? quantityOf(figure) : null;
  // "One", "two" and "a third" count what a headline can't do without.
  if (!quantity || (figure.kind === 'count' && quantity.value < 3)) return false;
  // "23 mins ago", "last 24 hours": when the page was made.
  if (figure.kind === 'duration' && (figure.time !== null || compares(text, figure))) return false;
  if (namesNumber(text, figures, end, figure.value ?? 0)) return false;
  return !figures.some((other) => {
    if (other.start < end) return false;
    if (other.value === quantity.value || other.max === quantity.value) return true;
    const theirs = other.kind === figure.kind ? quantityOf(other) : null;
    return theirs?.group === quantity.group && compatible(quantity, theirs);
  });
}

/** Whether the text has a whole number in another guise than a figure: "the sixth", "the 12-member board". Dates don't count. */
function namesNumber(text: string, figures: readonly Figure[], end: number, value: number): boolean {
  if (!Number.isInteger(value) || value > 1000) return false;
  const words = [...numberWords, ...ordinalWords].filter(([, number]) => number === value).map(([word]) => word);
  const forms = new RegExp(`\\b(?:${[`${value}(?:st|nd|rd|th)?`, ...words].join('|')})\\b`, 'gi');
  forms.lastIndex = end;
  // Matches and figures both ascend: one walk over the two.
  let next = 0;
  for (let match = forms.exec(text); match; match = forms.exec(text)) {
    while ((figures[next]?.end ?? Infinity) <= match.index) next++;
    if ((figures[next]?.start ?? Infinity) > match.index) return true;
  }
  return false;
}

/** The text's figure that is plainly about what the headline's is, the first of those that are about equally so; or null. */
function nearest(record: FigureRecord, body: readonly FigureRecord[], text: string, end: number): FigureRecord | null {
  let best: FigureRecord | null = null;
  let likeness = 0;
  for (const other of body) {
    const { per, bound, start } = other.figure;
    if (per !== record.figure.per || bound !== 'exact' || compares(text, other.figure) || !isOfSize(record, other))
      continue;
    const now = alike(record, other);
    if (!isAboutTheSame(record, other, now, start < end + lead)) continue;
    if (!best || now > likeness + aboutEqual) [best, likeness] = [other, now];
  }
  return best;
}

/**
 * Whether a figure of the text is plainly about what the headline's is. At the beginning of the text, which says what
 * the headline says, less will do: a slip of the keys in a long number, the same rate, a duration in the same unit.
 */
function isAboutTheSame(here: FigureRecord, there: FigureRecord, likeness: number, isLead: boolean): boolean {
  if (likeness >= (here.head >= 0 && here.head === there.head ? plainly : surely)) return true;
  if (!isLead || !here.quantity || !there.quantity) return false;
  const { kind, unit, per, step, value } = here.figure;
  if (per !== null) return true;
  if (kind === 'duration') return unit === there.figure.unit && likeness >= vaguely;
  return step > 0 && Math.abs(value ?? 0) >= step * 100 && looksLikeSlip(here.quantity, there.quantity);
}

/** Whether one number may stand for the other: they are of one size, or a slip of the keys lies between them. */
function isOfSize({ quantity: a }: FigureRecord, { quantity: b }: FigureRecord): boolean {
  if (!a || !b) return false;
  const [less = 0, more = 0] = [Math.abs(a.value), Math.abs(b.value)].sort((x, y) => x - y);
  return a.group === 'score' || more <= less * sizeApart || looksLikeSlip(a, b);
}

/**
 * Whether figures of the text that stand close together make up the headline's: as a sum of two or three, or as a
 * difference.
 */
function isMadeUp(figure: Figure, parts: readonly Figure[]): boolean {
  const quantity = quantityOf(figure);
  if (!quantity || quantity.group === 'score') return false;
  const fits = (value: number) => compatible(quantity, { ...quantity, value, max: null });
  const values = parts.map(({ value }) => value ?? NaN);
  for (const [i, x] of values.entries()) {
    const sentence = (parts[i]?.sentence ?? 0) + partsApart;
    const last = Math.min(values.length, i + mostBetween);
    for (let j = i + 1; j < last && (parts[j]?.sentence ?? 0) <= sentence; j++) {
      const y = values[j] ?? 0;
      if (fits(x + y) || fits(Math.abs(x - y))) return true;
      for (let k = j + 1; k < last && (parts[k]?.sentence ?? 0) <= sentence; k++) {
        if (fits(x + y + (values[k] ?? 0))) return true;
      }
    }
  }
  return false;
}

import type { ArticleId } from '../../core/article';
import type { Claims } from '../../claims/model';
import { createVocabulary } from '../../claims/normalize';
import { alike } from '../figureLinker';
import { makeFigureRecords, type FigureRecord } from '../figureRecords';
import { compatible } from '../quantities';
import type { HeadlineFinding } from './model';

/** A first paragraph longer than this is no headline, in UTF-16 units. */
const longestHeadline = 160;
/** From which likeness on the text's figure is plainly the headline's. */
const plainly = 0.42;
/** From which likeness on a figure of the text may be a part of the headline's. */
const perhaps = 0.1;
/** More figures than this are not tried as parts. */
const mostParts = 14;

const kinds: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'score']);

/**
 * Finds the figures of the headline that the text gives otherwise. Silent where the text has the value anywhere, rounded
 * or as the sum or difference of what it has.
 */
export function headlineAgainstText(id: ArticleId, text: string, claims: Claims): readonly HeadlineFinding[] {
  const end = headlineEnd(claims);
  if (end === 0 || !claims.figures.some((figure) => figure.end <= end && kinds.has(figure.kind))) return [];
  const records = makeFigureRecords(id, text, claims, createVocabulary());
  const findings: HeadlineFinding[] = [];
  for (const record of records) {
    const { figure } = record;
    if (figure.start >= end) break;
    if (!kinds.has(figure.kind) || figure.bound !== 'exact' || isSmall(record)) continue;
    const body = records.filter((other) => other.figure.start >= end && other.group === record.group);
    const best = nearest(record, body);
    if (best && !isCovered(record, body)) findings.push({ kind: 'headline', figure, body: best.figure });
  }
  return findings;
}

/** Where the headline and the headings right below it end; 0 where there is none. */
function headlineEnd({ paragraphs }: Claims): number {
  const [first] = paragraphs;
  if (!first || paragraphs.length < 3 || first.end - first.start > longestHeadline) return 0;
  let end = first.end;
  for (const paragraph of paragraphs.slice(1, 3)) {
    if (paragraph.kind !== 'heading') break;
    end = paragraph.end;
  }
  return end;
}

/** "One", "two" and "a third" count what a headline can't do without. */
const isSmall = ({ figure }: FigureRecord): boolean => figure.kind === 'count' && (figure.value ?? 0) < 3;

/** The text's figure that is plainly about what the headline's is, or null. */
function nearest(record: FigureRecord, body: readonly FigureRecord[]): FigureRecord | null {
  let best: FigureRecord | null = null;
  let likeness = plainly;
  for (const other of body) {
    if (other.figure.per !== record.figure.per || other.figure.bound === 'range') continue;
    if (record.head < 0 || record.head !== other.head) continue;
    const now = alike(record, other);
    if (now > likeness) [best, likeness] = [other, now];
  }
  return best;
}

/** Whether the text has the headline's value: as it stands, rounded, or made up of parts. */
function isCovered({ quantity, ...record }: FigureRecord, body: readonly FigureRecord[]): boolean {
  if (!quantity) return true;
  if (body.some((other) => other.quantity && compatible(quantity, other.quantity))) return true;
  if (quantity.group === 'score') return false;
  const parts = body.filter((other) => alike({ quantity, ...record }, other) >= perhaps).slice(0, mostParts);
  const values = parts.map((other) => other.quantity?.value ?? NaN);
  const fits = (value: number) => compatible(quantity, { ...quantity, value, step: quantity.step });
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) {
      const [x = 0, y = 0] = [values[i], values[j]];
      if (fits(x + y) || fits(Math.abs(x - y))) return true;
      for (let k = j + 1; k < values.length; k++) if (fits(x + y + (values[k] ?? 0))) return true;
    }
  }
  return false;
}

import { weightIn } from './figureContext';
import type { FigureRecord } from './figureRecords';
import { before, isDay } from './surroundings';

/**
 * What tells that two figures are of one occasion although the words around them have little in common: a date for which
 * both articles alone name a rare thing, a match of the same sides, a vote of a body of one size.
 */

/** Two days further apart are hardly two datings of one occasion: a week later it is another one. */
const nearDays = 6;
const dayInMs = 86_400_000;

/**
 * Whether two days are given to one occasion: both with their weekday, few days apart, with a thing in the words beside
 * them that neither article has beside another of its dates. A name may well have two occasions: it takes two of those.
 * @param first the dates of the first article, `second` those of the other.
 */
export function areOneOccasion(
  a: FigureRecord,
  b: FigureRecord,
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
): boolean {
  if (!hasWeekday(a) || !hasWeekday(b) || !(daysApart(a, b) <= nearDays)) return false;
  let isThing = false;
  let isSubject = false;
  const inA = new Set<number>();
  const inB = new Set<number>();
  for (const [stem, run] of a.topics) {
    const other = b.topics.get(stem);
    if (other === undefined || hasElsewhere(first, a, stem) || hasElsewhere(second, b, stem)) continue;
    const counted = a.subject.has(stem) || b.subject.has(stem);
    isSubject ||= counted;
    if (run >= 0 || other >= 0) {
      inA.add(run);
      inB.add(other);
    } else isThing ||= counted;
  }
  return isSubject && (isThing || Math.min(inA.size, inB.size) > 1);
}

const hasWeekday = ({ figure: { date } }: FigureRecord): boolean => isDay(date) && date?.weekday !== null;

const hasElsewhere = (records: readonly FigureRecord[], own: FigureRecord, stem: number): boolean =>
  records.some((one) => one !== own && weightIn(one.context, stem) > before);

function daysApart({ figure: { date: x } }: FigureRecord, { figure: { date: y } }: FigureRecord): number {
  if (!x || !y) return NaN;
  const year = x.year ?? y.year ?? 2000;
  const at = (date: typeof x) => Date.UTC(date.year ?? year, (date.month ?? 1) - 1, date.day ?? 1);
  return Math.abs(at(x) - at(y)) / dayInMs;
}

/**
 * Whether two scores are of one match: both of a win, beside the name of a side that both articles give, with one side's
 * number the same, and neither article tells of another win beside that name.
 */
export function areOneMatch(
  a: FigureRecord,
  b: FigureRecord,
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
): boolean {
  if (!a.isWin || !b.isWin || !a.quantity || !b.quantity) return false;
  if (a.quantity.value !== b.quantity.value && a.quantity.max !== b.quantity.max) return false;
  for (const name of a.names) {
    if (!b.names.has(name)) continue;
    const others = (records: readonly FigureRecord[], own: FigureRecord) =>
      records.some((one) => one !== own && one.isWin && one.names.has(name) && !isSameScore(one, own));
    if (!others(first, a) && !others(second, b)) return true;
  }
  return false;
}

const isSameScore = (a: FigureRecord, b: FigureRecord): boolean =>
  a.quantity?.value === b.quantity?.value && a.quantity?.max === b.quantity?.max;

/** A body that votes has more members than a match has goals. */
const smallestBody = 7;

/** Whether two votes are of one body, and neither article has another vote of a body of that size. */
export function areOneVote(
  a: FigureRecord,
  b: FigureRecord,
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
): boolean {
  const total = totalOf(a);
  if (!a.isVote || !b.isVote) return false;
  if (total < smallestBody || total !== totalOf(b)) return false;
  const isOnly = (records: readonly FigureRecord[], own: FigureRecord) =>
    records.every((one) => one === own || totalOf(one) !== total || isSameScore(one, own));
  return isOnly(first, a) && isOnly(second, b);
}

const totalOf = ({ quantity }: FigureRecord): number => (quantity ? quantity.value + (quantity.max ?? 0) : NaN);

import type { FigureRelation } from './model';
import { compareSources } from './claimants';
import {
  alike,
  inOtherYears,
  isCountOfDays,
  mayDiffer,
  ownership,
  plausibility,
  relationOf,
  samePerson,
  shareSubject,
  slipOf,
} from './figureComparison';
import type { FigureRecord } from './figureRecords';
import { areOneMatch, areOneOccasion, areOneVote } from './occasions';
import { compatible, type Slip } from './quantities';

/** Two figures of two articles that are about the same thing; `a` is the first article's. */
export interface RawFigureLink {
  readonly a: FigureRecord;
  readonly b: FigureRecord;
  readonly relation: FigureRelation;
  readonly similarity: number;
  readonly tentative: boolean;
}

/** Two figures that differ and may be about the same thing. */
interface Candidate {
  readonly a: FigureRecord;
  readonly b: FigureRecord;
  readonly similarity: number;
  readonly slip: Slip;
}

/** From which likeness on two figures that agree are linked, and from which the link is shown as sure. */
const agreeing = 0.2;
const surelyAgreeing = 0.32;
/** A number with three or more digits is seldom the same by chance. */
const tellingBonus = 0.15;
/** A figure is linked to so many of one article: a line that is printed ten times is found at its best places. */
const mostAgreeing = 3;
/**
 * From which likeness on figures that differ are linked, and from which they are reported: the less, the better a slip
 * of the keys explains the difference.
 */
const differing: Readonly<Record<Slip, number>> = { none: 0.42, likely: 0.3, telling: 0.1 };
const surelyDiffering: Readonly<Record<Slip, number>> = { none: 0.55, likely: 0.38, telling: 0.1 };
/** How much sooner a pair is taken that a slip explains. */
const slipBonus: Readonly<Record<Slip, number>> = { none: 0, likely: 0.1, telling: 0.25 };
/** An article that has the other's value for something this much alike is taken to mean that. */
const hasItToo = 0.15;
/** What it adds when both articles name one source. */
const sameSourceBonus = 0.12;
/** What likeness counts for where the article counts the same things more than once: they are not the same, then. */
const severalCounts = 0.8;
/** What it adds where neither figure has another like it in the other article. */
const aloneBonus = 0.08;
/** By how much a figure's best match must be better than its next. */
const clearMargin = 0.15;

/**
 * Links the figures of two articles of one story that are of one group. A figure that the other article has too is linked
 * to it. Where one has another value for what is plainly the same thing, the two are linked as differing: each must be the
 * other's best match, and neither article may have the other's value as well.
 * @param year that the two articles are of, as `yearOf` tells.
 */
export function linkGroups(
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
  year: number,
): readonly RawFigureLink[] {
  const relations = first.map((a) => second.map((b) => relationOf(a, b)));
  const { links, explained } = agreements(first, second, relations);
  return [...links, ...differences(first, second, relations, explained, year)];
}

/** Of each figure of the first article, how it relates to each of the second. */
type Relations = readonly (readonly (FigureRelation | null)[])[];

interface Agreements {
  readonly links: readonly RawFigureLink[];
  /** The figures that the other article has as well. */
  readonly explained: ReadonlySet<FigureRecord>;
}

function agreements(first: readonly FigureRecord[], second: readonly FigureRecord[], relations: Relations): Agreements {
  const explained = new Set<FigureRecord>();
  const found: RawFigureLink[] = [];
  // By index, and pairs that don't agree first: there are millions of these in a folder.
  for (let i = 0; i < first.length; i++) {
    const a = first[i] as FigureRecord;
    const related = relations[i] ?? [];
    const bonus = isTelling(a) ? tellingBonus : 0;
    for (let k = 0; k < second.length; k++) {
      if (related[k] !== 'agrees') continue;
      const b = second[k] as FigureRecord;
      const similarity = alike(a, b);
      if (similarity >= hasItToo || bonus > 0) {
        explained.add(a);
        explained.add(b);
      }
      if (similarity + bonus < agreeing) continue;
      found.push({ a, b, relation: 'agrees', similarity, tentative: similarity + bonus < surelyAgreeing });
    }
  }
  if (found.length === 0) return { links: found, explained };
  found.sort((x, y) => y.similarity - x.similarity);
  const counts = new Map<FigureRecord, number>();
  const links = found.filter(({ a, b }) => {
    const [ofA, ofB] = [counts.get(a) ?? 0, counts.get(b) ?? 0];
    if (ofA >= mostAgreeing || ofB >= mostAgreeing) return false;
    counts.set(a, ofA + 1);
    counts.set(b, ofB + 1);
    return true;
  });
  return { links, explained };
}

function differences(
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
  relations: Relations,
  explained: ReadonlySet<FigureRecord>,
  year: number,
): readonly RawFigureLink[] {
  const open: Candidate[] = [];
  for (let i = 0; i < first.length; i++) {
    const a = first[i] as FigureRecord;
    if (explained.has(a)) continue;
    const related = relations[i] ?? [];
    for (let k = 0; k < second.length; k++) {
      const b = second[k] as FigureRecord;
      if (related[k] !== 'differs' || explained.has(b)) continue;
      const slip = slipOf(a, b);
      // Two things of different names are the same only by a slip.
      const isOne = areOfOneOccasion(a, b, slip, first, second);
      if (slip === 'none' && !isOne && !shareSubject(a, b)) continue;
      const likeness = likenessOfDiffering(a, b, slip, year);
      if (likeness === null) continue;
      const alone = likeness * uniqueness(a, first, explained) * uniqueness(b, second, explained);
      open.push({ a, b, slip, similarity: isOne ? Math.max(alone, ofOneOccasion[slip]) : alone });
    }
  }
  if (open.length === 0) return [];
  const standsOut = margins(open);
  open.sort((x, y) => y.similarity + slipBonus[y.slip] - x.similarity - slipBonus[x.slip]);
  const taken = new Set<FigureRecord>();
  const links: RawFigureLink[] = [];
  for (const one of open) {
    const { a, b, slip } = one;
    if (taken.has(a) || taken.has(b)) continue;
    taken.add(a);
    taken.add(b);
    const similarity = one.similarity + (standsOut(one) ? aloneBonus : 0);
    if (similarity < differing[slip]) continue;
    links.push({ a, b, relation: 'differs', similarity, tentative: similarity < surelyDiffering[slip] });
  }
  return links;
}

/** What a pair of figures of one occasion counts for at least: enough to be reported, less than likeness itself. */
const ofOneOccasion: Readonly<Record<Slip, number>> = {
  none: surelyDiffering.none,
  likely: surelyDiffering.likely,
  telling: surelyDiffering.telling,
};

/** Whether more than the words around them tells that two figures that differ are of one occasion. */
function areOfOneOccasion(
  a: FigureRecord,
  b: FigureRecord,
  slip: Slip,
  first: readonly FigureRecord[],
  second: readonly FigureRecord[],
): boolean {
  if (a.group === 'date') return areOneOccasion(a, b, first, second);
  if (a.group !== 'score') return false;
  return areOneMatch(a, b, first, second) || (slip === 'likely' && areOneVote(a, b, first, second));
}

/** From this likeness on a slip says more than a year or a day that only one of the sentences names. */
const plainSlip = 0.65;

/** How sure it is that two figures that differ are about the same thing; null where something keeps them apart. */
function likenessOfDiffering(a: FigureRecord, b: FigureRecord, slip: Slip, year: number): number | null {
  // "One" begins many a sentence that counts nothing.
  if (a.group === 'count' && (a.figure.value === 1 || b.figure.value === 1)) return null;
  if (a.isSetting || b.isSetting || isCountOfDays(a) || areYearsApart(a, b, year)) return null;
  const about = alike(a, b);
  if (a.group === 'age') {
    if (!samePerson(a, b)) return null;
  } else {
    const isPlain = slip !== 'none' && about >= plainSlip && a.quantity !== null && a.group !== 'score';
    if (!mayDiffer(a, b, isPlain) || (!isPlain && inOtherYears(a, b, year))) return null;
  }
  const likely = slip === 'none' ? plausibility(a, b) : 1;
  const sourced = compareSources(a.beside.source, b.beside.source) === 'same' ? sameSourceBonus : 0;
  return about * likely * (slip === 'telling' ? 1 : ownership(a, b)) + sourced;
}

/** Whether one is a day of another year: a date without a year is of the article's own. */
function areYearsApart(a: FigureRecord, b: FigureRecord, year: number): boolean {
  if (!a.figure.date || !b.figure.date || (a.figure.date.year === null && b.figure.date.year === null)) return false;
  return Math.abs((a.figure.date.year ?? year) - (b.figure.date.year ?? year)) > 1;
}

/** Tells the pairs in which each figure is by far the other's best match. */
function margins(candidates: readonly Candidate[]): (one: Candidate) => boolean {
  const best = new Map<FigureRecord, readonly [number, number]>();
  for (const { a, b, similarity } of candidates) {
    for (const record of [a, b]) {
      const [first, second] = best.get(record) ?? [0, 0];
      best.set(record, similarity > first ? [similarity, first] : [first, Math.max(second, similarity)]);
    }
  }
  const isClear = (record: FigureRecord, similarity: number) => {
    const [first, second] = best.get(record) ?? [0, 0];
    return similarity >= first && first - second >= clearMargin;
  };
  return (one) => isClear(one.a, one.similarity) && isClear(one.b, one.similarity);
}

/** Whether a number is too particular to turn up twice by chance. */
const isTelling = ({ quantity, figure }: FigureRecord): boolean =>
  quantity !== null && figure.step > 0 && Math.round(Math.abs(figure.value ?? 0) / figure.step) >= 100;

/** Less than 1 where the figure's own article counts the same things more than once, what both have left aside. */
function uniqueness(record: FigureRecord, all: readonly FigureRecord[], explained: ReadonlySet<FigureRecord>): number {
  const { head, group, quantity } = record;
  if (head === -1 || !quantity) return 1;
  const twice = all.some(
    (one) =>
      one.head === head &&
      one.group === group &&
      !explained.has(one) &&
      one.quantity !== null &&
      !compatible(one.quantity, quantity),
  );
  return twice ? severalCounts : 1;
}

/** The year that two articles are of: that of their datelines, else the one they speak of most. */
export function yearOf(first: readonly FigureRecord[], second: readonly FigureRecord[]): number {
  const counts = new Map<number, number>();
  for (const record of [...first, ...second]) {
    if (record.ownYear !== null) return record.ownYear;
    for (const year of record.years) counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  let most = -Infinity;
  for (const [year, count] of counts) {
    const known = counts.get(most) ?? 0;
    if (count > known || (count === known && year > most)) most = year;
  }
  return most;
}

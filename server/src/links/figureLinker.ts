import type { FigureRelation } from './model';
import type { Figure, FigureTime, StatedDate } from '../claims/figures/model';
import { compareSources } from './claimants';
import { isDay, type FigureRecord } from './figureRecords';
import { framesDiffer } from './frames';
import { compatible, isNear, slipBetween, type Slip } from './quantities';

/** Two figures of two articles that are about the same thing; `a` is the first article's. */
export interface RawFigureLink {
  readonly a: FigureRecord;
  readonly b: FigureRecord;
  readonly relation: FigureRelation;
  readonly similarity: number;
  readonly tentative: boolean;
}

interface Candidate extends RawFigureLink {
  readonly slip: Slip;
}

/** From which likeness on two figures that agree are linked, and from which the link is shown as sure. */
const agreeing = 0.2;
const surelyAgreeing = 0.32;
/** A number with three or more digits is seldom the same by chance. */
const tellingBonus = 0.15;
/**
 * From which likeness on figures that differ are linked, and from which they are reported: the less, the better a slip
 * of the keys explains the difference.
 */
const differing: Readonly<Record<Slip, number>> = { none: 0.42, likely: 0.3, telling: 0.1 };
const surelyDiffering: Readonly<Record<Slip, number>> = { none: 0.55, likely: 0.38, telling: 0.1 };
/** Figures less alike than this aren't looked at. */
const least = 0.08;
/** An article that has the other's value for something this much alike is taken to mean that. */
const hasItToo = 0.15;

/**
 * Links the figures of two articles of one story. A figure that the other article has too is linked to it. Where one has
 * another value for what is plainly the same thing, the two are linked as differing: each must be the other's best match,
 * and neither article may have the other's value as well.
 */
export function linkFigures(first: readonly FigureRecord[], second: readonly FigureRecord[]): readonly RawFigureLink[] {
  const byGroup = new Map<string, FigureRecord[]>();
  for (const record of second) {
    const list = byGroup.get(record.group);
    if (list) list.push(record);
    else byGroup.set(record.group, [record]);
  }
  const year = yearOf(first, second);
  const agreed: Candidate[] = [];
  const differ: Candidate[] = [];
  const explained = new Set<FigureRecord>();
  for (const a of first) {
    for (const b of byGroup.get(a.group) ?? []) {
      const candidate = compare(a, b, year);
      if (!candidate) continue;
      if (candidate.relation === 'differs') differ.push(candidate);
      else {
        if (candidate.similarity >= hasItToo || isTelling(a)) {
          explained.add(a);
          explained.add(b);
        }
        if (candidate.similarity + (isTelling(a) ? tellingBonus : 0) >= agreeing) agreed.push(candidate);
      }
    }
  }
  const links: RawFigureLink[] = agreed.map((one) => ({
    ...one,
    tentative: one.similarity + (isTelling(one.a) ? tellingBonus : 0) < surelyAgreeing,
  }));
  const open = differ
    .filter(({ a, b }) => !explained.has(a) && !explained.has(b))
    .map((one) => ({ ...one, similarity: one.similarity * uniqueness(one.a, first) * uniqueness(one.b, second) }));
  const standsOut = margins(open);
  open.sort((x, y) => scoreOf(y) - scoreOf(x));
  const taken = new Set<FigureRecord>();
  for (const one of open) {
    if (taken.has(one.a) || taken.has(one.b)) continue;
    taken.add(one.a);
    taken.add(one.b);
    const likeness = one.similarity + (standsOut(one) ? aloneBonus : 0);
    if (likeness < differing[one.slip]) continue;
    links.push({ ...one, tentative: one.tentative || likeness < surelyDiffering[one.slip] });
  }
  return links;
}

/** What it adds where neither figure has another like it in the other article. */
const aloneBonus = 0.08;
/** By how much a figure's best match must be better than its next. */
const clearMargin = 0.15;

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

const scoreOf = (one: Candidate): number =>
  one.similarity + (one.slip === 'none' ? 0 : one.slip === 'likely' ? 0.1 : 0.25);

/** Whether a number is too particular to turn up twice by chance. */
const isTelling = ({ quantity, figure }: FigureRecord): boolean =>
  quantity !== null && figure.step > 0 && Math.round(Math.abs(figure.value ?? 0) / figure.step) >= 100;

/** What likeness counts for where the article counts the same things more than once: they are not the same, then. */
const severalCounts = 0.8;

export function uniqueness(record: FigureRecord, all: readonly FigureRecord[]): number {
  const { head, group, quantity } = record;
  if (head === -1 || !quantity) return 1;
  const twice = all.some(
    (one) => one.head === head && one.group === group && one.quantity && !compatible(one.quantity, quantity),
  );
  return twice ? severalCounts : 1;
}

/** The year that two articles are of: that of their datelines, else the one they speak of most. */
function yearOf(first: readonly FigureRecord[], second: readonly FigureRecord[]): number {
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

/** Whether one speaks of a year gone by that the other doesn't. */
function inOtherYears(a: FigureRecord, b: FigureRecord, own: number): boolean {
  const past = (one: FigureRecord, other: FigureRecord) =>
    one.years.some((year) => year < own) && !one.years.some((year) => other.years.includes(year));
  return past(a, b) || past(b, a);
}

/** How likely it is that one and the same thing is given with two values so far apart. */
function plausibility(a: FigureRecord, b: FigureRecord): number {
  if (!a.quantity || !b.quantity || a.group === 'score') return 1;
  const [x, y] = [Math.abs(a.quantity.value), Math.abs(b.quantity.value)].sort((m, n) => m - n);
  const times = (y ?? 0) / (x ?? 0);
  let factor = times <= 1.6 ? 1 : times <= 3 ? 0.85 : times <= 10 ? 0.6 : 0.3;
  // Twos and threes begin every other sentence.
  if ((y ?? 0) <= 5 && a.group === 'count') factor *= 0.85;
  return factor;
}

/** What it adds when both articles name one source. */
const sameSourceBonus = 0.12;

export function compare(a: FigureRecord, b: FigureRecord, year: number): Candidate | null {
  const similarity = alike(a, b);
  const relation = similarity < least && !isTelling(a) ? null : relationOf(a, b);
  if (relation === null) return null;
  if (relation === 'agrees') return { a, b, relation, similarity, tentative: false, slip: 'none' };
  if (a.group === 'age' ? !samePerson(a, b) : !mayDiffer(a, b) || inOtherYears(a, b, year) || isCountOfDays(a)) {
    return null;
  }
  // "One" begins many a sentence that counts nothing.
  if (a.group === 'count' && (a.figure.value === 1 || b.figure.value === 1)) return null;
  const slip =
    a.quantity && b.quantity ? slipBetween(a.quantity, b.quantity) : slipBetweenDates(a.figure.date, b.figure.date);
  const likely = slip !== 'none' ? 1 : plausibility(a, b);
  const sourced = compareSources(a.source, b.source) === 'same' ? sameSourceBonus : 0;
  return { a, b, relation, similarity: similarity * likely + sourced, tentative: false, slip };
}

/** Ages are of persons: one name must be the other, or a part of it. */
function samePerson({ subject: a }: FigureRecord, { subject: b }: FigureRecord): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  return fewer.size > 0 && [...fewer].every((stem) => more.has(stem));
}

/** "The 14th day of the strike" is another one tomorrow. */
const isCountOfDays = ({ figure }: FigureRecord): boolean =>
  figure.kind === 'ordinal' && /^(?:second|minute|hour|day|night|week|month|time)$/.test(figure.subject?.head ?? '');

/** Whether two figures that differ are worth telling of: not from two named sources, for two times, in two frames. */
export function mayDiffer(a: FigureRecord, b: FigureRecord): boolean {
  return (
    compareSources(a.source, b.source) !== 'other' &&
    compareTimes(a.figure, b.figure) !== 'other' &&
    !framesDiffer(a.frames, b.frames)
  );
}

function relationOf(a: FigureRecord, b: FigureRecord): FigureRelation | null {
  if (a.quantity && b.quantity) {
    if (a.figure.per !== b.figure.per && a.figure.per !== null && b.figure.per !== null) return null;
    if (!compatible(a.quantity, b.quantity)) return 'differs';
    return isNear(a.quantity, b.quantity) ? 'agrees' : null;
  }
  return relationOfDates(a.figure, b.figure);
}

/** Dates agree as far as both are exact; two days, two times differ. */
function relationOfDates(a: Figure, b: Figure): FigureRelation | null {
  if (a.kind === 'time')
    return a.iso === b.iso ? 'agrees' : a.bound === 'exact' && b.bound === 'exact' ? 'differs' : null;
  const x = a.date;
  const y = b.date;
  if (isDay(x) && isDay(y) && x && y) {
    if (x.day !== y.day || x.month !== y.month) return 'differs';
    return x.year !== null && y.year !== null && x.year !== y.year ? 'differs' : 'agrees';
  }
  if (a.iso === null || b.iso === null) return null;
  if (a.iso.startsWith(b.iso) || b.iso.startsWith(a.iso)) return 'agrees';
  return a.iso.length === b.iso.length && a.iso.length < 8 ? 'differs' : null;
}

/** Whether one date looks like the other with a slip: another day of that month, of the same weekday or with one digit off. */
function slipBetweenDates(a: StatedDate | null, b: StatedDate | null): Slip {
  if (!a || !b || a.day === null || b.day === null || a.month !== b.month) return 'none';
  if (a.weekday !== null && a.weekday === b.weekday) return 'likely';
  const apart = Math.abs(a.day - b.day);
  return apart === 10 || (apart === 1 && (a.weekday === null || b.weekday === null)) ? 'likely' : 'none';
}

// ---- what the figures are about ------------------------------------------------------------------------

/** How alike two figures are in what they count and in the words around them: 0 to 1. */
export function alike(a: FigureRecord, b: FigureRecord): number {
  const around = cosine(a, b);
  if (a.subject.size === 0 || b.subject.size === 0) return around * 0.9;
  let shared = 0;
  for (const stem of a.subject) if (b.subject.has(stem)) shared++;
  const heads = a.head === b.head;
  const onlyA = a.subject.size - shared;
  const onlyB = b.subject.size - shared;
  let about = (shared + (heads ? 1 : 0)) / (Math.sqrt((a.subject.size + 1) * (b.subject.size + 1)) || 1);
  // "Eastside library" and "Westside library": each says what the other doesn't.
  if (heads && onlyA > 0 && onlyB > 0) about *= 0.6;
  // One word that both count says less than two.
  const weight = Math.min(a.subject.size, b.subject.size) > 1 ? 0.5 : 0.4;
  return weight * about + (1 - weight) * around;
}

function cosine(a: FigureRecord, b: FigureRecord): number {
  if (a.size === 0 || b.size === 0) return 0;
  const [fewer, more] = a.context.size < b.context.size ? [a.context, b.context] : [b.context, a.context];
  let dot = 0;
  for (const [stem, weight] of fewer) dot += weight * (more.get(stem) ?? 0);
  return dot / (a.size * b.size);
}

/** - `other`: the figures stand for different times. */
function compareTimes(a: Figure, b: Figure): 'same' | 'other' | 'open' {
  if (a.time === null && b.time === null) return 'open';
  if (a.time === null || b.time === null) return isApart(a.time ?? b.time) ? 'other' : 'open';
  const { iso: x, relation: first } = a.time;
  const { iso: y, relation: second } = b.time;
  if (x !== null && y !== null) return x.startsWith(y) || y.startsWith(x) ? 'same' : 'other';
  if (a.time.text.toLowerCase() === b.time.text.toLowerCase()) return 'same';
  return first !== second || isApart(a.time) !== isApart(b.time) ? 'other' : 'open';
}

/** Whether a figure stands for another time than that of the news: a deadline, a start, another year. */
function isApart(time: FigureTime | null): boolean {
  if (!time) return false;
  // Days are near the news; "by Friday" and "since Monday" tell nothing apart that "on Friday" doesn't.
  if (time.iso !== null && time.iso.length >= 10) return false;
  if (time.relation !== 'at') return !/day\b/i.test(time.text);
  return (
    (time.iso !== null && time.iso.length < 10) ||
    /\b(?:last|next|previous|earlier|ago|this|current|year|month)/i.test(time.text)
  );
}

import type { FigureRelation } from './model';
import type { Figure, FigureTime, StatedDate } from '../claims/figures/model';
import { compareSources } from './claimants';
import { product, weightIn } from './figureContext';
import { isDay, type FigureRecord } from './figureRecords';
import { framesDiffer } from './frames';
import { isBeside } from './surroundings';
import { compatible, isNear, isSumOverTime, isSwapped, slipBetween, type Slip } from './quantities';

/** Whether one speaks of a year gone by that the other doesn't. */
export function inOtherYears(a: FigureRecord, b: FigureRecord, own: number): boolean {
  const past = (one: FigureRecord, other: FigureRecord) =>
    one.years.some((year) => year < own) && !one.years.some((year) => other.years.includes(year));
  return past(a, b) || past(b, a);
}

/** Years further apart than this are hardly two datings of one event. */
const yearsApart = 3;

/** What likeness counts for where each figure stands beside other names. */
const othersNames = 0.75;

/**
 * Less than 1 where the two may well be somebody else's: each counts something of another name, or stands beside names
 * and none of them in both.
 */
export function ownership(a: FigureRecord, b: FigureRecord): number {
  if (countsName(a) && countsName(b) && !isPart(a.subject, b.subject)) return othersNames;
  if (a.names.size === 0 || b.names.size === 0) return 1;
  for (const name of a.names) if (b.names.has(name)) return 1;
  // A minute of play, or a place in an order, is somebody's who may be named further off.
  if (a.group === 'ordinal') {
    for (const name of a.names) if (stands(b, name)) return 1;
    for (const name of b.names) if (stands(a, name)) return 1;
  }
  return othersNames;
}

/** Whether a name of the one stands a little further off from the other. */
const stands = ({ context, initials }: FigureRecord, name: number): boolean =>
  isBeside(weightIn(context, name) || (initials.get(name) ?? 0));

/** Whether what is counted is a name: its last word begins with a capital letter. */
const countsName = ({ figure: { subject } }: FigureRecord): boolean =>
  subject !== null && /(?:^|[\s-])\p{Lu}[^\s]*$/u.test(subject.text);

/** How likely it is that one and the same thing is given with two values so far apart: 0 to 1. */
export function plausibility(a: FigureRecord, b: FigureRecord): number {
  if (!a.quantity || !b.quantity) {
    const years = Math.abs(Number(a.figure.iso?.slice(0, 4)) - Number(b.figure.iso?.slice(0, 4)));
    return years > yearsApart ? 0.75 : 1;
  }
  if (a.group === 'score')
    return a.quantity.value + (a.quantity.max ?? 0) === b.quantity.value + (b.quantity.max ?? 0) ? 1 : 0.8;
  const [x, y] = [Math.abs(a.quantity.value), Math.abs(b.quantity.value)].sort((m, n) => m - n);
  const times = (y ?? 0) / (x ?? 0);
  let factor = times <= 1.6 ? 1 : times <= 3 ? 0.85 : times <= 10 ? 0.6 : 0.3;
  // "Aftershocks of 3.6 to 4.3" are hardly the quake of 6.1.
  if ((a.quantity.max === null) !== (b.quantity.max === null)) factor *= 0.75;
  // Twos and threes begin every other sentence.
  if ((y ?? 0) <= 5 && a.group === 'count') factor *= 0.85;
  return factor;
}

/** Ages are of persons: one name must be the other, or a part of it. "A man, 25" may be anybody. */
export function samePerson(first: FigureRecord, second: FigureRecord): boolean {
  if (!countsName(first) || !countsName(second)) return false;
  return isPart(first.subject, second.subject);
}

/** Whether all words of the shorter list are in the longer. */
function isPart(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a];
  return fewer.size > 0 && [...fewer].every((stem) => more.has(stem));
}

/** "The 14th day of the strike" is another one tomorrow. */
export const isCountOfDays = ({ figure }: FigureRecord): boolean =>
  figure.kind === 'ordinal' && /^(?:hour|day|night|week|month|time)$/.test(figure.subject?.head ?? '');

/**
 * Whether two figures that differ are worth telling of: not from two named sources, for two times, in two frames.
 * @param eitherTime whether a time that only one of them has keeps nothing apart.
 */
export function mayDiffer(a: FigureRecord, b: FigureRecord, eitherTime = false): boolean {
  if (compareSources(a.beside.source, b.beside.source) === 'other' || framesDiffer(a.beside.frames, b.beside.frames))
    return false;
  return (
    (eitherTime && (a.figure.time === null || b.figure.time === null)) || compareTimes(a.figure, b.figure) !== 'other'
  );
}

/** Whether two figures of one group can both be true; null where the one tells nothing of the other. */
export function relationOf(a: FigureRecord, b: FigureRecord): FigureRelation | null {
  if (a.quantity && b.quantity) {
    if (a.figure.per !== b.figure.per) {
      if (a.figure.per !== null && b.figure.per !== null) return null;
      const [rate, sum] = a.figure.per === null ? [b, a] : [a, b];
      if (isSumOverTime(rate.quantity?.value ?? 0, rate.figure.per ?? '', sum.quantity?.value ?? 0)) return null;
    }
    if (!compatible(a.quantity, b.quantity)) return 'differs';
    return isNear(a.quantity, b.quantity) ? 'agrees' : null;
  }
  return relationOfDates(a.figure, b.figure);
}

/** Dates agree as far as both are exact; two days, two times differ. */
function relationOfDates(a: Figure, b: Figure): FigureRelation | null {
  if (a.kind === 'time') return relationOfTimes(a, b);
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

/** Hours in clock time are rounded to five minutes. */
const roundMinutes = 5;

function relationOfTimes(a: Figure, b: Figure): FigureRelation | null {
  const x = minutesOf(a.iso);
  const y = minutesOf(b.iso);
  if (x === null || y === null) return null;
  if (x === y) return 'agrees';
  if (a.bound !== 'exact' || b.bound !== 'exact' || inZone(a) || inZone(b)) return null;
  if (Math.abs(x - y) < roundMinutes && (x % roundMinutes === 0 || y % roundMinutes === 0)) return null;
  return 'differs';
}

function minutesOf(iso: string | null): number | null {
  const [, hours, minutes = '0'] = /^T?(\d\d)(?::(\d\d))?/.exec(iso ?? '') ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/** Whether a time names its zone: another article may well give it in another. */
const inZone = ({ text }: Figure): boolean => /\b(?:[A-Z]{1,3}T|GMT|UTC|time|local)\b/.test(text);

/** How well a slip of the keys would explain the difference between two figures. */
export function slipOf(a: FigureRecord, b: FigureRecord): Slip {
  if (a.quantity && b.quantity) return slipBetween(a.quantity, b.quantity);
  const digits = (figure: Figure) => (figure.iso ?? '').replace(/\D/g, '').slice(0, 4);
  if ((a.figure.kind === 'time' || !isDay(a.figure.date)) && isSwapped(digits(a.figure), digits(b.figure)))
    return 'likely';
  return slipBetweenDates(a.figure.date, b.figure.date);
}

/** Whether one date looks like the other with a slip: another day of that month, of the same weekday or with one digit off. */
function slipBetweenDates(a: StatedDate | null, b: StatedDate | null): Slip {
  if (!a || !b || a.day === null || b.day === null || a.month !== b.month) return 'none';
  if (a.weekday !== null && a.weekday === b.weekday) return 'likely';
  const apart = Math.abs(a.day - b.day);
  return apart === 10 || (apart === 1 && (a.weekday === null || b.weekday === null)) ? 'likely' : 'none';
}

// ---- what the figures are about ------------------------------------------------------------------------

/** Whether two figures count anything of one name; true where one of them doesn't say what it counts. */
export function shareSubject({ subject: a }: FigureRecord, { subject: b }: FigureRecord): boolean {
  if (a.size === 0 || b.size === 0) return true;
  for (const stem of a) if (b.has(stem)) return true;
  return false;
}

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
  const dot = product(a.context, b.context);
  return Math.min(1, (dot + inInitials(a, b) + inInitials(b, a)) / (a.size * b.size));
}

/** What is shared by names that the one writes out and the other shortens to their first letters. */
function inInitials({ initials }: FigureRecord, { context }: FigureRecord): number {
  let dot = 0;
  for (const [stem, weight] of initials) dot += weight * weightIn(context, stem);
  return dot;
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

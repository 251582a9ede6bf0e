import type { ArticleId } from '../core/article';
import { dayNumber, isDay, parseDay, weekdayAt, type Day } from '../claims/dates/calendar';
import { inferYear } from '../claims/dates/resolve';
import type { Dateline, Figure, StatedDate } from '../claims/figures/model';

/** An article, as far as its dates are concerned. */
export interface DatedArticle {
  readonly id: ArticleId;
  readonly text: string;
  readonly figures: readonly Figure[];
  readonly dateline: Dateline | null;
}

/** A date with its weekday, as an article states it. */
export interface WeekdayDate {
  readonly article: DatedArticle;
  readonly figure: Figure;
  /** From 1 (Monday) to 7. */
  readonly weekday: number;
  readonly day: number;
  readonly month: number;
  /** Only where the text states it with the date. */
  readonly year: number | null;
}

/**
 * A weekday that isn't that date's.
 * - `year`: known to be wrong in the year that the date stands in.
 * - `against`: no year is known, but another passage has the same date on another weekday.
 * - `outlier`: no year is known, but the weekdays of the other dates agree on one in which this one is wrong.
 */
export type WeekdayFault =
  | { readonly kind: 'year'; readonly date: WeekdayDate; readonly year: number; readonly known: YearSource }
  | { readonly kind: 'against'; readonly date: WeekdayDate; readonly others: readonly WeekdayDate[] }
  | {
      readonly kind: 'outlier';
      readonly date: WeekdayDate;
      readonly others: readonly WeekdayDate[];
      readonly right: number;
    };

/** Where the year of a date is known from. */
export type YearSource =
  | { readonly kind: 'stated' }
  | { readonly kind: 'dateline'; readonly article: DatedArticle; readonly iso: string }
  | { readonly kind: 'story'; readonly iso: string };

/** Before this year calendars differed from country to country. */
const firstYear = 1753;
/** A date without a year stands for the one nearest to the day of the report, or for another no farther than this, in days. */
const farthest = 300;
/** Dates of one event lie no farther apart than this, in days of the year. */
const together = 45;

/** The years that weekdays are tried in where none is known: the calendar goes round in 28. */
const round = { from: 2000, to: 2027 } as const;

/** The weekday of a day, from 1 (Monday) to 7; null for a day that the calendar doesn't have. */
function weekdayIn(year: number, { month, day }: WeekdayDate): number | null {
  return isDay(year, month, day) ? weekdayAt(dayNumber({ year, month, day })) : null;
}

/** The dates of an article that carry both a weekday and a day of a month, in the order of `start`. */
export function weekdayDates(article: DatedArticle): readonly WeekdayDate[] {
  const found: WeekdayDate[] = [];
  for (const figure of article.figures) {
    const { kind, date } = figure;
    if (kind !== 'date' || date === null) continue;
    const { weekday, day, month, year } = date;
    if (weekday === null || day === null || month === null) continue;
    // "... on Monday. (July 15)": the weekday ends its sentence, and the date is a caption's.
    if (/day\.\s/i.test(article.text.slice(figure.start, figure.end))) continue;
    if (year !== null && (year < firstYear || isOldStyle(article.text, figure))) continue;
    found.push({ article, figure, weekday, day, month, year });
  }
  return found;
}

/** Whether the writer says that a date is of the old calendar. */
const isOldStyle = (text: string, { end }: Figure): boolean =>
  /^[\s,(]*(?:O\.?S\.?\b|old style|Julian)/.test(text.slice(end, end + 20));

/**
 * Finds the weekdays in an article that are wrong for their dates. The year is the one stated with the date, or the one
 * that puts it nearest to the day of the report: the article's own day or, where it gives none, its story's. Where no
 * year is known only a contradiction counts. Silent where a neighbouring year that the passage may mean fits.
 * @param others the other articles of the story.
 * @param storyDate the day of the story in ISO 8601, or null.
 */
export function findWeekdayFaults(
  article: DatedArticle,
  others: readonly DatedArticle[],
  storyDate: string | null,
): readonly WeekdayFault[] {
  const own = weekdayDates(article);
  if (own.length === 0) return [];
  const day = dayOf(article, others, storyDate);
  const faults: WeekdayFault[] = [];
  const reference = day && parseDay(day.iso);
  const adrift: { readonly date: WeekdayDate; readonly year: number }[] = [];
  for (const date of own) {
    if (date.year !== null) {
      const right = weekdayIn(date.year, date);
      if (right !== null && right !== date.weekday) {
        faults.push({ kind: 'year', date, year: date.year, known: { kind: 'stated' } });
      }
    } else if (reference) {
      const year = wrongYear(date, reference);
      if (year !== null && !fitsYearBefore(date)) adrift.push({ date, year });
    }
  }
  // Several dates that are all wrong now and right in one other year are of that year: a look back.
  if (day && !(adrift.length > 1 && yearsOf(adrift.map(({ date }) => date)).length > 0)) {
    for (const { date, year } of adrift) faults.push({ kind: 'year', date, year, known: day });
  }
  if (!day) faults.push(...contradictions(own, others));
  return faults.sort((a, b) => a.date.figure.start - b.date.figure.start);
}

function dayOf(
  article: DatedArticle,
  others: readonly DatedArticle[],
  storyDate: string | null,
): Exclude<YearSource, { kind: 'stated' }> | null {
  if (article.dateline) return { kind: 'dateline', article, iso: article.dateline.iso };
  if (storyDate === null) return null;
  const source = others.find(({ dateline }) => dateline?.iso === storyDate);
  return source ? { kind: 'dateline', article: source, iso: storyDate } : { kind: 'story', iso: storyDate };
}

/**
 * The year that a date without one stands in, where its weekday is wrong in it and in any other year that the date may
 * stand in; null where the weekday is right.
 */
function wrongYear(date: WeekdayDate, reference: Day): number | null {
  const today = dayNumber(reference);
  let nearest: { readonly year: number; readonly apart: number } | null = null;
  for (const year of [reference.year - 1, reference.year, reference.year + 1]) {
    const weekday = weekdayIn(year, date);
    if (weekday === null) continue;
    const apart = Math.abs(dayNumber({ year, month: date.month, day: date.day }) - today);
    if (apart > farthest) continue;
    if (weekday === date.weekday) return null;
    if (!nearest || apart < nearest.apart) nearest = { year, apart };
  }
  return nearest?.year ?? null;
}

/** Whether the passage before a date has told of a year in which its weekday is right: "In 2011 ... on Friday, March 11". */
function fitsYearBefore(date: WeekdayDate): boolean {
  const { article, figure } = date;
  return article.figures.some((other) => {
    if (other.kind !== 'date' || other.start >= figure.start) return false;
    const year = other.date?.year ?? null;
    if (year === null || weekdayIn(year, date) !== date.weekday) return false;
    // "The '24 budget" sets no scene; "in 2024" and "June 2024" do.
    return other.date?.month !== null || /\b(?:in|of|during|since|back to)\s+$/i.test(before(article.text, other));
  });
}

const before = (text: string, { start }: Figure): string => text.slice(Math.max(0, start - 12), start);

// ---- where no year is known ----------------------------------------------------------------------------

function contradictions(own: readonly WeekdayDate[], others: readonly DatedArticle[]): WeekdayFault[] {
  const faults: WeekdayFault[] = [];
  const all = [...own, ...others.flatMap(weekdayDates)];
  for (const date of own) {
    if (date.year !== null) continue;
    const against = all.filter((other) => other !== date && sameDay(other, date) && other.weekday !== date.weekday);
    if (against.length > 0) {
      faults.push({ kind: 'against', date, others: onePerArticle(against) });
      continue;
    }
    const near = all.filter((other) => other !== date && daysApart(other, date) <= together);
    const right = outlier(date, near);
    if (right !== null) faults.push({ kind: 'outlier', date, others: near, right });
  }
  return faults;
}

/**
 * The weekday that a date must have if at least two others, on different days, tell the year; null where they don't or
 * where it has that weekday.
 */
function outlier(date: WeekdayDate, near: readonly WeekdayDate[]): number | null {
  const days = new Set(near.map((other) => other.month * 32 + other.day));
  if (days.size < 2) return null;
  const rights = new Set(yearsOf(near).map((year) => weekdayIn(year, date)));
  const [right, ...more] = rights;
  return typeof right !== 'number' || more.length > 0 || right === date.weekday ? null : right;
}

/** The years in which all these weekdays are right, within one round of the calendar. */
function yearsOf(dates: readonly WeekdayDate[]): readonly number[] {
  return inferYear(
    dates.map(({ figure }) => figure.date).filter((date): date is StatedDate => date !== null),
    round.from,
    round.to,
  );
}

const sameDay = (a: WeekdayDate, b: WeekdayDate): boolean =>
  a.day === b.day && a.month === b.month && (a.year === null || b.year === null || a.year === b.year);

/** How many days apart two dates lie in one year, or over New Year where that is less. */
function daysApart(a: WeekdayDate, b: WeekdayDate): number {
  const apart = Math.abs(dayOfYear(a) - dayOfYear(b));
  return Math.min(apart, 365 - apart);
}

const dayOfYear = ({ month, day }: WeekdayDate): number => dayNumber({ year: 2001, month, day });

/** For each article the first of its passages. */
export function onePerArticle(dates: readonly WeekdayDate[]): readonly WeekdayDate[] {
  const first = new Map<ArticleId, WeekdayDate>();
  for (const date of dates) if (!first.has(date.article.id)) first.set(date.article.id, date);
  return [...first.values()];
}

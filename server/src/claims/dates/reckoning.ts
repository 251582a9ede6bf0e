import { dayAt, isoDay, isoMonth, isoWeek, isoYear, weekdayAt } from './calendar';

/** How exactly a stretch of time gives its date: "three days ago" to the day, "two weeks ago" to the week. */
export type Grain = 'day' | 'week' | 'month' | 'year';

/**
 * The ISO date that lies so many days, weeks, months or years after the day of writing, no more exact than that unit; before
 * it where the count is below 0.
 * @param today counted in days from 1 January 1970.
 * @returns null before the year 1.
 */
export function isoAfter(today: number, count: number, unit: Grain): string | null {
  const { year, month } = dayAt(today);
  switch (unit) {
    case 'day':
    case 'week':
      return isoAt(today + count * (unit === 'week' ? 7 : 1), unit);
    case 'month': {
      const months = year * 12 + month - 1 + count;
      return months < 12 ? null : isoMonth(Math.floor(months / 12), (months % 12) + 1);
    }
    case 'year':
      return year + count < 1 ? null : isoYear(year + count);
  }
}

/**
 * The day that "last Friday", "this Friday" or "next Friday" is, counted from 1 January 1970 as `today` is: the last one
 * before today; the first from today on; the one in the week after this, from Monday to Sunday.
 * @param weekday 1 (Monday) to 7.
 */
export function pointedDay(pointer: 'last' | 'this' | 'next', weekday: number, today: number): number {
  const ahead = (weekday - weekdayAt(today) + 7) % 7;
  switch (pointer) {
    case 'last':
      return today + ahead - 7;
    case 'this':
      return today + ahead;
    case 'next':
      return today - weekdayAt(today) + weekday + 7;
  }
}

/** The ISO date of the stretch that a day lies in: the day itself, its week, month or year. */
export function isoAt(day: number, grain: Grain): string {
  const at = dayAt(day);
  switch (grain) {
    case 'day':
      return isoDay(at);
    case 'week':
      return isoWeek(day);
    case 'month':
      return isoMonth(at.year, at.month);
    case 'year':
      return isoYear(at.year);
  }
}

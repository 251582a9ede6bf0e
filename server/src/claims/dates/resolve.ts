import type { StatedDate } from '../figures/model';
import { dayAt, dayNumber, isDay, isoDay, isoMonth, isoYear, parseDay, weekdayAt, type Day } from './calendar';

/** Which way from the day of writing a date lies, as far as the sentence shows it; null where it doesn't. */
export type Direction = 'past' | 'future' | null;

/** - `open`: the sentence tells of what then lay ahead ("would meet on Thursday"), which may have come since. */
export type SentenceDirection = Direction | 'open';

/** So near to the day of writing, a date needs no further sign of its year. */
const plainlyNear = 75;

/**
 * Sets a stated date in the calendar, as exactly as it is stated.
 * @param reference the day the text was written, in ISO 8601. Unused where the year is stated.
 * @param direction which way the sentence points. Without it a bare weekday is the last one (or the day itself), and a
 * day or month without its year is the nearest, where that is plain.
 * @returns "2025-06-09", "2022-04" or "2022"; null for a day that the calendar doesn't have, for a date that states
 * nothing, where the reference is needed and is no ISO day, and where two years are as likely.
 */
export function resolveDate(date: StatedDate, reference: string, direction: Direction = null): string | null {
  const { weekday, day, month, year } = date;
  if (year !== null) {
    if (month === null) return day === null ? isoYear(year) : null;
    if (day === null) return isoMonth(year, month);
    return isDay(year, month, day) ? isoDay({ year, month, day }) : null;
  }
  const today = parseDay(reference);
  if (!today) return null;
  if (month !== null) {
    return day === null
      ? nearestMonth(month, today, direction)
      : nearestDay(month, day, weekday, dayNumber(today), direction);
  }
  if (day !== null) return dayOfMonth(day, weekday, today, direction);
  return weekday === null ? null : nearestWeekday(weekday, dayNumber(today), direction);
}

function nearestWeekday(weekday: number, today: number, direction: Direction): string {
  const back = (weekdayAt(today) - weekday + 7) % 7;
  return isoDay(dayAt(direction === 'future' ? today + ((7 - back) % 7) : today - back));
}

/** The weekday settles the year only where the calendar alone leaves it open: in copy it is as often wrong as the day. */
function nearestDay(
  month: number,
  day: number,
  weekday: number | null,
  today: number,
  direction: Direction,
): string | null {
  const { year } = dayAt(today);
  const candidates: { readonly at: number; readonly away: number }[] = [];
  for (let y = year - 1; y <= year + 1; y++) {
    if (!isDay(y, month, day)) continue;
    const at = dayNumber({ year: y, month, day });
    candidates.push({ at, away: Math.abs(at - today) });
  }
  candidates.sort((a, b) => a.away - b.away);
  const [nearest, next] = candidates;
  if (!nearest) return null;
  if (!next || nearest.away <= plainlyNear) return isoDay(dayAt(nearest.at));
  const fitting = [nearest, next].filter(({ at }) => weekday !== null && weekdayAt(at) === weekday);
  if (fitting[0] && fitting.length === 1) return isoDay(dayAt(fitting[0].at));
  const pointed = candidates.find(({ at }) => (direction === 'past' ? at <= today : at >= today));
  if (direction !== null && pointed) return isoDay(dayAt(pointed.at));
  return dayAt(nearest.at).year === year ? isoDay(dayAt(nearest.at)) : null;
}

/** Without a sign of the future, only a month gone by is sure: of this year, or of last year’s end. */
function nearestMonth(month: number, today: Day, direction: Direction): string | null {
  const ahead = (month - today.month + 12) % 12;
  const back = 12 - ahead;
  const next = isoMonth(today.year + (month < today.month ? 1 : 0), month);
  const last = isoMonth(today.year - (month > today.month ? 1 : 0), month);
  if (ahead === 0 || direction === 'future') return next;
  if (direction === 'past') return last;
  return back <= 3 || (back <= 7 && month < today.month) ? last : null;
}

/** "Thursday the 12th": the nearest month where that is so. Without a weekday, this month’s or the one pointed to. */
function dayOfMonth(day: number, weekday: number | null, today: Day, direction: Direction): string | null {
  const now = dayNumber(today);
  let best: number | null = null;
  for (let step = weekday === null ? -1 : -8; step <= (weekday === null ? 1 : 8); step++) {
    const count = today.year * 12 + today.month - 1 + step;
    const [year, month] = [Math.floor(count / 12), (count % 12) + 1];
    if (!isDay(year, month, day)) continue;
    const at = dayNumber({ year, month, day });
    if (weekday !== null ? weekdayAt(at) !== weekday : direction === null && step !== 0) continue;
    if (direction === 'past' ? at > now : direction === 'future' && at < now) continue;
    if (best === null || Math.abs(at - now) < Math.abs(best - now)) best = at;
  }
  return best === null ? null : isoDay(dayAt(best));
}

/**
 * The years in which all the weekdays are right for their dates: for an article that gives "Monday, June 23" and
 * "Tuesday, July 1" without a year. Dates that lack a weekday, day or month, or state their year, are passed over.
 * @returns in order, from `earliest` to `latest`; empty where no date bears on it, or no year fits them all.
 */
export function inferYear(dates: readonly StatedDate[], earliest: number, latest: number): readonly number[] {
  const bearing = dates.filter((d) => d.weekday !== null && d.day !== null && d.month !== null && d.year === null);
  if (bearing.length === 0) return [];
  const years: number[] = [];
  for (let year = earliest; year <= latest; year++) {
    const fits = bearing.every(
      ({ weekday, day, month }) =>
        day !== null &&
        month !== null &&
        isDay(year, month, day) &&
        weekdayAt(dayNumber({ year, month, day })) === weekday,
    );
    if (fits) years.push(year);
  }
  return years;
}

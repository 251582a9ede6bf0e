import { resolveDate } from '../claims/dates/resolve';
import type { Figure } from '../claims/figures/model';
import type { Story } from './model';

/**
 * A date whose own article doesn't say when it was written, set by the day that the other articles of its story give.
 * Any other figure, and a date of a story without a day, comes back as it is.
 */
export function dated(figure: Figure, story: Story | null): Figure {
  if (figure.iso !== null || figure.date === null || !story?.date) return figure;
  const iso = resolveDate(figure.date, story.date, figure.bound === 'atMost' ? 'future' : null);
  return iso === null ? figure : { ...figure, iso };
}

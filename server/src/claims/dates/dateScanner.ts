import type { Dateline, ScannedFigure } from '../figures/model';
import type { Paragraph } from '../model';

/**
 * Finds the dates and times of an article: days, weekdays, months, years, decades, seasons, quarters, times of day,
 * relative dates. In the order of `start`, none overlapping. Relative ones are resolved against `dateline`; without it
 * their `iso` is null. Never throws.
 */
export function scanDates(
  _text: string,
  _paragraphs: readonly Paragraph[],
  _dateline: Dateline | null,
): readonly ScannedFigure[] {
  return [];
}

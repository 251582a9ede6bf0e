import type { Span } from '../../core/span';
import type { Paragraph } from '../model';
import type { ScannedFigure } from './model';

/**
 * Finds the figures of an article that are no dates or times: counts, money, percent, measures, ages, durations, scores,
 * ordinals, multiples. In the order of `start`, none overlapping, none touching a span of `taken` (the dates, in order).
 * Never throws.
 */
export function scanFigures(
  _text: string,
  _paragraphs: readonly Paragraph[],
  _taken: readonly Span[],
): readonly ScannedFigure[] {
  return [];
}

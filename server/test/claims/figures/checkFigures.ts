import assert from 'node:assert/strict';
import { scanFigures } from '../../../src/claims/figures/figureScanner';
import type { ScannedFigure } from '../../../src/claims/figures/model';
import { splitParagraphs } from '../../../src/claims/paragraphs';
import { parseMarked } from '../../support/marked';

/** "money 1300000000 USD /year atLeast": kind, value with the upper end, unit, what it is reckoned by, bound, vagueness. */
export function describeFigure(figure: ScannedFigure): string {
  const value = figure.max === null ? String(figure.value) : `${String(figure.value)}..${String(figure.max)}`;
  const parts = [figure.kind, value];
  if (figure.unit !== null) parts.push(figure.unit);
  if (figure.per !== null) parts.push(`/${figure.per}`);
  if (figure.bound !== 'exact') parts.push(figure.bound);
  if (figure.vague) parts.push('vague');
  return parts.join(' ');
}

/** Holds the figures of an article against its marks: every mark is a figure, and no other stretch is one. */
export function checkFigures(source: string): void {
  const { text, marks } = parseMarked(source);
  const found = scanFigures(text, splitParagraphs(text), []).map(
    (figure) => `${text.slice(figure.start, figure.end)} {${describeFigure(figure)}}`,
  );
  assert.deepEqual(
    found,
    marks.map((mark) => `${mark.text} {${mark.label}}`),
  );
}

import { strict as assert } from 'node:assert';
import { extractClaims } from '../../../src/claims/extract';
import type { Figure } from '../../../src/claims/figures/model';
import { parseMarked } from '../../support/marked';

/**
 * Checks every marked figure: what `say` tells of it must be the mark's label. A figure is the one that begins in the
 * mark; where none does the answer is "no figure".
 */
export function checkUnderstanding(source: string, say: (figure: Figure) => string): void {
  const { text, marks } = parseMarked(source.trim());
  const { figures } = extractClaims(text);
  const tell = (words: string, answer: string): string => `${words}: ${answer}`;
  const got = marks.map((mark) => {
    const figure = figures.find(({ start, end }) => start < mark.end && mark.start < end);
    return tell(mark.text, figure ? say(figure) : 'no figure');
  });
  assert.deepEqual(
    got,
    marks.map((mark) => tell(mark.text, mark.label)),
  );
}

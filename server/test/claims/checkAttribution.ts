import { strict as assert } from 'node:assert';
import { extractClaims } from '../../src/claims/extract';
import { parseMarked } from '../support/marked';

/**
 * Checks kind and speaker of every marked quote: `⟦We sail,⟧{direct, Ada Quill}`, `{scare}`, `{direct, null}`;
 * with `, continues` the quote must go on from an earlier one.
 */
export function checkAttribution(source: string): void {
  const { text, marks } = parseMarked(source.trim());
  const { quotes } = extractClaims(text);
  const got = marks.map((mark) => {
    const quote = quotes.find((q) => q.start === mark.start && q.end === mark.end);
    if (!quote) return `${mark.text}: no such quote among ${quotes.map((q) => q.text).join(' | ')}`;
    const wanted = mark.label.split(', ');
    const parts: string[] = [quote.kind];
    if (wanted.length > 1) parts.push(quote.speaker?.name ?? 'null');
    if (wanted.length > 2) parts.push(quote.continues === null ? 'alone' : 'continues');
    return `${mark.text}: ${parts.join(', ')}`;
  });
  assert.deepEqual(
    got,
    marks.map((mark) => `${mark.text}: ${mark.label}`),
  );
}

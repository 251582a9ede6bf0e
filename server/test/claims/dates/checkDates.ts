import assert from 'node:assert/strict';
import { scanDates } from '../../../src/claims/dates/dateScanner';
import { findDateline } from '../../../src/claims/dates/dateline';
import type { Dateline } from '../../../src/claims/figures/model';
import { splitParagraphs } from '../../../src/claims/paragraphs';
import { parseMarked } from '../../support/marked';

/** A dateline that stands nowhere in the text. */
export const writtenOn = (iso: string): Dateline => ({ iso, start: 0, end: 0 });

/**
 * Holds the dates and times found in an article to its marks: each with its span, its ISO value ("?" where it stays
 * open) and, where it isn't exact, its bound: `⟦by Friday⟧{2025-06-13 atMost}`.
 * @param day the day the article was written, in ISO 8601; null where nobody knows.
 */
export function checkDates(source: string, day: string | null = null): void {
  const { text, marks } = parseMarked(source);
  const found = scanDates(text, splitParagraphs(text), day === null ? null : writtenOn(day));
  assert.deepEqual(
    found.map((f) => `${text.slice(f.start, f.end)} = ${f.iso ?? '?'}${f.bound === 'exact' ? '' : ` ${f.bound}`}`),
    marks.map((m) => `${m.text} = ${m.label}`),
  );
}

/** Holds the day that an article gives as its own to the mark in it; no mark, no day. */
export function checkDateline(source: string): void {
  const { text, marks } = parseMarked(source);
  const found = findDateline(text, splitParagraphs(text));
  assert.deepEqual(
    found && `${text.slice(found.start, found.end)} = ${found.iso}`,
    marks[0] ? `${marks[0].text} = ${marks[0].label}` : null,
  );
}

import type { Dateline } from '../figures/model';
import type { Paragraph } from '../model';

/** The day that the article gives as its own ("Posted 11:02 p.m. June 9, 2025"), or null where it gives none. */
export function findDateline(_text: string, _paragraphs: readonly Paragraph[]): Dateline | null {
  return null;
}

import { isDigit, isLetter } from '../../claims/characters';
import type { Span } from '../../core/span';

/** Whether the code unit belongs to a word; an apostrophe does after a letter, where a letter follows. */
function isOfWord(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (isLetter(code) || isDigit(code)) return true;
  return (code === 39 || code === 0x2019) && isLetter(text.charCodeAt(i - 1)) && isLetter(text.charCodeAt(i + 1));
}

/** Whether an offset lies between two letters or digits of one word. */
export const isInsideWord = (text: string, offset: number): boolean =>
  isOfWord(text, offset - 1) && isOfWord(text, offset);

/**
 * Where the first word of a stretch ends, beyond the stretch where that cuts the word. The second half of a word written
 * as one ("cannot") has no letters of its own: a stretch that begins with it begins right behind the word.
 */
export function firstWordEnd(text: string, span: Span): number {
  let end = span.start;
  if (isOfWord(text, end - 1) && !isOfWord(text, end)) return end;
  while (end < span.end && !isOfWord(text, end)) end++;
  while (isOfWord(text, end)) end++;
  return Math.max(end, span.start);
}

/** Where the last word of a stretch begins, before the stretch where that cuts the word. */
export function lastWordStart(text: string, span: Span): number {
  let start = span.end;
  while (start > span.start && !isOfWord(text, start - 1)) start--;
  while (isOfWord(text, start - 1)) start--;
  return Math.min(start, span.end);
}

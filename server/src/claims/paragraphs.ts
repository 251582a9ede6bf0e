import type { Span } from '../core/span';
import type { Paragraph } from './model';
import { codeAt, isDigit, isSpace, isTerminator } from './characters';

/** A line of the text, without its line break and the space at both ends. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** Whether an empty line, or the start of the text, stands before it. */
  readonly afterBlank: boolean;
}

/** Wider lines than this are not hard-wrapped: nobody's mail or terminal breaks there. */
const widestWrap = 120;
const narrowestWrap = 45;

/**
 * Splits a text into paragraphs. An empty line always ends one; a single line break does unless the text is
 * hard-wrapped (its lines are filled up to one width) and the line break falls where the next word did not fit.
 * Linear in the length of the text; spans are UTF-16 and leave the space around the paragraph out.
 */
export function splitParagraphs(text: string): Paragraph[] {
  const lines = splitLines(text);
  const width = wrapWidth(text, lines);
  const paragraphs: Paragraph[] = [];
  let open: { start: number; end: number } | undefined;
  let previous: Line | undefined;
  for (const line of lines) {
    const joins =
      open !== undefined &&
      previous !== undefined &&
      !line.afterBlank &&
      width > 0 &&
      isWrapped(text, previous, line, width);
    if (open && joins) open.end = line.end;
    else {
      if (open) paragraphs.push(paragraphOf(text, open));
      open = { start: line.start, end: line.end };
    }
    previous = line;
  }
  if (open) paragraphs.push(paragraphOf(text, open));
  return paragraphs;
}

const paragraphOf = (text: string, { start, end }: Span): Paragraph => ({ start, end, kind: kindOf(text, start, end) });

function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  let at = 0;
  // A search is ten times as fast as a loop, where all breaks are alike.
  const alike = !['\r', '\u2028', '\u2029'].some((other) => text.includes(other));
  while (at <= text.length) {
    let lineEnd = at;
    if (alike) {
      lineEnd = text.indexOf('\n', at);
      if (lineEnd < 0) lineEnd = text.length;
    } else while (lineEnd < text.length && !isLineBreak(text.charCodeAt(lineEnd))) lineEnd++;
    let start = at;
    let end = lineEnd;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (start < end) {
      lines.push({ start, end, afterBlank });
      afterBlank = false;
    } else afterBlank = true;
    // A CRLF is one line break, or every line would seem to stand after an empty one.
    at = lineEnd + (codeAt(text, lineEnd) === 13 && codeAt(text, lineEnd + 1) === 10 ? 2 : 1);
  }
  return lines;
}

function isLineBreak(code: number): boolean {
  // Letters and spaces are told at once.
  if (code > 13 && code < 0x2028) return false;
  return code === 10 || code === 13 || code === 0x2028 || code === 0x2029;
}

/** The width the text is wrapped at, in code units, or 0 where its lines are whole paragraphs. */
function wrapWidth(text: string, lines: readonly Line[]): number {
  let width = 0;
  for (const line of lines) width = Math.max(width, line.end - line.start);
  if (width > widestWrap || width < narrowestWrap) return 0;
  let inner = 0;
  let full = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i];
    const next = lines[i + 1];
    if (!line || !next || next.afterBlank) continue;
    inner++;
    if (isFull(text, line, next, width)) full++;
  }
  return inner >= 2 && full * 2 > inner ? width : 0;
}

/** Whether the next line's first word would not have fitted on this one. */
function isFull(text: string, line: Line, next: Line, width: number): boolean {
  let word = next.start;
  while (word < next.end && !isSpace(text.charCodeAt(word))) word++;
  return line.end - line.start + 1 + (word - next.start) > width - 3;
}

function isWrapped(text: string, line: Line, next: Line, width: number): boolean {
  return isFull(text, line, next, width) && !opensBlock(text, next) && !isQuotedLine(text, line.start);
}

/** Whether a line begins something of its own: a heading, a list item, a quoted line of Markdown. */
function opensBlock(text: string, line: Line): boolean {
  const code = text.charCodeAt(line.start);
  if (code === 35 || isQuotedLine(text, line.start)) return true;
  if (code === 42 || code === 45 || code === 43 || code === 0x2022) return isSpace(text.charCodeAt(line.start + 1));
  let i = line.start;
  while (i < line.end && i < line.start + 3 && isDigit(text.charCodeAt(i))) i++;
  return i > line.start && (text.charCodeAt(i) === 46 || text.charCodeAt(i) === 41) && isSpace(text.charCodeAt(i + 1));
}

function isQuotedLine(text: string, start: number): boolean {
  return text.charCodeAt(start) === 62;
}

const longestHeading = 120;

function kindOf(text: string, start: number, end: number): Paragraph['kind'] {
  if (text.charCodeAt(start) === 35) return 'heading';
  if (end - start < longestByline && isByline(text, start, end)) return 'byline';
  if (end - start > longestHeading) return 'body';
  const last = text.charCodeAt(end - 1);
  const beforeMark = isClosing(last) ? text.charCodeAt(end - 2) : last;
  return isTerminator(last) || isTerminator(beforeMark) || last === 58 || last === 44 ? 'body' : 'heading';
}

/** In UTF-16 code units, as above. */
const longestByline = 60;
const credit = /^(?:by|von|par|por|di)\s+\p{Lu}/iu;

function isByline(text: string, start: number, end: number): boolean {
  // B, D, P or V: most short lines are none.
  const first = text.charCodeAt(start) | 32;
  if (first !== 98 && first !== 100 && first !== 112 && first !== 118) return false;
  const line = text.slice(start, end);
  return credit.test(line) && !/[.!?]$/.test(line);
}

function isClosing(code: number): boolean {
  return code === 34 || code === 39 || code === 0x201d || code === 0x2019 || code === 0xbb || code === 41;
}

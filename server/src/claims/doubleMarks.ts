import type { Paragraph } from './model';
import { codeAt, isSpace, isTerminator } from './characters';
import { soundPair, type MarkPair, type QuotationMark } from './marks';

/** Deeper than speech in speech in speech, marks are noise. */
const deepest = 3;
/** How many lines without any mark a quote may run on over before it counts as left open. */
const longestRun = 12;
/** A closing mark without an opening one gives words to somebody only this far back, in code units. */
const longestUnopened = 1200;

interface Open {
  readonly mark: QuotationMark | null;
  readonly start: number;
  readonly paragraph: number;
  readonly carriedOver: boolean;
}

/** Pairs the double marks of all paragraphs, and adds the pairs to `pairs`. */
export function pairDoubles(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly QuotationMark[][],
  pairs: MarkPair[],
): void {
  let stack: Open[] = [];
  let carried = false;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p] as Paragraph;
    const own = (marks[p] as QuotationMark[]).filter((m) => m.family === 'double');
    const alternate = stack.length === 0 && alternates(own);
    const nextOpens = beginsOpen(paragraphs[p + 1], marks[p + 1]);
    let restart = paragraph.start;
    for (let k = 0; k < own.length; k++) {
      const mark = own[k] as QuotationMark;
      const top = stack.at(-1);
      const opens = alternate ? k % 2 === 0 : mark.canOpen && !(mark.canClose && top);
      if (opens) {
        if (top && (alternate || !nests(own, k, nextOpens) || stack.length >= deepest)) {
          for (const left of stack) pairs.push(unclosed(left, lastSentenceEnd(text, left.start, mark.start)));
          stack = [];
        }
        stack.push({ mark, start: mark.end, paragraph: p, carriedOver: carried && k === 0 });
      } else if (top) {
        if (mark.maybeInches && laterCloses(own, k) && isSpace(codeAt(text, mark.end))) continue;
        stack.pop();
        pairs.push(pairOf(top, mark, mark.start, null));
        restart = mark.end;
      } else if (isTurned(text, own, k, paragraph.start)) {
        stack.push({ mark, start: mark.end, paragraph: p, carriedOver: false });
      } else if (restart === paragraph.start && opensSingly(marks[p], paragraph, mark)) {
        // Opened with ' and closed with ": one quote in mixed marks.
        const [open] = marks[p] as [QuotationMark];
        pairs.push(soundPair(open, mark, p));
        restart = mark.end;
      } else if (!mark.maybeInches && mark.canClose) {
        const start = Math.max(
          sentenceStartAfter(text, restart, mark.start, paragraph.start),
          mark.start - longestUnopened,
        );
        pairs.push({
          open: null,
          close: mark,
          start,
          end: mark.start,
          paragraph: p,
          carriedOver: false,
          fault: 'unopened',
        });
        restart = mark.end;
      }
    }
    carried = false;
    if (stack.length === 0) continue;
    const next = onward(text, paragraphs, marks, p);
    if (next.kind === 'runsOn') {
      // The words go on in the next lines; the stack waits for the closing mark there.
      p += next.lines - 1;
      continue;
    }
    for (const left of stack) {
      const whole = next.kind === 'carried' || next.kind === 'closesLater';
      pairs.push(unclosed(left, paragraph.end, whole ? null : 'unclosed'));
    }
    stack = [];
    if (next.kind === 'carried') carried = true;
    if (next.kind === 'closesLater') {
      for (let q = p + 1; q < next.paragraph; q++) {
        const between = paragraphs[q] as Paragraph;
        pairs.push({
          open: null,
          close: null,
          start: between.start,
          end: between.end,
          paragraph: q,
          carriedOver: true,
          fault: null,
        });
      }
      const last = paragraphs[next.paragraph] as Paragraph;
      stack = [{ mark: null, start: last.start, paragraph: next.paragraph, carriedOver: true }];
      p = next.paragraph - 1;
    }
  }
  for (const left of stack) pairs.push(unclosed(left, paragraphs.at(-1)?.end ?? left.start));
}

function unclosed(open: Open, end: number, fault: MarkPair['fault'] = 'unclosed'): MarkPair {
  return pairOf(open, null, Math.max(open.start, end), fault);
}

function pairOf(open: Open, close: QuotationMark | null, end: number, fault: MarkPair['fault']): MarkPair {
  const { mark, start, paragraph, carriedOver } = open;
  return { open: mark, close, start, end, paragraph, carriedOver, fault };
}

/**
 * Whether straight marks are better read by turns than by the space around them: an even number of them whose
 * spacing makes no sense (`"I like it, "he said.`).
 */
function alternates(marks: readonly QuotationMark[]): boolean {
  if (marks.length % 2 === 1 || marks.length === 0) return false;
  let depth = 0;
  let sound = true;
  for (const [k, mark] of marks.entries()) {
    if (mark.maybeInches) return false;
    const opens = mark.canOpen && !(mark.canClose && depth > 0);
    depth += opens ? 1 : -1;
    if (depth < 0 || depth > 2 || (depth === 2 && !closesTwice(marks, k))) sound = false;
  }
  if (sound && depth === 0) return false;
  return (
    marks[0]?.canOpen === true && marks.at(-1)?.canClose === true && marks.every((m) => !(m.canOpen && m.canClose))
  );
}

/** Whether mark `k` opens a quote inside the one that is open, rather than showing that its closing mark is missing. */
function nests(marks: readonly QuotationMark[], k: number, nextOpens: boolean): boolean {
  return closesTwice(marks, k) || (nextOpens && closesOnly(marks[k + 1]) && marks.length === k + 2);
}

function beginsOpen(paragraph: Paragraph | undefined, marks: readonly QuotationMark[] | undefined): boolean {
  const first = marks?.find((m) => m.family === 'double');
  return paragraph !== undefined && first?.canOpen === true && first.start <= paragraph.start + 1;
}

/** Whether a paragraph begins with a single opening mark that a double one may have been meant to match. */
function opensSingly(marks: readonly QuotationMark[] | undefined, paragraph: Paragraph, close: QuotationMark): boolean {
  const first = marks?.[0];
  return first?.family === 'single' && first.canOpen && first.start === paragraph.start && first.end < close.start;
}

/** Whether a closing mark with nothing to close stands where an opening one was meant: `He says,” there are ...”`. */
function isTurned(text: string, marks: readonly QuotationMark[], k: number, paragraphStart: number): boolean {
  const mark = marks[k];
  const before = mark ? codeAt(text, mark.start - 1) : -1;
  return (
    mark !== undefined && closesOnly(marks[k + 1]) && (mark.start === paragraphStart || before === 44 || before === 58)
  );
}

/** Whether the quote that mark `k` opens inside another is closed, and then the other one too. */
function closesTwice(marks: readonly QuotationMark[], k: number): boolean {
  return closesOnly(marks[k + 1]) && closesOnly(marks[k + 2]);
}

function closesOnly(mark: QuotationMark | undefined): boolean {
  return mark?.canClose === true;
}

/** Whether the next mark after `k` closes a quote as well. */
function laterCloses(marks: readonly QuotationMark[], k: number): boolean {
  const next = marks[k + 1];
  return next !== undefined && next.canClose && !next.canOpen;
}

type Onward =
  | { readonly kind: 'runsOn'; readonly lines: number }
  | { readonly kind: 'carried' }
  | { readonly kind: 'closesLater'; readonly paragraph: number }
  | { readonly kind: 'ends' };

/** Words that a writer puts beside speech and hardly ever inside it. */
const attributes = /\b(?:said|says|told|added)\b/i;

/** What becomes of a quote still open at the end of paragraph `p`. */
function onward(text: string, paragraphs: readonly Paragraph[], marks: readonly QuotationMark[][], p: number): Onward {
  let sameBlock = true;
  for (let q = p + 1; q < paragraphs.length && q <= p + longestRun; q++) {
    const paragraph = paragraphs[q] as Paragraph;
    const previous = paragraphs[q - 1] as Paragraph;
    sameBlock &&= !hasEmptyLine(text, previous.end, paragraph.start);
    const first = (marks[q] as QuotationMark[]).find((m) => m.family === 'double');
    if (!first) {
      if (!sameBlock && q > p + 3) break;
      continue;
    }
    if (first.canOpen && !first.canClose) {
      return q === p + 1 && first.start <= paragraph.start + 2 ? { kind: 'carried' } : { kind: 'ends' };
    }
    if (first.maybeInches || (first.canOpen && first.start <= paragraph.start + 1)) return { kind: 'ends' };
    if (sameBlock) return { kind: 'runsOn', lines: q - p };
    const between = text.slice(previous.end, Math.min(first.start, previous.end + longestUnopened));
    // Somebody else is already speaking there: the two faults are not one quote.
    return attributes.test(between) ? { kind: 'ends' } : { kind: 'closesLater', paragraph: q };
  }
  return { kind: 'ends' };
}

function hasEmptyLine(text: string, from: number, to: number): boolean {
  let breaks = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) breaks++;
  }
  return breaks > 1;
}

/** The end of the last whole sentence between two offsets, or the last word's end where there is none. */
function lastSentenceEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--;
  for (let i = end; i > from; i--) if (isTerminator(text.charCodeAt(i - 1))) return i;
  return end;
}

/** Where words before a closing mark without an opening one most likely begin: at the sentence after the last quote. */
function sentenceStartAfter(text: string, restart: number, to: number, paragraphStart: number): number {
  if (restart === paragraphStart) return paragraphStart;
  for (let i = restart; i < to - 1; i++) {
    if (isTerminator(text.charCodeAt(i)) && isSpace(text.charCodeAt(i + 1))) {
      let start = i + 1;
      while (start < to && isSpace(text.charCodeAt(start))) start++;
      if (start < to) return start;
    }
  }
  let start = restart;
  while (start < to && isSpace(text.charCodeAt(start))) start++;
  return start;
}

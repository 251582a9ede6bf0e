import type { Span } from '../core/span';
import type { MarkFault, Paragraph, ScannedQuote } from './model';
import { codeAt, isSpace, isTerminator } from './characters';
import { findMarks, type QuotationMark } from './marks';
import type { Turn } from './transcript';

/** A pair of marks, or one mark whose mate is missing. */
interface Pair {
  readonly open: QuotationMark | null;
  readonly close: QuotationMark | null;
  /** The words between the marks, UTF-16. */
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
  readonly carriedOver: boolean;
  readonly fault: MarkFault['kind'] | null;
}

export interface QuoteScan {
  readonly quotes: readonly ScannedQuote[];
  readonly faults: readonly MarkFault[];
}

/** Deeper than speech in speech in speech, marks are noise. */
const deepest = 3;
/** How many lines without any mark a quote may run on over before it counts as left open. */
const longestRun = 12;
/** A closing mark without an opening one gives words to somebody only this far back, in code units. */
const longestUnopened = 1200;

/**
 * Finds all words in quotation marks, and the faults in the marks. Quotes come in the order of `start`, an outer one
 * before those inside it; spans are UTF-16 and leave the marks out. A mark without its mate is a fault, costs at most
 * its own paragraph, and the words next to it are still given as a quote. Linear in the length of the text.
 */
export function scanQuotes(text: string, paragraphs: readonly Paragraph[], turns: readonly Turn[] = []): QuoteScan {
  const marks = paragraphs.map((p) => findMarks(text, p.start, p.end));
  const pairs: Pair[] = [];
  pairDoubles(text, paragraphs, marks, pairs);
  pairGuillemets(paragraphs, marks, pairs);
  pairSingles(text, paragraphs, marks, pairs);
  const kept = pairs.filter((p) => hasWords(text, p.start, p.end)).map((p) => withoutCredit(text, p));
  return {
    quotes: arrange(text, kept, turns),
    faults: kept.flatMap((p) => faultOf(text, p) ?? []).sort((a, b) => a.start - b.start),
  };
}

/** A credit on the last line inside the marks of a pull quote: "Ada Roe, the harbor board." */
const credit = /[.?!…]\s*(\r?\n\s*\p{Lu}[\p{L}.’'-]*(?: \p{Lu}[\p{L}.’'-]*){1,4}(?:, [^.?!\r\n]{3,60})?\.?\s*)$/u;
const longestCredit = 120;

/** The pair with its words ended before the credit of whoever said them. */
function withoutCredit(text: string, pair: Pair): Pair {
  if (!pair.open || !pair.close) return pair;
  const tail = text.slice(Math.max(pair.start, pair.end - longestCredit), pair.end);
  const line = tail.includes('\n') ? credit.exec(tail)?.[1] : undefined;
  return line === undefined ? pair : { ...pair, end: pair.end - line.length };
}

// ---- double marks ---------------------------------------------------------------------------------

interface Open {
  readonly mark: QuotationMark | null;
  readonly start: number;
  readonly paragraph: number;
  readonly carriedOver: boolean;
}

function pairDoubles(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly QuotationMark[][],
  pairs: Pair[],
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
        pairs.push({
          open,
          close: mark,
          start: open.end,
          end: mark.start,
          paragraph: p,
          carriedOver: false,
          fault: null,
        });
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

function unclosed(open: Open, end: number, fault: Pair['fault'] = 'unclosed'): Pair {
  return pairOf(open, null, Math.max(open.start, end), fault);
}

function pairOf(open: Open, close: QuotationMark | null, end: number, fault: Pair['fault']): Pair {
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

// ---- guillemets -----------------------------------------------------------------------------------

function pairGuillemets(paragraphs: readonly Paragraph[], marks: readonly QuotationMark[][], pairs: Pair[]): void {
  for (let p = 0; p < paragraphs.length; p++) {
    let open: QuotationMark | undefined;
    for (const mark of marks[p] as QuotationMark[]) {
      if (mark.family !== 'guillemet') continue;
      if (!open) open = mark;
      else {
        pairs.push({
          open,
          close: mark,
          start: open.end,
          end: mark.start,
          paragraph: p,
          carriedOver: false,
          fault: null,
        });
        open = undefined;
      }
    }
    if (open) {
      const end = (paragraphs[p] as Paragraph).end;
      pairs.push({ open, close: null, start: open.end, end, paragraph: p, carriedOver: false, fault: 'unclosed' });
    }
  }
}

// ---- single marks ---------------------------------------------------------------------------------

/**
 * Pairs single marks, which are apostrophes too. An opening one looks for its mate up to the next opening one, inside
 * the same double quote: a mark after a clause's comma or full stop closes for sure, one after a plural's s only where
 * nothing better comes. A single mark that finds no mate is taken for an apostrophe, not for a fault.
 */
function pairSingles(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly QuotationMark[][],
  pairs: Pair[],
): void {
  const byParagraph = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const list = byParagraph.get(pair.paragraph);
    if (list) list.push(pair);
    else byParagraph.set(pair.paragraph, [pair]);
  }
  let carried = false;
  for (let p = 0; p < paragraphs.length; p++) {
    const paragraph = paragraphs[p] as Paragraph;
    const own = (marks[p] as QuotationMark[]).filter((m) => m.family === 'single');
    const wasCarried = carried;
    carried = false;
    if (own.length === 0) continue;
    const region = regions(own, byParagraph.get(p) ?? []);
    for (let k = 0; k < own.length; k++) {
      const open = own[k] as QuotationMark;
      if (!open.canOpen) continue;
      const closeAt = mateOf(text, own, region, k);
      if (closeAt >= 0) {
        const close = own[closeAt] as QuotationMark;
        const carriedOver = wasCarried && open.start <= paragraph.start + 1;
        pairs.push({ open, close, start: open.end, end: close.start, paragraph: p, carriedOver, fault: null });
        k = closeAt;
      } else if (
        region[k] === -1 &&
        open.start <= paragraph.start + 1 &&
        nextOpensAlike(text, paragraphs, marks, p, open)
      ) {
        pairs.push({
          open,
          close: null,
          start: open.end,
          end: paragraph.end,
          paragraph: p,
          carriedOver: wasCarried,
          fault: null,
        });
        carried = true;
      }
    }
  }
}

/** For each single mark the index of the double quote around it, or -1. Pairs of one paragraph nest at most a few deep. */
function regions(marks: readonly QuotationMark[], around: readonly Pair[]): number[] {
  const sorted = around
    .map((pair, i) => ({ pair, i }))
    .sort((a, b) => a.pair.start - b.pair.start || b.pair.end - a.pair.end);
  const open: { pair: Pair; i: number }[] = [];
  let next = 0;
  return marks.map((mark) => {
    for (let entry = sorted[next]; entry && entry.pair.start <= mark.start; entry = sorted[++next]) open.push(entry);
    while (open.length > 0 && (open.at(-1) as { pair: Pair }).pair.end < mark.end) open.pop();
    return open.at(-1)?.i ?? -1;
  });
}

function mateOf(text: string, marks: readonly QuotationMark[], region: readonly number[], k: number): number {
  const open = marks[k] as QuotationMark;
  let doubtful = -1;
  for (let j = k + 1; j < marks.length; j++) {
    const mark = marks[j] as QuotationMark;
    if (region[j] !== region[k]) {
      // Left the double quote that the opening mark stands in, or passing over one inside.
      if (region[k] !== -1 && region[j] === -1) break;
      continue;
    }
    const closes = mark.canClose && (!mark.closesLow || text.charCodeAt(open.start) === 0x201a);
    if (closes && mark.start > open.end) {
      if (!mark.maybeApostrophe) return j;
      if (doubtful < 0) doubtful = j;
    } else if (mark.canOpen) break;
  }
  return doubtful;
}

function nextOpensAlike(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly QuotationMark[][],
  p: number,
  open: QuotationMark,
): boolean {
  const next = paragraphs[p + 1];
  const first = marks[p + 1]?.[0];
  return (
    next !== undefined &&
    first !== undefined &&
    first.canOpen &&
    first.start === next.start &&
    text.charCodeAt(first.start) === text.charCodeAt(open.start)
  );
}

// ---- putting together -----------------------------------------------------------------------------

function hasWords(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isSpace(code) && !isTerminator(code)) return true;
  }
  return false;
}

/** Orders the pairs and the transcript's turns, drops what overlaps without nesting, and says what stands in what. */
function arrange(text: string, pairs: readonly Pair[], turns: readonly Turn[]): ScannedQuote[] {
  type Draft = { -readonly [K in keyof ScannedQuote]: ScannedQuote[K] };
  const drafts: Draft[] = [];
  for (const pair of pairs) {
    const { start, end } = withoutSpace(text, pair);
    drafts.push({
      start,
      end,
      outer: outerOf(pair),
      open: pair.open ? text.slice(pair.open.start, pair.open.end) : '',
      close: pair.close ? text.slice(pair.close.start, pair.close.end) : '',
      paragraph: pair.paragraph,
      nestedIn: null,
      carriedOver: pair.carriedOver,
      label: null,
    });
  }
  for (const turn of turns) {
    const { start, end, paragraph, label, carriedOver } = turn;
    drafts.push({
      start,
      end,
      outer: { start, end },
      open: '',
      close: '',
      paragraph,
      nestedIn: null,
      carriedOver,
      label,
    });
  }
  drafts.sort((a, b) => a.outer.start - b.outer.start || b.outer.end - a.outer.end);
  const quotes: Draft[] = [];
  const around: number[] = [];
  for (const draft of drafts) {
    let top = around.at(-1);
    while (top !== undefined && (quotes[top] as Draft).end <= draft.start) {
      around.pop();
      top = around.at(-1);
    }
    const enclosing = top === undefined ? undefined : quotes[top];
    if (enclosing && (draft.outer.end > enclosing.end || draft.start < enclosing.start)) continue;
    draft.nestedIn = top ?? null;
    quotes.push(draft);
    around.push(quotes.length - 1);
  }
  return quotes;
}

/** French marks stand off from their words; so do marks out of place. */
function withoutSpace(text: string, pair: Pair): Span {
  let { start, end } = pair;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function outerOf(pair: Pair): Span {
  return { start: pair.open?.start ?? pair.start, end: pair.close?.end ?? pair.end };
}

/** Marks that belong together, the opening one first; two others that meet are a fault. */
const matching = new Set([...'“” „“ „” ”” ‟” "" «» »« »» ‘’ ‚‘ ‚’ ’’ ‛’ ´´ ‹› ›‹'.split(' '), "''", "`'", '`´']);

function faultOf(text: string, pair: Pair): MarkFault | null {
  const open = pair.open ? text.slice(pair.open.start, pair.open.end) : '';
  const close = pair.close ? text.slice(pair.close.start, pair.close.end) : '';
  const outer = outerOf(pair);
  if (pair.fault) return { ...outer, kind: pair.fault, open, close };
  if (open === '' || close === '' || matching.has(open + close)) return null;
  return { ...outer, kind: 'mixed', open, close };
}

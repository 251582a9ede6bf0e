import type { Span } from '../core/span';
import type { MarkFault, Paragraph, ScannedQuote } from './model';
import { isSpace, isTerminator } from './characters';
import { pairDoubles } from './doubleMarks';
import { findMarks, soundPair, type MarkPair, type QuotationMark } from './marks';
import { pairSingles } from './singleMarks';
import type { Turn } from './transcript';

export interface QuoteScan {
  readonly quotes: readonly ScannedQuote[];
  readonly faults: readonly MarkFault[];
}

/**
 * Finds all words in quotation marks, and the faults in the marks. Quotes come in the order of `start`, an outer one
 * before those inside it; spans are UTF-16 and leave the marks out. A mark without its mate is a fault, costs at most
 * its own paragraph, and the words next to it are still given as a quote. Linear in the length of the text.
 */
export function scanQuotes(text: string, paragraphs: readonly Paragraph[], turns: readonly Turn[] = []): QuoteScan {
  const marks = paragraphs.map((p) => findMarks(text, p.start, p.end));
  const pairs: MarkPair[] = [];
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
function withoutCredit(text: string, pair: MarkPair): MarkPair {
  if (!pair.open || !pair.close) return pair;
  const tail = text.slice(Math.max(pair.start, pair.end - longestCredit), pair.end);
  const line = tail.includes('\n') ? credit.exec(tail)?.[1] : undefined;
  return line === undefined ? pair : { ...pair, end: pair.end - line.length };
}

// ---- guillemets -----------------------------------------------------------------------------------

function pairGuillemets(paragraphs: readonly Paragraph[], marks: readonly QuotationMark[][], pairs: MarkPair[]): void {
  for (let p = 0; p < paragraphs.length; p++) {
    let open: QuotationMark | undefined;
    for (const mark of marks[p] as QuotationMark[]) {
      if (mark.family !== 'guillemet') continue;
      if (!open) open = mark;
      else {
        pairs.push(soundPair(open, mark, p));
        open = undefined;
      }
    }
    if (open) {
      const end = (paragraphs[p] as Paragraph).end;
      pairs.push({ open, close: null, start: open.end, end, paragraph: p, carriedOver: false, fault: 'unclosed' });
    }
  }
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
function arrange(text: string, pairs: readonly MarkPair[], turns: readonly Turn[]): ScannedQuote[] {
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
function withoutSpace(text: string, pair: MarkPair): Span {
  let { start, end } = pair;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function outerOf(pair: MarkPair): Span {
  return { start: pair.open?.start ?? pair.start, end: pair.close?.end ?? pair.end };
}

/** Marks that belong together, the opening one first; two others that meet are a fault. */
const matching = new Set([...'“” „“ „” ”” ‟” "" «» »« »» ‘’ ‚‘ ‚’ ’’ ‛’ ´´ ‹› ›‹'.split(' '), "''", "`'", '`´']);

function faultOf(text: string, pair: MarkPair): MarkFault | null {
  const open = pair.open ? text.slice(pair.open.start, pair.open.end) : '';
  const close = pair.close ? text.slice(pair.close.start, pair.close.end) : '';
  const outer = outerOf(pair);
  if (pair.fault) return { ...outer, kind: pair.fault, open, close };
  if (open === '' || close === '' || matching.has(open + close)) return null;
  return { ...outer, kind: 'mixed', open, close };
}

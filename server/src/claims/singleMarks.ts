import type { Paragraph } from './model';
import type { MarkPair, QuotationMark } from './marks';

/**
 * Pairs single marks, which are apostrophes too. An opening one looks for its mate up to the next opening one, inside
 * the same double quote: a mark after a clause's comma or full stop closes for sure, one after a plural's s only where
 * nothing better comes. A single mark that finds no mate is taken for an apostrophe, not for a fault.
 */
export function pairSingles(
  text: string,
  paragraphs: readonly Paragraph[],
  marks: readonly QuotationMark[][],
  pairs: MarkPair[],
): void {
  const byParagraph = new Map<number, MarkPair[]>();
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
function regions(marks: readonly QuotationMark[], around: readonly MarkPair[]): number[] {
  const sorted = around
    .map((pair, i) => ({ pair, i }))
    .sort((a, b) => a.pair.start - b.pair.start || b.pair.end - a.pair.end);
  const open: { pair: MarkPair; i: number }[] = [];
  let next = 0;
  return marks.map((mark) => {
    for (let entry = sorted[next]; entry && entry.pair.start <= mark.start; entry = sorted[++next]) open.push(entry);
    while (open.length > 0 && (open.at(-1) as { pair: MarkPair }).pair.end < mark.end) open.pop();
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

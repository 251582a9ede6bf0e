import type { Analysis } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Claims, Quote } from '../claims/model';

/**
 * What of an article can be folded away, in the order of `start`: a speech that runs over paragraphs, a turn of a
 * transcript, a pull quote. A stretch may lie on one line, where there is nothing to fold. Empty for an article that
 * isn't known.
 */
export function foldsOf(analysis: Analysis, id: ArticleId): readonly Span[] {
  const here = analysis.get(id);
  if (!here) return [];
  const { article, claims } = here;
  return [...speechesOf(article, claims.quotes), ...pullQuotesOf(article, claims)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

/**
 * Quotes with the paragraphs that they go on in; in a transcript the paragraphs up to the next label. What a cue splits
 * within its paragraph is one stretch as well.
 */
function speechesOf({ text }: Article, quotes: readonly Quote[]): readonly Span[] {
  const speeches: Stretch[] = [];
  /** The speech that each quote belongs to, by the quote's index. */
  const speechOf = new Map<number, Stretch>();
  let turn: Stretch | undefined;
  for (const { index, kind, outer, continues, nestedIn, display } of quotes) {
    if (kind === 'scare' || nestedIn !== null || display) continue;
    const goesOn = turn && kind === 'block' && /^\s*$/.test(text.slice(turn.end, outer.start));
    const before = goesOn ? turn : continues === null ? undefined : speechOf.get(continues);
    const speech = before ?? { start: outer.start, end: outer.end };
    speech.end = Math.max(speech.end, outer.end);
    speechOf.set(index, speech);
    turn = kind === 'block' ? speech : undefined;
    if (!before) speeches.push(speech);
  }
  return speeches;
}

interface Stretch {
  readonly start: number;
  end: number;
}

/** Runs of lines that begin with `>`, and display quotes with the line of credit that follows at once. */
function pullQuotesOf({ text }: Article, { paragraphs, quotes }: Claims): readonly Span[] {
  const found: Stretch[] = [];
  const display = quotes.filter((quote) => quote.display && quote.nestedIn === null);
  for (const { start, end, kind } of paragraphs) {
    const marked = text.charAt(start) === '>';
    const pulled = kind === 'body' && display.some((quote) => quote.outer.start >= start && quote.outer.end <= end);
    if (!marked && !pulled) continue;
    const last = found.at(-1);
    // Paragraphs of one pull quote have an empty quoted line between them.
    if (marked && last && text.charAt(last.start) === '>' && /^\s*(?:>\s*)*$/.test(text.slice(last.end, start)))
      last.end = end;
    else found.push({ start, end });
  }
  return found;
}

/** How many columns a tab stands for where lines are compared. */
const tabWidth = 4;
const deepest = 5000;

/**
 * The stretches that are set in deeper than the line above them, as an editor without our folds would find them: from
 * the start of that line to the end of the last line set in.
 */
export function indentedFolds(text: string): readonly Span[] {
  const folds: Span[] = [];
  const open: { indent: number; start: number; end: number }[] = [];
  const close = (indent: number): void => {
    for (let top = open.at(-1); top && top.indent >= indent; top = open.at(-1)) {
      open.pop();
      folds.push({ start: top.start, end: top.end });
    }
  };
  for (const { 0: line, index } of text.matchAll(/[^\r\n]+/g)) {
    const indent = indentOf(line);
    if (indent === null) continue;
    close(indent);
    const end = index + line.length;
    for (const outer of open) outer.end = end;
    if (open.length < deepest) open.push({ indent, start: index, end });
  }
  close(-1);
  return folds.filter(({ start, end }) => /[\r\n]/.test(text.slice(start, end))).sort((a, b) => a.start - b.start);
}

/** In columns; null for a line of spaces. */
function indentOf(line: string): number | null {
  let columns = 0;
  for (const ch of line) {
    if (ch === ' ') columns++;
    else if (ch === '\t') columns += tabWidth - (columns % tabWidth);
    else return columns;
  }
  return null;
}

import type { Location, Position, Range } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Span } from '../core/span';

/** Where each line of an article starts. An article never changes, so this is worked out once. */
const lineStarts = new WeakMap<Article, readonly number[]>();

/** The LSP position of an offset; an offset outside the text is moved to its nearer end. */
export function toPosition(article: Article, offset: number): Position {
  const starts = lineStartsOf(article);
  const inside = Math.max(0, Math.min(offset, article.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= inside) low = middle;
    else high = middle - 1;
  }
  const start = starts[low] ?? 0;
  return { line: low, character: Math.min(inside, lineEnd(article, low)) - start };
}

/**
 * The offset of an LSP position. As LSP has it, a character past the line's end means the line's end. What is no number counts
 * as 0.
 */
export function toOffset(article: Article, position: Position): number {
  const starts = lineStartsOf(article);
  if (!(position.line >= 0)) return 0;
  const start = starts[position.line];
  if (start === undefined) return article.text.length;
  const along = position.character > 0 ? Math.floor(position.character) : 0;
  return Math.min(start + along, lineEnd(article, position.line));
}

export function toRange(article: Article, span: Span): Range {
  return { start: toPosition(article, span.start), end: toPosition(article, span.end) };
}

/** The location of a stretch of an article in the spelling that the client uses; null for an article that is gone. */
export function toLocation(
  analysis: Analysis,
  uriOf: (id: ArticleId) => string,
  articleId: ArticleId,
  span: Span,
): Location | null {
  const analysed = analysis.get(articleId);
  return analysed ? { uri: uriOf(articleId), range: toRange(analysed.article, span) } : null;
}

/** The end of a line before its line break. */
function lineEnd(article: Article, line: number): number {
  const starts = lineStartsOf(article);
  const start = starts[line] ?? 0;
  let end = starts[line + 1] ?? article.text.length;
  while (end > start && isLineBreak(article.text.charCodeAt(end - 1))) end--;
  return end;
}

function lineStartsOf(article: Article): readonly number[] {
  let starts = lineStarts.get(article);
  if (!starts) {
    starts = findLineStarts(article.text);
    lineStarts.set(article, starts);
  }
  return starts;
}

/** Lines end with `\n`, `\r\n` or a lone `\r`, as in LSP; with nothing else. */
function findLineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isLineBreak(code)) continue;
    if (code === 0x0d && text.charCodeAt(i + 1) === 0x0a) i++;
    starts.push(i + 1);
  }
  return starts;
}

const isLineBreak = (code: number): boolean => code === 0x0a || code === 0x0d;

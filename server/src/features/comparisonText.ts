import * as l10n from '@vscode/l10n';
import type { Article } from '../core/article';
import type { Span } from '../core/span';
import type { ComparedArticles, ComparedRow } from './comparison';

/** A line of one side, and the offset in its article at which it stands; null for a line that is none of the article's. */
export interface LaidLine {
  readonly text: string;
  readonly offset: number | null;
}

/** Two articles as two texts for a diff editor. */
export interface LaidOut {
  readonly left: readonly LaidLine[];
  readonly right: readonly LaidLine[];
  /** For each row of the comparison its line, on the sides that have it. */
  readonly lines: readonly { readonly left: number | null; readonly right: number | null }[];
}

/** What the layout needs to know of an article. */
export interface LaidArticle {
  readonly article: Article;
  readonly name: string;
  /** The line of an offset, from 0. */
  readonly lineOf: (offset: number) => number;
}

/**
 * Sets two compared articles as lines, one a sentence, under headings that say which of them has what follows. The headings
 * are the same on both sides and numbered, so that a diff editor, which lines up what is equal, keeps the rows together
 * and never takes a sentence that only one article has for another wording of its neighbour.
 */
export function layOut(compared: ComparedArticles, left: LaidArticle, right: LaidArticle): LaidOut {
  const lines: { left: number | null; right: number | null }[] = [];
  const onLeft: LaidLine[] = [];
  const onRight: LaidLine[] = [];
  const onBoth = (text: string): void => {
    onLeft.push({ text, offset: null });
    onRight.push({ text, offset: null });
  };
  onBoth(shareSentence(compared.left.share, left.name, right.name));
  onBoth(shareSentence(compared.right.share, right.name, left.name));
  let group = '';
  let number = 0;
  for (const row of compared.rows) {
    const next = groupOf(row);
    if (next !== group || row.kind === 'moved') {
      onBoth('');
      onBoth(`── ${++number} ── ${headingOf(row, left, right)}`);
      group = next;
    }
    lines.push({ left: row.left && onLeft.length, right: row.right && onRight.length });
    if (row.left) onLeft.push({ text: onOneLine(left.article, row.left), offset: row.left.start });
    if (row.right) onRight.push({ text: onOneLine(right.article, row.right), offset: row.right.start });
  }
  return { left: onLeft, right: onRight, lines };
}

const groupOf = (row: ComparedRow): string => `${row.kind} ${Number(row.left !== null)}${Number(row.right !== null)}`;

function headingOf(row: ComparedRow, left: LaidArticle, right: LaidArticle): string {
  const lineIn = ({ lineOf }: LaidArticle, { start }: Span): number => lineOf(start) + 1;
  if (row.left && row.right) {
    const lines = [lineIn(left, row.left), lineIn(right, row.right)];
    return row.kind === 'figure'
      ? l10n.t('The same figure in both: line {0} left, line {1} right', ...lines)
      : l10n.t('In both: line {0} left, line {1} right', ...lines);
  }
  if (row.kind === 'moved') {
    const lines = row.left
      ? [lineIn(left, row.left), lineIn(right, row.there)]
      : [lineIn(left, row.there), lineIn(right, row.right)];
    return l10n.t('In both, in another order: line {0} left, line {1} right', ...lines);
  }
  return row.left
    ? l10n.t('Only in {0}: line {1}', left.name, lineIn(left, row.left))
    : l10n.t('Only in {0}: line {1}', right.name, lineIn(right, row.right));
}

/** How much of one article stands in another, as a sentence. */
function shareSentence(share: number, name: string, other: string): string {
  if (share === 0) return l10n.t('None of the words of {0} stand in {1}.', name, other);
  if (share < 0.01) return l10n.t('Less than 1% of the words of {0} stand in {1}.', name, other);
  // All of it is said where it is all of it, not where a word is missing.
  const percent = share < 1 ? Math.min(99, Math.round(share * 100)) : 100;
  return l10n.t('{0}% of the words of {1} stand in {2}.', percent, name, other);
}

/** A sentence on one line: hard-wrapped copy has line breaks in the middle of them. */
const onOneLine = ({ text }: Article, { start, end }: Span): string =>
  text.slice(start, end).replace(/[\r\n\u2028\u2029]\s*/g, ' ');

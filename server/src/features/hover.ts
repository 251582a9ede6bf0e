import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Passage, QuoteLink } from '../links/model';
import { copyNotes, type CopyNote } from './copyNotes';
import type { FigureHover } from './figureHover';
import { figureHoverAt } from './figureHover';
import type { NamedSpeaker } from './lookup';
import {
  bestFirst,
  commonSpan,
  linksOfPassageAt,
  quotesAt,
  reachOf,
  samePlace,
  sharesWordsAt,
  speakerOf,
} from './lookup';
import type { WordingPiece } from './wording';
import { wordingOf } from './wording';

/** The most files that a hover lists. */
const mostRows = 8;

/** What one other file has of the words under the cursor. */
export interface QuoteRow {
  readonly articleId: ArticleId;
  readonly name: string;
  /** Whether the words stand in quotation marks there. */
  readonly quoted: boolean;
  readonly speaker: NamedSpeaker | null;
  readonly wording: readonly WordingPiece[];
  /** Where they stand, the wording shown first. */
  readonly places: readonly Span[];
}

/** What a hover tells of the quote, or the words that report one, at `span`. */
export interface QuoteHover {
  readonly kind: 'quote';
  readonly span: Span;
  /** Whether the words under the cursor stand in quotation marks here. */
  readonly quoted: boolean;
  readonly speaker: NamedSpeaker | null;
  /** One row a file, the longest agreeing wording first. */
  readonly rows: readonly QuoteRow[];
  /** How many more files have the words. */
  readonly more: number;
  /** Which of these files, and this one, are copies: one source. */
  readonly copies: readonly CopyNote[];
}

/** What a hover tells, one thing after the other. */
export type HoverContent = QuoteHover | FigureHover;

/**
 * What is known of the quote, the reported words and the figure at an offset, the quote first. A figure that stands in
 * linked words is told of only where another file has it outside of them.
 * @returns empty outside of all three, for marks that hold nobody's words, and for an article that isn't known.
 */
export function hoverAt(analysis: Analysis, id: ArticleId, offset: number): readonly HoverContent[] {
  const quote = quoteHoverAt(analysis, id, offset);
  const links = linksOfPassageAt(analysis, id, offset);
  const shown = links.map((link) => ({ articleId: link.to.articleId, ...commonSpan(link, 'to') }));
  const figure = figureHoverAt(analysis, id, offset, shown, mostRows);
  // Where the words under the cursor are not those that other files quote, the figure is the nearer thing.
  const quoteFirst = sharesWordsAt(links, offset) || (links.length === 0 && quote !== null);
  const both = quoteFirst ? [quote, figure] : [figure, quote];
  return both.filter((one) => one !== null);
}

function quoteHoverAt(analysis: Analysis, id: ArticleId, offset: number): QuoteHover | null {
  const here = analysis.get(id);
  if (!here) return null;
  const links = linksOfPassageAt(analysis, id, offset);
  const passage = links[0]?.from;
  if (!passage) {
    const quote = quotesAt(here.claims, offset).find((one) => one.kind !== 'scare');
    return quote
      ? { kind: 'quote', span: quote.outer, quoted: true, speaker: speakerOf(quote), rows: [], more: 0, copies: [] }
      : null;
  }
  const rows = rowsOf(analysis, here.article.text, links);
  return {
    kind: 'quote',
    span: reachOf(passage),
    quoted: passage.quote !== null,
    speaker: passage.quote && speakerOf(passage.quote),
    rows: rows.slice(0, mostRows),
    more: Math.max(0, rows.length - mostRows),
    copies: copyNotes(
      analysis,
      id,
      rows.map((row) => row.articleId),
    ),
  };
}

function rowsOf(analysis: Analysis, hereText: string, links: readonly QuoteLink[]): readonly QuoteRow[] {
  const byFile = new Map<ArticleId, QuoteLink[]>();
  for (const link of bestFirst(analysis, links)) {
    const known = byFile.get(link.to.articleId);
    if (!known) byFile.set(link.to.articleId, [link]);
    else if (!known.some((one) => samePlace(one.to, link.to))) known.push(link);
  }
  const rows: QuoteRow[] = [];
  for (const [articleId, [best, ...rest]] of byFile) {
    const there = analysis.get(articleId);
    if (!there || !best) continue;
    const to: Passage = best.to;
    rows.push({
      articleId,
      name: analysis.nameOf(articleId),
      quoted: to.quote !== null,
      speaker: to.quote && speakerOf(to.quote),
      wording: wordingOf(hereText, there.article.text, to, best.steps),
      places: [to, ...rest.map((link) => link.to)],
    });
  }
  return rows;
}

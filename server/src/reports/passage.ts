import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { ProblemCode } from '../core/config';
import { narrowestAround, overlaps, type Span } from '../core/span';
import type { QuoteLink } from '../links/model';

/** A stretch of a passage: as in the other file, changed, or the place where the other has words that it lacks. */
export interface Piece {
  readonly kind: 'same' | 'changed' | 'missing';
  readonly text: string;
}

/** How much of a passage is shown, in UTF-16 units. */
const shownLength = 220;
/** How much is kept before and after the words that differ when a passage is cut. */
const keptAround = 70;

/** A passage on the other side of a disagreement. */
export interface OtherPassage extends Span {
  readonly articleId: ArticleId;
}

/** What the passages of a problem are: words that somebody said, or figures and names in their sentences. */
export const passagesOf: Readonly<Record<ProblemCode, 'quotes' | 'figures'>> = {
  'quote-altered': 'quotes',
  'quote-misattributed': 'quotes',
  'quote-marks': 'quotes',
  'quote-unsourced': 'quotes',
  'figure-conflict': 'figures',
  'date-conflict': 'figures',
  'name-variant': 'figures',
};

/** A passage of a problem, cut where it differs from those on the other side. */
export const problemPieces = (
  analysis: Analysis,
  code: ProblemCode,
  id: ArticleId,
  passage: Span,
  others: readonly OtherPassage[],
): readonly Piece[] =>
  passagesOf[code] === 'figures' ? figurePiecesOf(analysis, id, passage) : piecesOf(analysis, id, passage, others);

/**
 * A passage cut where it differs from those on the other side. What they don't have in common before the first and after the
 * last common word is left out where it is long (a transcript's turn against one sentence of it). Words are not marked where
 * the other side renders the remark differently all through: marks would only blur it.
 */
export function piecesOf(
  analysis: Analysis,
  id: ArticleId,
  passage: Span,
  others: readonly OtherPassage[],
): readonly Piece[] {
  const text = analysis.get(id)?.article.text ?? '';
  const links = others.flatMap((other) => linkBetween(analysis, id, passage, other) ?? []);
  const shown = sharedStretch(passage, links);
  const pieces: Piece[] = [];
  if (shown.start > passage.start) pieces.push({ kind: 'same', text: '… ' });
  let at = shown.start;
  for (const change of changesIn(shown, links)) {
    if (change.start < at) continue; // another file changes the same words
    pieces.push({ kind: 'same', text: text.slice(at, change.start) });
    pieces.push(
      change.start === change.end
        ? { kind: 'missing', text: '' }
        : { kind: 'changed', text: text.slice(change.start, change.end) },
    );
    at = change.end;
  }
  pieces.push({ kind: 'same', text: text.slice(at, shown.end) });
  if (shown.end < passage.end) pieces.push({ kind: 'same', text: ' …' });
  return pieces.filter((piece) => piece.text !== '' || piece.kind === 'missing');
}

/** A figure in its sentence, or in its paragraph where that is no sentence (a headline): the figure is what differs. */
export function figurePiecesOf(analysis: Analysis, id: ArticleId, figure: Span): readonly Piece[] {
  const here = analysis.get(id);
  if (!here) return [];
  const { text } = here.article;
  const { sentences, paragraphs } = here.claims;
  const around = narrowestAround(sentences, figure) ?? narrowestAround(paragraphs, figure) ?? figure;
  const pieces: readonly Piece[] = [
    { kind: 'same', text: text.slice(around.start, figure.start) },
    { kind: 'changed', text: text.slice(figure.start, figure.end) },
    { kind: 'same', text: text.slice(figure.end, around.end) },
  ];
  return pieces.filter((piece) => piece.text !== '');
}

/** The part of the passage that any of the links joins to another, with what little stands around it. */
function sharedStretch(passage: Span, links: readonly QuoteLink[]): Span {
  const steps = links.flatMap((link) => link.steps).filter((step) => overlaps(step.from, passage));
  if (steps.length === 0) return passage;
  const start = Math.min(...steps.map((step) => step.from.start));
  const end = Math.max(...steps.map((step) => step.from.end));
  return {
    start: start - passage.start > keptAround ? start : passage.start,
    end: passage.end - end > keptAround ? end : passage.end,
  };
}

/** Where words of the stretch are changed or missing, in order, each place once. */
function changesIn(stretch: Span, links: readonly QuoteLink[]): readonly Span[] {
  const changes = new Map<string, Span>();
  for (const link of links) {
    if (link.gravity === 'rendering') continue;
    for (const { kind, from } of link.steps) {
      if (kind !== 'changed' || from.start < stretch.start || from.end > stretch.end) continue;
      changes.set(`${from.start} ${from.end}`, from);
    }
  }
  return [...changes.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

function linkBetween(analysis: Analysis, id: ArticleId, passage: Span, other: OtherPassage): QuoteLink | undefined {
  return analysis
    .linksFrom(id)
    .find((link) => link.to.articleId === other.articleId && overlaps(link.from, passage) && overlaps(link.to, other));
}

/** The pieces with what lies far from any difference cut out, so that a long passage fits on a line or two. */
export function cutToFit(pieces: readonly Piece[]): readonly Piece[] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0);
  if (length <= shownLength) return pieces;
  if (pieces.length === 1) return pieces.map((piece) => ({ ...piece, text: headOf(piece.text, shownLength) + ' …' }));
  return pieces.map((piece, i) => {
    if (piece.kind !== 'same') {
      return piece.text.length > shownLength ? { ...piece, text: headOf(piece.text, shownLength) + ' …' } : piece;
    }
    const head = i === 0 ? '' : headOf(piece.text, keptAround);
    const tail = i === pieces.length - 1 ? '' : tailOf(piece.text, keptAround);
    return head.length + tail.length + 3 >= piece.text.length ? piece : { ...piece, text: `${head} … ${tail}` };
  });
}

/** The first words, `most` units at most. */
function headOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most);
  return text.slice(0, space > 0 ? space : most);
}

/** The last words, `most` units at most. */
function tailOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const space = text.indexOf(' ', text.length - most);
  return text.slice(space > 0 ? space + 1 : text.length - most);
}

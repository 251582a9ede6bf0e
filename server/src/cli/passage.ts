import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { overlaps, type Span } from '../core/span';
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

/**
 * A passage cut where it differs from the passage on the other side. One piece where nothing is known to differ, or where
 * it differs all through, so that marking would only blur it.
 */
export function piecesOf(
  analysis: Analysis,
  id: ArticleId,
  passage: Span,
  other: ({ readonly articleId: ArticleId } & Span) | undefined,
): readonly Piece[] {
  const text = analysis.get(id)?.article.text ?? '';
  const link = other && linkBetween(analysis, id, passage, other);
  const whole: readonly Piece[] = [{ kind: 'same', text: text.slice(passage.start, passage.end) }];
  if (link === undefined || link.gravity === 'rendering') return whole;

  const pieces: Piece[] = [];
  let at = passage.start;
  for (const step of link.steps) {
    if (step.kind !== 'changed' || step.from.start < at || step.from.end > passage.end) continue;
    pieces.push({ kind: 'same', text: text.slice(at, step.from.start) });
    at = step.from.end;
    pieces.push(
      step.from.start === step.from.end
        ? { kind: 'missing', text: '' }
        : { kind: 'changed', text: text.slice(step.from.start, step.from.end) },
    );
  }
  pieces.push({ kind: 'same', text: text.slice(at, passage.end) });
  return pieces.filter((piece) => piece.text !== '' || piece.kind === 'missing');
}

function linkBetween(
  analysis: Analysis,
  id: ArticleId,
  passage: Span,
  other: { readonly articleId: ArticleId } & Span,
): QuoteLink | undefined {
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

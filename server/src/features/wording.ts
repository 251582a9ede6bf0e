import type { WordingStep } from '../links/model';
import type { Span } from '../core/span';

/**
 * A stretch of the wording in another file, as it is shown beside the wording here:
 * `differs` stands there and not here, `missing` stands here and not there, `cut` is left out of the picture.
 */
export interface WordingPiece {
  readonly kind: 'same' | 'differs' | 'missing' | 'cut';
  readonly text: string;
}

/** How much of the same words is shown on either side of a difference, in UTF-16 units. */
const contextLength = 60;
/** A stretch of the same words up to this length is never cut. */
const uncutLength = 160;

/**
 * The other side's wording with what differs set apart. Long stretches that agree are cut in the middle, so that the
 * differences stay in sight.
 * @param steps the way from the wording here to the other one; words outside it are shown as they stand.
 */
export function wordingOf(
  hereText: string,
  thereText: string,
  there: Span,
  steps: readonly WordingStep[],
): readonly WordingPiece[] {
  const pieces: WordingPiece[] = [];
  let shown = there.start;
  const showUpTo = (end: number): void => {
    if (end > shown) pieces.push({ kind: 'same', text: thereText.slice(shown, end) });
    shown = Math.max(shown, end);
  };
  for (const step of steps) {
    if (step.kind !== 'changed') continue;
    showUpTo(Math.min(step.to.start, there.end));
    if (step.to.end > step.to.start)
      pieces.push({ kind: 'differs', text: thereText.slice(step.to.start, step.to.end) });
    else pieces.push({ kind: 'missing', text: hereText.slice(step.from.start, step.from.end) });
    shown = Math.max(shown, step.to.end);
  }
  showUpTo(there.end);
  return shortened(pieces);
}

function shortened(pieces: readonly WordingPiece[]): readonly WordingPiece[] {
  const last = pieces.length - 1;
  return pieces.flatMap((piece, i): readonly WordingPiece[] => {
    if (piece.kind !== 'same' || piece.text.length <= (last === 0 ? uncutLength : contextLength * 2)) return [piece];
    // The outer end of the first and the last stretch has no difference beside it; a lone stretch keeps both ends.
    const head = i > 0 || last === 0 ? beginning(piece.text) : '';
    const tail = i < last || last === 0 ? ending(piece.text) : '';
    return [
      ...(head ? [{ kind: 'same', text: head } as const] : []),
      { kind: 'cut', text: ' … ' } as const,
      ...(tail ? [{ kind: 'same', text: tail } as const] : []),
    ];
  });
}

/** The first words, up to `contextLength`. A word longer than that is cut, though never inside a surrogate pair. */
function beginning(text: string): string {
  const end = text.lastIndexOf(' ', contextLength);
  return text.slice(0, end > 0 ? end : wholeAt(text, contextLength));
}

function ending(text: string): string {
  const from = text.length - contextLength;
  const start = text.indexOf(' ', from);
  return text.slice(start >= 0 && start < text.length - 1 ? start + 1 : wholeAt(text, from));
}

const wholeAt = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

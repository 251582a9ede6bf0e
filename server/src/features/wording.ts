import type { Span } from '../core/span';
import type { WordingStep } from '../links/model';

/**
 * A stretch of the wording in another file, as it is shown beside the wording here:
 * `differs` stands there and not here, `missing` stands here and not there, `cut` is left out of the picture.
 */
export interface WordingPiece {
  readonly kind: 'same' | 'differs' | 'missing' | 'cut';
  readonly text: string;
}

/** How much is shown beside a difference, in UTF-16 units. */
const contextLength = 60;
/** How much is shown of what only the other file quotes, before and after the words that both have. */
const outsideLength = 30;
/** Words that agree throughout are shown whole up to this length. */
const uncutLength = 160;

const cut: WordingPiece = { kind: 'cut', text: '…' };

/**
 * The other side's wording with what differs set apart. Long stretches that agree are cut, and so is what the other side
 * quotes before and after, so that the words in question stay in sight.
 * @param steps the way from the wording here to the other one.
 */
export function wordingOf(
  hereText: string,
  thereText: string,
  there: Span,
  steps: readonly WordingStep[],
): readonly WordingPiece[] {
  const common = spanOf(steps, there);
  const pieces = commonPieces(hereText, thereText, common, steps);
  return [
    ...before(thereText.slice(there.start, common.start)),
    ...(pieces.length === 1 ? pieces.flatMap(shortened) : pieces.flatMap(shortenedBetween)),
    ...after(thereText.slice(common.end, there.end)),
  ];
}

/** From the first to the last of the steps, within the passage; all of it where there are no steps. */
function spanOf(steps: readonly WordingStep[], there: Span): Span {
  const start = Math.max(there.start, Math.min(there.end, steps[0]?.to.start ?? there.start));
  const end = Math.min(there.end, steps.at(-1)?.to.end ?? there.end);
  return { start, end: Math.max(start, end) };
}

function commonPieces(
  hereText: string,
  thereText: string,
  common: Span,
  steps: readonly WordingStep[],
): readonly WordingPiece[] {
  const pieces: WordingPiece[] = [];
  let shown = common.start;
  const showUpTo = (end: number): void => {
    if (end > shown) pieces.push({ kind: 'same', text: thereText.slice(shown, end) });
    shown = Math.max(shown, end);
  };
  for (const { kind, from, to } of steps) {
    if (kind !== 'changed') continue;
    showUpTo(Math.min(to.start, common.end));
    if (to.end > to.start) pieces.push({ kind: 'differs', text: thereText.slice(to.start, to.end) });
    else pieces.push({ kind: 'missing', text: hereText.slice(from.start, from.end) });
    shown = Math.max(shown, to.end);
  }
  showUpTo(common.end);
  return pieces;
}

function before(text: string): readonly WordingPiece[] {
  return text.length <= outsideLength ? same(text) : [cut, ...same(ending(text, outsideLength))];
}

function after(text: string): readonly WordingPiece[] {
  return text.length <= outsideLength ? same(text) : [...same(beginning(text, outsideLength)), cut];
}

/** Words that agree throughout: their beginning and their end. */
function shortened(piece: WordingPiece): readonly WordingPiece[] {
  return piece.kind !== 'same' || piece.text.length <= uncutLength ? [piece] : middleCut(piece.text);
}

/** Words that agree between two that differ. */
function shortenedBetween(piece: WordingPiece): readonly WordingPiece[] {
  return piece.kind !== 'same' || piece.text.length <= 2 * contextLength ? [piece] : middleCut(piece.text);
}

const middleCut = (text: string): readonly WordingPiece[] => [
  ...same(beginning(text, contextLength)),
  cut,
  ...same(ending(text, contextLength)),
];

const same = (text: string): readonly WordingPiece[] => (text === '' ? [] : [{ kind: 'same', text }]);

/** The first words, with the space after them. A word longer than that is cut, though never inside a surrogate pair. */
function beginning(text: string, length: number): string {
  const space = text.lastIndexOf(' ', length);
  return text.slice(0, space > 0 ? space + 1 : wholeAt(text, length));
}

/** The last words, with the space before them. */
function ending(text: string, length: number): string {
  const from = text.length - length;
  const space = text.indexOf(' ', from);
  return text.slice(space >= 0 && space < text.length - 1 ? space : wholeAt(text, from));
}

const wholeAt = (text: string, at: number): number => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

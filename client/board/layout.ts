import { wordingOf } from './filter';
import type { BoardCell, BoardRow } from './messages';

/** What the editor's font and the width of a column make of a wording. */
export interface Metrics {
  /** The height of a line in CSS pixels. */
  readonly line: number;
  /** How many characters a line of a cell holds. */
  readonly charsPerLine: number;
}

/** A cell shows at most so many lines of a wording. */
export const mostLines = 5;

/** Above and below a row's lines, in CSS pixels; board.css has the same. */
const padding = 13;

/** The lines that a timeline takes in the head of its row. */
export const timelineLines = 2;

/** Where the rows stand: `tops` has one number more than there are rows, the last of them the height of all. */
export interface RowLayout {
  readonly tops: Float64Array;
}

/**
 * Sets the rows one below the other. Heights are worked out from the words and never measured, so that scrolling moves
 * nothing and a place is kept to the pixel; a cell that needs more is cut, and shown whole in the pane below the grid.
 */
export function layoutRows(rows: readonly BoardRow[], metrics: Metrics): RowLayout {
  const tops = new Float64Array(rows.length + 1);
  for (const [index, row] of rows.entries()) tops[index + 1] = (tops[index] ?? 0) + heightOf(row, metrics);
  return { tops };
}

interface Extent {
  /** The characters of the longest wording. */
  readonly chars: number;
  readonly labels: boolean;
}

const extents = new WeakMap<BoardRow, Extent>();

function heightOf(row: BoardRow, { line, charsPerLine }: Metrics): number {
  const { chars, labels } = extentOf(row);
  const wording = Math.min(mostLines, Math.max(1, Math.ceil(chars / Math.max(1, charsPerLine))));
  const head = 2 + (row.timeline ? timelineLines : 0);
  return Math.max(wording + (labels ? 1 : 0), head) * line + padding;
}

function extentOf(row: BoardRow): Extent {
  const known = extents.get(row);
  if (known) return known;
  let chars = 0;
  let labels = false;
  for (const cell of row.cells) {
    if (!cell) continue;
    // Lines break at words: some of each is left empty.
    chars = Math.max(chars, (wordingOf(cell).length + 2 + (cell.bound?.length ?? 0)) * 1.06);
    labels ||= hasLabels(row, cell);
  }
  const extent = { chars, labels };
  extents.set(row, extent);
  return extent;
}

/** Whether a cell says more than its wording: who has it from whom, or how it stands to the others. */
export function hasLabels(row: BoardRow, cell: BoardCell): boolean {
  return (
    namesFrom(row, cell) ||
    cell.relation === 'excerpt' ||
    cell.relation === 'reported' ||
    cell.tentative ||
    cell.places > 1 ||
    cell.problems.some(({ accepted }) => accepted)
  );
}

/** Whether the cell must name its speaker or claimant: a quote's speaker stands in the row's head already. */
export const namesFrom = (row: BoardRow, cell: BoardCell): boolean =>
  cell.from !== null && (row.kind === 'figure' || cell.from.name !== row.heading || !cell.from.sure);

/** The rows from the first to before the last that a window of the grid touches, with a few more on either side. */
export function rowsWithin({ tops }: RowLayout, top: number, height: number): readonly [from: number, to: number] {
  const count = tops.length - 1;
  const from = Math.max(0, rowAt(tops, top) - spareRows);
  const to = Math.min(count, rowAt(tops, top + height) + 1 + spareRows);
  return [Math.min(from, count), to];
}

/** Drawn beyond the edges, so that a turn of the wheel shows no gap. */
const spareRows = 4;

/** The row that stands at a height; the last one below all. */
export function rowAt(tops: Float64Array, y: number): number {
  let [low, high] = [0, tops.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}

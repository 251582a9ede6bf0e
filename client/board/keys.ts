/** A place in the grid, counted: row -1 is the row of heads, column -1 the column of heads. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** The rows that one page down goes. */
  readonly page: number;
}

/**
 * Where a key leads from a place in the grid; null for a key that is no way through it.
 * @param wide whether Control or Command is held: to the very first or last.
 */
export function moved(from: Spot, key: string, wide: boolean, size: GridSize): Spot | null {
  const within = (row: number, column: number): Spot => ({
    row: Math.min(size.rows - 1, Math.max(-1, row)),
    column: Math.min(size.columns - 1, Math.max(-1, column)),
  });
  const { row, column } = from;
  switch (key) {
    case 'ArrowUp':
      return within(wide ? -1 : row - 1, column);
    case 'ArrowDown':
      return within(wide ? size.rows : row + 1, column);
    case 'ArrowLeft':
      return within(row, wide ? -1 : column - 1);
    case 'ArrowRight':
      return within(row, wide ? size.columns : column + 1);
    case 'PageUp':
      return within(Math.max(0, row - size.page), column);
    case 'PageDown':
      return within(row + size.page, column);
    case 'Home':
      return within(wide ? -1 : row, -1);
    case 'End':
      return within(wide ? size.rows : row, size.columns);
    default:
      return null;
  }
}

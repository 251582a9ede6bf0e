import type { BoardCell, BoardPatch, BoardRow, BoardSheet, RowPatch } from './messages';

/**
 * What the page must be told to come from one sheet to the next, cell by cell: a keystroke changes a few cells of a few
 * rows, and the rest is neither sent nor drawn again. Null: nothing changed.
 */
export function patchBetween(before: BoardSheet, after: BoardSheet): BoardPatch | null {
  const known = new Map(before.rows.map((row) => [row.id, row]));
  // In another order of columns no cell stands where it stood.
  const columnsStay = same(articlesOf(before), articlesOf(after));
  const rows = after.rows.flatMap((row): RowPatch[] => {
    const old = columnsStay ? known.get(row.id) : undefined;
    if (!old) return [{ row }];
    const patch = rowPatch(old, row);
    return patch ? [patch] : [];
  });
  const order = after.rows.map(({ id }) => id);
  const patch: BoardPatch = {
    ...(same(before.head, after.head) ? {} : { head: after.head }),
    ...(same(
      before.rows.map(({ id }) => id),
      order,
    )
      ? {}
      : { order }),
    ...(rows.length > 0 ? { rows } : {}),
  };
  return Object.keys(patch).length > 0 ? patch : null;
}

function rowPatch(before: BoardRow, after: BoardRow): RowPatch | null {
  const cells = after.cells.flatMap((cell, column): [number, BoardCell | null][] =>
    same(before.cells[column] ?? null, cell) ? [] : [[column, cell]],
  );
  const head = same(headOf(before), headOf(after)) ? {} : { head: headOf(after) };
  return cells.length > 0 || head.head ? { id: after.id, ...head, ...(cells.length > 0 ? { cells } : {}) } : null;
}

const headOf = ({ kind, heading, severity, accepted, timeline }: BoardRow): Omit<BoardRow, 'id' | 'cells'> => ({
  kind,
  heading,
  severity,
  accepted,
  timeline,
});

/**
 * The sheet after a patch. Rows that the patch doesn't name stay the same objects, so that what was made for them holds.
 * A row named in the order that nobody has sent is left out.
 */
export function applyPatch(sheet: BoardSheet, { head, order, rows }: BoardPatch): BoardSheet {
  const known = new Map(sheet.rows.map((row) => [row.id, row]));
  for (const patch of rows ?? []) {
    if ('row' in patch) {
      known.set(patch.row.id, patch.row);
      continue;
    }
    const row = known.get(patch.id);
    if (!row) continue;
    const cells = [...row.cells];
    for (const [column, cell] of patch.cells ?? []) cells[column] = cell;
    known.set(patch.id, { ...row, ...patch.head, cells: patch.cells ? cells : row.cells });
  }
  const ids = order ?? sheet.rows.map(({ id }) => id);
  return { head: head ?? sheet.head, rows: ids.flatMap((id) => known.get(id) ?? []) };
}

const articlesOf = (sheet: BoardSheet) => sheet.head.columns.map(({ article }) => article);

/** Whether two values that could be JSON say the same. A sheet has thousands of cells: nothing is written out for it. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [a, b] = [Object.entries(one), other as Readonly<Record<string, unknown>>];
  return a.length === Object.keys(b).length && a.every(([key, value]) => key in b && same(value, b[key]));
}

import type { WireSeverity } from '../../../server/src/protocol';
import type { WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';

/** The order of conflicts, and of speakers and subjects with what they have. */
export type SortOrder = 'severity' | 'position' | 'speaker';

export const isConflict = ({ severity }: WireRow): boolean => severity === 'error' || severity === 'warning';

/** The gravest open problem of a row, else one that was accepted. */
export function problemOf(row: WireRow): WireProblem | undefined {
  const all = row.cells.flatMap((cell) => cell?.problems ?? []);
  return (
    all.find(({ accepted, severity }) => accepted === null && severity === row.severity) ??
    all.find(({ accepted }) => accepted !== null)
  );
}

const grades: readonly (WireSeverity | null)[] = ['error', 'warning', 'information', 'hint', null];

export const gravestOf = (rows: readonly WireRow[]): number =>
  Math.min(...rows.map(({ severity }) => grades.indexOf(severity)));

/** The rows of a list in the order asked for. The sheet has them by grade already. */
export function sorted(sheet: WireSheet, rows: readonly WireRow[], sort: SortOrder): readonly WireRow[] {
  if (sort === 'severity') return rows;
  const placed = byPlace(sheet, rows);
  if (sort === 'position') return placed;
  return [...placed].sort(
    (a, b) => Number(a.heading === '') - Number(b.heading === '') || a.heading.localeCompare(b.heading),
  );
}

/** By the first article that has it, and where it stands there. */
export function byPlace(sheet: WireSheet, rows: readonly WireRow[]): readonly WireRow[] {
  const columns = sheet.columns.length;
  const rank = (row: WireRow): readonly [number, number, number] => {
    const column = row.cells.findIndex((cell) => cell !== null);
    const start = row.cells[column]?.place.range.start;
    return [column < 0 ? columns : column, start?.line ?? 0, start?.character ?? 0];
  };
  return rows
    .map((row) => ({ row, at: rank(row) }))
    .sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1] || a.at[2] - b.at[2])
    .map(({ row }) => row);
}

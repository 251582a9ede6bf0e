import { compareText } from '../../core/article';
import { severities } from '../../core/config';
import { overlaps, type Span } from '../../core/span';
import type { SheetCell, SheetRow, TimelinePoint } from '../../protocol/stories';
import type { Place } from '../lookup';
import { createNames, hashOf } from './hash';
import { gravest, isConflict, subjectOf, type PlacedProblem } from './problems';

type Cell = SheetCell<Place>;

/** A row before its problems are known. */
export interface DraftRow {
  readonly kind: 'quote' | 'figure';
  /** What the row is made of: it gives the row its id. */
  readonly key: string;
  readonly heading: string;
  readonly cells: readonly (Cell | null)[];
  /** Where it first stands: the column and the offset. */
  readonly at: { readonly column: number; readonly start: number };
  readonly timeline: readonly TimelinePoint[] | null;
}

/** Problems by the row that shows them, and those that no row shows. */
export interface Sorted {
  readonly byRow: readonly (readonly PlacedProblem[])[];
  readonly left: readonly PlacedProblem[];
}

/**
 * Gives each problem to one row: to the one that has most of its passages, and among those to the one that has most of its
 * words, so that a remark in five pieces doesn't show it five times.
 */
export function sortProblems(rows: readonly DraftRow[], problems: readonly PlacedProblem[]): Sorted {
  const byArticle = new Map<string, { readonly row: number; readonly span: Span }[]>();
  rows.forEach(({ kind, cells }, row) => {
    for (const cell of cells) {
      for (const span of cell ? [cell.place, ...cell.again] : []) {
        const key = `${kind} ${span.articleId}`;
        const known = byArticle.get(key);
        if (known) known.push({ row, span });
        else byArticle.set(key, [{ row, span }]);
      }
    }
  });
  const byRow: PlacedProblem[][] = rows.map(() => []);
  const left: PlacedProblem[] = [];
  for (const problem of problems) {
    const kind = subjectOf(problem);
    const rowsAt = (place: Place) =>
      (byArticle.get(`${kind} ${place.articleId}`) ?? []).filter(({ span }) => overlaps(span, place));
    let best: { readonly row: number; readonly sides: number; readonly shared: number } | null = null;
    const sides = problem.related.map(({ place }) => new Set(rowsAt(place).map(({ row }) => row)));
    for (const { row, span } of rowsAt(problem.place)) {
      const shared = Math.min(span.end, problem.place.end) - Math.max(span.start, problem.place.start);
      const count = sides.filter((side) => side.has(row)).length;
      if (!best || count > best.sides || (count === best.sides && shared > best.shared))
        best = { row, sides: count, shared };
    }
    // A row in which none of the other passages stands doesn't show what differs.
    if (best && (best.sides > 0 || problem.related.length === 0 || kind === 'figure')) byRow[best.row]?.push(problem);
    else left.push(problem);
  }
  return { byRow, left };
}

/** The rows with their problems, in the order of the sheet. */
export function finishRows(drafts: readonly DraftRow[], byRow: Sorted['byRow']): readonly SheetRow<Place>[] {
  const ranks = headingRanks(drafts);
  const ranked = drafts.map((draft, i) => {
    const problems = byRow[i] ?? [];
    const severity = gravest(problems);
    return { draft, problems, severity, rank: isConflict(severity) ? severities.indexOf(severity ?? 'hint') : 9 };
  });
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      compareText(b.draft.kind, a.draft.kind) ||
      // Conflicts are sorted by how grave they are, and by place.
      (a.rank < 9 ? 0 : (ranks.get(headingKey(a.draft)) ?? 0) - (ranks.get(headingKey(b.draft)) ?? 0)) ||
      a.draft.at.column - b.draft.at.column ||
      a.draft.at.start - b.draft.at.start,
  );
  const unique = createNames();
  return ranked.map(({ draft, problems, severity }): SheetRow<Place> => {
    const { kind, key, heading, cells, timeline } = draft;
    return {
      id: unique(`${kind === 'quote' ? 'q' : 'f'}${hashOf(key)}`),
      kind,
      heading,
      severity,
      accepted: problems.length > 0 && problems.every(({ accepted }) => accepted !== null),
      cells: cells.map((cell) => (cell ? withProblems(cell, problems) : null)),
      timeline,
    };
  });
}

function withProblems(cell: Cell, problems: readonly PlacedProblem[]): Cell {
  const own = problems.filter(
    ({ place }) =>
      place.articleId === cell.place.articleId && [cell.place, ...cell.again].some((one) => overlaps(one, place)),
  );
  return own.length > 0 ? { ...cell, problems: own } : cell;
}

const headingKey = ({ kind, heading }: DraftRow): string => `${kind} ${heading}`;

/** The order of speakers and subjects: as they first come up; whatever has none comes last. */
function headingRanks(drafts: readonly DraftRow[]): ReadonlyMap<string, number> {
  const inOrder = [...drafts].sort((a, b) => a.at.column - b.at.column || a.at.start - b.at.start);
  const ranks = new Map<string, number>();
  for (const draft of inOrder) {
    const key = headingKey(draft);
    if (!ranks.has(key)) ranks.set(key, draft.heading === '' ? drafts.length : ranks.size);
  }
  return ranks;
}

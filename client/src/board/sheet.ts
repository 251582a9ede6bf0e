import type { BoardCell, BoardProblem, BoardRow, BoardSheet } from '../../board/messages';
import type { WireCell, WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';
import { bothSidesOnce } from '../stories/sides';

/** What the page shows of a story: everything but the places, which the page names by row and column. */
export function boardSheet(sheet: WireSheet): BoardSheet {
  const { title, date, columns, conflicts, accepted, worst } = sheet;
  // Counted as the tree counts them: two sides are one disagreement.
  const others = bothSidesOnce(sheet.others.filter((problem) => !problem.accepted)).length;
  return {
    head: { title, date, columns, conflicts, accepted, worst, others },
    rows: sheet.rows.map((row) =>
      boardRow(
        row,
        columns.map(({ name }) => name),
      ),
    ),
  };
}

function boardRow(row: WireRow, names: readonly string[]): BoardRow {
  const { id, kind, heading, severity, accepted, cells, timeline } = row;
  return {
    id,
    kind,
    heading,
    severity,
    accepted,
    cells: cells.map((cell) => cell && boardCell(cell)),
    timeline:
      timeline?.map(({ at, value, max, text, columns }) => ({
        at,
        value,
        max,
        text,
        articles: columns.flatMap((column) => names[column] ?? []),
      })) ?? null,
  };
}

function boardCell({ words, quoted, from, bound, relation, tentative, again, problems }: WireCell): BoardCell {
  return {
    words,
    quoted,
    from,
    bound,
    relation,
    tentative,
    places: 1 + again.length,
    problems: problems.map(boardProblem),
  };
}

const boardProblem = ({ code, severity, message, accepted }: WireProblem): BoardProblem => ({
  code,
  severity,
  message,
  accepted,
});

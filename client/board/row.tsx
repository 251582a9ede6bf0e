import { useMemo } from 'preact/hooks';
import { CellContent } from './cell';
import { Icon, SeverityIcon } from './icons';
import { timelineLines } from './layout';
import type { BoardCell, BoardColumn, BoardRow, BoardStrings } from './messages';
import { counted, dayText, fill } from './text';
import { Timeline } from './timeline';

interface RowProps {
  readonly row: BoardRow;
  readonly index: number;
  /** Place and size, in CSS pixels. */
  readonly top: number;
  readonly height: number;
  /** The columns that are in the page, by number: one text, so that two are the same when they say the same. */
  readonly drawn: string;
  readonly headWidth: number;
  readonly columnWidth: number;
  /** The articles' names. */
  readonly names: readonly string[];
  /** The column that the keyboard is on, -1 for the row's head; null for a row that it isn't on. */
  readonly active: number | null;
  readonly strings: BoardStrings;
  readonly language: string;
}

/** A remark or a figure across the articles. Drawn again only when something of it has changed. */
export function Row(props: RowProps) {
  const { row, index, top, height, drawn, headWidth, columnWidth, names, active, strings, language } = props;
  return useMemo(
    () => (
      <div
        class={row.accepted ? 'row is-accepted' : 'row'}
        role="row"
        aria-rowindex={index + 2}
        style={{ transform: `translateY(${top}px)`, height: `${height}px` }}
      >
        <RowHead row={row} width={headWidth} active={active === -1} strings={strings} language={language} />
        {drawn.split(',').map((text) => {
          const column = Number(text);
          return (
            <Cell
              key={column}
              row={row}
              column={column}
              name={names[column] ?? ''}
              left={headWidth + column * columnWidth}
              width={columnWidth}
              active={active === column}
              strings={strings}
            />
          );
        })}
      </div>
    ),
    [row, index, top, height, drawn, headWidth, columnWidth, names, active, strings, language],
  );
}

function RowHead({
  row,
  width,
  active,
  strings,
  language,
}: Pick<RowProps, 'row' | 'strings' | 'language'> & { active: boolean; width: number }) {
  const articles = row.cells.filter(Boolean).length;
  const kind = row.kind === 'quote' ? strings.quote : strings.figure;
  return (
    <div class="rowhead" role="rowheader" aria-colindex={1} tabIndex={active ? 0 : -1} {...titleOf(row, strings)}>
      <div class="heading">
        {row.severity && <SeverityIcon severity={row.severity} label={strings.severity[row.severity]} />}
        {row.accepted && <Icon name="accepted" label={strings.accepted} />}
        <span class="strong">{row.heading || (row.kind === 'quote' ? strings.nobody : strings.noSubject)}</span>
      </div>
      <div class="kind">
        <Icon name={row.kind} label={kind} />
        {counted(articles, strings.inOneArticle, strings.inArticles)}
      </div>
      {row.timeline && (
        <Timeline
          id={`t${row.id}`}
          heading={row.heading}
          points={row.timeline}
          width={width - 24}
          height={timelineLines * 16}
          strings={strings}
          language={language}
        />
      )}
    </div>
  );
}

/** The heading, which may be cut; of an accepted row why its differences were let stand. */
function titleOf(row: BoardRow, strings: BoardStrings): { title?: string } {
  if (!row.accepted) return row.heading ? { title: row.heading } : {};
  const reasons = row.cells.flatMap((cell) => cell?.problems.flatMap(({ accepted }) => accepted?.reason ?? []) ?? []);
  return { title: fill(strings.acceptedWhy, [...new Set(reasons)].join('; ')) };
}

interface CellProps {
  readonly row: BoardRow;
  readonly column: number;
  readonly name: string;
  readonly left: number;
  readonly width: number;
  readonly active: boolean;
  readonly strings: BoardStrings;
}

/** One article's passage. Going sideways brings columns in and out: the cells that stay are not drawn again. */
function Cell({ row, column, name, left, width, active, strings }: CellProps) {
  const cell = row.cells[column] ?? null;
  return useMemo(() => {
    const place = {
      role: 'gridcell' as const,
      'aria-colindex': column + 2,
      tabIndex: active ? 0 : -1,
      style: { left: `${left}px`, width: `${width}px` },
    };
    if (!cell) {
      return (
        <div class="cell is-missing" aria-label={fill(strings.missing, name)} {...place}>
          —
        </div>
      );
    }
    return (
      <div class={`cell is-${cell.relation}`} data-vscode-context={contextOf(row, column, cell)} {...place}>
        <CellContent row={row} cell={cell} strings={strings} />
      </div>
    );
  }, [row, cell, column, name, left, width, active, strings]);
}

/** What the context menu's commands are handed, and what says which of them there are. */
const contextOf = (row: BoardRow, column: number, cell: BoardCell): string =>
  JSON.stringify({
    webviewSection: 'secondSource.passage',
    secondSourceRow: row.id,
    secondSourceColumn: column,
    secondSourceOthers: row.cells.filter(Boolean).length > 1,
    secondSourceOpen: cell.problems.some(({ accepted }) => !accepted),
  });

interface ColumnHeadProps {
  readonly column: BoardColumn;
  readonly index: number;
  readonly left: number;
  readonly width: number;
  readonly active: boolean;
  readonly strings: BoardStrings;
  readonly language: string;
}

/** An article: its name, its day, and what was found in it. */
export function ColumnHead({ column, index, left, width, active, strings, language }: ColumnHeadProps) {
  const found = [
    ...(column.day ? [dayText(column.day, language)] : []),
    counted(column.quotes, strings.oneQuote, strings.manyQuotes),
    counted(column.figures, strings.oneFigure, strings.manyFigures),
  ];
  return (
    <div
      class="columnhead"
      role="columnheader"
      aria-colindex={index + 2}
      tabIndex={active ? 0 : -1}
      title={column.name}
      style={{ left: `${left}px`, width: `${width}px` }}
    >
      <div class="heading">
        <span class="strong">{column.name}</span>
        {column.source && (
          <span class="badge">
            <Icon name="source" />
            {strings.source}
          </span>
        )}
        {column.problems > 0 && (
          <span class="badge is-count" title={counted(column.problems, strings.oneProblem, strings.manyProblems)}>
            <span aria-hidden="true">{column.problems}</span>
            <span class="spoken">{counted(column.problems, strings.oneProblem, strings.manyProblems)}</span>
          </span>
        )}
      </div>
      <div class="kind">{found.join(' · ')}</div>
    </div>
  );
}

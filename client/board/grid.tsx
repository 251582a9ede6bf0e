import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { RefObject } from 'preact';
import { moved, type Spot } from './keys';
import { layoutRows, rowAt, rowsWithin } from './layout';
import { columnsWithin, measure, type Measured } from './measure';
import type { BoardColumn, BoardRow, BoardState, BoardStrings, CellName } from './messages';
import { ColumnHead, Row } from './row';

export interface GridProps {
  readonly title: string;
  readonly columns: readonly BoardColumn[];
  /** The rows that the filter lets through. */
  readonly rows: readonly BoardRow[];
  readonly strings: BoardStrings;
  readonly language: string;
  /** The cell that the keyboard is on. A row of '' is the row of heads, column -1 the column of heads. */
  readonly active: CellName | null;
  readonly scroll: BoardState['scroll'];
  /** The element to focus when somebody asks for the grid. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly activate: (cell: CellName) => void;
  /** `focus`: whether the keyboard goes along. */
  readonly open: (cell: CellName, focus: boolean) => void;
  readonly scrolled: (scroll: BoardState['scroll']) => void;
}

/** What of the grid is in view, rounded to rows and columns: only a change of these draws anything. */
interface View {
  readonly rows: readonly [number, number];
  readonly columns: readonly [number, number];
}

/** The table. Only the rows and columns in view are in the page; the cell that the keyboard is on always is. */
export function Grid(props: GridProps) {
  const { title, columns, rows, strings, language, active, scroller, activate, open } = props;
  const [measured, setMeasured] = useState<Measured | null>(null);
  const [view, setView] = useState<View>({ rows: [0, 30], columns: [0, 8] });
  const lastRow = useRef(0);
  const focusWanted = useRef(false);
  const keyboardHere = scroller.current?.contains(document.activeElement) ?? false;

  const layout = useMemo(() => (measured ? layoutRows(rows, measured) : null), [rows, measured]);
  // Heads change with every quote that is typed; the rows only need the names.
  const nameList = columns.map(({ name }) => name).join('\n');
  const names = useMemo(() => nameList.split('\n'), [nameList]);
  const spot = spotOf(active, rows, columns.length, lastRow.current);
  lastRow.current = Math.max(0, spot.row);

  const look = () => {
    const at = scroller.current;
    if (!at || !layout || !measured) return;
    const next: View = {
      rows: rowsWithin(layout, at.scrollTop, at.clientHeight - measured.headHeight),
      columns: columnsWithin(measured, at.scrollLeft, at.clientWidth, columns.length),
    };
    setView((now) => (JSON.stringify(now) === JSON.stringify(next) ? now : next));
  };

  useLayoutEffect(() => {
    const at = scroller.current;
    if (!at) return undefined;
    const take = () => setMeasured(measure(at, columns.length));
    take();
    const observer = new ResizeObserver(take);
    observer.observe(at);
    return () => observer.disconnect();
  }, [columns.length]);

  const placed = useRef(false);
  useLayoutEffect(() => {
    const at = scroller.current;
    if (!at || !layout) return;
    if (!placed.current) {
      placed.current = true;
      at.scrollTo({ top: props.scroll.top, left: props.scroll.left, behavior: 'instant' });
    }
    look();
  }, [layout]);

  // Who opens the board, or comes back to it, has the keyboard in the grid at once.
  const isLaidOut = layout !== null;
  useEffect(() => {
    if (!isLaidOut) return undefined;
    const take = () => {
      if (document.activeElement === document.body) focusActive(scroller.current);
    };
    if (document.hasFocus()) take();
    window.addEventListener('focus', take);
    return () => window.removeEventListener('focus', take);
  }, [isLaidOut]);

  const reveal = ({ row, column }: Spot) => {
    const at = scroller.current;
    if (!at || !layout || !measured) return;
    const [top, bottom] = [layout.tops[row] ?? 0, layout.tops[row + 1] ?? 0];
    const height = at.clientHeight - measured.headHeight;
    if (row >= 0) {
      if (top < at.scrollTop) at.scrollTop = top;
      else if (bottom > at.scrollTop + height) at.scrollTop = Math.min(top, bottom - height);
    }
    const [left, width] = [column * measured.columnWidth, at.clientWidth - measured.headWidth];
    if (column >= 0) {
      if (left < at.scrollLeft) at.scrollLeft = left;
      else if (left + measured.columnWidth > at.scrollLeft + width)
        at.scrollLeft = Math.min(left, left + measured.columnWidth - width);
    }
    look();
  };

  // The keyboard is where the active cell is, also when its row has just gone and another one took its place.
  useLayoutEffect(() => {
    const lost = keyboardHere && !scroller.current?.contains(document.activeElement);
    if (!focusWanted.current && !lost) return;
    focusWanted.current = false;
    focusActive(scroller.current);
  });

  const go = (to: Spot) => {
    focusWanted.current = true;
    activate(nameOf(to, rows));
    reveal(to);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      open(nameOf(spot, rows), true);
      return;
    }
    const page = layout && measured ? pageFrom(layout.tops, spot.row, scroller.current, measured.headHeight) : 1;
    const to = moved(spot, event.key, event.ctrlKey || event.metaKey, {
      rows: rows.length,
      columns: columns.length,
      page,
    });
    if (!to) return;
    event.preventDefault();
    go(to);
  };

  const spotFrom = (event: MouseEvent): Spot | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('[aria-colindex]') : null;
    const row = cell?.closest<HTMLElement>('[aria-rowindex]');
    return cell && row ? { row: Number(row.ariaRowIndex) - 2, column: Number(cell.ariaColIndex) - 2 } : null;
  };

  const inView = indices(view.rows, spot.row, rows.length);
  const drawnColumns = indices(view.columns, -1, columns.length);
  const activeColumns = indices(view.columns, spot.column, columns.length);
  const total = (measured?.headWidth ?? 0) + columns.length * (measured?.columnWidth ?? 0);
  return (
    <div
      ref={scroller}
      class="grid"
      role="grid"
      aria-label={title}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-readonly="true"
      data-vscode-context='{"preventDefaultContextMenuItems":true}'
      onScroll={(event) => {
        look();
        props.scrolled({ top: event.currentTarget.scrollTop, left: event.currentTarget.scrollLeft });
      }}
      onKeyDown={onKeyDown}
      onMouseDown={(event) => {
        const at = spotFrom(event);
        if (at) go(at);
      }}
      onClick={(event) => {
        const at = spotFrom(event);
        if (at) open(nameOf(at, rows), false);
      }}
      onDblClick={(event) => {
        const at = spotFrom(event);
        if (at) open(nameOf(at, rows), true);
      }}
    >
      <div class="head" role="row" aria-rowindex={1} style={{ width: `${total}px` }}>
        <div
          class="corner"
          role="columnheader"
          aria-colindex={1}
          tabIndex={spot.row === -1 && spot.column === -1 ? 0 : -1}
        >
          {strings.remark}
        </div>
        {measured &&
          (spot.row === -1 ? activeColumns : drawnColumns).map((index) => {
            const column = columns[index];
            return (
              column && (
                <ColumnHead
                  key={column.article}
                  column={column}
                  index={index}
                  left={measured.headWidth + index * measured.columnWidth}
                  width={measured.columnWidth}
                  active={spot.row === -1 && spot.column === index}
                  strings={strings}
                  language={language}
                />
              )
            );
          })}
      </div>
      <div class="body" role="rowgroup" style={{ width: `${total}px`, height: `${layout?.tops[rows.length] ?? 0}px` }}>
        {layout &&
          measured &&
          inView.map((index) => {
            const row = rows[index];
            if (!row) return null;
            const top = layout.tops[index] ?? 0;
            const here = spot.row === index;
            return (
              <Row
                key={row.id}
                row={row}
                index={index}
                top={top}
                height={(layout.tops[index + 1] ?? 0) - top}
                drawn={(here ? activeColumns : drawnColumns).join()}
                headWidth={measured.headWidth}
                columnWidth={measured.columnWidth}
                names={names}
                active={here ? spot.column : null}
                strings={strings}
                language={language}
              />
            );
          })}
      </div>
    </div>
  );
}

/** Puts the keyboard on the active cell. */
export function focusActive(grid: HTMLElement | null): void {
  grid?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
}

/** The active cell, counted. Where its row is gone the one that stands there now takes its place. */
function spotOf(active: CellName | null, rows: readonly BoardRow[], columns: number, lastRow: number): Spot {
  if (!active) return { row: rows.length > 0 ? 0 : -1, column: columns > 0 ? 0 : -1 };
  const column = Math.min(active.column, columns - 1);
  if (active.row === '') return { row: -1, column };
  const row = rows.findIndex(({ id }) => id === active.row);
  return { row: row >= 0 ? row : Math.min(lastRow, rows.length - 1), column };
}

const nameOf = ({ row, column }: Spot, rows: readonly BoardRow[]): CellName => ({ row: rows[row]?.id ?? '', column });

/** The numbers from `from` to before `to`, and `also`, in order. */
function indices([from, to]: readonly [number, number], also: number, count: number): number[] {
  const [first, last] = [Math.max(0, from), Math.min(count, to)];
  const all = Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
  if (also < 0 || also >= count || (also >= first && also < last)) return all;
  return also < first ? [also, ...all] : [...all, also];
}

/** How many rows a page is, from that row. */
function pageFrom(tops: Float64Array, row: number, at: HTMLElement | null, headHeight: number): number {
  const height = (at?.clientHeight ?? 0) - headHeight;
  return Math.max(1, rowAt(tops, (tops[Math.max(0, row)] ?? 0) + height) - Math.max(0, row) - 1);
}

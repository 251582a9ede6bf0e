import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Details } from './details';
import { allSpeakers, filterRows, gravest } from './filter';
import { Grid, focusActive } from './grid';
import {
  everything,
  type BoardAction,
  type BoardRow,
  type BoardSheet,
  type BoardState,
  type BoardStrings,
  type CellName,
  type FromBoard,
  type ToBoard,
} from './messages';
import { applyPatch } from './patch';
import { Toolbar } from './toolbar';

/** The way to the editor around the page. */
export interface Host {
  readonly post: (message: FromBoard) => void;
  /** What was kept last: before the page was loaded anew, or before the story was gone for a moment. */
  readonly kept: () => BoardState | null;
  readonly keep: (state: BoardState) => void;
}

/** What the page was told. */
type Told =
  | { readonly type: 'nothing' }
  | { readonly type: 'notice'; readonly text: string; readonly retry: boolean; readonly strings: BoardStrings }
  | { readonly type: 'sheet'; readonly sheet: BoardSheet; readonly strings: BoardStrings; readonly language: string };

function tell(before: Told, message: ToBoard): Told {
  if (message.type !== 'patch') return message;
  return before.type === 'sheet' ? { ...before, sheet: applyPatch(before.sheet, message.patch) } : before;
}

/** Whether the extension said this: what else lives in a browser may post messages to every page. */
const isOurs = (data: unknown): data is ToBoard =>
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  ['sheet', 'patch', 'notice'].includes(String(data.type));

/** The board, as far as the extension has told it anything. */
export function App({ host, loading }: { host: Host; loading: string }) {
  const [told, setTold] = useState<Told>({ type: 'nothing' });
  useEffect(() => {
    const listen = ({ data }: MessageEvent<unknown>) => {
      if (isOurs(data)) setTold((before) => tell(before, data));
    };
    window.addEventListener('message', listen);
    host.post({ type: 'ready' });
    return () => window.removeEventListener('message', listen);
  }, []);
  switch (told.type) {
    case 'nothing':
      return (
        <p class="notice" role="status">
          {loading}
        </p>
      );
    case 'notice':
      return (
        <div class="notice" role="status">
          <p>{told.text}</p>
          {told.retry && (
            <button type="button" onClick={() => host.post({ type: 'ready' })}>
              {told.strings.retry}
            </button>
          )}
        </div>
      );
    case 'sheet':
      return <Board host={host} sheet={told.sheet} strings={told.strings} language={told.language} />;
  }
}

interface BoardProps {
  readonly host: Host;
  readonly sheet: BoardSheet;
  readonly strings: BoardStrings;
  readonly language: string;
}

function Board({ host, sheet, strings, language }: BoardProps) {
  const { head, rows: all } = sheet;
  const kept = useMemo(() => host.kept(), []);
  const [filter, setFilter] = useState(kept?.filter ?? everything);
  const [chosen, setActive] = useState<CellName | null>(kept?.active ?? null);
  const scroll = useRef(kept?.scroll ?? { top: 0, left: 0 });
  const grid = useRef<HTMLDivElement>(null);
  const searchBox = useRef<HTMLInputElement>(null);
  const rows = useMemo(() => filterRows(all, filter), [all, filter]);
  const active = chosen ?? firstPassage(rows);
  const speakers = useMemo(() => allSpeakers(all, language), [all, language]);

  const keep = useKeeper(host, () => ({
    articles: head.columns.map(({ article }) => article),
    filter,
    scroll: scroll.current,
    active: chosen,
  }));
  useEffect(keep, [filter, chosen, head.columns]);

  useEffect(() => {
    const search = (event: KeyboardEvent) => {
      const writing = event.target instanceof HTMLInputElement && event.target.type === 'search';
      const slash = event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
      const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!slash && !find) return;
      event.preventDefault();
      searchBox.current?.select();
      searchBox.current?.focus();
    };
    window.addEventListener('keydown', search);
    return () => window.removeEventListener('keydown', search);
  }, []);

  const open = (cell: CellName, focus: boolean) => {
    if (cell.row === '') {
      if (cell.column >= 0) host.post({ type: 'openArticle', column: cell.column, focus });
      return;
    }
    const row = rows.find(({ id }) => id === cell.row);
    if (!row) return;
    const column = cell.column >= 0 ? cell.column : firstColumn(row);
    if (row.cells[column]) host.post({ type: 'open', cell: { row: row.id, column }, focus });
  };
  const row = (active ? rows.find(({ id }) => id === active.row) : undefined) ?? null;
  const cell = active && row ? (row.cells[active.column] ?? null) : null;
  const act = (action: BoardAction) => {
    if (active) host.post({ type: 'act', cell: active, action });
  };

  if (all.length === 0) {
    return (
      <p class="notice" role="status">
        {strings.nothingShared}
      </p>
    );
  }
  return (
    <div class="board">
      <h1 class="spoken">{head.title || strings.board}</h1>
      <Toolbar
        head={head}
        filter={filter}
        speakers={speakers}
        shown={rows.length}
        all={all.length}
        strings={strings}
        searchBox={searchBox}
        change={setFilter}
        leave={() => focusActive(grid.current)}
        showProblems={() => host.post({ type: 'showProblems' })}
      />
      <div class="sheet">
        <Grid
          title={head.title || strings.board}
          columns={head.columns}
          rows={rows}
          strings={strings}
          language={language}
          active={active}
          scroll={scroll.current}
          scroller={grid}
          activate={setActive}
          open={open}
          scrolled={(to) => {
            scroll.current = to;
            keep();
          }}
        />
        {rows.length === 0 && (
          <p class="none" role="status">
            {strings.nothingFits}
          </p>
        )}
      </div>
      <Details
        row={row}
        column={(active && head.columns[active.column]) ?? null}
        cell={cell}
        strings={strings}
        language={language}
        act={act}
      />
    </div>
  );
}

/** Where a row is looked at first: the first passage with something wrong, else the first there is. */
function firstColumn(row: BoardRow): number {
  const wrong = row.cells.findIndex((cell) => cell !== null && gravest(cell) !== null);
  return wrong >= 0 ? wrong : row.cells.findIndex((cell) => cell !== null);
}

const firstPassage = ([row]: readonly BoardRow[]): CellName | null =>
  row ? { row: row.id, column: firstColumn(row) } : null;

/** Keeps the state a moment after the last change: scrolling changes it at every frame. */
function useKeeper(host: Host, state: () => BoardState): () => void {
  const latest = useRef(state);
  latest.current = state;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  return () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => host.keep(latest.current()), 150);
  };
}

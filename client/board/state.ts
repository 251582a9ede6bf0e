import { everything, type BoardState } from './messages';

/** Reads what a page kept; null for what no board has written. What is missing of it is as in a new board. */
export function readState(kept: unknown): BoardState | null {
  if (!isRecord(kept) || !Array.isArray(kept.articles)) return null;
  const filter = isRecord(kept.filter) ? kept.filter : {};
  const scroll = isRecord(kept.scroll) ? kept.scroll : {};
  const active = isRecord(kept.active) ? kept.active : {};
  return {
    articles: kept.articles.filter((uri) => typeof uri === 'string'),
    filter: {
      speaker: typeof filter.speaker === 'string' ? filter.speaker : everything.speaker,
      kind: filter.kind === 'quote' || filter.kind === 'figure' ? filter.kind : everything.kind,
      conflicts: filter.conflicts === true,
      text: typeof filter.text === 'string' ? filter.text : everything.text,
    },
    scroll: { top: distance(scroll.top), left: distance(scroll.left) },
    active:
      typeof active.row === 'string' && Number.isInteger(active.column)
        ? { row: active.row, column: Number(active.column) }
        : null,
  };
}

const distance = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

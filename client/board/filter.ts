import type { WireSeverity } from '../../server/src/protocol';
import type { BoardCell, BoardFilter, BoardRow } from './messages';

/** The rows that fit all of the filter, in their order. */
export function filterRows(rows: readonly BoardRow[], filter: BoardFilter): readonly BoardRow[] {
  const words = foldedForSearch(filter.text).split(/\s+/u).filter(Boolean);
  return rows.filter(
    (row) =>
      (filter.kind === 'all' || row.kind === filter.kind) &&
      (!filter.conflicts || (row.severity !== null && row.severity !== 'hint')) &&
      (filter.speaker === '' || speakersOf(row).includes(filter.speaker)) &&
      (words.length === 0 || words.every((word) => searchText(row).includes(word))),
  );
}

/** Everybody whom a row's quotes or figures are given to, for the filter's list: by name. */
export function allSpeakers(rows: readonly BoardRow[], language: string): readonly string[] {
  return [...new Set(rows.flatMap(speakersOf))].sort((a, b) => a.localeCompare(b, language));
}

/** What a cell says, without what differs being marked. */
export const wordingOf = (cell: BoardCell): string => cell.words.map(({ text }) => text).join('');

/** A row is replaced when it changes, so what is made of it holds as long as the object. */
const speakers = new WeakMap<BoardRow, readonly string[]>();
const texts = new WeakMap<BoardRow, string>();

function speakersOf(row: BoardRow): readonly string[] {
  const known = speakers.get(row);
  if (known) return known;
  const names = row.cells.flatMap((cell) => cell?.from?.name ?? []);
  const all = [...new Set(row.kind === 'quote' ? [row.heading, ...names] : names)].filter(Boolean);
  speakers.set(row, all);
  return all;
}

function searchText(row: BoardRow): string {
  const known = texts.get(row);
  if (known !== undefined) return known;
  const cells = row.cells.flatMap((cell) => (cell ? [wordingOf(cell), cell.from?.name ?? '', cell.bound ?? ''] : []));
  const text = foldedForSearch([...new Set([row.heading, ...cells])].join('\n'));
  texts.set(row, text);
  return text;
}

/** Accents, case and the shape of quotation marks make no difference to who searches. */
const foldedForSearch = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();

const grades: readonly WireSeverity[] = ['error', 'warning', 'information', 'hint'];

/** The gravest open problem of a cell. */
export const gravest = (cell: BoardCell): WireSeverity | null =>
  grades.find((grade) => cell.problems.some(({ severity, accepted }) => !accepted && severity === grade)) ?? null;

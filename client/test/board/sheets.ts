import type { BoardCell, BoardRow, BoardSheet } from '../../board/messages';

/** A passage of a quote that no other article contradicts. */
export const cell = (text: string, more: Partial<BoardCell> = {}): BoardCell => ({
  words: [{ text, differs: false }],
  quoted: true,
  from: { name: 'Marta Kovel', sure: true },
  bound: null,
  relation: 'same',
  tentative: false,
  places: 1,
  problems: [],
  ...more,
});

export const row = (id: string, cells: readonly (BoardCell | null)[], more: Partial<BoardRow> = {}): BoardRow => ({
  id,
  kind: 'quote',
  heading: 'Marta Kovel',
  severity: null,
  accepted: false,
  timeline: null,
  cells,
  ...more,
});

/** A story of two articles. */
export const sheet = (rows: readonly BoardRow[], articles = ['morning.txt', 'evening.txt']): BoardSheet => ({
  head: {
    title: 'Crews hold out for lifeboats',
    date: '2026-11-18',
    columns: articles.map((name) => ({
      article: `file:///harbour/${name}`,
      name,
      day: null,
      source: false,
      quotes: 1,
      figures: 0,
      problems: 0,
    })),
    conflicts: 0,
    accepted: 0,
    worst: null,
    others: 0,
  },
  rows,
});

import type { SheetCell, SheetRow, StorySheet } from '../../src/protocol/stories';

/**
 * A sheet as a small table, one line a row: `quote | Dana Okafor | a.txt: We will open | b.txt≠ We «won't» open`. A cell is
 * the article and its words, what differs in «»; `=` the same, `⊂` an excerpt, `≠` differs, `~` reported, nothing alone;
 * `?` where it is only likely. Missing cells are left out; an exclamation mark before a row is an open conflict.
 */
export function tableOf<P>(sheet: StorySheet<P>): readonly string[] {
  return sheet.rows.map((row) => lineOf(sheet, row));
}

const signs = { same: '=', excerpt: '⊂', differs: '≠', reported: '~', alone: '' } as const;

function lineOf<P>(sheet: StorySheet<P>, row: SheetRow<P>): string {
  const cells = row.cells.flatMap((cell, i) => (cell ? [`${sheet.columns[i]?.name ?? ''}${cellText(cell)}`] : []));
  const open = row.severity === 'error' || row.severity === 'warning' ? '!' : '';
  return [`${open}${row.kind}`, row.heading, ...cells].join(' | ');
}

function cellText<P>({ relation, words, tentative }: SheetCell<P>): string {
  const text = words.map((one) => (one.differs ? `«${one.text}»` : one.text)).join('');
  return `${signs[relation]}${tentative ? '?' : ''}: ${text.replace(/\s+/g, ' ')}`;
}

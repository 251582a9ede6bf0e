import type { WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';
import { joinedWords } from './labels';
import { nameAt } from './told';

/** Whether a row has the words of the filter in its wordings, its speaker or subject, its files or what is said of it. */
export function matches(sheet: WireSheet, row: WireRow, filter: string): boolean {
  if (filter === '' || row.heading.toLowerCase().includes(filter)) return true;
  return row.cells.some((cell, i) => {
    if (!cell) return false;
    const text = [
      sheet.columns[i]?.name ?? '',
      joinedWords(cell.words),
      cell.from?.name ?? '',
      ...cell.problems.map(({ message }) => message),
    ];
    return text.join('\n').toLowerCase().includes(filter);
  });
}

/** What the filter looks for its words in, of a problem that stands in no row. */
export const problemText = (sheet: WireSheet, problem: WireProblem): string =>
  `${problem.message}\n${nameAt(sheet, problem.place)}`.toLowerCase();

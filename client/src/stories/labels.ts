import { l10n } from 'vscode';
import type { WireSeverity } from '../../../server/src/protocol';
import type { SheetWords, WireCell, WireRow, WireSheet } from '../../../server/src/protocol/stories';

/** How long a label is, in UTF-16 units. */
const labelLength = 70;

/** Words on one line, cut after a whole one where they are long. */
export function shortened(words: string, length = labelLength): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= length) return line;
  const space = line.lastIndexOf(' ', length);
  // A character of two units, as most emoji are, is not cut in two.
  const end = /[\ud800-\udbff]/.test(line.charAt(length - 1)) ? length - 1 : length;
  return `${line.slice(0, space > length / 2 ? space : end)}…`;
}

/** An article's wording on one line. */
export const joinedWords = (words: readonly SheetWords[]): string =>
  words
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

/** The wording that stands for a row: the first that is no excerpt and doesn't differ, else the first. */
export function wordsOf({ cells }: WireRow): readonly SheetWords[] {
  const there = cells.filter((cell) => cell !== null);
  const plain = there.find(({ relation }) => relation === 'same' || relation === 'alone');
  return (plain ?? there[0])?.words ?? [];
}

/** How many values a line has room for. */
const mostValues = 3;

/**
 * What the articles have that differs, as "14 briefing.md · 40 wire.txt"; '' where nothing is marked. A wording in which the
 * words are missing has a dash.
 */
export function valuesOf(sheet: WireSheet, row: WireRow): string {
  const cells = row.cells.flatMap((cell, i) => (cell ? [{ cell, name: sheet.columns[i]?.name ?? '' }] : []));
  const isMisattributed = cells.some(({ cell }) => cell.problems.some(({ code }) => code === 'quote-misattributed'));
  const byValue = new Map<string, string[]>();
  for (const { cell, name } of cells) {
    const value = isMisattributed ? (cell.from?.name ?? '') : valueOf(row, cell);
    if (value === null) continue;
    const known = byValue.get(value);
    if (known) known.push(name);
    else byValue.set(value, [name]);
  }
  if (byValue.size < 2) return '';
  const told = [...byValue]
    .slice(0, mostValues)
    .map(([value, names]) => l10n.t('{0} {1}', value === '' ? '—' : value, filesShort(names)));
  return [...told, ...(byValue.size > mostValues ? ['…'] : [])].join(' · ');
}

/** What one article has; null for one that plays no part in the difference. */
function valueOf(row: WireRow, cell: WireCell): string | null {
  if (row.kind === 'figure') return shortened(joinedWords(cell.words), 30);
  const marked = cell.words.filter(({ differs }) => differs).map(({ text }) => text.trim());
  if (marked.length > 0) return `“${shortened(marked.join(' … '), 40)}”`;
  return cell.relation === 'differs' ? '' : null;
}

const filesShort = ([first, ...rest]: readonly string[]): string =>
  rest.length === 0 ? (first ?? '') : l10n.t('{0} +{1}', first ?? '', rest.length);

/** The grade of a problem in words; '' for none. */
export function severityOf(severity: WireSeverity | null): string {
  switch (severity) {
    case 'error':
      return l10n.t('error');
    case 'warning':
      return l10n.t('warning');
    case 'information':
      return l10n.t('information');
    case 'hint':
      return l10n.t('hint');
    case null:
      return '';
  }
}

/** One form for one, another for several: whole sentences, for a translator. */
export const pluralOf = (count: number, one: string, several: (count: number) => string): string =>
  count === 1 ? one : several(count);

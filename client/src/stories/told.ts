import { l10n } from 'vscode';
import type { WireLocation } from '../../../server/src/protocol';
import type { WireCell, WireProblem, WireRow, WireSheet } from '../../../server/src/protocol/stories';

/** The files that have a row, the first two by name. */
export function filesOf(sheet: WireSheet, row: WireRow): string {
  const names = row.cells.flatMap((cell, i) => (cell ? [sheet.columns[i]?.name ?? ''] : []));
  const [first, second] = names;
  if (names.length <= 2) return [first, second].filter((name) => name !== undefined).join(', ');
  return l10n.t('{0} and {1} more', first ?? '', names.length - 1);
}

/** The name of the file in which a place is. */
export const nameAt = (sheet: WireSheet, { uri }: WireLocation): string =>
  sheet.columns.find(({ article }) => article === uri)?.name ?? uri.slice(uri.lastIndexOf('/') + 1);

/** A problem as it is told in its file, and why it may stand. */
export function toldLine(sheet: WireSheet, { place, message, accepted }: WireProblem): string {
  const told = l10n.t('{0}: {1}', nameAt(sheet, place), message);
  if (!accepted) return told;
  const when = [accepted.by, accepted.at.slice(0, 10)].filter((part) => part !== '').join(', ');
  const who = when === '' ? accepted.reason : l10n.t('{0} ({1})', accepted.reason, when);
  return `${told}\n${l10n.t('Accepted: {0}', who)}`;
}

/** How a cell is to the others of its row; empty for the same words. */
export function relationOf({ relation, tentative }: WireCell): string {
  const words = {
    same: '',
    alone: '',
    excerpt: l10n.t('an excerpt'),
    differs: l10n.t('differs'),
    reported: l10n.t('reported without quotation marks'),
  }[relation];
  return tentative ? [words, l10n.t('likely the same')].filter((part) => part !== '').join(', ') : words;
}

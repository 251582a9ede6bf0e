import * as l10n from '@vscode/l10n';
import type { DocumentSymbol, SymbolInformation } from 'vscode-languageserver';
import { SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Article } from '../core/article';
import { outlineOf, type OutlineGroup } from '../features/symbols';
import { toRange } from './convert';

/** An article's outline: speakers with their quotes, figures, dates. */
export function symbolTree(analysis: Analysis, article: Article): DocumentSymbol[] {
  return outlineOf(analysis, article.id).map((group) => {
    const { outer, entries } = group;
    return {
      name: nameOf(group),
      // A node that is named for what it holds needs only the number.
      detail: group.kind === 'speaker' ? counted(entries.length) : String(entries.length),
      kind: SymbolKind.Namespace,
      range: toRange(article, outer),
      selectionRange: toRange(article, entries[0]?.span ?? outer),
      children: entries.map((entry) => ({
        name: entry.title,
        ...(entry.detail === null ? {} : { detail: entry.detail }),
        kind: kindOf(group),
        range: toRange(article, entry.outer),
        selectionRange: toRange(article, entry.span),
      })),
    };
  });
}

/** The outline for a client that shows no trees. */
export function symbolList(analysis: Analysis, article: Article, uri: string): SymbolInformation[] {
  return outlineOf(analysis, article.id).flatMap((group) =>
    group.entries.map((entry) => ({
      name: entry.title,
      kind: kindOf(group),
      containerName: nameOf(group),
      location: { uri, range: toRange(article, entry.outer) },
    })),
  );
}

function nameOf(group: OutlineGroup): string {
  switch (group.kind) {
    case 'speaker':
      return group.name ?? l10n.t('No speaker named');
    case 'figures':
      return l10n.t('Figures');
    case 'dates':
      return l10n.t('Dates');
  }
}

const kindOf = ({ kind }: OutlineGroup): SymbolKind => (kind === 'figures' ? SymbolKind.Number : SymbolKind.String);

const counted = (quotes: number): string => (quotes === 1 ? l10n.t('1 quote') : l10n.t('{0} quotes', quotes));

import { Position, Range, Uri, commands, l10n, window, type Disposable, type QuickPickItem } from 'vscode';
import type { WirePosition } from '../../../server/src/protocol';
import {
  comparableArticlesMethod,
  comparablePassagesMethod,
  compareMethod,
  type ComparableArticlesParams,
  type ComparableArticlesResult,
  type ComparablePassagesParams,
  type ComparablePassagesResult,
  type CompareParams,
  type CompareResult,
  type WireComparableArticle,
  type WireComparablePassage,
} from '../../../server/src/protocol/comparison';
import type { Parts } from '../parts';
import { plainText } from '../plainText';
import { articlesIn, askedIn, type Asked } from './arguments';
import { comparisonScheme, comparisonUri, serveComparisons } from './documents';

/** The commands that lay two passages or two articles side by side. */
export function registerComparison(parts: Parts): Disposable[] {
  return [
    ...serveComparisons(parts),
    commands.registerCommand('secondSource.comparePassages', (at?: unknown) => comparePassages(parts, at)),
    commands.registerCommand('secondSource.compareArticles', (one?: unknown, all?: unknown) =>
      compareArticles(parts, one, all),
    ),
    commands.registerCommand('secondSource.openComparedLine', () => openComparedLine()),
  ];
}

/** Opens the diff editor on this article and another one, at the passage that is meant and what belongs to it there. */
async function comparePassages(parts: Parts, at: unknown): Promise<void> {
  const asked = askedIn(at) ?? atCursor();
  if (!asked) return;
  const { uri, position, other } = asked;
  const params: ComparablePassagesParams = { uri, position };
  const all = await parts.client.sendRequest<ComparablePassagesResult>(comparablePassagesMethod, params);
  const found = other ? all.filter((passage) => isSame(passage.uri, other.uri)) : all;
  if (found.length === 0 && other?.position) {
    await openDiff(parts, { left: other.uri, right: uri, pivot: { left: other.position, right: position } });
    return;
  }
  const chosen = await pickPassage(found);
  if (chosen === undefined) return;
  if (chosen === null) {
    void window.showInformationMessage(l10n.t('No other file has the words or the figure at the cursor.'));
    return;
  }
  const pivot = { left: chosen.there.start, right: chosen.here.start };
  await openDiff(parts, { left: chosen.uri, right: uri, pivot }, chosen.about);
}

/** The passage to compare: the only one, or the one that is picked; null where there is none, undefined for Escape. */
async function pickPassage(found: ComparablePassagesResult): Promise<WireComparablePassage | null | undefined> {
  const [first] = found;
  if (!first || found.length === 1) return first ?? null;
  const items = found.map((passage): QuickPickItem & { readonly passage: WireComparablePassage } => ({
    label: `${passage.differs ? '$(diff)' : '$(quote)'} ${plainText(passage.name)}`,
    description: passage.differs ? l10n.t('differs') : '',
    detail: plainText(passage.words),
    passage,
  }));
  const placeHolder = l10n.t('Compare this passage with the one in which file?');
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDetail: true });
  return picked?.passage;
}

/** Opens the diff editor on two whole articles: the two that are selected, or the one meant and one that is picked. */
async function compareArticles(parts: Parts, one: unknown, all: unknown): Promise<void> {
  const [first, second] = articlesIn(one, all);
  const uri = first ?? atCursor()?.uri;
  if (uri === undefined) return;
  if (second !== undefined) {
    await openDiff(parts, { left: uri, right: second });
    return;
  }
  const params: ComparableArticlesParams = { uri };
  const found = await parts.client.sendRequest<ComparableArticlesResult>(comparableArticlesMethod, params);
  if (!found || found.length === 0) {
    void window.showInformationMessage(
      found ? l10n.t('There is no other article to compare with.') : l10n.t('This file is not read as an article.'),
    );
    return;
  }
  const placeHolder = l10n.t('Compare with which article?');
  const picked = await window.showQuickPick(found.map(articleItem), { placeHolder, matchOnDescription: true });
  if (picked) await openDiff(parts, { left: picked.article.uri, right: uri });
}

function articleItem(article: WireComparableArticle): QuickPickItem & { readonly article: WireComparableArticle } {
  const quotes =
    article.quotes === 0
      ? ''
      : article.quotes === 1
        ? l10n.t('1 quote in common')
        : l10n.t('{0} quotes in common', article.quotes);
  const story = article.sameStory ? l10n.t('same story') : '';
  return {
    label: plainText(article.name),
    description: [story, quotes].filter((part) => part !== '').join(', '),
    article,
  };
}

async function openDiff(parts: Parts, params: CompareParams, about = ''): Promise<void> {
  const compared = await parts.client.sendRequest<CompareResult>(compareMethod, params);
  if (!compared) {
    void window.showInformationMessage(l10n.t('These two files are not both read as articles.'));
    return;
  }
  const { left, right } = compared;
  const title =
    about === ''
      ? l10n.t('{0} ↔ {1}', left.name, right.name)
      : l10n.t('{0} ↔ {1}: {2}', left.name, right.name, about.replace(/\s+/g, ' '));
  // Without a place the editor would go to the first difference, and past the lines that say how much is shared.
  const at = right.pivot ? new Position(right.pivot.line, right.pivot.character) : new Position(0, 0);
  await commands.executeCommand(
    'vscode.diff',
    comparisonUri('left', left.name, params),
    comparisonUri('right', right.name, params),
    title,
    { preview: true, selection: new Range(at, at) },
  );
}

/** Opens the article of the side of the diff editor that has the focus, at the line with the cursor. */
async function openComparedLine(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.scheme !== comparisonScheme) return;
  await commands.executeCommand('editor.action.revealDefinition');
}

function atCursor(): Asked | null {
  const editor = window.activeTextEditor;
  if (!editor) return null;
  const { line, character }: WirePosition = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character }, other: null };
}

/** The server spells a URI as it was told of it, or by its own rules. */
const isSame = (one: string, other: string): boolean => Uri.parse(one).toString() === Uri.parse(other).toString();

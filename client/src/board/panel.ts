import {
  Range,
  Uri,
  ViewColumn,
  commands,
  env,
  l10n,
  window,
  type Disposable,
  type TextDocumentShowOptions,
  type WebviewPanel,
} from 'vscode';
import { type BoardAction, type BoardSheet, type CellName, type ToBoard } from '../../board/messages';
import { patchBetween } from '../../board/patch';
import type { WireLocation } from '../../../server/src/protocol';
import type { WireCell, WireSheet } from '../../../server/src/protocol/stories';
import type { Parts } from '../parts';
import { plainText } from '../plainText';
import { readMessage } from './fromPage';
import { boardPage } from './page';
import { storyOf, titleOf } from './pick';
import { boardSheet } from './sheet';
import { boardStrings } from './strings';

export interface Board extends Disposable {
  readonly panel: WebviewPanel;
  /** Whether it shows the story of most of these articles. */
  shows(articles: readonly string[]): boolean;
  /** Does what the context menu asks for; nothing where there is no such cell any more. */
  act(action: BoardAction, cell: CellName): Promise<void>;
}

/**
 * How long the articles must have stood still before the story is asked for again, in ms. A large story takes the server a
 * while: then the board waits for a longer pause, so that the server stays free for who is typing.
 */
const quiet = 120;
const longestQuiet = 2000;

/**
 * Fills a panel with the story of some articles, and keeps it filled: as texts change the page is told what changed.
 * @param articles URIs; stories change their ids, so the board finds its own by these.
 */
export function createBoard(panel: WebviewPanel, articles: readonly string[], { context, feed, output }: Parts): Board {
  let known = articles;
  let sheet: WireSheet | null = null;
  /** What the page has; null while it has nothing, or nothing that a patch could build upon. */
  let told: BoardSheet | null = null;
  let listening = false;
  /** A panel that is gone may not even be asked whether it is visible. */
  let isGone = false;
  let timer: NodeJS.Timeout | undefined;
  /** How long the last answer took, in ms. */
  let took = 0;
  let asking = false;
  let again = false;

  const post = (message: ToBoard): void => {
    if (!isGone) void panel.webview.postMessage(message);
  };
  const isSeen = () => !isGone && listening && panel.visible;

  /** Asks for the story, one request at a time, and tells the page. */
  const update = async (): Promise<void> => {
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    const from = performance.now();
    try {
      const story = storyOf((await feed.stories()).stories, known);
      const next = story ? await feed.sheet(story.id) : null;
      if (isSeen()) tell(next);
    } catch (error) {
      output.error(`The story board could not be filled: ${String(error)}`);
      notice(l10n.t('The story could not be read. The output of Second Source says why.'), true);
    } finally {
      asking = false;
      took = performance.now() - from;
      if (again && !isGone) {
        again = false;
        later();
      }
    }
  };

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), Math.min(longestQuiet, Math.max(quiet, took)));
  };

  const notice = (text: string, retry: boolean) => {
    told = null;
    post({ type: 'notice', strings: boardStrings(), text, retry });
  };

  const tell = (next: WireSheet | null) => {
    sheet = next;
    if (!next) {
      notice(l10n.t('No two of these articles tell of one event now. The board fills as soon as they do.'), false);
      return;
    }
    known = next.columns.map(({ article }) => article);
    panel.title = boardTitle(next);
    const shown = boardSheet(next);
    if (told) {
      const patch = patchBetween(told, shown);
      if (patch) post({ type: 'patch', patch });
    } else {
      post({ type: 'sheet', strings: boardStrings(), language: env.language, sheet: shown });
    }
    told = shown;
  };

  const cellAt = ({ row, column }: CellName): WireCell | null =>
    sheet?.rows.find(({ id }) => id === row)?.cells[column] ?? null;

  const act = async (action: BoardAction, name: CellName): Promise<void> => {
    const cell = cellAt(name);
    if (!cell) return;
    if (action === 'goToPassage') {
      await openPassage(panel, cell.place, true);
      return;
    }
    const problem = cell.problems.find(({ accepted }) => !accepted) ?? cell.problems[0];
    // A difference is accepted where its problem stands, which may be a word within the passage.
    const { uri, range } = action === 'acceptDifference' && problem ? problem.place : cell.place;
    await commands.executeCommand(`secondSource.${action}`, { uri, position: range.start, range, code: problem?.code });
  };

  const hear = async (sent: unknown): Promise<void> => {
    const message = readMessage(sent);
    switch (message?.type) {
      case 'ready':
        listening = true;
        told = null;
        await update();
        return;
      case 'open': {
        const cell = cellAt(message.cell);
        if (cell) await openPassage(panel, cell.place, message.focus);
        return;
      }
      case 'act':
        await act(message.action, message.cell);
        return;
      case 'openArticle': {
        const article = sheet?.columns[message.column]?.article;
        if (article) await openBeside(panel, Uri.parse(article), { preserveFocus: !message.focus });
        return;
      }
      case 'showProblems':
        await commands.executeCommand('workbench.actions.view.problems');
    }
  };

  const disposables = [
    panel.webview.onDidReceiveMessage((sent: unknown) =>
      hear(sent).catch((error: unknown) => output.error(`The story board could not do that: ${String(error)}`)),
    ),
    feed.onDidChange(() => {
      if (isSeen()) later();
    }),
    panel.onDidChangeViewState(() => {
      // A page out of sight is given up by the editor; the next one says that it is ready.
      if (!panel.visible) [listening, told] = [false, null];
    }),
  ];
  panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(context.extensionUri, 'dist')] };
  panel.iconPath = {
    light: Uri.joinPath(context.extensionUri, 'resources', 'board-light.svg'),
    dark: Uri.joinPath(context.extensionUri, 'resources', 'board-dark.svg'),
  };
  panel.webview.html = boardPage(panel.webview, context.extensionUri, crypto.randomUUID());
  return {
    panel,
    shows: (wanted) => known.some((article) => wanted.includes(article)),
    act,
    dispose() {
      isGone = true;
      clearTimeout(timer);
      for (const one of disposables) one.dispose();
    },
  };
}

/** What a board's tab says. */
export const boardTitle = (story: Pick<WireSheet, 'title' | 'columns'>): string =>
  l10n.t('Story Board: {0}', titleOf(story));

/** Shows a passage, selected, in an editor beside the board. */
async function openPassage(panel: WebviewPanel, { uri, range }: WireLocation, focus: boolean): Promise<void> {
  const { start, end } = range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await openBeside(panel, Uri.parse(uri), { selection, preserveFocus: !focus });
}

/** Opens an article where the board isn't: where it is open already, else in the next group, else in a new one. */
async function openBeside(panel: WebviewPanel, uri: Uri, options: TextDocumentShowOptions): Promise<void> {
  const others = window.tabGroups.all.filter(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const seen = window.visibleTextEditors.find(
    ({ document, viewColumn }) => document.uri.toString() === uri.toString() && viewColumn !== panel.viewColumn,
  );
  const viewColumn = seen?.viewColumn ?? others[0]?.viewColumn ?? ViewColumn.Beside;
  try {
    await window.showTextDocument(uri, { preview: true, ...options, viewColumn });
  } catch {
    void window.showWarningMessage(
      l10n.t('{0} could not be opened.', plainText(uri.path.split('/').pop() ?? uri.toString())),
    );
  }
}

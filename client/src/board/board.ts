import { ViewColumn, commands, window, type Disposable, type WebviewPanel } from 'vscode';
import { boardActions, type CellName } from '../../board/messages';
import { readState } from '../../board/state';
import type { Parts } from '../parts';
import { readCell } from './fromPage';
import { boardTitle, createBoard, type Board } from './panel';
import { pickStory } from './pick';

/** The kind of the board's panels, under which VS Code brings them back after a reload. */
export const boardType = 'secondSource.board';

/** The story board: a grid of what each article of a story has. Opens boards, one a story, and keeps those there are. */
export function registerBoard(parts: Parts): Disposable[] {
  const boards = new Set<Board>();

  const take = (panel: WebviewPanel, articles: readonly string[]) => {
    const board = createBoard(panel, articles, parts);
    boards.add(board);
    panel.onDidDispose(() => {
      boards.delete(board);
      board.dispose();
    });
  };

  const open = async (argument?: unknown): Promise<void> => {
    const story = await pickStory(parts.feed, argument);
    if (!story) return;
    const articles = story.columns.map(({ article }) => article);
    const there = [...boards].find((board) => board.shows(articles));
    if (there) {
      there.panel.reveal();
      return;
    }
    take(window.createWebviewPanel(boardType, boardTitle(story), ViewColumn.Active), articles);
  };

  const inFront = () => [...boards].find(({ panel }) => panel.active);
  return [
    commands.registerCommand('secondSource.openBoard', open),
    ...boardActions.map((action) =>
      commands.registerCommand(`secondSource.board.${action}`, async (context: unknown) => {
        const cell = cellIn(context);
        if (cell) await inFront()?.act(action, cell);
      }),
    ),
    window.registerWebviewPanelSerializer(boardType, {
      deserializeWebviewPanel(panel, state) {
        take(panel, readState(state)?.articles ?? []);
        return Promise.resolve();
      },
    }),
    {
      dispose() {
        // The panels stay: VS Code brings them back when the extension runs again.
        for (const board of boards) board.dispose();
      },
    },
  ];
}

/** The cell that a context menu was opened on, by what the page wrote there. */
function cellIn(context: unknown): CellName | null {
  if (typeof context !== 'object' || context === null) return null;
  if (!('secondSourceRow' in context) || !('secondSourceColumn' in context)) return null;
  return readCell({ row: context.secondSourceRow, column: context.secondSourceColumn });
}

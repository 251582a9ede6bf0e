import assert from 'node:assert/strict';
import { TabInputWebview, commands, window, type Tab } from 'vscode';
import { openAt, problems, until } from '../support/editor';

const boards = (): readonly Tab[] =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('secondSource.board'));

describe('the story board’s command', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  afterEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  const openBoard = async (argument?: unknown) => {
    await commands.executeCommand('secondSource.openBoard', argument);
    return until('a board', window.tabGroups.onDidChangeTabs, () => boards()[0]);
  };

  it('opens the story of the article at hand, under its headline', async () => {
    await openAt('evening.txt');
    const tab = await openBoard();
    assert.match(tab.label, /^Story Board: \S/);
  });

  it('comes back to a story’s board instead of opening another', async () => {
    await openAt('evening.txt');
    await openBoard();
    await openAt('morning.txt');
    await openBoard();
    assert.equal(boards().length, 1);
    await until('the board in front', window.tabGroups.onDidChangeTabs, () =>
      boards()[0]?.isActive ? true : undefined,
    );
  });

  it('takes a story from a node of a view, and the article’s own where that story is gone', async () => {
    await openAt('evening.txt');
    await openBoard({ story: { id: 'no such story' } });
    assert.equal(boards().length, 1);
  });
});

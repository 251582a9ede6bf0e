import assert from 'node:assert/strict';
import { readMessage } from '../../src/board/fromPage';

describe('what a board’s page may ask of the editor', () => {
  const cell = { row: 'q1', column: 2 };

  it('is what the page sends, and nothing beside it', () => {
    const sent = [
      { type: 'ready' },
      { type: 'open', cell, focus: true },
      { type: 'act', cell, action: 'comparePassages' },
      { type: 'openArticle', column: 0, focus: false },
      { type: 'showProblems' },
    ];
    assert.deepEqual(sent.map(readMessage), sent);
    assert.deepEqual(
      readMessage({ type: 'open', cell: { ...cell, uri: 'file:///etc/passwd' }, focus: true, run: 'x' }),
      {
        type: 'open',
        cell,
        focus: true,
      },
    );
  });

  it('is no other command and no other place', () => {
    const sent = [
      null,
      undefined,
      'ready',
      7,
      [],
      {},
      { type: 'command', command: 'workbench.action.terminal.new' },
      { type: 'act', cell, action: 'workbench.action.quit' },
      { type: 'act', cell, action: ['goToPassage'] },
      { type: 'act', action: 'goToPassage' },
      { type: 'open', cell: { row: 1, column: 2 } },
      { type: 'open', cell: { row: 'q1', column: 'length' } },
      { type: 'open', cell: { row: 'q1', column: -1 } },
      { type: 'openArticle', column: 'constructor' },
      { type: 'openArticle', column: 0.5 },
      { type: 'openArticle' },
    ];
    assert.deepEqual(
      sent.filter((one) => readMessage(one) !== null),
      [],
    );
  });
});

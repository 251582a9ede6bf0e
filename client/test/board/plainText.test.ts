import assert from 'node:assert/strict';
import { plainText } from '../../src/plainText';

/** What VS Code looks for in messages and prompts: a link, which may run a command. */
const link = /\[([^\]]+)\]\(((?:https?:\/\/|command:|file:)[^)\s]+)(?: (["'])(.+?)(\3))?\)/i;
/** What it looks for in labels: an icon. */
const icon = /\$\([a-z-]+\)/i;

describe('text from outside', () => {
  it('makes no link of an article’s words, which a message would run as a command', () => {
    assert.match('[the pier](command:workbench.action.quit)', link);
    assert.doesNotMatch(plainText('“[the pier](command:workbench.action.quit)” here'), link);
    assert.doesNotMatch(plainText('[[a](command:b)](https://example.org)'), link);
    assert.doesNotMatch(plainText('[a]\n(command:b)'), link);
  });

  it('makes no icon of a file’s name', () => {
    assert.doesNotMatch(plainText('$(error).txt $$(x)'), icon);
  });

  it('stands on one line and is else the same', () => {
    assert.equal(plainText(' Costs of $4.1m\r\n(or [more]) “up” '), 'Costs of $4.1m (or [more]) “up”');
  });
});

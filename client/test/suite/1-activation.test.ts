import assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { article, openAt, problems } from '../support/editor';

interface Manifest {
  readonly activationEvents: readonly string[];
}

describe('activation', () => {
  const extension = () => {
    const found = extensions.getExtension<unknown>('second-source.second-source');
    assert.ok(found, 'the extension is not installed');
    return found;
  };

  it('leaves a folder alone until an article opens', async () => {
    await window.showTextDocument(await workspace.openTextDocument(article('desk.json')));
    assert.equal(extension().isActive, false);
  });

  it('is asked for by plain text, Markdown and articles and by nothing else', () => {
    const { activationEvents } = extension().packageJSON as Manifest;
    assert.deepEqual(activationEvents, ['onLanguage:plaintext', 'onLanguage:markdown', 'onLanguage:article']);
  });

  it('starts with a plain-text article', async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
    assert.equal(extension().isActive, true);
  });

  it('brings its commands', async () => {
    const known = (await commands.getCommands(true)).filter((name) => name.startsWith('secondSource.'));
    assert.deepEqual(known.sort(), [
      'secondSource.chooseLenses',
      'secondSource.goToMatchingQuote',
      'secondSource.nextConflict',
      'secondSource.previousConflict',
      'secondSource.restartServer',
      'secondSource.showMatches',
    ]);
  });
});

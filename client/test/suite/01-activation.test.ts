import assert from 'node:assert/strict';
import { commands, extensions, window, workspace } from 'vscode';
import { article, openAt, problems } from '../support/editor';

interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
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

  it('is asked for by articles, by what belongs to them, and by nothing else', () => {
    const { activationEvents } = extension().packageJSON as Manifest;
    assert.deepEqual([...activationEvents].sort(), [
      'onFileSystem:second-source-compare',
      'onLanguage:article',
      'onLanguage:markdown',
      'onLanguage:plaintext',
      'onWebviewPanel:secondSource.board',
      'workspaceContains:.second-source.json',
    ]);
  });

  it('starts with a plain-text article', async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
    assert.equal(extension().isActive, true);
  });

  it('brings the commands of the manifest, and no other', async () => {
    const { contributes } = extension().packageJSON as Manifest;
    // A view has commands of its own, which VS Code makes.
    const known = (await commands.getCommands(true)).filter((name) => /^secondSource\.(?!stories\.)/.test(name));
    const declared = contributes.commands.map(({ command }) => command).filter((name) => !name.includes('.stories.'));
    assert.deepEqual(known.sort(), declared.sort());
  });
});

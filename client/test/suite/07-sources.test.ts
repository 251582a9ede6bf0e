import assert from 'node:assert/strict';
import { commands, languages, window, workspace, type CompletionList, Position } from 'vscode';
import { article, openAt, problems, problemsOf, until } from '../support/editor';

const deskFile = article('.second-source.json');
const write = (text: string): Thenable<void> => workspace.fs.writeFile(deskFile, new TextEncoder().encode(text));
const declaring = (...sources: readonly string[]): Thenable<void> => write(JSON.stringify({ version: 1, sources }));

describe('a source that the folder declares', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
  });

  it('has no problems, and is named in those of the draft', async () => {
    await openAt('evening.txt');
    await declaring('morning.txt');
    await problems('morning.txt', 0);
    const messages = await until('the draft to be held against the source', languages.onDidChangeDiagnostics, () => {
      const found = problemsOf('evening.txt').map(({ message }) => message);
      return found.some((message) => message.includes('the source morning.txt')) ? found : undefined;
    });
    assert.ok(messages.length > 0);
  });

  it('can be written down with the help of the editor, which knows what may stand there', async () => {
    await write('{\n  "version": 1,\n  "sources": ["/etc/hosts"],\n  \n}\n');
    await window.showTextDocument(await workspace.openTextDocument(deskFile));
    await until('the pattern to be marked', languages.onDidChangeDiagnostics, () =>
      languages.getDiagnostics(deskFile).find(({ range }) => range.start.line === 2),
    );
    const list = await commands.executeCommand<CompletionList>(
      'vscode.executeCompletionItemProvider',
      deskFile,
      new Position(3, 2),
    );
    assert.ok(list.items.some(({ label }) => (typeof label === 'string' ? label : label.label).includes('accepted')));
  });
});

import assert from 'node:assert/strict';
import { Uri, commands, extensions, languages, workspace } from 'vscode';
import { article, articlesFolder, openAt, problems, until } from '../support/editor';
import { hasNode } from '../support/host';

const copy = (speaker: string, word: string) =>
  `Harbour notes\n\n“The lighthouse will be ${word} before the winter storms come,” said ${speaker}, the keeper.\n`;
const bytes = (text: string) => new TextEncoder().encode(text);

describe('wherever VS Code runs', () => {
  it('reads the articles of the folder through the file system that the folder has', async () => {
    assert.equal(articlesFolder().scheme, hasNode ? 'file' : 'vscode-test-web');
    await openAt('evening.txt');
    const [first] = await problems('evening.txt', 3);
    assert.ok(first?.relatedInformation?.some(({ location }) => location.uri.path === article('morning.txt').path));
  });

  it('reads what comes into a folder within the folder, in an old encoding too', async () => {
    const folder = article('annex');
    await workspace.fs.createDirectory(folder);
    await workspace.fs.writeFile(Uri.joinPath(folder, 'first.txt'), bytes(copy('Ada Quill', 'painted')));
    // “ and ” as Windows-1252 has them.
    const old = copy('Ada Quill', 'repaired').replace('“', '\u0093').replace('”', '\u0094');
    await workspace.fs.writeFile(
      Uri.joinPath(folder, 'second.txt'),
      Uint8Array.from(old, (ch) => ch.charCodeAt(0)),
    );
    await openAt('annex/first.txt');
    const [problem] = await problems('annex/first.txt', 1);
    assert.match(problem?.message ?? '', /painted.*repaired/);
  });

  it('takes an article of any kind of file system, and no earlier state of one', async () => {
    await workspace.fs.writeFile(article('notes.txt'), bytes(copy('Ada Quill', 'painted')));
    const shown = workspace.registerTextDocumentContentProvider('archive', {
      provideTextDocumentContent: () => copy('Ada Quill', 'repainted'),
    });
    const earlier = workspace.registerTextDocumentContentProvider('gitlens', {
      provideTextDocumentContent: () => copy('Ada Quill', 'demolished'),
    });
    try {
      const [old, current] = [Uri.parse('gitlens:/lighthouse.txt'), Uri.parse('archive:/lighthouse.txt')];
      // Opened as an editor does it: a document that the tests had opened themselves would stay open for minutes.
      await commands.executeCommand('vscode.open', old);
      await commands.executeCommand('vscode.open', current);
      const problem = await until('the problem of the archive', languages.onDidChangeDiagnostics, () =>
        languages.getDiagnostics(current).find(({ source }) => source === 'second-source'),
      );
      assert.match(problem.message, /repainted/);
      assert.doesNotMatch(problem.message, /demolished/);
      assert.deepEqual(languages.getDiagnostics(old), []);
    } finally {
      shown.dispose();
      earlier.dispose();
    }
  });

  it('activates in little time', function () {
    assert.equal(extensions.getExtension('second-source.second-source')?.isActive, true);
    const [measured] = performance.getEntriesByName('second-source/activate').slice(-1);
    assert.ok(measured, 'the activation was not measured');
    assert.ok(this.test);
    // A figure to read, and no limit: the machine may be busy.
    this.test.title += `: ${measured.duration.toFixed(1)} ms`;
  });
});

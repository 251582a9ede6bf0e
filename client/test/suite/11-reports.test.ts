import assert from 'node:assert/strict';
import { Uri, commands, workspace } from 'vscode';
import { article, articlesFolder, openAt, problems } from '../support/editor';

const folder = () => Uri.joinPath(articlesFolder(), 'reports of the night');
const textOf = async (uri: Uri) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await workspace.fs.readFile(uri));
const exportTo = (format: string, target: unknown, more = {}) =>
  commands.executeCommand<Uri | undefined>('secondSource.exportReport', { format, target, ...more });

describe('Export Report', () => {
  before(async () => {
    await openAt('evening.txt');
    await problems('evening.txt', 3);
    await workspace.fs.createDirectory(folder());
  });

  it('saves the sign-off page with the conflicts of the folder, articles by their names in it', async () => {
    const target = Uri.joinPath(folder(), 'page.html');
    const saved = await exportTo('html', target);
    assert.equal(saved?.toString(), target.toString());
    const page = await textOf(target);
    assert.ok(page.startsWith('<!doctype html>'));
    assert.match(page, /evening\.txt:\d+ \(here\)/);
    assert.match(page, /<mark>fourteen<\/mark>/);
    assert.doesNotMatch(page, /file:|vscode-/);
  });

  it('saves every other form, by a path in the folder as a keybinding would give it', async () => {
    const begins = { sarif: '{', csv: '\ufefffile,', markdown: '<!-- Report', json: '{"version":1' };
    for (const [format, begin] of Object.entries(begins)) {
      const saved = await exportTo(format, `reports of the night/report.${format}`);
      assert.ok(saved, format);
      const text = await textOf(saved);
      assert.ok(text.startsWith(begin), `${format}: ${text.slice(0, 40)}`);
      assert.match(text, /evening\.txt/);
    }
  });

  it('says what stands in the editor now, saved or not', async () => {
    const editor = await openAt('evening.txt', 'fourteen new');
    await editor.edit((edit) => edit.insert(editor.selection.active, 'XYZZY'));
    const target = Uri.joinPath(folder(), 'claims.csv');
    await exportTo('csv', target);
    await commands.executeCommand('workbench.action.files.revert');
    assert.match(await textOf(target), /XYZZY/);
  });

  it('reports on one story, and on nothing where there is no such story', async () => {
    const target = Uri.joinPath(folder(), 'story.json');
    const saved = await exportTo('json', target, { story: 's1' });
    assert.ok(saved);
    const { articles } = JSON.parse(await textOf(target)) as { articles: { story: string | null }[] };
    assert.ok(articles.length > 1 && articles.every(({ story }) => story === 's1'));
    assert.equal(await exportTo('json', Uri.joinPath(folder(), 'none.json'), { story: 's99' }), undefined);
  });

  it('never takes the place of an article', async () => {
    const before = await textOf(article('morning.txt'));
    assert.equal(await exportTo('markdown', article('morning.txt')), undefined);
    assert.equal(await textOf(article('morning.txt')), before);
  });
});

import assert from 'node:assert/strict';
import { TabInputText, Uri, commands, window, workspace } from 'vscode';
import { deskFileName } from '../../../server/src/protocol/desk';
import { article, articlesFolder, openAt, problems } from '../support/editor';
import { itWithNode } from '../support/host';

/** What may come out of a link, a keybinding or another extension in place of what a command is meant for. */
const hostile: readonly unknown[] = [
  'file:///etc/hostname',
  { uri: 'file:///etc/hostname', code: 'quote-altered', position: { line: 0, character: 0 } },
  { uri: 'file:///etc/hostname', position: { line: -1, character: 1e9 }, locations: [{ uri: 'file:///etc/hostname' }] },
  { uri: 'command:workbench.action.terminal.new', range: null },
  { story: '../../../etc/hostname', article: 'file:///etc/hostname' },
  { code: '__proto__', target: 'workspace' },
  { format: 'html', output: '../../owned.html', path: '/tmp/owned.html' },
  null,
  0,
  [['file:///etc/hostname']],
];

const outsideTabs = () =>
  window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputText && input.uri.path.startsWith('/etc/'));

describe('whoever calls a command with what it is not meant for', function () {
  this.timeout(60_000);

  itWithNode('opens nothing outside of the folder and changes nothing in it', async () => {
    const { document } = await openAt('evening.txt');
    await problems('evening.txt', 3);
    const before = document.getText();
    const ours = (await commands.getCommands(true)).filter((name) => name.startsWith('secondSource.'));
    assert.ok(ours.length > 10);
    const left = ours.filter((name) => !/restart|walkthrough|sample|settings|showOutput/i.test(name));
    for (const name of left) {
      for (const argument of hostile) {
        // Some wait for an answer; none is given.
        void Promise.resolve(commands.executeCommand(name, argument)).catch(() => undefined);
        await commands.executeCommand('workbench.action.closeQuickOpen');
      }
    }
    await commands.executeCommand('notifications.clearAll');
    assert.deepEqual(outsideTabs(), []);
    assert.equal(document.getText(), before);
    const desk = await workspace.fs.readFile(Uri.joinPath(articlesFolder(), deskFileName)).then(
      (bytes) => new TextDecoder().decode(bytes),
      () => '',
    );
    assert.doesNotMatch(desk, /etc|hostname|__proto__/);
  });

  itWithNode('writes through no link that stands in the place of the desk’s file', async () => {
    const fs = await import('node:fs/promises');
    const os = await import('node:os');
    const path = await import('node:path');
    const elsewhere = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'second-source-')), 'elsewhere.json');
    await fs.writeFile(elsewhere, '{"version": 1}');
    const link = Uri.joinPath(articlesFolder(), deskFileName).fsPath;
    await fs.rm(link, { force: true });
    await fs.symlink(elsewhere, link);
    try {
      void commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      assert.equal(await fs.readFile(elsewhere, 'utf8'), '{"version": 1}');
    } finally {
      await fs.rm(link, { force: true });
      await commands.executeCommand('notifications.clearAll');
      await commands.executeCommand('workbench.action.closeAllEditors');
    }
  });
});

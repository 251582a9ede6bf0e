import assert from 'node:assert/strict';
import { TabInputText, Uri, commands, window, workspace } from 'vscode';
import { deskFileName } from '../../../server/src/protocol/desk';
import { tooltip } from '../../src/statusBar';
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
  {
    place: { uri: 'file:///etc/hostname', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } },
  },
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

  itWithNode('is shown no file that is no article', async () => {
    const start = { line: 0, character: 0 };
    const elsewhere = { uri: 'file:///etc/hostname', range: { start, end: start } };
    await commands.executeCommand('secondSource.showMatches', elsewhere.uri, start, [elsewhere]);
    const own = article('evening.txt').toString();
    await commands.executeCommand('secondSource.showMatches', own, start, [elsewhere]);
    await commands.executeCommand('secondSource.stories.open', { place: elsewhere });
    const outside = workspace.textDocuments.filter(({ uri }) => uri.path.startsWith('/etc/'));
    assert.deepEqual([outside, outsideTabs()], [[], []]);
    await commands.executeCommand('notifications.clearAll');
  });

  /** Runs `work` while something else stands in the place of the desk’s file. */
  async function instead(
    make: (path: string, elsewhere: string) => Promise<unknown>,
    work: (elsewhere: string) => unknown,
  ) {
    const fs = await import('node:fs/promises');
    const os = await import('node:os');
    const path = await import('node:path');
    const elsewhere = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'second-source-')), 'elsewhere.json');
    const place = Uri.joinPath(articlesFolder(), deskFileName).fsPath;
    await fs.rm(place, { force: true });
    await make(place, elsewhere);
    try {
      await work(elsewhere);
    } finally {
      await commands.executeCommand('workbench.action.closeAllEditors');
      await fs.rm(place, { force: true, recursive: true });
      await commands.executeCommand('notifications.clearAll');
    }
  }
  const aWhile = () => new Promise((resolve) => setTimeout(resolve, 1000));
  const empty = '{"version": 1}';

  itWithNode('writes through no link that stands in the place of the desk’s file', async () => {
    const fs = await import('node:fs/promises');
    const link = async (place: string, elsewhere: string) => {
      await fs.writeFile(elsewhere, empty);
      await fs.symlink(elsewhere, place);
    };
    await instead(link, async (elsewhere) => {
      void commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
      await aWhile();
      assert.equal(await fs.readFile(elsewhere, 'utf8'), empty);
    });
    // Nor where somebody has it open.
    await instead(link, async (elsewhere) => {
      await openAt(deskFileName);
      void commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
      await aWhile();
      assert.equal(await fs.readFile(elsewhere, 'utf8'), empty);
    });
    // Nor makes a file where a link leads nowhere.
    await instead(
      (place, elsewhere) => fs.symlink(elsewhere, place),
      async (elsewhere) => {
        for (const name of ['markAsSource', 'openDeskFile'])
          void Promise.resolve(commands.executeCommand(`secondSource.${name}`, article('morning.txt'))).catch(
            () => undefined,
          );
        await aWhile();
        await assert.rejects(fs.stat(elsewhere), { code: 'ENOENT' });
      },
    );
  });

  itWithNode('is not kept waiting by a pipe in the place of the desk’s file', async function () {
    if (process.platform !== 'linux') this.skip();
    const { execFileSync } = await import('node:child_process');
    const pipe = (place: string) => Promise.resolve(execFileSync('mkfifo', [place]));
    await instead(pipe, async () => {
      void commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
      await aWhile();
    });
    await commands.executeCommand('secondSource.markAsSource', article('morning.txt'));
    const desk = await workspace.fs.readFile(Uri.joinPath(articlesFolder(), deskFileName));
    assert.match(new TextDecoder().decode(desk), /morning\.txt/);
    await commands.executeCommand('secondSource.unmarkAsSource', article('morning.txt'));
  });

  itWithNode('has a report go unasked to no place that a link leads to', async () => {
    const fs = await import('node:fs/promises');
    const os = await import('node:os');
    const path = await import('node:path');
    const elsewhere = await fs.mkdtemp(path.join(os.tmpdir(), 'second-source-'));
    const link = Uri.joinPath(articlesFolder(), 'reports').fsPath;
    const dialog = workspace.getConfiguration('files');
    await dialog.update('simpleDialog.enable', true, true);
    await fs.symlink(elsewhere, link);
    try {
      void commands.executeCommand('secondSource.exportReport', { format: 'csv', target: 'reports/report.csv' });
      await aWhile();
      assert.deepEqual(await fs.readdir(elsewhere), []);
      await commands.executeCommand('workbench.action.closeQuickOpen');
    } finally {
      await fs.rm(link, { force: true });
      await dialog.update('simpleDialog.enable', undefined, true);
    }
  });
});

describe('the status on hover', () => {
  it('takes nothing in an article for a link, an icon, HTML or a line of its own', () => {
    const words = 'see https://evil.example and www.evil.example [x](command:y) $(alert) <b>b</b>\n\n# Heading';
    const range = { start: { line: 3, character: 4 }, end: { line: 3, character: 9 } };
    const worst = [
      {
        uri: 'file:///a/b.txt',
        name: 'b](x).txt',
        range,
        message: words,
        code: 'quote-altered',
        severity: 'error' as const,
      },
    ];
    const limits = [{ setting: 'secondSource.files.maxSize', message: words }];
    const { value, supportHtml, isTrusted } = tooltip({ total: 1, conflicts: 1, worst, files: [], scan: null, limits });
    assert.doesNotMatch(value, /https:\/\/|www\.evil|(?<!\\)\$\(alert|<b>|\n# |(?<!\\)\]\(command:y|b\]\(x/);
    assert.match(value, /\(file:\/\/\/a\/b\.txt#L4(?:,|%2C)5\)/);
    assert.equal(supportHtml ?? false, false);
    assert.deepEqual(isTrusted, { enabledCommands: ['workbench.action.openSettings'] });
  });
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Logger, silentLogger } from '../../src/core/logger';
import { createDiskWorkspace, type DiskOptions } from '../../src/disk/diskWorkspace';
import { listFiles } from '../../src/disk/listFiles';
import { createFileFilter } from '../../src/disk/fileFilter';
import { useTempFolder } from '../support/tempFolder';

const onWindows = process.platform === 'win32';

describe('the workspace on disk', () => {
  const folder = useTempFolder();
  let notes: string[] = [];
  const logger: Logger = {
    info: () => undefined,
    warn: (message) => void notes.push(message),
    error: (message) => void notes.push(message),
  };
  beforeEach(() => {
    notes = [];
  });

  function open(options: Partial<DiskOptions> = {}) {
    return createDiskWorkspace({ folders: [{ path: folder.path }], idOf: (_path, name) => name, ...options }, logger);
  }

  async function names(options: Partial<DiskOptions> = {}): Promise<readonly string[]> {
    return (await open(options).list()).map(({ name }) => name);
  }

  it('lists text and Markdown files in the order of their names, whatever the case of their ending', async () => {
    folder.write({ 'b.txt': '', 'a.md': '', 'wire/Z.TXT': '', 'wire/a.txt': '', 'c.html': '', 'notes.docx': '' });
    assert.deepEqual(await names(), ['a.md', 'b.txt', 'wire/Z.TXT', 'wire/a.txt']);
    assert.deepEqual(notes, []);
  });

  it('leaves out hidden files and folders and node_modules', async () => {
    folder.write({
      'a.txt': '',
      '.b.txt': '',
      '.git/c.txt': '',
      'node_modules/d/e.md': '',
      'x/node_modules/f.txt': '',
    });
    assert.deepEqual(await names(), ['a.txt']);
  });

  it('keeps to the patterns it is given', async () => {
    folder.write({ 'a.txt': '', 'b.story': '', 'old/c.story': '', 'drafts/d.story': '' });
    assert.deepEqual(await names({ include: ['**/*.story'], exclude: ['**/old', 'drafts/**'] }), ['b.story']);
    assert.deepEqual(await names({ include: ['./drafts/*'] }), ['drafts/d.story']);
  });

  it('says which pattern it could not read and goes on without it', async () => {
    folder.write({ 'a.txt': '' });
    assert.deepEqual(await names({ exclude: ['', '**/b*'] }), ['a.txt']);
    assert.deepEqual(notes, ['The file pattern “” was left out: it is empty.']);
  });

  it('gives ids as it is told to and reads by them', async () => {
    folder.write({ 'a b.txt': 'He said “no”.' });
    const workspace = open({ idOf: (path) => pathToFileURL(path).href });
    const [entry] = await workspace.list();
    assert.ok(entry);
    assert.equal(entry.id, pathToFileURL(join(folder.path, 'a b.txt')).href);
    assert.deepEqual(await workspace.read(entry.id), { kind: 'text', text: 'He said “no”.', encoding: 'UTF-8' });
  });

  it('reads a file made after the listing where ids can be turned into paths', async () => {
    const workspace = open({ pathOf: (id) => join(folder.path, id) });
    await workspace.list();
    folder.write({ 'late.txt': 'late' });
    assert.deepEqual(await workspace.read('late.txt'), { kind: 'text', text: 'late', encoding: 'UTF-8' });
    assert.equal((await open().read('late.txt')).kind, 'skipped');
  });

  it('tells the files of several folders apart, and lists a file of two folders once', async () => {
    folder.write({ 'ours/a.txt': '', 'theirs/a.txt': '' });
    const folders = [
      { path: join(folder.path, 'ours'), name: 'ours' },
      { path: join(folder.path, 'theirs'), name: 'theirs' },
    ];
    assert.deepEqual(await names({ folders }), ['ours/a.txt', 'theirs/a.txt']);
    const overlapping = [{ path: folder.path }, { path: join(folder.path, 'ours') }];
    assert.equal((await open({ folders: overlapping, idOf: (path) => path }).list()).length, 2);
  });

  it('takes a folder called x.txt for a folder', async () => {
    folder.write({ 'x.txt/inside.txt': '' });
    assert.deepEqual(await names(), ['x.txt/inside.txt']);
    const workspace = open({ pathOf: () => join(folder.path, 'x.txt') });
    assert.deepEqual(await workspace.read('x.txt'), { kind: 'skipped', reason: 'it is a folder' });
  });

  it('skips a file that is gone by the time it is read', async () => {
    folder.write({ 'a.txt': '' });
    const workspace = open();
    await workspace.list();
    rmSync(join(folder.path, 'a.txt'));
    assert.deepEqual(await workspace.read('a.txt'), { kind: 'skipped', reason: 'it is no longer there' });
  });

  it('skips a file over the limit, and says how large it is', async () => {
    folder.write({ 'a.txt': 'word '.repeat(1000), 'b.txt': 'short' });
    const workspace = open({ maxBytes: 2048 });
    await workspace.list();
    assert.deepEqual(await workspace.read('a.txt'), {
      kind: 'skipped',
      reason: 'it is larger than 2 KB (5 KB)',
      isTooLarge: true,
    });
    assert.equal((await workspace.read('b.txt')).kind, 'text');
  });

  it('has no files and says why where the folder is not there', async () => {
    const path = join(folder.path, 'nowhere');
    assert.deepEqual(await names({ folders: [{ path }] }), []);
    assert.deepEqual(notes, [`${path} was not read: it is no longer there.`]);
  });

  it('stops at its limit of files and says so', async () => {
    folder.write({ '1.txt': '', '2.txt': '', '3.txt': '' });
    const files = await listFiles(folder.path, createFileFilter([], [], logger), logger, 2);
    assert.equal(files.length, 2);
    assert.match(notes.join(), /more than 2 files/);
  });

  (onWindows ? describe.skip : describe)('with links, pipes and locked files', () => {
    it('goes round no circle of links', async () => {
      folder.write({ 'a/b.txt': '' });
      symlinkSync('..', join(folder.path, 'a/up'));
      symlinkSync('.', join(folder.path, 'a/here'));
      symlinkSync('/', join(folder.path, 'a/root'));
      symlinkSync('self', join(folder.path, 'a/self'));
      assert.deepEqual(await names(), ['a/b.txt']);
    });

    it('lists what a link leads to under the name of the link, and what stands in the folder already once', async () => {
      folder.write({ 'a.txt': '', '.kept/old.txt': '' });
      symlinkSync('.kept', join(folder.path, 'archive'));
      symlinkSync('a.txt', join(folder.path, 'again.txt'));
      assert.deepEqual(await names(), ['a.txt', 'archive/old.txt']);
    });

    it('names a link that leads nowhere', async () => {
      symlinkSync('gone.txt', join(folder.path, 'a.txt'));
      symlinkSync('gone.png', join(folder.path, 'a.png'));
      assert.deepEqual(await names(), []);
      assert.deepEqual(notes, ['a.txt was not read: it is a symbolic link to a file that is not there.']);
    });

    it('neither lists nor waits for a pipe', async () => {
      execFileSync('mkfifo', [join(folder.path, 'a.txt')]);
      const workspace = open({ pathOf: (id) => join(folder.path, id) });
      assert.deepEqual(await workspace.list(), []);
      assert.deepEqual(notes, ['a.txt was not read: it is not a regular file.']);
      assert.deepEqual(await workspace.read('a.txt'), { kind: 'skipped', reason: 'it is not a regular file' });
    });

    it('names a file and a folder that it may not read', async function () {
      if (process.getuid?.() === 0) this.skip(); // everything is open to root
      folder.write({ 'a.txt': '', 'locked/b.txt': '' });
      chmodSync(join(folder.path, 'a.txt'), 0);
      chmodSync(join(folder.path, 'locked'), 0);
      const workspace = open();
      await workspace.list();
      assert.deepEqual(await workspace.read('a.txt'), { kind: 'skipped', reason: 'permission was denied' });
      assert.deepEqual(notes, ['locked was not read: permission was denied.']);
      chmodSync(join(folder.path, 'locked'), 0o700);
    });

    it('reads a file whose size the system does not tell', async function () {
      if (process.platform !== 'linux') this.skip();
      const workspace = open({ folders: [{ path: '/proc' }], pathOf: (id) => id });
      const result = await workspace.read('/proc/self/status');
      assert.ok(result.kind === 'text' && result.text.includes('VmRSS'));
    });

    it('leaves out a file that turns out larger than was told when it is read', async function () {
      if (process.platform !== 'linux') this.skip();
      // The system tells nothing of its size beforehand, as of one that grows meanwhile.
      const workspace = open({ folders: [{ path: '/proc' }], pathOf: (id) => id, maxBytes: 100 });
      const result = await workspace.read('/proc/self/status');
      assert.ok(result.kind === 'skipped' && result.isTooLarge === true);
      assert.match(result.reason, /larger than/);
    });

    it('leaves out a file whose bytes the disk does not give, also to those who may read all', async function () {
      if (process.platform !== 'linux') this.skip();
      const workspace = open({ folders: [{ path: '/proc' }], pathOf: (id) => id });
      assert.deepEqual(await workspace.read('/proc/self/mem'), {
        kind: 'skipped',
        reason: 'it could not be read (EIO)',
      });
    });
  });
});

describe('the names of files', () => {
  it('are judged with every folder on their way', () => {
    const filter = createFileFilter([], ['**/old'], silentLogger);
    assert.equal(filter.accepts('a/b/c.txt'), true);
    assert.equal(filter.accepts('a/old/c.txt'), false);
    assert.equal(filter.accepts('.hidden/c.txt'), false);
    assert.equal(filter.accepts('node_modules/x/c.md'), false);
    assert.equal(filter.accepts('a/c.pdf'), false);
  });
});

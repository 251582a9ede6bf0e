import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/reports/jsonForm';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

const story = 'The mill is open again. “I oiled the wheel with goose fat,” the miller Abel Thorne said on Sunday.\n';

describe('the files that the command line reads', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  async function paths(...args: readonly string[]): Promise<readonly string[]> {
    const { stdout } = await secondSource(folder.path, ['extract', '--format', 'json', ...args]);
    return (JSON.parse(stdout) as Report).articles.map(({ path }) => path);
  }

  it('are those of the current folder where none is named', async () => {
    folder.write({ 'b.txt': story, 'wire/a.md': story, 'page.html': story });
    assert.deepEqual(await paths(), ['b.txt', 'wire/a.md']);
  });

  it('are named relative to the folder given', async () => {
    folder.write({ 'desk/b.txt': story, 'desk/wire/a.txt': story });
    assert.deepEqual(await paths('desk'), ['b.txt', 'wire/a.txt']);
    assert.deepEqual(await paths('desk/wire/a.txt'), ['a.txt']);
    assert.deepEqual(await paths(join(folder.path, 'desk') + '/'), ['b.txt', 'wire/a.txt']);
  });

  it('are named relative to the folder that holds them all where several paths are given', async () => {
    folder.write({ 'desk/b.txt': story, 'desk/wire/a.txt': story, 'press/b.txt': story });
    assert.deepEqual(await paths('desk/wire', 'press'), ['desk/wire/a.txt', 'press/b.txt']);
    assert.deepEqual(await paths('desk/b.txt', 'desk/wire/a.txt', 'desk'), ['b.txt', 'wire/a.txt']);
  });

  it('are any that are asked for by name, and of a folder only those that read as articles', async () => {
    folder.write({ 'story.txt': story, 'words.txt': 'wheel\nmill\nsluice\n', 'README.md': story });
    const { stdout, stderr, code } = await secondSource(folder.path, ['extract', '--format', 'json']);
    assert.deepEqual(
      (JSON.parse(stdout) as Report).articles.map(({ path }) => path),
      ['story.txt'],
    );
    assert.match(stderr, /2 files were left out: they do not read as articles \(README\.md, words\.txt\)/);
    assert.equal(code, 0);
    assert.deepEqual(await paths('words.txt', 'README.md'), ['README.md', 'words.txt']);
  });

  it('keep to --include and --exclude, which leave a path after them a path', async () => {
    folder.write({ 'desk/a.txt': story, 'desk/b.story': story, 'desk/old/c.story': story });
    assert.deepEqual(await paths('--include', '**/*.story', '--exclude', 'old', 'desk'), ['b.story']);
    assert.deepEqual(await paths('--include', '*.txt', '--include', '*.story', 'desk'), ['a.txt', 'b.story']);
  });

  it('are named with the encoding where that is not UTF-8', async () => {
    folder.write({
      'bom.txt': '\uFEFF' + story,
      'plain.txt': story,
      'wide.txt': Buffer.from('\uFEFF' + story, 'utf16le'),
      'windows.txt': Buffer.from(story.replace('“', '\x93').replace('”', '\x94'), 'latin1'),
    });
    const { stdout, stderr, code } = await secondSource(folder.path, ['extract', '--format', 'json']);
    assert.equal(
      stderr,
      'second-source: wide.txt was read as UTF-16 LE.\nsecond-source: windows.txt was read as Windows-1252.\n',
    );
    assert.equal(code, 0);
    for (const { path, quotes } of (JSON.parse(stdout) as Report).articles) {
      assert.deepEqual(
        quotes.map(({ start, text }) => ({ start, text })),
        [{ start: 25, text: 'I oiled the wheel with goose fat,' }],
        path,
      );
    }
  });

  it('leave out a binary file with a word, and go on', async () => {
    folder.write({ 'a.txt': Buffer.from([0, 1, 2, 3]), 'b.txt': story });
    const { stdout, stderr, code } = await secondSource(folder.path, ['extract', '--format', 'json']);
    assert.equal(stderr, 'second-source: a.txt was not read: it is not a text file.\n');
    assert.equal((JSON.parse(stdout) as Report).articles.length, 1);
    assert.equal(code, 0);
  });

  it('that are asked for by name and cannot be read make the exit code 2, and the others are still read', async () => {
    folder.write({ 'budget.pdf': '%PDF-1.4 and so on', 'b.txt': story });
    const { stdout, stderr, code } = await secondSource(folder.path, [
      ...['extract', '--format', 'json'],
      ...['budget.pdf', 'nowhere.txt', 'b.txt'],
    ]);
    assert.match(stderr, /budget\.pdf was not read: it is not a text file\./);
    assert.match(stderr, /nowhere\.txt was not read: there is no such file or folder\./);
    assert.equal((JSON.parse(stdout) as Report).articles.length, 1);
    assert.equal(code, 2);
  });

  it('are none where no path can be read: nothing is printed', async () => {
    const { stdout, stderr, code } = await secondSource(folder.path, ['check', 'nowhere']);
    assert.deepEqual({ stdout, code }, { stdout: '', code: 2 });
    assert.equal(stderr, 'second-source: nowhere was not read: there is no such file or folder.\n');
  });

  it('may be none at all, which is said', async () => {
    const { stderr, code } = await secondSource(folder.path, ['extract']);
    assert.deepEqual({ stderr, code }, { stderr: 'second-source: No articles were found.\n', code: 0 });
  });

  it('are counted, not listed, after the first twenty of a kind', async () => {
    const files = Array.from({ length: 23 }, (_, i) => [`${String(i)}.txt`, '\0'] as const);
    folder.write(Object.fromEntries(files));
    const { stderr } = await secondSource(folder.path, ['extract']);
    assert.equal(stderr.split('\n').filter((line) => line.includes('not a text file')).length, 20);
    assert.match(stderr, /3 more were not read\./);
  });

  it('are no pipes and no circles of links', async function () {
    if (process.platform === 'win32') this.skip();
    folder.write({ 'a.txt': story });
    execFileSync('mkfifo', [join(folder.path, 'pipe.txt')]);
    symlinkSync('.', join(folder.path, 'again'));
    const { stderr, code } = await secondSource(folder.path, ['extract']);
    assert.equal(stderr, 'second-source: pipe.txt was not read: it is not a regular file.\n');
    assert.equal(code, 0);
    assert.equal((await secondSource(folder.path, ['extract', 'pipe.txt'])).code, 2);
  });
});

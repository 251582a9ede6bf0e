import assert from 'node:assert/strict';
import { linkSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from 'sarif';
import { mill } from '../reports/reporting';
import { parseFiles } from '../support/marked';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

const articles = Object.fromEntries([...parseFiles(mill)].map(([name, { text }]) => [name, text]));

describe('second-source check --format', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();
  const check = (...args: readonly string[]) => secondSource(folder.path, ['check', ...args]);
  const read = (name: string) => readFileSync(join(folder.path, name), 'utf8');

  it('prints each form, with the exit code of any check', async () => {
    folder.write(articles);
    const begins = {
      html: '<!doctype html>',
      csv: '\ufefffile,line',
      markdown: '<!-- Report',
      sarif: '{\n',
      json: '{',
    };
    for (const [format, begin] of Object.entries(begins)) {
      const { stdout, stderr, code } = await check('--format', format);
      assert.ok(stdout.startsWith(begin), `${format}: ${stdout.slice(0, 60)}`);
      assert.deepEqual({ stderr, code }, { stderr: '', code: 1 });
    }
    assert.equal((await check('--format', 'pdf')).code, 2);
  });

  it('names files in SARIF as the current folder does, else as the folder that was given', async () => {
    folder.write(Object.fromEntries(Object.entries(articles).map(([name, text]) => [`copy/today/${name}`, text])));
    const uris = async (cwd: string, path: string) => {
      const { stdout } = await secondSource(join(folder.path, cwd), ['check', '--format', 'sarif', path]);
      return (JSON.parse(stdout) as Log).runs[0]?.artifacts?.map(({ location }) => location?.uri);
    };
    assert.deepEqual(await uris('', 'copy'), ['copy/today/herald.txt', 'copy/today/wire.txt']);
    assert.deepEqual(await uris('copy', '.'), ['today/herald.txt', 'today/wire.txt']);
    assert.deepEqual(await uris('copy/today', '..'), ['herald.txt', 'wire.txt']);
    folder.write({ 'elsewhere/empty': '' });
    assert.deepEqual(await uris('elsewhere', '../copy'), ['today/herald.txt', 'today/wire.txt']);
  });

  it('writes to a file and prints nothing; a second report takes the place of the first', async () => {
    folder.write(articles);
    for (const format of ['html', 'html', 'pretty']) {
      const { stdout, code } = await check('--format', format, '--output', 'report.html');
      assert.deepEqual({ stdout, code }, { stdout: '', code: 1 });
    }
    assert.match(read('report.html'), /^herald\.txt:3:2: error/m);
    assert.deepEqual(readdirSync(folder.path).sort(), ['herald.txt', 'report.html', 'wire.txt']);
  });

  it('never writes over an article, by whatever name it is called', async () => {
    folder.write({ ...articles, 'out/keep.txt': 'x' });
    symlinkSync(join(folder.path, 'herald.txt'), join(folder.path, 'link.html'));
    linkSync(join(folder.path, 'herald.txt'), join(folder.path, 'hard.html'));
    for (const name of ['herald.txt', './out/../herald.txt', 'link.html', 'hard.html']) {
      const { stdout, stderr, code } = await check('--format', 'html', '--output', name);
      assert.deepEqual({ stdout, code }, { stdout: '', code: 2 });
      assert.equal(
        stderr,
        `second-source: The report was not written to ${name}: it is one of the articles that were read.\n`,
      );
    }
    assert.equal(read('herald.txt'), articles['herald.txt']);
  });

  it('says why a report can’t be written, and leaves nothing behind', async () => {
    folder.write({ ...articles, 'out/keep.txt': 'x' });
    const said = async (name: string) => {
      const { stderr, code } = await check('--format', 'csv', '--output', name);
      assert.equal(code, 2);
      return stderr.replace('second-source: The report was not written to ', '').trim();
    };
    assert.equal(await said('out'), 'out: it is a folder.');
    assert.equal(await said('nowhere/report.csv'), 'nowhere/report.csv: there is no folder nowhere.');
    assert.equal(await said('wire.txt/report.csv'), 'wire.txt/report.csv: it is no longer there.');
    assert.equal(await said(''), '“”: the name is empty.');
    assert.deepEqual(readdirSync(folder.path).sort(), ['herald.txt', 'out', 'wire.txt']);
    assert.ok(statSync(join(folder.path, 'out/keep.txt')).isFile());
  });

  it('reads no report of its own as an article', async () => {
    folder.write(articles);
    await check('--format', 'markdown', '--output', 'report.md');
    const { stdout } = await check('--format', 'markdown');
    assert.equal(stdout.replace(/Checked on .*/, ''), read('report.md').replace(/Checked on .*/, ''));
  });

  it('lets no article and no file name speak to the terminal, in any form', async () => {
    const evil = '\x1b]0;owned\x07\x9b31m\u202e';
    const story = (not: string) =>
      `The mill is open again.\n\n“I am ${not}going to sell ${evil}the wheel to anybody from the city,” Abel Thorne said.\n`;
    folder.write({ 'a\x1b[2J.txt': story('not '), 'b.txt': story('') });
    for (const format of ['html', 'csv', 'markdown', 'sarif', 'json']) {
      const { stdout, stderr } = await check('--format', format);
      assert.ok(stdout.includes('sell'), format);
      const printed = stdout.replaceAll('\r\n', '\n') + stderr;
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(printed, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/, format);
    }
  });
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchScript, repository, type Measured, type RowsScript } from './scripts';

describe('npm run bench', function () {
  this.timeout(120_000);
  let folder: string;
  before(async () => {
    const built = ['cli.js', 'server.js', 'vectors.bin'].every((name) => existsSync(join(repository, 'dist', name)));
    if (!built) execFileSync(process.execPath, [join(repository, 'scripts/build.mjs')], { stdio: 'pipe' });
    folder = await mkdtemp(join(tmpdir(), 'second-source-bench-test-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  const bench = (...args: string[]) =>
    spawnSync(process.execPath, [join(repository, 'scripts/bench.mjs'), '--built', ...args], { encoding: 'utf8' });

  it('measures every row of a small folder, and writes the table and the JSON file', async () => {
    const json = join(folder, 'bench.json');
    const args = [
      '--sizes',
      '25',
      '--runs',
      '1',
      '--typists',
      '1',
      '--json',
      json,
      '--peers',
      join(folder, 'none.json'),
    ];
    const { status, stdout, stderr } = bench(...args);
    assert.equal(status, 0, stderr);
    const { rows } = (await benchScript('rows.mjs')) as RowsScript;
    const result = JSON.parse(readFileSync(json, 'utf8')) as {
      readonly sizes: readonly { readonly articles: number; readonly measures: Readonly<Record<string, Measured>> }[];
      readonly targets: readonly unknown[];
    };
    const [size] = result.sizes;
    assert.ok(size?.articles === 25);
    const mayLack = /^(?:warm|cache)/; // A server that keeps no cache says so.
    for (const { key, title } of rows) {
      const value: Measured | undefined = size.measures[key];
      assert.ok(stdout.includes(`| ${title} `), title);
      if (mayLack.test(key) && value?.missing === 'the server keeps no cache') continue;
      assert.equal(value?.missing, undefined, key);
      const number = value?.ms ?? value?.p95 ?? value?.bytes;
      assert.ok(number !== undefined && number > 0 && (value?.ratio ?? 0) > 0, key);
    }
    assert.ok(result.targets.length > 8);
    assert.match(stdout, /\| measure +\| +must \| +aim \| seen \| +\|/);
  });

  it('says what it left out where the time was up, and ends well', () => {
    const json = join(folder, 'short.json');
    const { status, stdout, stderr } = bench('--sizes', '300', '--limit', '1', '--json', json);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /check --format json, cold, whole process +\| +not done after \d+ s/);
    assert.match(stdout, /all keystrokes, over stdio +\| +(?:no time left of 1 s|not done after \d+ s)/);
  });

  it('refuses sizes that are none', () => {
    assert.equal(bench('--sizes', '0').status, 2);
    assert.equal(bench('--sizes', '100,many').status, 2);
  });
});

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { mill } from '../reports/reporting';
import { parseFiles } from '../support/marked';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, bundle } from './commandLine';

const workflow = readFileSync(resolve(__dirname, '../../../../docs/workflows/second-source.yml'), 'utf8');

/** The commands of the step of that name, as the runner would run them. */
function commandsOf(step: string): string {
  const text = workflow.slice(workflow.indexOf(`- name: ${step}`));
  const block = /\n( +)run: \|\n((?:\1 {2}.*\n|\n)+)/.exec(text);
  assert.ok(block, step);
  return (block[2] ?? '').replaceAll(`${block[1] ?? ''}  `, '');
}

describe('the workflow for GitHub Actions', function () {
  this.timeout(30_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  /** A checkout of a change that goes to main, with a checker that main has and the change has tampered with. */
  function checkout(change: Readonly<Record<string, string>>): string {
    const path = join(folder.path, 'checkout');
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.org', ...args], {
        cwd: path,
        stdio: 'pipe',
      });
    const write = (files: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    };
    mkdirSync(join(path, 'tools'), { recursive: true });
    git('init', '-q', '-b', 'main');
    const [herald] = [...parseFiles(mill).values()];
    write({ 'herald.txt': herald?.text ?? '', 'tools/second-source.vsix': 'as main has it' });
    git('add', '.');
    git('commit', '-qm', 'Main');
    git('update-ref', 'refs/remotes/origin/main', 'main');
    git('checkout', '-q', '-b', 'draft');
    write({ ...change, 'tools/second-source.vsix': 'as the change has it' });
    git('add', '.');
    git('commit', '-qm', 'Draft');
    return path;
  }

  /** Runs a step as the runner does; the archive is unpacked by a stand-in that puts the command line where it would be. */
  function run(step: string, cwd: string) {
    const temp = join(folder.path, 'temp');
    const bin = join(folder.path, 'bin');
    mkdirSync(temp, { recursive: true });
    mkdirSync(bin, { recursive: true });
    const target = '$5/extension/dist';
    writeFileSync(
      join(bin, 'unzip'),
      `#!/bin/sh\ngrep -q 'as main has it' "$3" || exit 9\nmkdir -p "${target}" && cp '${dirname(bundle)}'/*.js "${target}"\n`,
    );
    chmodSync(join(bin, 'unzip'), 0o755);
    const env = {
      ...process.env,
      PATH: `${bin}:${process.env.PATH ?? ''}`,
      BASE: 'origin/main',
      RUNNER_TEMP: temp,
      GITHUB_STEP_SUMMARY: join(temp, 'summary.md'),
      GITHUB_OUTPUT: join(temp, 'output'),
    };
    const { status, stderr } = spawnSync('bash', ['-e', '-c', commandsOf(step)], { cwd, env, encoding: 'utf8' });
    const read = (name: string) => (existsSync(join(temp, name)) ? readFileSync(join(temp, name), 'utf8') : '');
    return { status, stderr, sarif: read('second-source.sarif'), summary: read('summary.md'), output: read('output') };
  }

  it('checks a change with main’s own checker, and leaves findings, a summary and a verdict behind', () => {
    const [, wire] = [...parseFiles(mill).values()];
    const path = checkout({ 'wire.txt': wire?.text ?? '' });
    assert.deepEqual([run('Unpack Second Source', path).status], [0]);
    const { status, sarif, summary, output, stderr } = run('Check what has changed', path);
    assert.equal(status, 0, stderr);
    const results = (JSON.parse(sarif) as Log).runs[0]?.results ?? [];
    const files = results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri);
    assert.ok(files.includes('wire.txt') && files.includes('herald.txt'), files.join(' '));
    assert.match(summary, /## Second Source: \d problems/);
    assert.equal(output, 'problems=1\n');
  });

  it('is content with a change of something else, and fails where the check can’t be made', () => {
    const path = checkout({ 'notes.json': '{}' });
    run('Unpack Second Source', path);
    const { status, summary, output } = run('Check what has changed', path);
    assert.deepEqual([status, output], [0, 'problems=0\n']);
    assert.match(summary, /no articles were checked/);
    execFileSync('git', ['update-ref', '-d', 'refs/remotes/origin/main'], { cwd: path });
    assert.equal(run('Check what has changed', path).status, 2);
  });
});

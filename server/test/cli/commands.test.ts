import assert from 'node:assert/strict';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

describe('the commands of second-source', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  it('are told by --help', async () => {
    const { stdout, stderr, code } = await secondSource(folder.path, ['--help']);
    for (const words of ['check', 'extract', 'lsp', 'Exit code', '--format json'])
      assert.ok(stdout.includes(words), words);
    assert.deepEqual({ stderr, code }, { stderr: '', code: 0 });
    const check = await secondSource(folder.path, ['check', '--help']);
    assert.ok(check.stdout.includes('--exclude <glob>') && check.stdout.includes('--no-color'));
  });

  it('have the version of the package', async () => {
    const { stdout, code } = await secondSource(folder.path, ['--version']);
    assert.match(stdout, /^\d+\.\d+\.\d+\n$/);
    assert.equal(code, 0);
  });

  for (const [what, args] of [
    ['no command', []],
    ['an unknown command', ['compare']],
    ['an unknown option', ['check', '--colour']],
    ['an unknown format', ['check', '--format', 'xml']],
    ['an option without its value', ['check', '--format']],
  ] as const) {
    it(`say what is wrong with ${what} and exit with 2`, async () => {
      const { stdout, stderr, code } = await secondSource(folder.path, args);
      assert.deepEqual({ stdout, code }, { stdout: '', code: 2 });
      assert.notEqual(stderr, '');
    });
  }
});

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFiles } from '../support/marked';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

const stories = `
=== mill/herald.txt
COLD ASHBY, 4 May 2025 - The mill at Cold Ashby is open again after forty years, and its wheel turns.

“I am not going to sell the wheel to anybody from the city,” Abel Thorne said on Sunday.
=== mill/wire.txt
COLD ASHBY, 4 May 2025 - The mill at Cold Ashby is open again after forty years, and its wheel turns.

“I am not going to sell the wheel to anybody from the city,” Abel Thorne said on Sunday.
=== dam/valley.txt
LOW BARROW, 6 June 2025 - Engineers opened the sluice of the Barrow dam.

“Nobody told the farms that the sluice would open before the hay was in,” Ines Barrow said on Friday.
=== dam/dale.txt
LOW BARROW, 6 June 2025 - Engineers opened the sluice of the Barrow dam.

“Nobody told the farms that the sluice would close before the hay was in,” Ines Barrow said on Friday.
`;
const texts = Object.fromEntries([...parseFiles(stories)].map(([name, { text }]) => [name, text]));
const changedQuote = (name: string) => (texts[name] ?? '').replace('not going', 'going');

describe('second-source check --since', function () {
  this.timeout(30_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  const git = (...args: readonly string[]) =>
    execFileSync(
      'git',
      ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: folder.path,
        stdio: 'pipe',
        encoding: 'utf8',
      },
    );
  /** A repository with both stories committed, and a tag there. */
  const repository = () => {
    folder.write(texts);
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-q', '-m', 'All is told');
    git('tag', 'first');
  };
  /** Problems by file, what stderr says, and the exit code. */
  const since = async (revision: string, args: readonly string[] = [], cwd = '', env = {}) => {
    const run = await secondSource(
      join(folder.path, cwd),
      ['check', '--format', 'json', '--since', revision, ...args],
      env,
    );
    const report =
      run.stdout === ''
        ? null
        : (JSON.parse(run.stdout) as { problems: { path: string }[]; articles: { path: string }[] });
    return {
      problems: report?.problems.map(({ path }) => path),
      articles: report?.articles.map(({ path }) => path),
      said: run.stderr.trim(),
      code: run.code,
    };
  };

  it('finds nothing where nothing has changed, whatever disagrees', async () => {
    repository();
    assert.deepEqual(await since('HEAD'), {
      problems: [],
      articles: [],
      said: 'second-source: No article has changed since HEAD.',
      code: 0,
    });
  });

  it('reports what changed and who disagrees with it, and leaves the other story alone', async () => {
    repository();
    folder.write({ 'mill/wire.txt': changedQuote('mill/wire.txt') });
    const { problems, articles, said, code } = await since('HEAD');
    assert.deepEqual(problems, ['mill/herald.txt', 'mill/wire.txt']);
    assert.deepEqual(articles, ['mill/herald.txt', 'mill/wire.txt']);
    assert.deepEqual([said, code], ['second-source: 1 of 4 articles has changed since HEAD.', 1]);
  });

  it('sees what is committed, staged, in the folder, or new to git', async () => {
    repository();
    folder.write({ 'mill/wire.txt': changedQuote('mill/wire.txt') });
    const count = async () => (await since('first')).said;
    const changed = 'second-source: 1 of 4 articles has changed since first.';
    assert.equal(await count(), changed);
    git('add', '.');
    assert.equal(await count(), changed);
    git('commit', '-q', '-m', 'Other words');
    assert.equal(await count(), changed);
    folder.write({ 'mill/new.txt': texts['mill/herald.txt'] ?? '' });
    assert.equal(await count(), 'second-source: 2 of 5 articles have changed since first.');
    assert.equal((await since('HEAD')).said, 'second-source: 1 of 5 articles has changed since HEAD.');
  });

  it('compares with where the branch parted, so that what others changed meanwhile is not ours', async () => {
    repository();
    git('checkout', '-q', '-b', 'draft');
    folder.write({ 'mill/wire.txt': changedQuote('mill/wire.txt') });
    git('commit', '-qam', 'Ours');
    git('checkout', '-q', 'main');
    folder.write({ 'dam/dale.txt': (texts['dam/dale.txt'] ?? '').replace('Friday', 'Thursday') });
    git('commit', '-qam', 'Theirs');
    git('checkout', '-q', 'draft');
    assert.equal((await since('main')).said, 'second-source: 1 of 4 articles has changed since main.');
  });

  it('works from a folder of the repository, for another folder, with odd names and from within a hook', async () => {
    repository();
    const odd = 'mill/"odd" ‹ñame›\t$(x) ;.txt';
    folder.write({ [odd]: changedQuote('mill/wire.txt') });
    assert.equal((await since('HEAD', [], 'mill')).said, 'second-source: 1 of 3 articles has changed since HEAD.');
    assert.equal(
      (await since('HEAD', ['../mill'], 'dam')).said,
      'second-source: 1 of 3 articles has changed since HEAD.',
    );
    git('add', '.');
    git('commit', '-qm', 'Odd');
    assert.equal((await since('HEAD')).said, 'second-source: No article has changed since HEAD.');
    const hook = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/none' };
    assert.equal(
      (await since('HEAD~1', [], 'mill', hook)).said,
      'second-source: 1 of 3 articles has changed since HEAD~1.',
    );
  });

  it('takes line ends for the same where git keeps them otherwise', async () => {
    repository();
    folder.write({ 'mill/wire.txt': (texts['mill/wire.txt'] ?? '').replaceAll('\n', '\r\n') });
    assert.equal((await since('HEAD')).said, 'second-source: No article has changed since HEAD.');
  });

  it('says what is wrong with a revision, a folder or a machine, and exits with 2', async () => {
    repository();
    const fault = async (revision: string, cwd = '', env = {}) => {
      const { said, code, problems } = await since(revision, [], cwd, env);
      assert.deepEqual([code, problems], [2, undefined]);
      return said;
    };
    assert.match(await fault('nowhere'), /^second-source: There is no revision “nowhere” in /);
    assert.match(await fault('HEAD:mill'), /^second-source: There is no revision/);
    assert.equal(await fault(''), 'second-source: “” is no revision.');
    assert.equal(await fault('HEAD', '', { PATH: '' }), 'second-source: --since needs git, which was not found.');
    const run = await secondSource(folder.path, ['check', '--since=--output=x']);
    assert.deepEqual([run.code, run.stderr], [2, 'second-source: “--output=x” is no revision.\n']);
    rmSync(join(folder.path, '.git'), { recursive: true });
    assert.match(await fault('HEAD'), /^second-source: --since needs a git repository: .* is in none\.$/);
  });

  it('runs nothing that the repository names', async () => {
    repository();
    const proof = join(folder.path, 'proof');
    const script = join(folder.path, 'evil.sh');
    writeFileSync(script, `#!/bin/sh\necho "$0 $@" >> '${proof}'\ncat\n`);
    chmodSync(script, 0o755);
    const settings = {
      'core.fsmonitor': script,
      'core.hooksPath': join(folder.path, 'hooks'),
      'core.pager': script,
      'core.sshCommand': script,
      'core.editor': script,
      'diff.external': script,
      'diff.evil.textconv': script,
      'diff.evil.command': script,
      'filter.evil.clean': script,
      'filter.evil.smudge': script,
      'filter.evil.process': script,
      'filter.evil.required': 'true',
      'alias.ls-tree': `!${script}`,
      'alias.rev-parse': `!${script}`,
      'pager.ls-tree': script,
      'remote.origin.url': `ext::${script}`,
      'remote.origin.promisor': 'true',
      'remote.origin.partialclonefilter': 'blob:none',
      'protocol.ext.allow': 'always',
    };
    for (const [name, value] of Object.entries(settings)) git('config', name, value);
    mkdirSync(join(folder.path, 'hooks'));
    for (const hook of ['post-checkout', 'post-index-change', 'reference-transaction', 'fsmonitor-watchman']) {
      writeFileSync(join(folder.path, 'hooks', hook), `#!/bin/sh\necho ${hook} >> '${proof}'\n`, { mode: 0o755 });
    }
    folder.write({ '.gitattributes': '* filter=evil diff=evil\n', 'mill/wire.txt': changedQuote('mill/wire.txt') });
    assert.match((await since('HEAD')).said, /1 of 4 articles has changed/);
    assert.match((await since('0123456789012345678901234567890123456789')).said, /no revision/);
    assert.equal(existsSync(proof), false);
    // The trap itself is sound: git as anybody runs it does run what the repository names.
    assert.throws(() => git('diff', '--', 'mill/wire.txt'));
    assert.equal(existsSync(proof), true);
  });
});

import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { say } from './progress.mjs';
import { build, compileTests, installDependencies } from './setup.mjs';

// The suite of the extension host again, in the desktop VS Code that @vscode/test-electron downloads.
await installDependencies();
await build();
await compileTests();
const { runTests } = await import('@vscode/test-electron');
const temporary = await mkdtemp(join(tmpdir(), 'second-source-desktop-'));
try {
  const folder = join(temporary, 'harbour');
  await cp(join(root, 'client', 'test', 'articles'), folder, { recursive: true });
  say('Running the tests in the desktop VS Code.');
  process.exitCode = await runTests({
    version: process.argv[2] ?? 'stable',
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'client', 'test', 'index.js'),
    launchArgs: [
      folder,
      '--disable-extensions',
      '--disable-workspace-trust',
      // A short path: the sockets that VS Code makes in it must not be longer than the system allows.
      `--user-data-dir=${join(temporary, 'u')}`,
      ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(temporary, { recursive: true, force: true });
}

import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { npm, run } from './processes.mjs';
import { root } from './paths.mjs';
import { step } from './progress.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Second Source is built with Node 20.19 or newer; this is ${process.version}.`);
  process.exit(2);
}

/** Installs the dependencies where they are missing or not those of the lock file. */
export async function installDependencies() {
  if (await dependenciesStand()) return;
  await step('Installing the dependencies (npm ci)', () =>
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root, quiet: true }),
  );
}

/** Whether node_modules holds every package that the lock file names for this machine, at its version. */
async function dependenciesStand() {
  const locked = await packagesIn(join(root, 'package-lock.json'));
  const installed = await packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (!locked || !installed) return false;
  return Object.entries(locked).every(
    ([path, { version, optional, link }]) =>
      path === '' || link || (installed[path] ? installed[path].version === version : optional === true),
  );
}

async function packagesIn(lockFile) {
  const text = await readFile(lockFile, 'utf8').catch(() => undefined);
  try {
    return text === undefined ? undefined : JSON.parse(text).packages;
  } catch {
    return undefined; // Cut short: as good as missing.
  }
}

/** Bundles the extension, the server and the command line into dist/. */
export async function build() {
  await step('Building', () => run(process.execPath, [join(root, 'scripts', 'build.mjs')], { cwd: root, quiet: true }));
}

/** Compiles sources and tests into out/, afresh, so that no test of a file that is gone still runs. */
export async function compileTests() {
  await step('Compiling the tests', async () => {
    await rm(join(root, 'out'), { recursive: true, force: true });
    const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
    await run(process.execPath, [tsc, '-p', '.'], { cwd: root });
    // The board's page is no Node: it has a project of its own, which emits nothing.
    await run(process.execPath, [tsc, '-p', join('client', 'board')], { cwd: root });
  });
}

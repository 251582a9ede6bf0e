import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser } from './browser.mjs';
import { codeServerFits, getCodeServer, startCodeServer, workbenchUrl } from './codeServer.mjs';
import { runInExtensionHost } from './extensionHost.mjs';
import { packExtension } from './package.mjs';
import { root } from './paths.mjs';
import { atEnd, exitCodeOf } from './processes.mjs';
import { say } from './progress.mjs';
import { build, compileTests, installDependencies } from './setup.mjs';

const help = `npm test -- [options]
  --only PART      one part alone: unit, package, host, web or ui; may be given again
  --grep WORDS     only the tests whose names contain the words
  --ci             nothing may be skipped (as CI=true)`;

const parts = ['unit', 'package', 'host', 'web', 'ui'];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    grep: { type: 'string' },
    ci: { type: 'boolean', default: process.env.CI === 'true' },
    help: { type: 'boolean', default: false },
  },
});
if (options.help || options.only?.some((part) => !parts.includes(part))) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}
const wanted = (part) => options.only?.includes(part) ?? true;
const total = { passed: 0, failed: 0, pending: 0 };

/** Runs one part: it counts as one failure where it throws, and where it ends without a word of its tests. */
async function part(name, title, work) {
  if (!wanted(name)) return;
  console.log(`\n=== ${title}`);
  const began = Date.now();
  const folder = await mkdtemp(join(tmpdir(), 'second-source-result-'));
  const remove = atEnd(() => rm(folder, { recursive: true, force: true }));
  const resultFile = join(folder, 'result.json');
  try {
    await work({ SECOND_SOURCE_TEST_RESULT: resultFile, SECOND_SOURCE_TEST_GREP: options.grep ?? '' });
    const counts = JSON.parse(await readFile(resultFile, 'utf8'));
    for (const key of Object.keys(total)) total[key] += counts[key];
    if (counts.passed + counts.failed === 0 && !options.grep) throw new Error('no test ran');
  } catch (error) {
    total.failed += 1;
    console.error(`${title}: ${error.message}`);
  } finally {
    say(`${title}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
    await remove();
  }
}

/** Those that take longest, which are begun first: begun last, one would run on by itself. */
const longest = ['soak/soak', 'bench/run', 'analysis/growth', 'lsp/kept', 'l10n'].map(
  (name) => `out/server/test/${name}.test.js`,
);

/** The tests that need no VS Code, by file, the longest first. */
async function unitTests() {
  const files = [];
  for (const folder of ['out/server/test', 'out/client/test/board'])
    for (const name of await readdir(join(root, folder), { recursive: true }))
      if (name.endsWith('.test.js')) files.push(`${folder}/${name.replaceAll('\\', '/')}`);
  const rank = (file) => (longest.includes(file) ? longest.indexOf(file) : longest.length);
  return files.sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** @param jobs how many files are run at a time, in a process each */
async function mocha(files, env, jobs = 1) {
  await exitCodeOf(
    process.execPath,
    [
      join(root, 'node_modules', 'mocha', 'bin', 'mocha.js'),
      ...['--reporter', join(root, 'scripts', 'countingReporter.cjs')],
      '--exit', // A server that a failed test left running must not hold up the rest.
      ...(jobs > 1 ? ['--parallel', '--jobs', String(jobs)] : []),
      ...(options.grep ? ['--fgrep', options.grep] : []),
      ...files,
    ],
    { cwd: root, env },
  );
}

/** A copy of the articles that the tests in VS Code work on, to be changed at will. */
async function copyOfArticles() {
  const parent = await mkdtemp(join(tmpdir(), 'second-source-articles-'));
  const folder = join(parent, 'harbour');
  await cp(join(root, 'client', 'test', 'articles'), folder, { recursive: true });
  return { folder, remove: atEnd(() => rm(parent, { recursive: true, force: true })) };
}

/** Why no VS Code can be had here, or undefined. */
async function noVsCode() {
  if (!codeServerFits)
    return `there is no code-server for ${process.platform}-${process.arch}; try "npm run test:desktop"`;
  try {
    await getCodeServer();
    if (!(await getBrowser())) return 'no browser was found; install Chromium or Google Chrome';
    return undefined;
  } catch (error) {
    return error.message;
  }
}

async function allParts() {
  await installDependencies();
  await build();
  await compileTests().catch((error) => {
    total.failed += 1; // Types that don't hold are a failure; what was emitted is still worth running.
    console.error(error.message);
  });

  await part('unit', 'Engine, server and command line', async (env) =>
    mocha(await unitTests(), env, Math.max(2, availableParallelism())),
  );

  let vsix;
  await part('package', 'Package', async (env) => {
    vsix = await packExtension();
    await mocha(['out/client/test/package.test.js'], { ...env, SECOND_SOURCE_VSIX: vsix });
  });

  const missing = ['host', 'web', 'ui'].some(wanted) ? await noVsCode() : undefined;
  if (missing) {
    if (options.ci) total.failed += 1;
    console.error(`\n!!! ${options.ci ? 'FAILED' : 'SKIPPED'}: the tests inside VS Code. ${missing}\n`);
  } else {
    await part('host', "Inside VS Code's extension host", async (env) => {
      const articles = await copyOfArticles();
      try {
        await runInExtensionHost({
          vsix: (vsix ??= await packExtension()),
          tests: join(root, 'out', 'client', 'test', 'index.js'),
          folder: articles.folder,
          browser: await getBrowser(),
          env,
        });
      } finally {
        await articles.remove();
      }
    });
    await part('web', "Inside a browser's extension host", async (env) => {
      const articles = await copyOfArticles();
      try {
        // Only now: it needs packages that a fresh clone has not installed when this script is read.
        const { runInWebHost } = await import('./webTests.mjs');
        const { counts } = await runInWebHost({
          folder: articles.folder,
          browser: await getBrowser(),
          grep: options.grep,
        });
        if (!counts) throw new Error('the tests did not come to their end');
        await writeFile(env.SECOND_SOURCE_TEST_RESULT, JSON.stringify(counts));
      } finally {
        await articles.remove();
      }
    });
    await part('ui', 'The workbench, as an editor sees it', async (env) => {
      const articles = await copyOfArticles();
      const screenshots = join(root, 'build', 'screenshots');
      await rm(screenshots, { recursive: true, force: true });
      await mkdir(screenshots, { recursive: true });
      const server = await startCodeServer({ vsix: (vsix ??= await packExtension()) });
      const restricted = await startCodeServer({ vsix, restricted: true });
      const openedAt = ({ authority }) => workbenchUrl(authority, articles.folder, { files: ['evening.txt'] });
      try {
        const workbench = {
          url: openedAt(server),
          restrictedUrl: openedAt(restricted),
          settingsFile: server.settingsFile,
          browser: await getBrowser(),
          screenshots,
        };
        await mocha(['out/client/test/support/workbenchAsFound.js', 'out/client/test/ui/**/*.test.js'], {
          ...env,
          SECOND_SOURCE_WORKBENCH: JSON.stringify(workbench),
        });
      } finally {
        await server.stop();
        await restricted.stop();
        await articles.remove();
      }
    });
  }
}

try {
  await allParts();
} catch (error) {
  total.failed += 1; // A set-up that fails is no pass.
  console.error(error);
}
if (total.pending > 0) {
  console.log(`\n!!! ${total.pending} tests were skipped: what they read does not come with this repository.`);
}
say('All parts done.');
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

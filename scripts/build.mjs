// Bundles what is shipped into dist/. `node scripts/build.mjs [name...]` builds only the entries named.
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { noticesFor } from './notices.mjs';
import { vectorsPackage, writeVectors } from './vectors.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

/** The command line loads the language server as a file of its own, and only when asked for it. */
const serverStaysOut = {
  name: 'server-stays-out',
  setup({ onResolve }) {
    onResolve({ filter: /\/lsp\/entry\.js$/ }, () => ({ path: './server.js', external: true }));
  },
};

/** What starts the command line loads the rest of it as a file of its own, for a thread is started before. */
const restStaysOut = {
  name: 'rest-stays-out',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/main$/ }, () => ({ path: './commandLine.js', external: true }));
  },
};

/** What is large and several programs need lies beside them once. By the names under which it is asked for. */
const sharedFiles = new Map([
  ['any-ascii', './anyAscii.js'],
  ['compromise/two', './compromise.js'],
]);
const sharedStaysOut = {
  name: 'shared-stays-out',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:any-ascii|compromise\/two)$/ }, ({ path }) => ({
      path: sharedFiles.get(path),
      external: true,
    }));
  },
};
const withShared = { plugins: [sharedStaysOut] };

/** For VS Code in a browser; there is no process, and what libraries ask of one is answered here. */
const inBrowser = {
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  // The libraries know their browser half by this condition.
  conditions: ['browser'],
};
/** A worker is a script of its own, not a module that is asked for. */
const inWorker = {
  ...inBrowser,
  format: 'iife',
  // Its other half wants Node's Buffer.
  alias: { 'csv-stringify/sync': 'csv-stringify/browser/esm/sync' },
};

/** Everything that is bundled, one row a file in dist/. An entry whose source isn't there is left out. */
const entries = [
  {
    name: 'cli',
    from: 'server/src/cli/entry.ts',
    to: 'dist/cli.js',
    executable: true,
    options: { plugins: [restStaysOut] },
  },
  {
    name: 'commandLine',
    from: 'server/src/cli/main.ts',
    to: 'dist/commandLine.js',
    options: { plugins: [serverStaysOut, sharedStaysOut] },
  },
  { name: 'server', from: 'server/src/lsp/entry.ts', to: 'dist/server.js', options: withShared },
  { name: 'reader', from: 'server/src/readers/readerThread.ts', to: 'dist/readerThread.js', options: withShared },
  { name: 'answers', from: 'server/src/cli/answerThread.ts', to: 'dist/answerThread.js', options: withShared },
  { name: 'anyAscii', from: 'node_modules/any-ascii/any-ascii.js', to: 'dist/anyAscii.js' },
  { name: 'compromise', from: 'node_modules/compromise/builds/two/compromise-two.cjs', to: 'dist/compromise.js' },
  { name: 'extension', from: 'client/src/extension.ts', to: 'dist/extension.js', options: { external: ['vscode'] } },
  { name: 'browserServer', from: 'server/src/lsp/browser.ts', to: 'dist/browserServer.js', options: inWorker },
  {
    name: 'browserExtension',
    from: 'client/src/browser.ts',
    to: 'dist/browserExtension.js',
    options: { ...inBrowser, external: ['vscode'] },
  },
  {
    name: 'board',
    from: 'client/board/main.tsx',
    to: 'dist/board.js',
    options: { platform: 'browser', target: 'es2022', format: 'iife' },
  },
  { name: 'boardStyle', from: 'client/board/board.css', to: 'dist/board.css', options: { target: 'chrome120' } },
];

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node20',
  // Node has them; esbuild doubts it, and would write each pattern as a constructor that is called every time.
  supported: { 'regexp-unicode-property-escapes': true },
  format: 'cjs',
  // The packages' module halves bundle smaller than their CommonJS ones.
  mainFields: ['module', 'main'],
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
  define: { 'process.env.SECOND_SOURCE_VERSION': JSON.stringify(version) },
};

// The command line and the server have their files read by threads of it, and share two libraries with them.
const needsReader = process.argv.slice(2).some((name) => name === 'cli' || name === 'server');
const needsAnswers = process.argv.slice(2).includes('cli');
const asked = [
  ...process.argv.slice(2),
  ...(needsReader ? ['reader', 'anyAscii', 'compromise'] : []),
  ...(needsAnswers ? ['commandLine', 'answers'] : []),
];
const names = [...entries.map(({ name }) => name), 'vectors'];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Nothing here is called ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  process.exit(2);
}

const bundled = [];
for (const { name, from, to, executable = false, options = {} } of entries) {
  if (asked.length > 0 ? !asked.includes(name) : !existsSync(join(root, from))) continue;
  try {
    const banner = executable ? { banner: { js: '#!/usr/bin/env node' } } : {};
    const { metafile } = await build({ ...common, ...banner, ...options, entryPoints: [from], outfile: to });
    bundled.push(...Object.keys(metafile.inputs));
    if (executable) await chmod(join(root, to), 0o755);
    console.log(`${to} is built.`);
  } catch {
    // esbuild has said what is wrong; the other entries can still be built.
    process.exitCode = 1;
  }
}
if (asked.length === 0 || asked.includes('vectors')) {
  const to = 'dist/vectors.bin';
  await mkdir(join(root, 'dist'), { recursive: true });
  await writeVectors(root, join(root, to));
  bundled.push(`node_modules/${vectorsPackage}/package.json`);
  console.log(`${to} is written.`);
}
if (asked.length === 0) {
  const to = 'dist/THIRD-PARTY-NOTICES.txt';
  await writeFile(join(root, to), await noticesFor(bundled, root));
  console.log(`${to} is written.`);
}

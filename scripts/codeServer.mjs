import { closeSync, existsSync, openSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { cached } from './cache.mjs';
import { atEnd, endGroup, freePort, npm, run, startGroup } from './processes.mjs';

const codeServerVersion = '4.139.1'; // VS Code 1.139.1
const nodeVersion = '24.21.0'; // code-server needs Node 24, whatever runs this script.
const nodePackage = `node-${process.platform}-${process.arch}`;
const recipe = 1; // One more whenever the steps below change what ends up in the folder.

/** Dependencies that need a download or a compiler, and that reviewing articles does without. */
const unneeded = ['@github/copilot-sdk', '@microsoft/mxc-sdk', '@devcontainers/cli', 'ssh2', 'kerberos'];

/** A clean first screen: the article and the problems, no welcome page, no offers. */
const userSettings = {
  'workbench.startupEditor': 'none',
  // Else VS Code asks over the Problems panel whether to open the repository that the demo's folder lies in.
  'git.openRepositoryInParentFolders': 'never',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.colorTheme': 'Default Light Modern',
  'telemetry.telemetryLevel': 'off',
  'security.workspace.trust.enabled': false,
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.wordWrap': 'on',
  'editor.minimap.enabled': false,
};

/** No folder is trusted, and nobody is asked whether it should be. */
const untrusting = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'always',
};

/** Whether code-server runs on this kind of machine. */
export const codeServerFits = ['linux', 'darwin'].includes(process.platform) && ['x64', 'arm64'].includes(process.arch);

/**
 * A real VS Code from the npm registry, in the cache: the Node that runs it and its entry file.
 * The first time takes about half a minute and 600 MB on disk.
 */
export async function getCodeServer() {
  const folder = await cached(
    `code-server-${codeServerVersion}-node-${nodeVersion}-r${recipe}`,
    `Getting VS Code (code-server ${codeServerVersion}) from the npm registry, once`,
    install,
  );
  return {
    node: join(folder, 'node_modules', nodePackage, 'bin', 'node'),
    entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}

async function install(folder) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(['install', ...quiet, `code-server@${codeServerVersion}`, `${nodePackage}@${nodeVersion}`], {
    cwd: folder,
    quiet: true,
  });
  const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
  const manifestFile = join(vscode, 'package.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  for (const name of unneeded) delete manifest.dependencies[name];
  delete manifest.copilotRuntimeVersion;
  await writeFile(manifestFile, JSON.stringify(manifest, null, 2));
  await npm(['install', '--omit=dev', ...quiet], { cwd: vscode, quiet: true });
  await quietenNativeModules(join(vscode, 'node_modules', '@vscode'));
}

/** Two native modules are never compiled here; without these stand-ins every start logs their stack traces. */
async function quietenNativeModules(modules) {
  const watchdog = join(modules, 'native-watchdog', 'build', 'Release');
  await mkdir(watchdog, { recursive: true });
  await writeFile(join(watchdog, 'watchdog.js'), 'exports.start = () => {};\n');
  await writeFile(
    join(modules, 'spdlog', 'index.js'),
    `const { appendFile, mkdirSync } = require('node:fs');
const { dirname } = require('node:path');
class Logger {
  constructor(file) { this.file = file; mkdirSync(dirname(file), { recursive: true }); }
  write(message) { appendFile(this.file, message + '\\n', () => undefined); }
  trace(m) { this.write(m); } debug(m) { this.write(m); } info(m) { this.write(m); }
  warn(m) { this.write(m); } error(m) { this.write(m); } critical(m) { this.write(m); }
  getLevel() { return 2; } setLevel() {} setPattern() {} clearFormatters() {} flush() {} drop() {}
}
const create = async (name, file) => new Logger(file);
exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
`,
  );
}

/**
 * Starts a VS Code of its own: fresh settings and extension folders in a new temporary folder, nothing shared with
 * the user's own editor. `vsix`: the packed extension to install; `extensions`: folders of others. `port`: 0 or undefined for any free one.
 * `testDriver` lets a page start tests in the extension host. `restricted` opens folders in Restricted Mode. `env` reaches the extension host too.
 */
export async function startCodeServer({
  vsix,
  extensions = [],
  port,
  testDriver = false,
  restricted = false,
  settings = {},
  env = {},
}) {
  const { node, entry } = await getCodeServer();
  const home = await mkdtemp(join(tmpdir(), 'second-source-vscode-'));
  const user = join(home, 'user');
  await mkdir(join(user, 'User'), { recursive: true });
  const settingsFile = join(user, 'User', 'settings.json');
  await writeFile(
    settingsFile,
    JSON.stringify({ ...userSettings, ...(restricted ? untrusting : {}), ...settings }, null, 2),
  );
  const folders = [
    ['--user-data-dir', user],
    ['--extensions-dir', join(home, 'extensions')],
    ['--config', join(home, 'config.yaml')],
  ].flat();
  await writeFile(join(home, 'config.yaml'), 'auth: none\n');
  for (const extension of extensions) {
    await cp(extension, join(home, 'extensions', basename(extension)), { recursive: true });
  }
  const environment = { ...withoutNpm(process.env), ...env, HOME: home, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
  if (vsix) await run(node, [entry, ...folders, '--install-extension', vsix], { env: environment, quiet: true });

  const listenOn = port || (await freePort());
  const logFile = join(home, 'code-server.log');
  const output = openSync(logFile, 'a');
  const server = startGroup(
    node,
    [
      entry,
      ...['--auth', 'none', '--bind-addr', `127.0.0.1:${listenOn}`],
      ...['--disable-telemetry', '--disable-update-check', '--disable-proxy'],
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...['--disable-getting-started-override', '--ignore-last-opened'],
      ...folders,
      ...(testDriver ? ['--vscode-option', 'enable-smoke-test-driver'] : []),
    ],
    { cwd: home, env: environment, output },
  );
  closeSync(output);
  const stop = atEnd(async () => {
    await endGroup(server);
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  });
  try {
    await untilHealthy(listenOn, server);
  } catch (error) {
    const log = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
    await stop();
    throw new Error(`${error.message}\n${log}`, { cause: error });
  }
  return { authority: `127.0.0.1:${listenOn}`, settingsFile, logFile, stop };
}

/** npm's own variables would tell an npm inside the editor's terminal about this run. */
function withoutNpm(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('npm_')));
}

async function untilHealthy(port, server) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null) throw new Error(`code-server stopped with ${server.exitCode}`);
    const healthy = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (response) => response.ok,
      () => false,
    );
    if (healthy) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('code-server did not answer within a minute');
}

/**
 * The address that opens `folder` with some of its files, or that starts tests there.
 * The authority in it must be the browser's own: under another no squiggle is drawn.
 */
export function workbenchUrl(authority, folder, { files = [], payload = [] } = {}) {
  const remote = (path) => `vscode-remote://${authority}${path}`;
  const entries = [
    ...files.map((file) => ['openFile', remote(join(folder, file))]),
    ...payload.map(([key, path]) => [key, remote(path)]),
  ];
  const query = new URLSearchParams({ folder });
  if (entries.length > 0) query.set('payload', JSON.stringify(entries));
  return `http://${authority}/?${query}`;
}

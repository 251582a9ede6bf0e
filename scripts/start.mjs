import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { codeServerFits, startCodeServer, workbenchUrl } from './codeServer.mjs';
import { packExtension } from './package.mjs';
import { newsroom, root } from './paths.mjs';
import { onPath } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm start -- [folder] [options]
Opens VS Code with Second Source on a folder of articles (the demo newsroom where none is given).
  --port N    the port of the editor in the browser (any free one where none is given)
  --no-open   open no browser window, only print the address
  --browser   the editor in the browser even where a desktop VS Code is installed`;

const { values: options, positionals } = readArguments();
const folder = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0] ?? newsroom);
if (!existsSync(folder) || !statSync(folder).isDirectory()) wrongUse(`${folder} is not a folder.`);

await installDependencies();
await build();
const desktop = options.browser ? undefined : onPath('code');
if (desktop) openDesktop(desktop);
else if (codeServerFits) await openInBrowser();
else wrongUse('Install VS Code with its `code` command: the editor in the browser needs Linux or macOS.');

function readArguments() {
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (parsed.values.help) {
      console.log(help);
      process.exit(0);
    }
    if (parsed.values.port && !/^[1-9]\d{0,4}$/.test(parsed.values.port)) wrongUse('--port takes a port number.');
    if (parsed.positionals.length > 1) wrongUse('One folder at a time.');
    return parsed;
  } catch (error) {
    wrongUse(error.message);
  }
}

function wrongUse(message) {
  console.error(`${message}\n\n${help}`);
  process.exit(2);
}

/** The file to open first: the demo's own choice where it is among them, else the first article. */
function firstArticle() {
  const names = readdirSync(folder)
    .filter((name) => /\.(txt|md)$/i.test(name) && !/^readme/i.test(name))
    .sort();
  return names.find((name) => name === 'orrin-herald.txt') ?? names[0];
}

function openDesktop(code) {
  const article = firstArticle();
  say(`Opening ${folder} in VS Code.`);
  spawn(
    code,
    [
      '--new-window',
      `--extensionDevelopmentPath=${root}`,
      `--extensionDevelopmentPath=${join(root, 'scripts', 'demo')}`,
      folder,
      ...(article ? [join(folder, article)] : []),
    ],
    { stdio: 'inherit', shell: process.platform === 'win32' },
  );
}

async function openInBrowser() {
  const vsix = await packExtension();
  const server = await step('Starting VS Code', () =>
    startCodeServer({ vsix, port: Number(options.port ?? 0), extensions: [join(root, 'scripts', 'demo')] }),
  );
  const article = firstArticle();
  const address = workbenchUrl(server.authority, folder, { files: article ? [article] : [] });
  console.log(`\nSecond Source is ready on ${basename(folder)}. Open this address in a browser:\n\n  ${address}\n`);
  console.log('Ctrl+C stops it.');
  if (!options['no-open']) openBrowser(address);
}

/** Opens the address where there is a screen to see it on; else the printed address has to do. */
function openBrowser(address) {
  const screen = process.platform === 'darwin' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = ['xdg-open', 'open', 'chromium', 'google-chrome', 'firefox'].map(onPath).find(Boolean);
  if (!screen || !opener) return;
  spawn(opener, [address], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

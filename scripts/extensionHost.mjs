import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { atEnd } from './processes.mjs';

/** What the tests' index puts before each of its lines, to be told from what else the extension host logs. */
const mark = '[tests] ';

/**
 * Runs tests inside the extension host of a fresh VS Code that has the packed extension installed and `folder` open.
 * `tests`: the compiled file that exports `run()`. `browser`: as `getBrowser` gives it. `env` reaches the tests.
 * Gives their exit code; what the tests print goes to this process's output.
 */
export async function runInExtensionHost({ vsix, tests, folder, browser, env, minutes = 6 }) {
  const { chromium } = await import('playwright-core');
  const stub = await emptyExtension();
  const server = await startCodeServer({ vsix, testDriver: true, env: { ...env, SECOND_SOURCE_TEST_MARK: mark } });
  const page = await chromium.launch({ ...browser, headless: true, handleSIGINT: false }).then((it) => it.newPage());
  try {
    const rest = [];
    const ended = new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(`no end after ${minutes} minutes`)), minutes * 60_000).unref();
      page.once('crash', () => reject(new Error('the page crashed')));
      void page.exposeFunction('codeAutomationExit', resolve);
    });
    await page.exposeFunction('codeAutomationLog', (type, args) => {
      const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
      if (text.startsWith(mark)) console.log(text.slice(mark.length));
      else rest.push(`${type}: ${text}`);
    });
    await page.goto(
      workbenchUrl(server.authority, folder, {
        payload: [
          ['extensionDevelopmentPath', stub.folder],
          ['extensionTestsPath', tests],
        ],
      }),
    );
    const code = await ended.catch((error) => {
      console.error(`${error.message}; the extension host said:\n${rest.join('\n')}`);
      return -1;
    });
    return code;
  } finally {
    await page.context().browser()?.close();
    await server.stop();
    await stub.remove();
  }
}

/** VS Code runs tests only beside an extension under development; the one under test is installed as users have it. */
async function emptyExtension() {
  const folder = await mkdtemp(join(tmpdir(), 'second-source-stub-'));
  const manifest = { name: 'stub', publisher: 'second-source', version: '0.0.1', engines: { vscode: '^1.91.0' } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  return { folder, remove: atEnd(() => rm(folder, { recursive: true, force: true })) };
}

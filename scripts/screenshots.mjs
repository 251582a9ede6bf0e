import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { getBrowser } from './browser.mjs';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { packExtension } from './package.mjs';
import { newsroom, root } from './paths.mjs';
import { atEnd } from './processes.mjs';
import { say } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

// Takes the README's pictures afresh from the demo newsroom, into docs/images/.
await installDependencies();
await build();
const { chromium } = await import('playwright-core');
const images = join(root, 'docs', 'images');
await mkdir(images, { recursive: true });

const temporary = await mkdtemp(join(tmpdir(), 'second-source-pictures-'));
const remove = atEnd(() => rm(temporary, { recursive: true, force: true }));
const folder = join(temporary, basename(newsroom));
await cp(newsroom, folder, { recursive: true, filter: (file) => !file.endsWith('.json') });
const server = await startCodeServer({
  vsix: await packExtension(),
  extensions: [join(root, 'scripts', 'demo')],
  settings: {
    'window.commandCenter': false,
    'workbench.layoutControl.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'breadcrumbs.enabled': false,
  },
});
const browser = await chromium.launch({ ...(await getBrowser()), headless: true, handleSIGINT: false });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  const picture = async (name) => {
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'initial' });
    say(`docs/images/${name}.png`);
  };
  await page.goto(workbenchUrl(server.authority, folder, { files: ['orrin-herald.txt'] }));
  const changed = page.locator('.squiggly-error').first();
  await changed.waitFor();
  await page.locator('.codelens-decoration a').first().waitFor();

  const elsewhere = page.locator('.markers-panel .monaco-list-row[aria-level="1"]', { hasText: 'coast-radio.md' });
  await elsewhere.waitFor();
  const filter = page.locator('.viewpane-filter input, .viewpane-filter textarea').first();
  await filter.fill('**/orrin-herald.txt');
  await elsewhere.waitFor({ state: 'detached' });
  await page.locator('.view-line', { hasText: 'Capt Tulloch' }).click();
  await page.keyboard.press('Home');
  await page.mouse.move(760, 20);
  await picture('problems');

  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'coast-radio.md' }).waitFor();
  await picture('hover');

  await page.keyboard.press('Escape');
  await page.locator('.view-line', { hasText: 'I am not going to blame' }).click();
  await page.keyboard.press('Home');
  await page.mouse.move(760, 20); // A mouse that leaves the text takes the hover along.
  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'daily-gull.txt' }).waitFor();
  await picture('figure');

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+J'); // The panel goes: the peek needs the room.
  await page
    .locator('.codelens-decoration a', { hasText: /differ$/ })
    .first()
    .click();
  await page.locator('.peekview-widget .monaco-list-row', { hasText: 'daily-gull.txt' }).first().waitFor();
  await page.mouse.move(760, 20);
  await picture('matches');
} finally {
  await browser.close();
  await server.stop();
  await remove();
}

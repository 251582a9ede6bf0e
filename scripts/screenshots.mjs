import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { getBrowser } from './browser.mjs';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { packExtension } from './package.mjs';
import { newsroom, root } from './paths.mjs';
import { say } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

// Takes the README's pictures afresh from the demo newsroom, into docs/images/.
await installDependencies();
await build();
const { chromium } = await import('playwright-core');
const images = join(root, 'docs', 'images');
await mkdir(images, { recursive: true });

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
// In the editor's own home, so that it shows as ~/newsroom, and goes with it.
const folder = join(dirname(server.logFile), basename(newsroom));
await cp(newsroom, folder, { recursive: true, filter: (file) => !file.endsWith('.json') });
const browser = await chromium.launch({ ...(await getBrowser()), headless: true, handleSIGINT: false });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
  // The editor's part of the window alone: hovers are read better so, and the pictures travel in the packed extension.
  const editor = (height) => ({ x: 352, y: 0, width: 1048, height });
  const picture = async (name, clip) => {
    await page.waitForTimeout(600); // Lenses that have just come into view are still blank.
    await page.screenshot({ path: join(images, `${name}.png`), animations: 'disabled', caret: 'initial', clip });
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
  await picture('hover', editor(505));

  await page.keyboard.press('Escape');
  await page.locator('.view-line', { hasText: 'I am not going to blame' }).click();
  await page.keyboard.press('Home');
  await page.mouse.move(760, 20); // A mouse that leaves the text takes the hover along.
  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'daily-gull.txt' }).waitFor();
  await picture('figure', editor(545));

  await page.keyboard.press('Escape');
  await page.locator('.view-line', { hasText: 'Capt Tulloch' }).click();
  await page.keyboard.press('Home');
  await page.mouse.move(760, 20);
  for (const passage of ['But I was steering', 'shift', 'Donald', 'Achterburg']) {
    await page.keyboard.press('Control+F8');
    await page.locator('.monaco-hover:visible', { hasText: passage }).waitFor();
  }
  await picture('name', editor(505));

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+J'); // The panel goes: the peek needs the room.
  await page
    .locator('.codelens-decoration a', { hasText: /differ$/ })
    .first()
    .click();
  await page.locator('.peekview-widget .monaco-list-row', { hasText: 'daily-gull.txt' }).first().waitFor();
  await page.mouse.move(760, 20);
  await picture('matches', editor(766));

  await page.keyboard.press('Escape');
  await writeLateEdition();
  await page.locator('.codelens-decoration a', { hasText: 'in 5 files' }).first().waitFor();
  await page.locator('.view-line', { hasText: 'The survey boat' }).hover();
  await page.locator('.monaco-hover:visible', { hasText: 'one source' }).waitFor();
  await picture('copies', editor(505));
} finally {
  await browser.close();
  await server.stop();
}

/** A later edition of the wire story, as a wire sends it: a word here and there, and a mark that was missing. */
async function writeLateEdition() {
  const wire = await readFile(join(folder, 'northern-wire.txt'), 'utf8');
  const late = wire
    .replace('UPDATE 2', 'UPDATE 3')
    .replace('an interim report within 40 days', 'an interim report within 14 days')
    .replace('engine out, she said.', 'engine out," she said.')
    .replace('some 60', 'about 60');
  await writeFile(join(folder, 'northern-wire-late.txt'), late);
}

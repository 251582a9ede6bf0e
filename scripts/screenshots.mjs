import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { getBrowser } from './browser.mjs';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { packExtension } from './package.mjs';
import { withPalette } from './palette.mjs';
import { newsroom, root } from './paths.mjs';
import { exitCodeOf } from './processes.mjs';
import { say } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

// Takes the pictures of the README and of the walkthrough afresh from the demo newsroom, into docs/images/.
// `--only NAME` takes one part alone: article, desk, walkthrough or report; it may be given again.
const { values: options } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
await installDependencies();
await build();
const { chromium } = await import('playwright-core');
const images = join(root, 'docs', 'images');
await mkdir(join(images, 'walkthrough'), { recursive: true });

const server = await startCodeServer({
  vsix: await packExtension(),
  extensions: [join(root, 'scripts', 'demo')],
  settings: {
    'window.commandCenter': false,
    'window.menuBarVisibility': 'compact',
    'workbench.layoutControl.enabled': false,
    'editor.occurrencesHighlight': 'off',
    'breadcrumbs.enabled': false,
  },
});
// In the editor's own home, so that it shows as ~/newsroom, and goes with it.
const folder = join(dirname(server.logFile), basename(newsroom));
await cp(newsroom, folder, { recursive: true, filter: (file) => !file.endsWith('.json') });
const browser = await chromium.launch({ ...(await getBrowser()), headless: true, handleSIGINT: false });

/** The editor's part of a window of 1400 pixels: hovers are read better alone, and the pictures travel in the package. */
const editor = (height) => ({ x: 352, y: 0, width: 1048, height });
const size = { width: 1400, height: 800 };

try {
  const page = await browser.newPage({ viewport: size });
  // The copies come last: a later edition then stands in the folder.
  const parts = { desk, walkthrough, report, article };
  for (const [name, take] of Object.entries(parts)) if (options.only?.includes(name) ?? true) await take(page);
} finally {
  await browser.close();
  await server.stop();
}

async function picture(page, name, clip) {
  await page.waitForTimeout(600); // Lenses that have just come into view are still blank.
  const shown = await page.screenshot({ animations: 'disabled', caret: 'initial', clip });
  const small = withPalette(shown);
  await writeFile(join(images, `${name}.png`), small);
  say(`docs/images/${name}.png: ${(small.length / 1000).toFixed(0)} kB`);
}

/** Opens the demo's folder with its first article, in a window of that size. */
async function openNewsroom(page, viewport = size) {
  await page.setViewportSize(viewport);
  await page.goto(workbenchUrl(server.authority, folder, { files: ['orrin-herald.txt'] }));
  await page.locator('.squiggly-error').first().waitFor();
  await page.locator('.codelens-decoration a').first().waitFor();
  await page.locator('.markers-panel .monaco-list-row[aria-level="1"]', { hasText: 'coast-radio.md' }).waitFor();
}

async function command(page, title) {
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}

/** The cursor to the beginning of a line; the mouse out of the way, and the hover with it. */
async function cursorAt(page, words) {
  await page.locator('.view-line', { hasText: words }).first().click();
  await page.keyboard.press('Home');
  await page.mouse.move(760, 20);
}

/** The cursor into a word, wherever it stands in its line and however its colours cut that. */
async function cursorIn(page, word) {
  const { x, y } = await page
    .locator('.view-line', { hasText: word })
    .first()
    .evaluate((line, sought) => {
      const walker = line.ownerDocument.createTreeWalker(line, 4); // Text nodes alone.
      while (walker.nextNode()) {
        const at = walker.currentNode.data.indexOf(sought);
        if (at < 0) continue;
        const range = line.ownerDocument.createRange();
        range.setStart(walker.currentNode, at);
        range.setEnd(walker.currentNode, at + sought.length);
        return { x: range.getBoundingClientRect().x, y: range.getBoundingClientRect().y };
      }
      throw new Error(`${sought} stands in no line.`);
    }, word);
  await page.mouse.click(x + 4, y + 4);
  await page.mouse.move(760, 20);
}

/** What the first article shows by itself: problems, hovers, the peek at a lens, the copies of a wire story. */
async function article(page) {
  await openNewsroom(page);
  const elsewhere = page.locator('.markers-panel .monaco-list-row[aria-level="1"]', { hasText: 'coast-radio.md' });
  const filter = page.locator('.viewpane-filter input, .viewpane-filter textarea').first();
  await filter.fill('**/orrin-herald.txt');
  await elsewhere.waitFor({ state: 'detached' });
  await cursorAt(page, 'Capt Tulloch');
  await picture(page, 'problems');

  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'coast-radio.md' }).waitFor();
  await picture(page, 'hover', editor(505));

  await page.keyboard.press('Escape');
  await cursorAt(page, 'I am not going to blame');
  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'daily-gull.txt' }).waitFor();
  await picture(page, 'figure', editor(545));

  await page.keyboard.press('Escape');
  await cursorAt(page, 'Capt Tulloch');
  for (const passage of ['But I was steering', 'shift', 'Donald', 'Achterburg']) {
    await page.keyboard.press('Control+F8');
    await page.locator('.monaco-hover:visible', { hasText: passage }).waitFor();
  }
  await picture(page, 'name', editor(505));

  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+J'); // The panel goes: the peek needs the room.
  await page
    .locator('.codelens-decoration a', { hasText: /differ$/ })
    .first()
    .click();
  await page.locator('.peekview-widget .monaco-list-row', { hasText: 'daily-gull.txt' }).first().waitFor();
  await page.mouse.move(760, 20);
  await picture(page, 'matches', editor(766));

  await page.keyboard.press('Escape');
  await writeLateEdition();
  await page.locator('.codelens-decoration a', { hasText: 'in 5 files' }).first().waitFor();
  await page.locator('.view-line', { hasText: 'The survey boat' }).hover();
  await page.locator('.monaco-hover:visible', { hasText: 'one source' }).waitFor();
  await picture(page, 'copies', editor(505));
}

/** What surrounds the articles: the story view, the quick fixes, the comparison, the board. */
async function desk(page) {
  await openNewsroom(page);
  await page.keyboard.press('Control+J');
  await openStories(page);
  await widenSideBar(page, 240);
  await picture(page, 'stories', { x: 0, y: 0, width: 1200, height: 440 });

  await page.keyboard.press('Control+B');
  await showFixes(page);
  const fixes = await page.locator('.action-widget').boundingBox();
  await picture(page, 'fix', { x: 48, y: Math.max(0, fixes.y - 130), width: 1040, height: 340 });

  await page.keyboard.press('Escape');
  await command(page, 'Second Source: Compare Passages');
  const differing = page.locator('.monaco-diff-editor .editor.modified .view-line', { hasText: 'Donald' }).first();
  await differing.waitFor();
  await page.locator('.monaco-diff-editor .char-insert').first().waitFor();
  await page.mouse.move(760, 20);
  await picture(page, 'compare', { x: 48, y: 0, width: 1352, height: 570 });

  await openBoard(page);
  await picture(page, 'board', { x: 48, y: 0, width: 1352, height: 766 });
}

/** The four steps, each in a window small enough to be read where the walkthrough shows it. */
async function walkthrough(page) {
  const small = { width: 900, height: 600 };
  const right = { x: 48, y: 0, width: 852, height: 566 };
  await openNewsroom(page, small);
  await page.keyboard.press('Control+B');
  await cursorAt(page, 'Capt Tulloch');
  await picture(page, 'walkthrough/open', right);

  await page.keyboard.press('Control+J');
  await cursorAt(page, 'Capt Tulloch');
  await page.keyboard.press('Control+F8');
  await page.locator('.monaco-hover:visible table', { hasText: 'coast-radio.md' }).waitFor();
  await picture(page, 'walkthrough/conflict', right);

  await page.keyboard.press('Escape');
  await showFixes(page);
  await picture(page, 'walkthrough/fix', right);

  await page.keyboard.press('Escape');
  await openBoard(page);
  await picture(page, 'walkthrough/board', right);
}

/** The sign-off page, in a browser of its own. */
async function report(page) {
  const file = join(dirname(server.logFile), 'report.html');
  const args = ['check', '--format', 'html', '--output', file, folder];
  await exitCodeOf(process.execPath, [join(root, 'dist', 'cli.js'), ...args], { quiet: 'always' });
  await page.setViewportSize({ width: 1000, height: 600 });
  await page.goto(`file://${file}`);
  await picture(page, 'report');
}

function storyRow(page, words) {
  return page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: words }).first();
}

/** The story view with the appearances of one figure, which stands selected in an article. */
async function openStories(page) {
  await command(page, 'View: Show Second Source');
  await storyRow(page, '43 sheep').click();
  await page.keyboard.press('ArrowRight');
  await page.locator('.monaco-list-row[aria-label^="daily-gull.txt, line 1, differs"]').click();
  await page.locator('.tab.active', { hasText: 'daily-gull.txt' }).waitFor();
}

async function widenSideBar(page, by) {
  const bar = await page.locator('.part.sidebar').boundingBox();
  const edge = bar.x + bar.width;
  await page.mouse.move(edge, 300);
  await page.mouse.down();
  await page.mouse.move(edge + by, 300, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(1100, 20);
}

/** The list of quick fixes at a quote that has another name elsewhere. */
async function showFixes(page) {
  await page.locator('.tab', { hasText: 'orrin-herald.txt' }).first().click();
  await cursorIn(page, 'Donald');
  await page.keyboard.press('Control+Period');
  await page.locator('.action-widget .monaco-list-row', { hasText: 'Use the wording' }).waitFor();
}

async function openBoard(page) {
  await command(page, 'Second Source: Open Story Board');
  for (const until = Date.now() + 20_000; Date.now() < until; await page.waitForTimeout(100)) {
    for (const frame of page.frames()) {
      if (!(await frame.$('#board .grid .row').catch(() => null))) continue;
      await frame.locator('[role="gridcell"]:focus').waitFor();
      return;
    }
  }
  throw new Error('no board came up');
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

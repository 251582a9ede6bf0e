import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBigStory, writeBigStory } from './bench/bigStory.mjs';
import { boardTasks } from './bench/boardTasks.mjs';
import { getBrowser } from './browser.mjs';
import { startCodeServer, workbenchUrl } from './codeServer.mjs';
import { packExtension } from './package.mjs';
import { atEnd } from './processes.mjs';
import { say, step } from './progress.mjs';
import { build, installDependencies } from './setup.mjs';

const help = `npm run bench:board -- [options]
Types into an article beside the story board, in a real VS Code, while Chromium writes down what its main thread does.
Fails where the board keeps the thread for more than 50 ms at a stretch.
  --articles N   how many articles tell the story (40)
  --remarks N    how many remarks they share (300)
  --strokes N    how many keys are typed (50)
  --trace FILE   keep the trace, to be opened in Chromium's developer tools`;

const { values: options } = parseArgs({
  options: {
    articles: { type: 'string', default: '40' },
    remarks: { type: 'string', default: '300' },
    strokes: { type: 'string', default: '50' },
    trace: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const [articles, remarks, strokes] = [options.articles, options.remarks, options.strokes].map(Number);
if (options.help || ![articles, remarks, strokes].every((n) => Number.isInteger(n) && n > 0)) {
  console.log(help);
  process.exit(options.help ? 0 : 2);
}
const longTask = 50;
const betweenKeys = 150;
const burst = 10;
const ms = (time) => time.toFixed(1);

await installDependencies();
await build();
const folder = await mkdtemp(join(tmpdir(), 'second-source-board-'));
const remove = atEnd(() => rm(folder, { recursive: true, force: true }));
await writeBigStory(makeBigStory({ articles, remarks }), folder);
const server = await startCodeServer({ vsix: await packExtension() });
const { chromium } = await import('playwright-core');
const browser = await chromium.launch({ ...(await getBrowser()), headless: true, handleSIGINT: false });
try {
  const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
  page.setDefaultTimeout(180_000);
  await page.goto(workbenchUrl(server.authority, folder, { files: ['article-03.txt'] }));
  await page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first().waitFor();
  await page.keyboard.press('F1');
  await page.keyboard.type('Open Story Board');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Open Story Board' }).first().waitFor();
  await page.keyboard.press('Enter');
  const board = await step('Opening the board', () => boardFrame(page));
  const size = await board.evaluate(
    `(() => { const grid = document.querySelector('.grid'); return [grid.ariaRowCount - 1, grid.ariaColCount - 1]; })()`,
  );
  say(`${size[0]} rows, ${size[1]} articles; ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}`);

  // Enter shows the chosen passage beside the board, with the keyboard in it; the end of it is where we type.
  await board.locator('.grid :focus').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('#status\\.editor\\.selection', { hasText: 'selected' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(3000); // What opening the article set going is no part of typing.

  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline'],
  });
  await board.evaluate(
    `window.changes = 0; new MutationObserver(() => changes++).observe(document.body, { subtree: true, childList: true, characterData: true })`,
  );
  for (let stroke = 0; stroke < strokes; stroke++) {
    await page.keyboard.type(stroke % 6 === 0 ? ' ' : 'abcde'[stroke % 5]);
    await page.waitForTimeout(betweenKeys);
    // Whoever types stops to think now and then: this is when a large story's board is brought up to date.
    if (stroke % burst === burst - 1) await boardChanges(page, board);
  }
  await page.waitForTimeout(2000); // The last change is still on its way.
  const trace = await browser.stopTracing();
  if (options.trace) await writeFile(options.trace, trace);

  const tasks = boardTasks(JSON.parse(trace.toString()).traceEvents);
  const [worst] = tasks;
  say(`${strokes} keys; ${tasks.length} tasks in which the board had a hand; the longest, in ms:`);
  for (const task of tasks.slice(0, 5)) {
    say(`  ${ms(task.board)} of the board's own (${ms(task.cpu)} on the processor), in a task of ${ms(task.whole)}`);
  }
  if (tasks.length === 0) throw new Error('the board did nothing while we typed: nothing was measured');
  if (worst.board > longTask) process.exitCode = 1;
  say(`load ${loadavg()[0].toFixed(1)} at the end`);
} finally {
  await browser.close();
  await server.stop();
  await remove();
}

/** The board's own page, as soon as it shows rows. */
async function boardFrame(page) {
  for (const deadline = Date.now() + 180_000; Date.now() < deadline; await page.waitForTimeout(200)) {
    for (const frame of page.frames()) {
      if (await frame.$('#board .grid .row').catch(() => null)) return frame;
    }
  }
  throw new Error('no board came up');
}

/** Waits until the board has changed; its page forbids scripts that would wait in it. */
async function boardChanges(page, board) {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await page.waitForTimeout(100)) {
    if (await board.evaluate('changes > 0 && ((changes = 0), true)')) return;
  }
  throw new Error('the board did not change as we typed');
}

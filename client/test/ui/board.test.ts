import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';
import { again, givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

describe('the story board', function () {
  this.timeout(60_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async () => {
    window = await openWindow({ width: 1400, height: 800 });
    ({ page, keyboard } = window);
  });

  afterEach(async function () {
    if (this.currentTest) await picture(this.currentTest.title.replace(/\W+/g, '-'));
  });

  after(() => window.close());

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `board-${name}.png`) });

  /** The board's own page, in the frames that VS Code puts around it. */
  async function board(): Promise<Frame> {
    for (const deadline = Date.now() + 20_000; Date.now() < deadline;) {
      for (const frame of page.frames()) {
        const there = await frame.$('#board .grid .row').catch(() => null);
        if (there) return frame;
      }
      await page.waitForTimeout(100);
    }
    throw new Error('no board came up');
  }

  const run = (title: string): Promise<void> => keyboard.run(title);

  it('opens from the palette with every article of the story in a column', async () => {
    await run('Open Story Board');
    const frame = await board();
    await page.locator('.tab.active', { hasText: 'Story Board: ' }).waitFor();
    const heads = await frame.locator('[role="columnheader"]').allInnerTexts();
    for (const name of ['briefing.md', 'morning.txt', 'evening.txt']) {
      assert.ok(
        heads.some((head) => head.includes(name)),
        `${name} is missing among ${heads.join(' | ')}`,
      );
    }
  });

  it('marks the words that differ', async () => {
    const frame = await board();
    const marks = await frame.locator('[role="gridcell"] mark').allInnerTexts();
    for (const word of ['fourteen', 'boats', 'ferries', '1,400']) assert.ok(marks.includes(word), marks.join(' '));
  });

  it('has the keyboard in the grid at once, and goes by arrows to a passage that Enter opens', async () => {
    const frame = await board();
    await frame.locator('[role="gridcell"]:focus').waitFor();
    const on = (words: string) => (timeout: number) => frame.locator(':focus', { hasText: words }).waitFor({ timeout });
    await again(() => keyboard.press('Control+Home'), on('Quote or Figure'));
    await again(
      () => keyboard.press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight'),
      on('asked for fourteen'),
    );
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: 'evening.txt' }).waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'selected' }).waitFor();
  });

  it('changes as the text beside it is typed, and keeps its place', async () => {
    const frame = await board();
    await frame.evaluate(`for (const row of document.querySelectorAll('.row')) row.kept = true`);
    // The passage that Enter opened is selected; we write at its end.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type(' quay');
    const changed = frame.locator('[role="gridcell"]', { hasText: 'sail without them, quay' });
    await changed.waitFor();
    const kept = await frame.evaluate<number>(
      `[...document.querySelectorAll('.row')].filter((row) => row.kept).length`,
    );
    assert.ok(kept >= 2, 'rows that did not change were drawn anew');
    for (let left = 5; left > 0; left--) await page.keyboard.press('Backspace');
    await changed.waitFor({ state: 'detached' });
  });

  it('filters by words from the slash key, counts the rows, and goes back with Escape', async () => {
    await page.locator('.tab', { hasText: 'Story Board: ' }).click();
    const frame = await board();
    await frame.locator('.grid :focus').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('ferries');
    await frame.locator('.count', { hasText: /^1 of \d+ rows$/ }).waitFor();
    await page.keyboard.press('Escape');
    await frame.locator(':focus', { hasText: 'Nobody wants to see the ferries' }).waitFor();
  });

  it('has its filter and its place again after the window was loaded anew', async () => {
    await keyboard.reopen();
    const frame = await board();
    await frame.locator('.count', { hasText: /^1 of \d+ rows$/ }).waitFor();
    assert.equal(await frame.locator('input[type="search"]').inputValue(), 'ferries');
    await frame.locator('button', { hasText: 'Clear Filters' }).click();
    await frame.locator('.count', { hasText: /^\d+ rows$/ }).waitFor();
  });

  it('offers what can be done with a passage in its context menu', async () => {
    const frame = await board();
    await frame.locator('mark', { hasText: 'fourteen' }).first().click({ button: 'right' });
    for (const title of ['Go to Passage', 'Compare Passages', 'Accept This Difference...']) {
      await page.locator('.monaco-menu .action-label', { hasText: title }).first().waitFor();
    }
    await picture('menu');
    await page.keyboard.press('Escape');
  });

  const themes = [
    ['Light Modern', 'vscode-light'],
    ['Dark Modern', 'vscode-dark'],
    ['Dark High Contrast', 'vscode-high-contrast'],
  ] as const;
  for (const [theme, kind] of themes) {
    it(`has nothing serious for axe in ${theme}`, async () => {
      await keyboard.theme(theme);
      const frame = await board();
      await frame.locator(`body[data-vscode-theme-kind="${kind}"]`).waitFor();
      await frame.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
      const { violations } = await frame.evaluate<AxeResults>('axe.run({ preload: false })');
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      assert.deepEqual(
        grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
        [],
      );
    });
  }
});

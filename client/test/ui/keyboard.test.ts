import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { again, folderOf, givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

describe('every feature, without a mouse', function () {
  this.timeout(120_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async () => {
    window = await openWindow({ width: 1400, height: 900 }, (made) =>
      made.addInitScript(
        "addEventListener('pointerdown', () => { window.pointers = (window.pointers ?? 0) + 1; }, true)",
      ),
    );
    ({ page, keyboard } = window);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await keyboard.picture(`keyboard-${this.currentTest.title}`);
  });

  after(() => window.close());

  const folder = () => folderOf(givenWorkbench());
  const untilSelected = () => page.locator('#status\\.editor\\.selection', { hasText: 'selected' }).waitFor();
  const differs = () => page.locator('.squiggly-error').first();
  const untilMended = () => page.locator('.squiggly-error').waitFor({ state: 'detached' });
  const row = (words: string) =>
    page.locator('.tree-explorer-viewlet-tree-view .monaco-list-row', { hasText: words }).first();

  /** Evening.txt in front, the cursor at its first conflict. */
  async function toFirstConflict(): Promise<void> {
    await keyboard.open('evening.txt');
    await keyboard.toFirstConflict();
  }

  /** Opens the list of what can be done at the first conflict. */
  async function toFixes(): Promise<void> {
    await keyboard.open('evening.txt');
    await keyboard.toFixes();
  }

  /** Waits until a report of all articles, as Markdown, stands in a file from its first line to its last. */
  async function wholeReport(file: string): Promise<void> {
    for (let left = 300; ; left--) {
      const text = await readFile(file, 'utf8').catch(() => '');
      if (text.startsWith('<!-- Report by Second Source') && /^\| [^|\n]*morning\.txt \|.*\|\n$/m.test(text.slice(-80)))
        return;
      assert.ok(left > 0, `the report is not whole: “${text.slice(0, 200)}”`);
      await page.waitForTimeout(100);
    }
  }

  it('opens an article, and goes from conflict to conflict, forth and back', async () => {
    await keyboard.open('morning.txt');
    await toFirstConflict();
    await keyboard.press('Control+F8');
    await keyboard.atLine('evening.txt', 9);
    await keyboard.press('Control+Shift+F8');
    await keyboard.atLine('evening.txt', 7);
  });

  it('takes another file’s wording over with a quick fix, and undoes it', async () => {
    await toFixes();
    await keyboard.press('Enter');
    await untilMended();
    await keyboard.press('Control+z');
    await differs().waitFor();
  });

  it('accepts a difference with a reason, and takes that back', async () => {
    await toFixes();
    const action = page.locator('.action-widget .monaco-list-row.focused', { hasText: 'Accept this difference...' });
    for (let step = 0; step < 12 && !(await action.isVisible()); step++) {
      await keyboard.press('ArrowDown');
      await page.waitForTimeout(100);
    }
    await action.waitFor();
    await keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'fourteen' }).waitFor();
    await keyboard.answer('Accept This Difference', 'Checked against the tape.');
    await untilMended();
    await keyboard.run('Second Source: Take Back an Accepted Difference');
    await keyboard.pick('Checked against');
    await differs().waitFor();
  });

  it('compares the passages of two articles, and opens the line that the cursor is in', async () => {
    await toFirstConflict();
    await keyboard.run('Second Source: Compare Passages');
    await keyboard.pick('morning');
    const side = (of: string) => page.locator(`.monaco-diff-editor .editor.${of} .view-line`);
    await side('original').filter({ hasText: 'forty' }).first().waitFor();
    await side('modified').filter({ hasText: 'fourteen' }).first().waitFor();
    await keyboard.press('Enter');
    await keyboard.atLine('evening.txt', 7);
  });

  it('compares two whole articles', async () => {
    await keyboard.open('evening.txt');
    await keyboard.run('Second Source: Compare Articles...');
    await keyboard.pick('morning');
    await page
      .locator('.monaco-diff-editor .view-line', { hasText: /%.of.the.words.of/ })
      .first()
      .waitFor();
    await keyboard.press('Control+w');
  });

  it('declares an article a source, and takes that back', async () => {
    await keyboard.open('evening.txt');
    await keyboard.run('Second Source: Mark as Source');
    await untilMended();
    assert.match(readFileSync(join(folder(), '.second-source.json'), 'utf8'), /evening\.txt/);
    await keyboard.run('Second Source: Unmark as Source');
    await differs().waitFor();
  });

  it('chooses what gets a lens', async () => {
    const lens = page.locator('.codelens-decoration a').first();
    await keyboard.open('evening.txt');
    await lens.waitFor();
    await keyboard.run('Second Source: Choose Lenses...');
    await keyboard.pick('Off');
    await lens.waitFor({ state: 'detached' });
    await keyboard.run('Second Source: Choose Lenses...');
    await keyboard.pick('All');
    await lens.waitFor();
  });

  it('filters the stories, and opens a conflict from their tree', async () => {
    await keyboard.run('Second Source: Filter Stories...');
    await keyboard.answer('Filter Stories', '1,900');
    await keyboard.run('View: Show Second Source');
    await row('passengers').waitFor();
    await row('We have asked').waitFor({ state: 'detached' });
    await keyboard.picture('keyboard-stories');
    await keyboard.press('Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter');
    await page.locator('.tab.active', { hasText: /\.(?:txt|md)/ }).waitFor();
    await keyboard.run('Second Source: Clear Filter');
    await row('We have asked').waitFor();
  });

  it('sorts the stories, and has them follow the editor', async () => {
    await keyboard.run('Second Source: Sort Stories...');
    await keyboard.pick('By position');
    await keyboard.run('Second Source: Sort Stories...');
    await keyboard.pick('By severity');
    await keyboard.run('Second Source: Follow Active Editor');
    await toFirstConflict();
    await row('We have asked').waitFor();
    await keyboard.run('Second Source: Stop Following Active Editor');
  });

  it('goes through the story board by arrows, and opens a passage', async () => {
    await keyboard.open('evening.txt');
    await keyboard.run('Second Source: Open Story Board');
    const board = page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await board.locator('[role="gridcell"]:focus').waitFor();
    await again(
      () => keyboard.press('Control+Home', 'ArrowDown', 'ArrowRight', 'ArrowRight'),
      (timeout) => board.locator(':focus', { hasText: 'fourteen' }).waitFor({ timeout }),
    );
    await keyboard.picture('keyboard-board');
    await keyboard.press('Enter');
    await keyboard.atLine('evening.txt', 7);
  });

  it('opens a conflict from the Problems panel', async () => {
    await keyboard.open('morning.txt');
    await keyboard.press('Control+Shift+m');
    await page.locator('.markers-panel .monaco-list-row').first().waitFor();
    await keyboard.press('ArrowDown', 'ArrowDown', 'Enter');
    await untilSelected();
    await keyboard.run('View: Hide Panel');
  });

  it('finds a quote by its speaker', async () => {
    await keyboard.open('morning.txt');
    await keyboard.press('Control+Home');
    await keyboard.atLine('morning.txt', 1);
    await keyboard.press('Control+t');
    await keyboard.pick('kovel', 'Marta Kovel: We have asked');
    await page.locator('#status\\.editor\\.selection', { hasText: /Ln [357],/ }).waitFor();
  });

  it('exports a report to a file that it names', async () => {
    await keyboard.run('Second Source: Export Report...');
    await keyboard.pick('Markdown');
    const name = page.locator('.quick-input-widget:visible', { hasText: 'Export' }).locator('input');
    await name.first().waitFor();
    await page.waitForFunction(
      "[...document.querySelectorAll('.quick-input-widget input')].some((one) => /\\.md$/.test(one.value))",
    );
    await keyboard.picture('keyboard-export');
    const file = join(folder(), 'night report.md');
    await keyboard.answer('Export', file);
    await wholeReport(file);
    // A toast goes by itself after a while; the centre keeps what it said.
    await keyboard.run('Notifications: Show Notifications');
    await page.locator('.notifications-center', { hasText: 'The report was saved to night report.md.' }).waitFor();
    await keyboard.run('Notifications: Clear All Notifications');
  });

  it('needed no mouse', async () => {
    const counts = page.frames().map((frame) => frame.evaluate<number>('window.pointers ?? 0').catch(() => 0));
    assert.deepEqual(
      (await Promise.all(counts)).filter((count) => count > 0),
      [],
    );
  });
});

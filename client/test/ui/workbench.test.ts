import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { again, givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

describe('the workbench', function () {
  this.timeout(60_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async function () {
    window = await openWindow({ width: 1280, height: 800 });
    ({ page, keyboard } = window);
  });

  afterEach(async function () {
    if (this.currentTest) await picture(this.currentTest.title.replace(/\W+/g, '-'));
  });

  after(() => window.close());

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `${name}.png`) });

  it('underlines the quotes that differ', async () => {
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor();
  });

  it('says above the paragraph where the words differ', async () => {
    const lens = page.locator('.codelens-decoration a').first();
    await lens.waitFor();
    assert.match(await lens.innerText(), /\bdiffers?\b/);
  });

  it('counts the problems in the status bar and names the worst on hover', async () => {
    const item = statusItem();
    await item.waitFor();
    assert.match(await item.innerText(), /3 conflicts/);
    await item.hover();
    const tooltip = page.locator('.workbench-hover', { hasText: 'fourteen' });
    await tooltip.waitFor();
    assert.match(await tooltip.innerText(), /evening\.txt/);
  });

  it('opens the Problems panel from the status bar, each problem with the passage in the other file', async () => {
    await statusItem().click();
    await problemRow(/fourteen/).waitFor();
    await relatedRow('morning.txt').waitFor();
    await problemRow(/1,900 passengers here, 1,400 in morning\.txt/).waitFor();
  });

  it('opens the other file at the passage from a problem’s related row', async () => {
    await relatedRow('morning.txt').dblclick();
    await page.locator('.tab.active', { hasText: 'morning.txt' }).waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 5,' }).waitFor();
    await page.locator('.tab', { hasText: 'evening.txt' }).click();
  });

  it('shows in the hover how every other file has the words', async () => {
    await page.locator('.view-line', { hasText: 'fourteen' }).getByText('fourteen').first().hover();
    const hover = page.locator('.monaco-hover:visible', { hasText: 'morning.txt' });
    await hover.waitFor();
    assert.match(await hover.innerText(), /Marta Kovel/);
    await hover.locator('strong', { hasText: 'forty' }).first().waitFor();
  });

  it('shows in the hover what another file’s figure is', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.view-line', { hasText: '1,900' }).getByText('1,900').first().hover();
    const hover = page.locator('.monaco-hover:visible', { hasText: '1,400 to 1,900 in 2 files' });
    await hover.waitFor();
    await hover.locator('strong', { hasText: '1,400 passengers' }).first().waitFor();
  });

  it('peeks at all matches from a lens', async () => {
    await page.keyboard.press('Escape');
    await page.locator('.codelens-decoration a').first().click();
    const peek = page.locator('.peekview-widget');
    await peek.waitFor();
    await peek.locator('.monaco-list-row', { hasText: 'briefing.md' }).first().waitFor();
    await picture('peek');
    await page.keyboard.press('Escape');
    await peek.waitFor({ state: 'detached' });
  });

  it('lists its commands for an article', async () => {
    for (const title of ['Go to Match', 'Show All Matches', 'Next Conflict', 'Previous Conflict', 'Restart Server']) {
      await again(
        async () => {
          await keyboard.press('Escape', 'F1');
          await page.locator('.quick-input-widget:visible input:focus').waitFor();
          await keyboard.type(`Second Source: ${title}`);
        },
        (timeout) =>
          page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().waitFor({ timeout }),
      );
      if (title === 'Next Conflict') await picture('commands');
      await page.keyboard.press('Escape');
    }
  });

  const statusItem = (): Locator => page.locator('.statusbar-item', { hasText: /\d conflicts?/ });
  const problemRow = (words: RegExp): Locator =>
    page.locator('.markers-panel .monaco-list-row', { hasText: words }).first();
  const relatedRow = (file: string): Locator =>
    page.locator('.markers-panel .monaco-list-row[aria-level="3"]', { hasText: file }).first();
});

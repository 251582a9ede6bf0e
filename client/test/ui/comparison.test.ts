import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

describe('comparing, as an editor sees it', function () {
  this.timeout(90_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async () => {
    window = await openWindow({ width: 1400, height: 800 });
    ({ page, keyboard } = window);
  });

  after(() => window.close());

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `${name}.png`) });

  const run = (title: string): Promise<void> => keyboard.run(title);
  const side = (of: 'original' | 'modified') => page.locator(`.monaco-diff-editor .editor.${of}`);

  it('picks the other file and shows both wordings on one line, by the keyboard alone', async () => {
    await page.locator('.view-line', { hasText: 'fourteen' }).getByText('fourteen').first().click();
    await run('Second Source: Compare Passages');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'morning.txt' }).waitFor();
    await picture('compare-pick');
    await keyboard.pick('morning');
    await side('modified').locator('.view-line', { hasText: 'fourteen' }).first().waitFor();
    const topOf = async (of: 'original' | 'modified', words: string) =>
      (await side(of).locator('.view-line', { hasText: words }).first().boundingBox())?.y;
    await side('original').locator('.view-line', { hasText: 'forty' }).first().waitFor();
    await page.locator('.char-insert').first().waitFor();
    await picture('compare-passages');
    assert.equal(await topOf('original', 'forty'), await topOf('modified', 'fourteen'));
  });

  it('opens the article at the line with Enter', async () => {
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /^evening\.txt/ }).waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 7,' }).waitFor();
    await picture('compare-opened');
  });

  it('says at the top how much of each article stands in the other', async () => {
    await run('Second Source: Compare Articles');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: /morning\.txt.*same story/ }).waitFor();
    await picture('compare-pick-article');
    await keyboard.pick('morning');
    await sharesAreShown();
    await picture('compare-articles');
  });

  async function sharesAreShown(): Promise<void> {
    for (const of of ['original', 'modified'] as const) {
      const line = side(of).locator('.view-line', { hasText: /^\d+%.of.the.words.of.morning\.txt/ });
      await line.waitFor();
    }
  }
});

import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { givenWorkbench, openWindow, themeNames, type Keyboard, type Window } from '../support/workbench';

describe('the desk, by the keyboard alone', function () {
  this.timeout(120_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async () => {
    window = await openWindow({ width: 1280, height: 800 });
    ({ page, keyboard } = window);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await picture(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
  });

  after(async () => {
    await window.close();
  });

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `desk-${name}.png`) });
  const pick = (words: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first();
  const offered = (words: string) => page.locator('.action-widget .monaco-list-row', { hasText: words }).first();

  const run = (title: string): Promise<void> => keyboard.run(title);
  /** Goes to the first problem of the article and asks for what can be done. */
  async function openFixes(): Promise<void> {
    await keyboard.toFixes();
    await offered('Use the wording in briefing.md (and 1 other)').waitFor();
  }

  for (const theme of themeNames) {
    it(`offers what can be done at a problem (${theme})`, async () => {
      await keyboard.theme(theme);
      await openFixes();
      for (const title of ['Compare passages', 'Accept this difference...', 'Turn off quote-altered here']) {
        await offered(title).waitFor();
      }
      await picture(`fixes-${theme.replaceAll(' ', '-')}`);
      await page.keyboard.press('Escape');
    });
  }

  it('asks why a difference may stand, and wants a reason', async () => {
    await openFixes();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const input = page.locator('.quick-input-widget:visible', { hasText: 'Accept This Difference' });
    await input.waitFor();
    await page.locator('.quick-input-message', { hasText: 'fourteen' }).waitFor();
    await picture('why');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-message', { hasText: 'Give a reason' }).waitFor();
    await picture('reason');
    await keyboard.answer('Accept This Difference', 'Checked against the tape.');
    await page.locator('.squiggly-error').waitFor({ state: 'detached' });
    await picture('accepted');
  });

  it('lists what was accepted, with the reason, and takes it back', async () => {
    await run('Second Source: Take Back an Accepted Difference');
    await pick('Checked against the tape.').waitFor();
    await picture('take-back');
    await page.keyboard.press('Enter');
    await page.locator('.squiggly-error').first().waitFor();
  });

  for (const theme of themeNames) {
    it(`shows in the explorer which file is a source (${theme})`, async () => {
      await keyboard.theme(theme);
      await page.keyboard.press('Control+1');
      await run('Second Source: Mark as Source');
      const held = '[aria-label*="Source: other articles are held against it"], [title*="Source: other articles"]';
      await page.locator('.explorer-folders-view').locator(held).first().waitFor();
      await page.locator('.squiggly-error').waitFor({ state: 'detached' });
      await picture(`source-${theme.replaceAll(' ', '-')}`);
      await page.keyboard.press('Control+1');
      await run('Second Source: Unmark as Source');
      await page.locator('.squiggly-error').first().waitFor();
    });
  }
});

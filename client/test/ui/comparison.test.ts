import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';

interface Workbench {
  readonly url: string;
  readonly browser: LaunchOptions;
  readonly screenshots: string;
}

const given = process.env.SECOND_SOURCE_WORKBENCH;

describe('comparing, as an editor sees it', function () {
  this.timeout(90_000);
  let browser: Browser;
  let page: Page;
  const workbench = JSON.parse(given ?? 'null') as Workbench | null;

  before(async () => {
    assert.ok(workbench, 'npm test says where the workbench is');
    browser = await chromium.launch({ ...workbench.browser, headless: true });
    page = await browser.newPage({ viewport: { width: 1400, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(workbench.url);
    await page.locator('.squiggly-error').first().waitFor();
  });

  after(() => browser.close());

  const picture = (name: string) => page.screenshot({ path: join(workbench?.screenshots ?? '', `${name}.png`) });

  async function run(command: string): Promise<void> {
    await page.keyboard.press('F1');
    await page.keyboard.type(command);
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: command.replace(/^[^:]*: /, '') })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
  }

  const side = (of: 'original' | 'modified') => page.locator(`.diff-editor .editor.${of}`);

  it('picks the other file and shows both wordings on one line, by the keyboard alone', async () => {
    await page.locator('.view-line', { hasText: 'fourteen' }).getByText('fourteen').first().click();
    await run('Second Source: Compare Passages');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'morning.txt' }).waitFor();
    await picture('compare-pick');
    await page.keyboard.type('morning');
    await page.keyboard.press('Enter');
    await side('modified').locator('.view-line', { hasText: 'fourteen' }).first().waitFor();
    const topOf = async (of: 'original' | 'modified', words: string) =>
      (await side(of).locator('.view-line', { hasText: words }).first().boundingBox())?.y;
    await side('original').locator('.view-line', { hasText: 'forty' }).first().waitFor();
    await page.locator('.char-insert, .inline-added-text').first().waitFor();
    await page.waitForTimeout(500);
    assert.equal(await topOf('original', 'forty'), await topOf('modified', 'fourteen'));
  });

  for (const theme of ['Default Light Modern', 'Default Dark Modern', 'Default High Contrast']) {
    it(`reads well in ${theme}`, async () => {
      await run('Preferences: Color Theme');
      await page.locator('.quick-input-title, .quick-input-widget').first().waitFor();
      await page.waitForTimeout(300);
      await page.keyboard.type(theme.replace('Default ', ''));
      await page.waitForTimeout(600);
      await picture(`theme-list`);
      await page.keyboard.press('Enter');
      await page.waitForTimeout(600);
      await picture(`compare-${theme.replaceAll(' ', '-')}`);
    });
  }

  it('opens the article at the line with Enter', async () => {
    await side('modified').locator('.view-line', { hasText: 'fourteen' }).first().click();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /^evening\.txt/ }).waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 7,' }).waitFor();
    await picture('compare-opened');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';

interface Workbench {
  /** The address that opens the articles, with evening.txt in front, in a folder that nobody trusts. */
  readonly restrictedUrl: string;
  readonly browser: LaunchOptions;
  readonly screenshots: string;
}

const given = process.env.SECOND_SOURCE_WORKBENCH;

describe('a folder in Restricted Mode', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;
  const workbench = JSON.parse(given ?? 'null') as Workbench | null;

  before(async () => {
    assert.ok(workbench, 'npm test says where the workbench is');
    browser = await chromium.launch({ ...workbench.browser, headless: true });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(workbench.restrictedUrl);
  });

  after(async () => {
    await page.screenshot({ path: join(workbench?.screenshots ?? '', 'Restricted-Mode.png') });
    await browser.close();
  });

  it('is not trusted, and says so', async () => {
    await page.locator('#status\\.workspaceTrust', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('has its problems underlined and counted all the same', async () => {
    await page.locator('.squiggly-error').first().waitFor();
    const item = page.locator('#second-source\\.second-source\\.secondSource\\.status');
    await item.waitFor();
    assert.match(await item.innerText(), /7 conflicts/);
  });
});

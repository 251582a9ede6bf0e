import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { givenWorkbench } from '../support/workbench';

describe('a folder in Restricted Mode', function () {
  this.timeout(60_000);
  let browser: Browser;
  let page: Page;

  before(async () => {
    const workbench = givenWorkbench();
    browser = await chromium.launch({ ...workbench.browser, headless: true });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(workbench.restrictedUrl);
  });

  after(async () => {
    await page.screenshot({ path: join(givenWorkbench().screenshots, 'Restricted-Mode.png') });
    await browser.close();
  });

  it('is not trusted, and says so', async () => {
    await page.locator('#status\\.workspaceTrust', { hasText: 'Restricted Mode' }).waitFor();
  });

  it('has its problems underlined and counted all the same', async () => {
    await page.locator('.squiggly-error').first().waitFor();
    const item = page.locator('#second-source\\.second-source\\.secondSource\\.status');
    await item.waitFor();
    assert.match(await item.innerText(), /3 conflicts/);
  });
});

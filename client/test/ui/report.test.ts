import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type LaunchOptions, type Page } from 'playwright-core';

const repository = resolve(__dirname, '../../../..');
const given = process.env.SECOND_SOURCE_WORKBENCH;

/** The page that the command line makes of the demo's folder. */
function makePage(file: string): Promise<void> {
  const args = ['check', '--format', 'html', '--output', file, join(repository, 'test-fixtures', 'newsroom')];
  return new Promise((done, fail) => {
    execFile(process.execPath, [join(repository, 'dist', 'cli.js'), ...args], (_error, _stdout, stderr) => {
      if (stderr === '') done();
      else fail(new Error(stderr));
    });
  });
}

describe('the sign-off page in a browser', function () {
  this.timeout(60_000);
  const workbench = JSON.parse(given ?? 'null') as { browser: LaunchOptions; screenshots: string } | null;
  const folder = mkdtempSync(join(tmpdir(), 'second-source-page-'));
  const file = join(folder, 'page.html');
  let browser: Browser;

  before(async () => {
    assert.ok(workbench, 'npm test says which browser to use');
    await makePage(file);
    browser = await chromium.launch({ ...workbench.browser, headless: true });
  });
  after(async () => {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the page and hands it over; whatever it tried to load or to say is a failure. */
  async function open(options: BrowserContextOptions, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    try {
      const page = await context.newPage();
      const heard: string[] = [];
      page.on('request', (request) => heard.push(request.url()));
      page.on('console', (message) => heard.push(message.text()));
      page.on('dialog', (dialog) => heard.push(dialog.message()));
      const address = pathToFileURL(file).href;
      await page.goto(address);
      await look(page);
      assert.deepEqual(heard, [address]);
    } finally {
      await context.close();
    }
  }
  const picture = (page: Page, name: string) =>
    page.screenshot({ path: join(workbench?.screenshots ?? '', `report-${name}.png`), fullPage: true });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has nothing for axe to find in the ${colorScheme}, at the width of a desk and of a phone`, async () => {
      const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
      for (const width of [1280, 400]) {
        // The page lets no script run, not even this one, unless the browser is told to.
        await open({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } }, async (page) => {
          await page.evaluate(axe);
          const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
          assert.deepEqual(
            violations.map(({ id, impact, nodes }) => `${id} (${impact ?? ''}): ${nodes[0]?.html ?? ''}`),
            [],
          );
          assert.ok(passes.length > 30);
          await picture(page, `${colorScheme}-${String(width)}`);
        });
      }
    });
  }

  it('goes to the conflicts by the first link, and from there through the boxes and boards by keyboard', async () => {
    await open({}, async (page) => {
      const focused = () => page.evaluate<string>('document.activeElement.className || document.activeElement.type');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'skip');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      assert.equal(await focused(), 'checkbox');
      await page.keyboard.press('Space');
      assert.equal(await page.locator('input:checked').count(), 1);
      const boxes = await page.locator('.conflict input').count();
      for (let i = 0; i < boxes; i++) await page.keyboard.press('Tab');
      assert.equal(await focused(), 'scroll');
      const left = () => page.evaluate<number>("document.querySelector('.scroll').scrollTop");
      await page.keyboard.press('PageDown');
      // The page lets no script run, so nothing in it can wait for this.
      while ((await left()) === 0) await page.waitForTimeout(50);
    });
  });

  it('prints whole: nothing scrolls away, and no colour is needed', async () => {
    await open({ colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const overflow = await page.evaluate<string>("getComputedStyle(document.querySelector('.scroll')).overflow");
      assert.equal(overflow, 'visible');
      assert.equal(await page.evaluate<string>('getComputedStyle(document.body).color'), 'rgb(0, 0, 0)');
      assert.equal(await page.locator('nav').isVisible(), false);
      await picture(page, 'print');
      const pdf = await page.pdf({ preferCSSPageSize: true });
      writeFileSync(join(workbench?.screenshots ?? '', 'report.pdf'), pdf);
      assert.ok(pdf.length > 10_000);
    });
  });
});

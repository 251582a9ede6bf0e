import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type Browser, type LaunchOptions, type Page } from 'playwright-core';

interface Workbench {
  readonly url: string;
  readonly browser: LaunchOptions;
  readonly screenshots: string;
}

const given = process.env.SECOND_SOURCE_WORKBENCH;
const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'High Contrast' } as const;

describe('an article as it reads in the workbench', function () {
  this.timeout(90_000);
  let browser: Browser;
  let page: Page;
  const workbench = JSON.parse(given ?? 'null') as Workbench | null;

  before(async function () {
    assert.ok(workbench, 'npm test says where the workbench is');
    browser = await chromium.launch({ ...workbench.browser, headless: true });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(30_000);
    await page.goto(workbench.url);
    await page.locator('.squiggly-error').first().waitFor();
    await page.locator('.codelens-decoration a').first().waitFor();
  });

  after(() => browser.close());

  const picture = (name: string) => page.screenshot({ path: join(workbench?.screenshots ?? '', `${name}.png`) });

  /** Runs a command by its title. */
  async function run(title: string): Promise<void> {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget:visible').waitFor();
    await page.keyboard.type(title);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: title }).waitFor();
    await page.keyboard.press('Enter');
  }

  /** The colour of words in the editor. */
  const colourOf = (words: string) =>
    page.evaluate<string>(`(() => {
      const spans = [...document.querySelectorAll('.view-line span span')];
      const one = spans.find(({ textContent }) => textContent.replaceAll('\\u00a0', ' ').includes(${JSON.stringify(words)}));
      return getComputedStyle(one).color;
    })()`);

  it('stays at its first line while lenses come in', async () => {
    await page.waitForTimeout(800);
    await picture('opened');
    assert.equal(await page.locator('.view-line', { hasText: 'no lifeboats' }).isVisible(), true);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has colours of its own for quotes and figures in the ${name} theme`, async () => {
      await page.keyboard.press('Control+K');
      await page.keyboard.press('Control+T');
      await page.locator('.quick-input-list .monaco-list-row.focused').first().waitFor();
      await page.keyboard.type(theme);
      await page.waitForTimeout(400);
      await picture(`theme-${name}`);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: theme }).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await page.waitForTimeout(600);
      await picture(`reading-${name}`);
      const [quote, figure, text] = [await colourOf('My door'), await colourOf('1,900'), await colourOf('broke off')];
      assert.notEqual(quote, text);
      assert.notEqual(figure, text);
      assert.notEqual(figure, quote);
    });
  }

  it('offers the modes of lenses to the keyboard', async () => {
    await run('Second Source: Choose Lenses...');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Conflicts' });
    await row.waitFor();
    await page.waitForTimeout(300);
    await picture('lens-choice');
    await page.keyboard.press('Escape');
  });

  it('finds a quote by its speaker from the list of symbols', async () => {
    await page.keyboard.press('Control+T');
    await page.locator('.quick-input-widget:visible').waitFor();
    await page.keyboard.type('kovel');
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: 'Marta Kovel: We have asked' })
      .first()
      .waitFor();
    await picture('symbols');
    await page.keyboard.press('Escape');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { again, givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

const themes = { light: 'Light Modern', dark: 'Dark Modern', contrast: 'Dark High Contrast' } as const;

describe('an article as it reads in the workbench', function () {
  this.timeout(90_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async function () {
    window = await openWindow({ width: 1280, height: 800 });
    ({ page, keyboard } = window);
    await page.locator('.codelens-decoration a').first().waitFor();
  });

  after(() => window.close());

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `${name}.png`) });

  const run = (title: string): Promise<void> => keyboard.run(title);
  /** The colour of words in the editor. */
  const colourOf = (words: string) =>
    page.evaluate<string>(`(() => {
      const spans = [...document.querySelectorAll('.view-line span span')];
      const one = spans.find(({ textContent }) => textContent.replaceAll('\\u00a0', ' ').includes(${JSON.stringify(words)}));
      return getComputedStyle(one).color;
    })()`);

  /** Whether the words of a quote have a colour other than the text's, which they get a moment after the theme. */
  const coloured = `(() => {
    const colourOf = (words) => {
      const spans = [...document.querySelectorAll('.view-line span span')];
      const one = spans.find(({ textContent }) => textContent.replaceAll('\\u00a0', ' ').includes(words));
      return one && getComputedStyle(one).color;
    };
    const [quote, figure, text] = ['My door', '1,900', 'broke off'].map(colourOf);
    return !!quote && !!figure && !!text && quote !== text && figure !== text;
  })()`;

  it('stays at its first line while lenses come in', async () => {
    await page.locator('.codelens-decoration a').nth(2).waitFor();
    await picture('opened');
    assert.equal(await page.locator('.view-line', { hasText: 'no lifeboats' }).isVisible(), true);
  });

  for (const [name, theme] of Object.entries(themes)) {
    it(`has colours of its own for quotes and figures in the ${name} theme`, async () => {
      await keyboard.theme(theme);
      await page.waitForFunction(coloured);
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
    await picture('lens-choice');
    await page.keyboard.press('Escape');
  });

  it('finds a quote by its speaker from the list of symbols', async () => {
    const found = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Marta Kovel: We have asked' }).first();
    await again(
      async () => {
        await keyboard.press('Escape', 'Control+t');
        await page.locator('.quick-input-widget:visible input:focus').waitFor();
        await keyboard.type('kovel');
      },
      (timeout) => found.waitFor({ timeout }),
    );
    await picture('symbols');
    await page.keyboard.press('Escape');
  });
});

import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { givenWorkbench, openWindow, type Keyboard, type Window } from '../support/workbench';

describe('the story view', function () {
  this.timeout(90_000);
  let window: Window;
  let page: Page;
  let keyboard: Keyboard;

  before(async function () {
    window = await openWindow({ width: 1280, height: 800 });
    ({ page, keyboard } = window);
  });

  after(() => window.close());

  const picture = (name: string) =>
    page.screenshot({ path: join(givenWorkbench().screenshots, `stories-${name}.png`) });
  const container = () =>
    page.locator('.activitybar .action-item', { has: page.locator('[aria-label^="Second Source"]') });
  const rows = () => page.locator('.pane-body .tree-explorer-viewlet-tree-view .monaco-list-row');
  const row = (words: string | RegExp) => rows().filter({ hasText: words }).first();
  const cursorAt = (line: number) =>
    page.locator('#status\\.editor\\.selection', { hasText: `Ln ${String(line)},` }).waitFor();

  const command = (title: string): Promise<void> => keyboard.run(title);
  it('has the number of conflicts on its icon before anybody has looked', async () => {
    await container().locator('.badge-content', { hasText: /^\d+$/ }).waitFor();
  });

  it('shows the conflicts of a story first, each with what differs', async () => {
    await container().click();
    await row('Conflicts').waitFor();
    const words = row(/“We have asked for/);
    await words.waitFor();
    assert.match(await words.innerText(), /(?:briefing|evening|morning)\.(?:md|txt)/);
    await row('Quotes').waitFor();
    await row('Figures').waitFor();
    await picture('light');
  });

  it('goes to the passage at Enter, by keyboard alone', async () => {
    await command('View: Show Second Source');
    await row('Conflicts').click();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.tab.active', { hasText: /\.(?:txt|md)/ }).waitFor();
  });

  it('keeps what has the words of the filter, says which, and shows all again', async () => {
    await command('Second Source: Filter Stories');
    await keyboard.answer('Filter Stories', '1,900');
    // It stands beside the title, where a narrow side bar cuts it off.
    await page.locator('.pane-header .description', { hasText: '1,900' }).waitFor({ state: 'attached' });
    await row('passengers').waitFor();
    await row(/We have asked for/).waitFor({ state: 'detached' });
    await picture('filtered');
    await command('Second Source: Clear Filter');
    await row(/We have asked for/).waitFor();
  });

  it('follows the cursor of the active editor when it is told to', async () => {
    await command('Second Source: Follow Active Editor');
    await page.locator('.tab', { hasText: 'evening.txt' }).click();
    await page
      .locator('.view-line', { hasText: '1,900' })
      .getByText('1,900')
      .first()
      .click({ position: { x: 5, y: 8 } });
    await page
      .locator('.tree-explorer-viewlet-tree-view .monaco-list-row.selected', { hasText: 'passengers' })
      .waitFor();
    await picture('follow');
    await command('Second Source: Stop Following Active Editor');
  });

  it('says to a screen reader what each line is', async () => {
    assert.match((await row(/^Conflicts$/).getAttribute('aria-label')) ?? '', /Conflicts/);
    assert.match(
      (await row(/We have asked for/).getAttribute('aria-label')) ?? '',
      /Marta Kovel: “We have asked.*error/,
    );
  });

  it('has a menu for a conflict with what can be done about it', async () => {
    await row(/We have asked for/).click({ button: 'right' });
    await page.locator('.monaco-menu .action-label', { hasText: 'Open to the Side' }).waitFor();
    await picture('menu');
    await page.keyboard.press('Escape');
  });

  it('goes on showing what is open while text changes', async () => {
    await row('1,900').or(row('1,400')).first().waitFor();
    await page.locator('.tab', { hasText: 'evening.txt' }).click();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Home');
    await cursorAt(1);
  });

  for (const [name, theme] of [
    ['dark', 'Dark Modern'],
    ['contrast', 'Dark High Contrast'],
    ['light-again', 'Light Modern'],
  ] as const) {
    it(`can be read in ${theme}`, async () => {
      await keyboard.theme(theme);
      await row('Conflicts').waitFor();
      await picture(name);
    });
  }
});

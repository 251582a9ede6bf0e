import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { LaunchOptions, Page } from 'playwright-core';

/** What the tests that drive the workbench in a browser are told of it. */
export interface Workbench {
  /** The address that opens the articles with evening.txt in front. */
  readonly url: string;
  /** The same in a folder that nobody trusts. */
  readonly restrictedUrl: string;
  /** The settings of the user, which outlive a window. */
  readonly settingsFile: string;
  readonly browser: LaunchOptions;
  /** Where the screenshots go. */
  readonly screenshots: string;
}

export function givenWorkbench(): Workbench {
  const { SECOND_SOURCE_WORKBENCH: given } = process.env;
  assert.ok(given, 'npm test says where the workbench is');
  return JSON.parse(given) as Workbench;
}

/** The folder of articles that the workbench has open. */
export const folderOf = ({ url }: Workbench): string => new URL(url).searchParams.get('folder') ?? '';

/** What one does in a workbench with the keyboard alone. */
export interface Keyboard {
  readonly page: Page;
  press(...keys: readonly string[]): Promise<void>;
  type(words: string): Promise<void>;
  /** Runs a command by its title as the palette shows it, category and all. */
  run(title: string): Promise<void>;
  /** Types into an open list until the row that has `row` is the one that Enter takes, and takes it. */
  pick(words: string, row?: string | RegExp): Promise<void>;
  /** Opens a file by its name. */
  open(name: string): Promise<void>;
  /** Waits until the cursor of the editor in front stands in a line, from 1. */
  atLine(name: string, line: number): Promise<void>;
  theme(name: Theme): Promise<void>;
  /** Closes the window and opens its folder again, where what was open comes back. */
  reopen(): Promise<void>;
  picture(name: string): Promise<void>;
}

/** The themes to look at, each with what the workbench calls its kind. */
export const themes = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
} as const;
export type Theme = keyof typeof themes;
export const themeNames = Object.keys(themes) as readonly Theme[];

/** VS Code writes down what a window has open every five seconds, and tells nobody; in ms. */
const writtenDown = 6000;

export function keyboardOf(page: Page, screenshots: string): Keyboard {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (words: string): Promise<void> => page.keyboard.type(words);
  /** Waits until one types into the box above a list: that of the palette, which begins with `>`, or another one. */
  const untilAsked = async (isPalette: boolean): Promise<void> => {
    await page.waitForFunction(`(() => {
      const box = document.activeElement;
      return !!box?.matches('.quick-input-widget input') && box.value.startsWith('>') === ${String(isPalette)};
    })()`);
  };
  const choose = async (words: string, row: string | RegExp): Promise<void> => {
    await type(words);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
    await press('Enter');
  };
  const pick = async (words: string, row: string | RegExp = words): Promise<void> => {
    await untilAsked(false);
    await choose(words, row);
  };
  const run = async (title: string): Promise<void> => {
    await press('F1');
    await untilAsked(true);
    await choose(title, title);
    // What is typed next must not go to the palette.
    await page.waitForFunction("!document.activeElement?.value?.startsWith?.('>')");
  };
  return {
    page,
    press,
    type,
    pick,
    run,
    async theme(name) {
      await press('Control+k', 'Control+t');
      await pick(name);
      await page.locator(`.monaco-workbench.${themes[name]}`).waitFor();
      await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    },
    async open(name) {
      await press('Control+p');
      await pick(name);
      await page.locator('.tab.active', { hasText: name }).waitFor();
    },
    async atLine(name, line) {
      await page.locator('.tab.active', { hasText: name }).waitFor();
      await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${String(line)},` }).waitFor();
    },
    async reopen() {
      await page.waitForTimeout(writtenDown);
      // Under an address that names a file only that file would be open again.
      const address = new URL(givenWorkbench().url);
      address.searchParams.delete('payload');
      await page.goto(address.href);
    },
    async picture(name) {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}

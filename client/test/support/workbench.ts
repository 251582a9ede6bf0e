import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { LaunchOptions, Locator, Page } from 'playwright-core';

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
  picture(name: string): Promise<void>;
}

export function keyboardOf(page: Page, screenshots: string): Keyboard {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (words: string): Promise<void> => page.keyboard.type(words);
  const list = (): Locator => page.locator('.quick-input-widget:visible');
  const pick = async (words: string, row: string | RegExp = words): Promise<void> => {
    await list().waitFor();
    await type(words);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor();
    await press('Enter');
  };
  return {
    page,
    press,
    type,
    pick,
    async run(title) {
      await press('F1');
      await pick(title);
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
    async picture(name) {
      await page.screenshot({ path: join(screenshots, `${name}.png`) });
    },
  };
}

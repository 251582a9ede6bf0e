import assert from 'node:assert/strict';
import { join } from 'node:path';
import { chromium, type LaunchOptions, type Page } from 'playwright-core';

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
  /** Puts the cursor of evening.txt, the editor in front, into its first conflict, and waits for the hover. */
  toFirstConflict(): Promise<void>;
  /** Opens the list of what can be done at the first conflict. */
  toFixes(): Promise<void>;
  /** Types into a box that has a title, in place of what it holds, and takes that. */
  answer(title: string, words: string): Promise<void>;
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

/** How long the workbench is given to show what a key does before the key is pressed again, in ms. */
const patience = 6000;

/**
 * Does something until it shows. A key that is pressed while the workbench is busy may go nowhere; whoever sits before it
 * presses it again. So `act` must do no harm where it is done twice.
 * @throws what `seen` throws at the last try.
 */
export async function again(act: () => Promise<void>, seen: (timeout: number) => Promise<unknown>): Promise<void> {
  for (let left = 4; ; left--) {
    try {
      await act();
      await seen(patience);
      return;
    } catch (fault) {
      if (left === 0) throw fault;
    }
  }
}

/** A window of the workbench, with what a test needs of it. */
export interface Window {
  readonly page: Page;
  readonly keyboard: Keyboard;
  /** Loads the window anew and waits until the article in front has its problems. */
  load(): Promise<void>;
  close(): Promise<void>;
}

let current: Window | null = null;

/** The window that the tests at hand drive; null between two of their groups. */
export const currentWindow = (): Window | null => current;

/**
 * Opens the folder of articles, with evening.txt in front and its problems shown.
 * @param timeout how long each step may take, in ms.
 * @param prepare what to do with the page before anything is loaded.
 */
export async function openWindow(
  { width, height, timeout = 30_000 }: { width: number; height: number; timeout?: number },
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Window> {
  const workbench = givenWorkbench();
  const browser = await chromium.launch({ ...workbench.browser, headless: true });
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(timeout);
  await prepare(page);
  const load = async (): Promise<void> => {
    await page.goto(workbench.url);
    await page.locator('.squiggly-error').first().waitFor();
  };
  const window: Window = {
    page,
    keyboard: keyboardOf(page, workbench.screenshots),
    load,
    async close() {
      current = null;
      await browser.close();
    },
  };
  current = window;
  await load();
  return window;
}

export function keyboardOf(page: Page, screenshots: string): Keyboard {
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const type = (words: string): Promise<void> => page.keyboard.type(words);
  /** Waits until one types into the box above a list: that of the palette, which begins with `>`, or another one. */
  const untilAsked = async (isPalette: boolean, timeout?: number): Promise<void> => {
    const asked = `(() => {
      const box = document.activeElement;
      return !!box?.matches('.quick-input-widget input') && box.value.startsWith('>') === ${String(isPalette)};
    })()`;
    await page.waitForFunction(asked, undefined, timeout === undefined ? {} : { timeout });
  };
  const inEditor = (timeout: number) =>
    page.waitForFunction("!!document.activeElement?.closest('.monaco-editor')", undefined, { timeout });
  /** Types into the box in place of what it holds (`before` is what it must go on holding) until a row is focused. */
  const typeUntil = async (before: string, words: string, row: string | RegExp, timeout: number): Promise<void> => {
    await press('Control+a');
    await type(before + words);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: row }).waitFor({ timeout });
  };
  const pick = async (words: string, row: string | RegExp = words): Promise<void> => {
    await untilAsked(false);
    // The sign that stands there says what is asked for, `#` a symbol; the word behind it is the one at the cursor.
    const [before] = /^#?/.exec(await page.evaluate<string>('document.activeElement?.value ?? ""')) ?? [''];
    await again(
      () => Promise.resolve(),
      (timeout) => typeUntil(before, words, row, timeout),
    );
    await press('Enter');
  };
  const run = async (title: string): Promise<void> => {
    await again(
      () => press('Escape', 'F1'),
      async (timeout) => {
        await untilAsked(true, timeout);
        await typeUntil('>', title, title, timeout);
      },
    );
    await press('Enter');
    // What is typed next must not go to the palette.
    await page.waitForFunction("!document.activeElement?.value?.startsWith?.('>')");
  };
  const atLine = async (name: string, line: number, timeout?: number): Promise<void> => {
    const within = timeout === undefined ? {} : { timeout };
    await page.locator('.tab.active', { hasText: name }).waitFor(within);
    await page.locator('#status\\.editor\\.selection', { hasText: `Ln ${String(line)},` }).waitFor(within);
  };
  const toFirstConflict = (): Promise<void> =>
    again(
      async () => {
        await press('Escape', 'Control+1', 'Control+Home');
        await atLine('evening.txt', 1, patience);
        await press('Control+F8');
      },
      async (timeout) => {
        await atLine('evening.txt', 7, timeout);
        // The hover comes last, and would take the place of a list that is opened before it.
        await page.locator('.monaco-hover:visible', { hasText: 'fourteen' }).first().waitFor({ timeout });
      },
    );
  return {
    page,
    press,
    type,
    pick,
    run,
    toFirstConflict,
    atLine,
    toFixes: () =>
      again(
        async () => {
          await toFirstConflict();
          await press('Control+.');
        },
        (timeout) =>
          page
            .locator('.action-widget .monaco-list-row.focused', { hasText: 'Use the wording in' })
            .waitFor({ timeout }),
      ),
    async answer(title, words) {
      await page.locator('.quick-input-widget:visible', { hasText: title }).waitFor();
      await untilAsked(false);
      await press('Control+a');
      await type(words);
      await page.waitForFunction(`document.activeElement?.value === ${JSON.stringify(words)}`);
      await press('Enter');
      await page.locator('.quick-input-widget:visible', { hasText: title }).waitFor({ state: 'detached' });
    },
    theme: (name) =>
      again(
        async () => {
          await press('Escape', 'Control+k', 'Control+t');
          await untilAsked(false, patience);
          await typeUntil('', name, name, patience);
          await press('Enter');
        },
        async (timeout) => {
          await page.locator(`.monaco-workbench.${themes[name]}`).waitFor({ timeout });
          await page.locator('.quick-input-widget').waitFor({ state: 'hidden', timeout });
        },
      ),
    open: (name) =>
      again(
        async () => {
          await press('Escape', 'Control+p');
          await untilAsked(false, patience);
          await typeUntil('', name, name, patience);
          await press('Enter');
        },
        async (timeout) => {
          await page.locator('.tab.active', { hasText: name }).waitFor({ timeout });
          // Until then keys go to the list that closes.
          await inEditor(timeout);
        },
      ),
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

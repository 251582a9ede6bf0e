import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { givenWorkbench, openWindow, type Window } from '../support/workbench';

describe('what an editor sees of a server that fails', function () {
  this.timeout(120_000);
  let window: Window;
  let page: Page;

  before(async function () {
    if (process.platform !== 'linux') this.skip();
    window = await openWindow({ width: 1280, height: 800 });
    ({ page } = window);
    await status(/\d+ conflicts/).waitFor();
    await badge().waitFor();
  });

  after(() => window.close());

  const picture = (name: string) => page.screenshot({ path: join(givenWorkbench().screenshots, `server-${name}.png`) });
  const status = (words: RegExp) =>
    page.locator('#second-source\\.second-source\\.secondSource\\.status', { hasText: words });
  const badge = () =>
    page
      .locator('.activitybar .action-item', { has: page.locator('[aria-label^="Second Source"]') })
      .locator('.badge-content', { hasText: /^\d+$/ });
  const toast = (words: RegExp) => page.locator('.notifications-toasts .notification-list-item', { hasText: words });

  it('is told at once, and finds the problems again', async () => {
    await kill(await nextServer());
    await toast(/language server stopped unexpectedly and was started again/).waitFor();
    await picture('started-again');
    await status(/\d+ conflicts/).waitFor();
    await page.locator('.squiggly-error').first().waitFor();
  });

  it('is told in the status bar that nothing is checked any more, with no number left on the icon', async () => {
    // One of the five was the test before this one. The last ones don't live to answer that they are there.
    for (let restarts = 1; restarts <= 2; restarts++) {
      await status(/\d+ conflicts/).waitFor();
      await kill(await nextServer());
    }
    for (let restarts = 3; restarts <= 5; restarts++) await kill(await nextServer());
    await status(/Second Source stopped/).waitFor();
    await toast(/failed again and again/).waitFor();
    await badge().waitFor({ state: 'detached' });
    assert.equal(await page.locator('.squiggly-error').count(), 0);
    await picture('stopped');
    const told = await page.locator('.notification-list-item-message').allTextContents();
    assert.deepEqual(
      told.filter((words) => !words.startsWith('Second Source')),
      [],
    );
  });

  it('starts it again by a click there', async () => {
    await status(/Second Source stopped/).click();
    await status(/\d+ conflicts/).waitFor();
    await badge().waitFor();
    await page.locator('.squiggly-error').first().waitFor();
  });
});

/** Ends a process as a crash would, and waits until it is gone. */
async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  while (existsSync(`/proc/${pid}/cmdline`)) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Waits for the language server of the window that was opened last, the next one where it was killed. */
async function nextServer(): Promise<number> {
  for (;;) {
    const server = newestServer();
    if (server !== undefined) return server;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The language server that was started last: that of the window that was opened last. */
function newestServer(): number | undefined {
  const servers = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const isServer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js');
        // The 22nd field of stat is when it started; the second may hold spaces.
        const since = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19];
        return isServer ? [{ pid: Number(pid), since: Number(since) }] : [];
      } catch {
        return []; // ended while we looked
      }
    });
  return servers.sort((a, b) => b.since - a.since)[0]?.pid;
}

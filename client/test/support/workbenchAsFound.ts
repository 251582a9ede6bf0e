import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { currentWindow, folderOf, givenWorkbench } from './workbench';

/**
 * After each group of tests the folder of articles and the user's settings are what they were before the first, so that
 * no file of these tests depends on one before it: a theme, an accepted difference, a word that was saved.
 */
const copy = mkdtempSync(join(tmpdir(), 'second-source-as-found-'));

/** Whether the last test failed, and may have left anything behind. */
let astray = false;

before('keeps a copy of what there is', function () {
  const workbench = givenWorkbench();
  const folder = folderOf(workbench);
  cpSync(folder, copy, { recursive: true });
  const settings = readFileSync(workbench.settingsFile);
  const restore = (): void => {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
    cpSync(copy, folder, { recursive: true });
    writeFileSync(workbench.settingsFile, settings);
  };
  for (const group of this.test?.parent?.suites ?? []) {
    // A busy machine loses a key now and then, as it does for a person. Then the test is tried once more, and says so.
    group.eachTest((test) => {
      if ('retries' in test) test.retries(1);
    });
    group.beforeEach('takes up a window in which a test went astray', async function () {
      const isAgain = isSecondTry(this.currentTest);
      if (isAgain) console.log(`    !!! tried once more: ${this.currentTest?.title ?? ''}`);
      if (!isAgain && !astray) return;
      astray = false;
      restore();
      await currentWindow()?.load();
    });
    group.afterEach('remembers a test that failed', function () {
      astray = this.currentTest?.state === 'failed';
    });
    group.afterAll('leaves all as found', restore);
  }
});

after(() => {
  rmSync(copy, { recursive: true, force: true });
});

/** What mocha knows of a test that is tried again, and its types leave out. */
const isSecondTry = (test: unknown): boolean => (test as { currentRetry(): number }).currentRetry() > 0;

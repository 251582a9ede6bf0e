import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderOf, givenWorkbench } from './workbench';

/**
 * After each group of tests the folder of articles and the user's settings are what they were before the first, so that
 * no file of these tests depends on one before it: a theme, an accepted difference, a word that was saved.
 */
const copy = mkdtempSync(join(tmpdir(), 'second-source-as-found-'));

before('keeps a copy of what there is', function () {
  const workbench = givenWorkbench();
  const folder = folderOf(workbench);
  cpSync(folder, copy, { recursive: true });
  const settings = readFileSync(workbench.settingsFile);
  for (const group of this.test?.parent?.suites ?? []) {
    group.afterAll('leaves all as found', () => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      cpSync(copy, folder, { recursive: true });
      writeFileSync(workbench.settingsFile, settings);
    });
  }
});

after(() => {
  rmSync(copy, { recursive: true, force: true });
});

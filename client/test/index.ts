import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';

/**
 * Runs the suite inside the extension host; the editor that started it calls this.
 * Rejects when a test fails. The counts go to the file that SECOND_SOURCE_TEST_RESULT names, where it names one.
 */
export async function run(): Promise<void> {
  const { SECOND_SOURCE_TEST_RESULT, SECOND_SOURCE_TEST_GREP, SECOND_SOURCE_TEST_MARK } = process.env;
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    for (const line of format(...args).split('\n')) console.log((SECOND_SOURCE_TEST_MARK ?? '') + line);
  };
  const mocha = new Mocha({ timeout: 20_000, color: false });
  if (SECOND_SOURCE_TEST_GREP) mocha.fgrep(SECOND_SOURCE_TEST_GREP);
  mocha.addFile(join(__dirname, 'support', 'asFound.js'));
  const folder = join(__dirname, 'suite');
  // By name: the first one looks at the extension before any article has started it.
  for (const name of readdirSync(folder).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(join(folder, name));
  }
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      if (SECOND_SOURCE_TEST_RESULT) {
        writeFileSync(SECOND_SOURCE_TEST_RESULT, JSON.stringify({ passed: passes, failed: failures, pending }));
      }
      if (failures > 0) reject(new Error(`${String(failures)} failed`));
      else resolve();
    });
  });
}

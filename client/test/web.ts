import type Mocha from 'mocha';

// Set in the bundle by scripts/webTests.mjs.
declare const SECOND_SOURCE_TEST_GREP: string;
declare const SECOND_SOURCE_TEST_MARK: string;
/** What mocha's build for browsers leaves behind. */
interface Globals {
  readonly mocha: BrowserMocha;
  readonly Mocha: typeof Mocha;
}
type BrowserMocha = Mocha & { setup(options: Mocha.MochaOptions): void };

/** What the line begins with on which the counts stand, behind the mark. */
const countsBegin = '#counts ';

/**
 * Runs the suite inside the extension host of a browser, where there are no files to load and none to write: `prepare`
 * runs mocha's build for browsers and `load` the bundled tests; the counts go to the console. Rejects when a test fails.
 */
export async function runSuite(prepare: () => void, load: () => void): Promise<void> {
  prepare();
  const { mocha, Mocha } = globalThis as unknown as Globals;
  const print = (line: string) => {
    console.log(SECOND_SOURCE_TEST_MARK + line);
  };
  Mocha.reporters.Base.consoleLog = (...args: unknown[]) => {
    formatted(args).split('\n').forEach(print);
  };
  mocha.setup({ ui: 'bdd', reporter: 'spec', timeout: 20_000, color: false });
  if (SECOND_SOURCE_TEST_GREP) mocha.fgrep(SECOND_SOURCE_TEST_GREP);
  load();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      const { passes, pending } = runner.stats ?? { passes: 0, pending: 0 };
      print(countsBegin + JSON.stringify({ passed: passes, failed: failures, pending }));
      if (failures > 0) reject(new Error(`${String(failures)} failed`));
      else resolve();
    });
  });
}

/** What mocha's reporters ask of a console's format: strings, whole numbers and nothing else. */
function formatted([format = '', ...values]: unknown[]): string {
  const rest = [...values];
  const text = String(format).replace(/%[sd%]/g, (sign) => (sign === '%%' ? '%' : String(rest.shift())));
  return [text, ...rest.map(String)].join(' ');
}

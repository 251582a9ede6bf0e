import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder of the real disk that goes away after each test. */
export interface TempFolder {
  /** Absolute, links resolved; only known while a test runs. */
  readonly path: string;
  /** Writes files by their names relative to the folder, with the folders on their way. */
  write(files: Readonly<Record<string, string | Uint8Array>>): void;
}

/** Makes a fresh folder for every test of the suite it is called in. */
export function useTempFolder(): TempFolder {
  let path = '';
  beforeEach(() => {
    path = realpathSync(mkdtempSync(join(tmpdir(), 'second-source-')));
  });
  afterEach(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
    write(files) {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, name)), { recursive: true });
        writeFileSync(join(path, name), content);
      }
    },
  };
}

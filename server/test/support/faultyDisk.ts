import fs from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a program (`node --require`): from then on the disk refuses one kind of work under one folder, as a full
// or write-protected disk does. What it refused is written down, one line each.

/** What a disk refuses, given as JSON in the environment. */
export interface DiskFault {
  /** Absolute; everything below it is refused. */
  readonly folder: string;
  /** `write`: half of the bytes are still taken. */
  readonly at: 'mkdir' | 'open' | 'write' | 'rename';
  readonly code: 'ENOSPC' | 'EROFS';
  /** The file in which each refusal is written down. */
  readonly log: string;
}

export const faultVariable = 'SECOND_SOURCE_DISK_FAULT';

function install({ folder, at, code, log }: DiskFault): void {
  const refuse = (): never => {
    fs.appendFileSync(log, `${at}\n`);
    throw Object.assign(new Error(`${code}: refused by the test, ${at}`), { code, syscall: at });
  };
  const isBelow = (path: unknown): boolean => String(path).startsWith(folder);
  if (at === 'write') {
    const { open } = promises;
    Object.assign(promises, {
      open: async (...given: Parameters<typeof open>): Promise<fs.promises.FileHandle> => {
        const file = await open(...given);
        if (!isBelow(given[0]) || given[1] === undefined || given[1] === 'r') return file;
        const half = async (bytes: Uint8Array): Promise<never> => {
          await promises.appendFile(given[0], bytes.subarray(0, bytes.length >> 1));
          return refuse();
        };
        return Object.assign(file, { writeFile: half, write: half, appendFile: half, writev: refuse });
      },
    });
  } else {
    const real = promises[at] as (...given: unknown[]) => Promise<unknown>;
    // Reading stays possible, on a disk that can only be read too.
    const isReading = (given: readonly unknown[]): boolean =>
      at === 'open' && (given[1] === undefined || given[1] === 'r');
    Object.assign(promises, {
      [at]: async (...given: unknown[]) => (isBelow(given[0]) && !isReading(given) ? refuse() : real(...given)),
    });
  }
  syncBuiltinESMExports();
}

const given = process.env[faultVariable];
if (given) install(JSON.parse(given) as DiskFault);

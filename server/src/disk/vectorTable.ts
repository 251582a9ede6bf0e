import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LoadWordVectors, parseWordVectors, type WordVectors } from '../core/wordVectors';

/** The table's name; the build puts it beside the programs that read it. */
const tableName = 'vectors.bin';

/** The path of the table in a folder. */
export const vectorTableIn = (folder: string): string => join(folder, tableName);

/**
 * Reads the table of word vectors in `folder` when it is first asked for, and keeps it (two megabytes, 10 ms). Null where
 * it is missing or no table: `complain` is then told so once.
 */
export function vectorTable(folder: string, complain: (message: string) => void): LoadWordVectors {
  let known: WordVectors | null | undefined;
  return () => {
    if (known !== undefined) return known;
    try {
      known = parseWordVectors(readFileSync(vectorTableIn(folder)));
    } catch {
      known = null;
    }
    if (known === null) complain(`${tableName} was not read: remarks in quite other words will not be found.`);
    return known;
  };
}

import { join } from 'node:path';
import { isOutside, leadsOutside } from './containment';
import { readArticle } from './readArticle';

/**
 * Reads a folder's file with its sources and accepted differences.
 * @param path of the file's folder, absolute.
 * @param maxBytes a larger file is not read.
 * @returns its text, or null where there is none.
 * @throws an Error whose message goes on "It was not read: " where the file is there and can't be read.
 */
export async function readDeskText(path: string, fileName: string, maxBytes: number): Promise<string | null> {
  const file = join(path, fileName);
  if (await isOutside(file, [path])) throw new Error(leadsOutside);
  const result = await readArticle(file, maxBytes);
  if (result.kind === 'text') return result.text;
  if (result.reason === notThere) return null;
  throw new Error(result.reason);
}

const notThere = 'it is no longer there';

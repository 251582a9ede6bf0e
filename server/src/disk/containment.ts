import * as fs from 'node:fs';
import { dirname, sep } from 'node:path';
import { promisify } from 'node:util';

const realpath = promisify(fs.realpath.native);

/** The end of "budget.txt was not read: ..." for what a link would reach outside of the folder. */
export const leadsOutside = 'it is a link to a place outside of the folder';

/** Whether `path` is `folder` or lies in it. Both absolute and real. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

/**
 * Whether a path leads by a link to a place that is in none of the folders: an archive or a repository from elsewhere may
 * hold links to what nobody meant to show.
 * @param path absolute; where nothing is there, nothing leads anywhere.
 * @param folders absolute; each may be a link itself.
 */
export async function isOutside(path: string, folders: readonly string[]): Promise<boolean> {
  const real = await realOf(path);
  if (real === null) return false;
  for (const folder of folders) {
    const root = await realOf(folder);
    if (root !== null && isWithin(real, root)) return false;
  }
  return true;
}

/** Whether a file is a link to a place outside of the folder that it stands in. The path is absolute. */
export const leavesItsFolder = (path: string): Promise<boolean> => isOutside(path, [dirname(path)]);

/** As {@link isOutside}, of many paths in a row: where the folders themselves lead is asked once. */
export function outsideOf(folders: readonly string[]): (path: string) => Promise<boolean> {
  const roots = Promise.all(folders.map(realOf));
  return async (path) => {
    const [real, all] = [await realOf(path), await roots];
    return real !== null && !all.some((root) => root !== null && isWithin(real, root));
  };
}

const realOf = (path: string): Promise<string | null> => realpath(path).catch(() => null);

import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../core/logger';
import { isWithin, leadsOutside } from './containment';
import { faultReason } from './fault';
import type { FileFilter } from './fileFilter';
import { defaultMaxFiles, tooMany } from './limits';

/** A file as a folder lists it. */
export interface ListedFile {
  /** Absolute, as the file system spells it. */
  readonly path: string;
  /** Relative to the folder, with `/`. */
  readonly name: string;
}

/** How many folders are read at a time. */
const atOnce = 16;

/**
 * Lists the wanted files of a folder and the folders in it, in the order of their names. Symbolic links are followed once,
 * never in a circle, to a folder above or out of the folder; a file reached twice is listed once, under its own name.
 * Never throws: what can't be listed is logged and left out.
 * @param folder absolute.
 * @param onTooMany called where there are more than `maxFiles`; without it that is logged.
 */
export async function listFiles(
  folder: string,
  filter: FileFilter,
  logger: Logger,
  maxFiles: number = defaultMaxFiles,
  onTooMany: () => void = () => {
    logger.warn(tooMany(folder, maxFiles));
  },
): Promise<readonly ListedFile[]> {
  const root = await realpath(folder).catch((error: unknown) => {
    logger.warn(`${folder} was not read: ${faultReason(error)}.`);
    return null;
  });
  if (root === null) return [];

  const files = new Map<string, ListedFile>(); // by real path
  const seenFolders = new Set<string>();
  let links: Place[] = [];
  const folders: Place[] = [{ real: root, path: folder, name: '' }];

  // Links wait until all that really stands in the folder is known.
  while (folders.length > 0 || links.length > 0) {
    if (folders.length === 0) {
      const waiting = links;
      links = [];
      for (const link of waiting) await follow(link);
      continue;
    }
    const batch = folders.splice(0, atOnce);
    await Promise.all(batch.map(enter));
    if (files.size > maxFiles) {
      onTooMany();
      break;
    }
  }
  return [...files.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).slice(0, maxFiles);

  async function enter(place: Place): Promise<void> {
    if (seenFolders.has(place.real)) return;
    seenFolders.add(place.real);
    let entries: Dirent[];
    try {
      entries = await readdir(place.real, { withFileTypes: true });
    } catch (error) {
      logger.warn(`${place.name === '' ? folder : place.name} was not read: ${faultReason(error)}.`);
      return;
    }
    for (const entry of entries) {
      const inside: Place = {
        real: join(place.real, entry.name),
        path: join(place.path, entry.name),
        name: place.name === '' ? entry.name : `${place.name}/${entry.name}`,
      };
      if (entry.isDirectory()) {
        if (filter.entersFolder(inside.name)) folders.push(inside);
      } else if (entry.isFile()) {
        if (filter.acceptsInFolder(inside.name)) files.set(inside.real, { path: inside.path, name: inside.name });
      } else if (entry.isSymbolicLink()) {
        if (filter.entersFolder(inside.name)) links.push(inside);
      } else if (filter.acceptsInFolder(inside.name)) {
        logger.warn(`${inside.name} was not read: it is not a regular file.`);
      }
    }
  }

  async function follow(link: Place): Promise<void> {
    try {
      const real = await realpath(link.path);
      const target = await stat(real);
      if (target.isDirectory()) {
        if (isWithin(root ?? real, real)) return; // a circle
        if (isWithin(real, root ?? real)) folders.push({ ...link, real });
        else logger.warn(`${link.name} was not read: ${leadsOutside}.`);
      } else if (filter.acceptsInFolder(link.name)) {
        if (!isWithin(real, root ?? real)) logger.warn(`${link.name} was not read: ${leadsOutside}.`);
        else if (!target.isFile()) logger.warn(`${link.name} was not read: it is not a regular file.`);
        else if (!files.has(real)) files.set(real, { path: link.path, name: link.name });
      }
    } catch (error) {
      if (filter.acceptsInFolder(link.name)) logger.warn(`${link.name} was not read: ${linkFault(error)}.`);
    }
  }
}

interface Place {
  /** The path with all links resolved: what tells one folder from another. */
  readonly real: string;
  readonly path: string;
  readonly name: string;
}

function linkFault(error: unknown): string {
  const reason = faultReason(error);
  return reason === 'it is no longer there' ? 'it is a symbolic link to a file that is not there' : reason;
}

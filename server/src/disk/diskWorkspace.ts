import { basename } from 'node:path';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import type { FileEntry, ReadResult, Workspace } from '../core/workspace';
import { leadsOutside, outsideOf } from './containment';
import { createFileFilter } from './fileFilter';
import { listFiles } from './listFiles';
import { defaultMaxBytes } from './limits';
import { readArticle } from './readArticle';

/** One folder of the workspace. */
export interface DiskFolder {
  /** Absolute. */
  readonly path: string;
  /** Put before the names of its files, with a `/`, so that two folders can be told apart. None: the names stand alone. */
  readonly name?: string;
}

export interface DiskOptions {
  readonly folders: readonly DiskFolder[];
  /** Globs relative to each folder; an empty list stands for all text and Markdown files. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Larger files are skipped. */
  readonly maxBytes?: number;
  /** The most files that are listed of a folder. */
  readonly maxFiles?: number;
  /** Called for a folder that has more; without it that is logged. */
  readonly onTooMany?: () => void;
  /** The id of a file, from its absolute path and its name: a URI for the server, the name for the command line. */
  readonly idOf: (path: string, name: string) => ArticleId;
  /** The absolute path of an id that was not listed yet (a file just made), or null. None: such ids are skipped. */
  readonly pathOf?: (id: ArticleId) => string | null;
  /**
   * Reads one file instead of `readArticle`, away from this thread; null where that can't be done. Whoever does it looks
   * whether the path leads out of the `roots`. The name is the file's last part.
   */
  readonly readFile?: (
    path: string,
    name: string,
    maxBytes: number,
    roots: readonly string[],
  ) => Promise<ReadResult | null>;
}

/** So many files are named before others have their turn: some milliseconds. */
const inARow = 250;

/**
 * The files of one or more folders on disk. Neither call throws: what can't be read is logged while listing, and
 * `skipped` with its reason while reading.
 */
export function createDiskWorkspace(options: DiskOptions, logger: Logger): Workspace {
  const filter = createFileFilter(options.include ?? [], options.exclude ?? [], logger);
  const maxBytes = options.maxBytes ?? defaultMaxBytes;
  const roots = options.folders.map(({ path }) => path);
  let paths: ReadonlyMap<ArticleId, string> = new Map();
  let isOutside = outsideOf(roots);

  async function list(): Promise<readonly FileEntry[]> {
    const listed = new Map<ArticleId, string>();
    const entries: FileEntry[] = [];
    for (const folder of options.folders) {
      for (const file of await listFiles(folder.path, filter, logger, options.maxFiles, options.onTooMany)) {
        const name = folder.name === undefined ? file.name : `${folder.name}/${file.name}`;
        const id = options.idOf(file.path, name);
        if (listed.has(id)) continue; // one folder lies in another
        listed.set(id, file.path);
        entries.push({ id, name });
        if (entries.length % inARow === 0) await new Promise(setImmediate);
      }
    }
    paths = listed;
    isOutside = outsideOf(roots);
    return entries;
  }

  async function read(id: ArticleId): Promise<ReadResult> {
    const path = paths.get(id) ?? options.pathOf?.(id) ?? null;
    if (path === null) return { kind: 'skipped', reason: 'it is not a file of this folder' };
    const result = await options.readFile?.(path, basename(path), maxBytes, roots);
    if (result) return result;
    // Also what was listed: a file may have been replaced by a link since.
    if (await isOutside(path)) return { kind: 'skipped', reason: leadsOutside };
    return readArticle(path, maxBytes);
  }

  return { list, read };
}

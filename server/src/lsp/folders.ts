import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import type { FileEntry, Workspace } from '../core/workspace';
import { createDiskWorkspace } from '../disk/diskWorkspace';
import { createFileFilter } from '../disk/fileFilter';
import type { Settings } from './settings';
import { articleIdOf, articleIdOfPath, filePathOf, isBelow, readablePath, relativeName } from './uris';

/** A workspace folder as the client names it. */
export interface ClientFolder {
  readonly uri: string;
  readonly name: string;
}

/** The folders that are open, with the settings that say which of their files are articles. */
export interface Folders {
  /** The files on disk; folders that are not on this machine have none. */
  readonly workspace: Workspace;
  /** The entry of a file that by its name and place may be an article, whether or not it is there; else null. */
  entryOf(id: ArticleId): FileEntry | null;
  /** Whether the settings leave this file out, however it came here. */
  leavesOut(id: ArticleId): boolean;
  /** Whether this may be a folder that holds articles, going by its name. */
  mayHoldArticles(id: ArticleId): boolean;
  /** The name by which messages call a document, wherever it is. */
  nameOf(id: ArticleId): string;
}

export function openFolders(clientFolders: readonly ClientFolder[], settings: Settings, logger: Logger): Folders {
  const several = clientFolders.length > 1;
  const folders = clientFolders
    .map(({ uri, name }) => ({ id: articleIdOf(uri).replace(/\/+$/, ''), prefix: several ? `${name}/` : '', name }))
    // The inner of two folders, one in the other, is the one that a file belongs to.
    .sort((a, b) => b.id.length - a.id.length);
  const filter = createFileFilter(settings.include, settings.exclude, logger);
  const anyName = createFileFilter(['**'], settings.exclude, logger);

  const placeOf = (id: ArticleId): { readonly name: string; readonly inFolder: string } | null => {
    const folder = folders.find((one) => isBelow(id, one.id));
    if (!folder) return null;
    const inFolder = relativeName(id, folder.id);
    return { name: folder.prefix + inFolder, inFolder };
  };
  const workspace = createDiskWorkspace(
    {
      folders: folders.flatMap(({ id, name }) => {
        const path = filePathOf(id);
        return path === null ? [] : [several ? { path, name } : { path }];
      }),
      include: settings.include,
      exclude: settings.exclude,
      maxBytes: settings.maxBytes,
      idOf: articleIdOfPath,
      pathOf: filePathOf,
    },
    logger,
  );
  return {
    workspace,
    entryOf: (id) => {
      const place = placeOf(id);
      return place && filter.accepts(place.inFolder) ? { id, name: place.name } : null;
    },
    leavesOut: (id) => {
      const place = placeOf(id);
      return place !== null && !anyName.accepts(place.inFolder);
    },
    mayHoldArticles: (id) => {
      const place = placeOf(id);
      return place !== null && anyName.accepts(place.inFolder);
    },
    nameOf: (id) => placeOf(id)?.name ?? readablePath(id),
  };
}

import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import type { FileEntry, Workspace } from '../core/workspace';
import { createFileFilter } from '../disk/fileFilter';
import { deskFileName } from '../protocol/desk';
import type { FileAccess } from './outside';
import type { Settings } from './settings';
import { articleIdOf, isBelow, readablePath, relativeName } from './uris';

/** A workspace folder as the client names it. */
export interface ClientFolder {
  readonly uri: string;
  readonly name: string;
}

/** The folders that are open, with the settings that say which of their files are articles. */
export interface Folders {
  /** The files of all folders; a folder that nobody can reach has none. */
  readonly workspace: Workspace;
  /** The entry of a file that by its name and place may be an article, whether or not it is there; else null. */
  entryOf(id: ArticleId): FileEntry | null;
  /** Whether the settings leave this file out, however it came here. */
  leavesOut(id: ArticleId): boolean;
  /** Whether this may be a folder that holds articles, going by its name. */
  mayHoldArticles(id: ArticleId): boolean;
  /** Whether a folder stands there now. */
  isFolder(id: ArticleId): Promise<boolean>;
  /** The text of the file in which a folder's sources are declared; null where there is none that can be read. */
  readDeskFile(folderUri: string): Promise<string | null>;
  /** The name by which messages call a document, wherever it is. */
  nameOf(id: ArticleId): string;
}

/** The size up to which the file of the desk is read, in bytes: room for ten thousand accepted differences. */
const maxDeskBytes = 8 * 1024 * 1024;

/**
 * @param accessTo how a file or a folder is reached, by its id; null where it can't be.
 * @param onTooMany called where a folder has more files than the settings allow.
 */
export function openFolders(
  clientFolders: readonly ClientFolder[],
  settings: Settings,
  accessTo: (id: ArticleId) => FileAccess | null,
  logger: Logger,
  onTooMany: () => void,
): Folders {
  const several = clientFolders.length > 1;
  const folders = clientFolders
    .map(({ uri, name }) => ({
      id: articleIdOf(uri).replace(/(?<!\/)\/+$/, ''),
      prefix: several ? `${name}/` : '',
      name,
    }))
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
  const opened = [...new Set(folders.map(({ id }) => accessTo(id)))].flatMap((access) => {
    if (!access) return [];
    const own = folders.filter(({ id }) => accessTo(id) === access);
    const named = own.map(({ id, name }) => ({ id, name: several ? name : undefined }));
    return [{ access, workspace: access.open(named, { ...settings, maxFiles: settings.maxArticles, onTooMany }) }];
  });
  const workspace: Workspace = {
    list: async () => (await Promise.all(opened.map((one) => one.workspace.list()))).flat(),
    read: async (id) => {
      const access = accessTo(id);
      const found = opened.find((one) => one.access === access);
      return found ? found.workspace.read(id) : { kind: 'skipped', reason: 'it is not a file of this folder' };
    },
  };
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
    isFolder: async (id) => (await accessTo(id)?.isFolder(id)) ?? false,
    readDeskFile: async (folderUri) => {
      const id = `${articleIdOf(folderUri).replace(/(?<!\/)\/+$/, '')}/${deskFileName}`;
      return (await accessTo(id)?.readText(id, maxDeskBytes)) ?? null;
    },
    nameOf: (id) => placeOf(id)?.name ?? readablePath(id),
  };
}

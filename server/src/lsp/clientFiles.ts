import type { Connection } from 'vscode-languageserver';
import type { ArticleId } from '../core/article';
import { decode } from '../core/decode';
import type { Logger } from '../core/logger';
import { parseWordVectors, type LoadWordVectors, type WordVectors } from '../core/wordVectors';
import type { FileEntry, ReadResult, Workspace } from '../core/workspace';
import { faultReasons } from '../disk/fault';
import { createFileFilter } from '../disk/fileFilter';
import { defaultMaxFiles, tooLarge, tooMany } from '../disk/limits';
import {
  fileKindMethod,
  listFolderMethod,
  readFileMethod,
  wordVectorsMethod,
  type FileKindParams,
  type FileKindResult,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
  type WordVectorsResult,
} from '../protocol/files';
import type { FileAccess, FileOptions, OpenFolder } from './outside';
import { articleIdOf, readablePath } from './uris';

/** How many folders are listed at a time. */
const foldersAtOnce = 8;
/** How deep folders may lie in each other: an editor's file system may have circles that can't be told from folders. */
const deepest = 64;

/**
 * Files that only the client can reach: it is asked for them by their URIs. What is wanted and what is too large is
 * decided as on disk. Symbolic links to folders are not followed, for nothing tells where they lead.
 */
export function createClientFiles(connection: Connection, logger: Logger): FileAccess {
  async function read(id: ArticleId, maxBytes: number): Promise<ReadResult> {
    const params: ReadFileParams = { uri: id, maxBytes };
    const result = await connection
      .sendRequest<ReadFileResult>(readFileMethod, params)
      .catch((): ReadFileResult => ({ kind: 'fault', fault: 'other' }));
    switch (result.kind) {
      case 'bytes':
        return decode(bytesOf(result.base64));
      case 'tooLarge':
        return { kind: 'skipped', reason: tooLarge(result.size, maxBytes), isTooLarge: true };
      case 'fault':
        return { kind: 'skipped', reason: faultReasons[result.fault] };
    }
  }
  return {
    open: (folders, options) => clientWorkspace(connection, folders, options, read, logger),
    async isFolder(id) {
      const params: FileKindParams = { uri: id };
      const kind = await connection.sendRequest<FileKindResult>(fileKindMethod, params).catch(() => null);
      return kind === 'folder';
    },
    async readText(id, maxBytes) {
      const result = await read(id, maxBytes);
      if (result.kind === 'text') return result.text;
      if (result.reason !== faultReasons.notFound) logger.warn(`${readablePath(id)} was not read: ${result.reason}.`);
      return null;
    },
  };
}

function clientWorkspace(
  connection: Connection,
  folders: readonly OpenFolder[],
  options: FileOptions,
  read: (id: ArticleId, maxBytes: number) => Promise<ReadResult>,
  logger: Logger,
): Workspace {
  const filter = createFileFilter(options.include, options.exclude, logger);
  const { maxFiles = defaultMaxFiles } = options;

  /** The wanted files of one folder, in the order of their names. */
  async function listFolder(folder: OpenFolder): Promise<readonly FileEntry[]> {
    const files: FileEntry[] = [];
    const waiting = [{ name: '', depth: 0 }];
    const enter = async ({ name, depth }: { readonly name: string; readonly depth: number }): Promise<void> => {
      const params: ListFolderParams = { uri: `${folder.id}/${name.split('/').map(encodeURIComponent).join('/')}` };
      const result = await connection
        .sendRequest<ListFolderResult>(listFolderMethod, params)
        .catch((): ListFolderResult => ({ kind: 'fault', fault: 'other' }));
      if (result.kind === 'fault') {
        logger.warn(`${name || readablePath(folder.id)} was not read: ${faultReasons[result.fault]}.`);
        return;
      }
      for (const entry of result.entries) {
        const inFolder = name === '' ? entry.name : `${name}/${entry.name}`;
        if (entry.type === 'folder') {
          if (depth < deepest && filter.entersFolder(inFolder)) waiting.push({ name: inFolder, depth: depth + 1 });
        } else if (entry.type === 'file' && filter.acceptsInFolder(inFolder)) {
          files.push({ id: idOf(folder, inFolder), name: inFolder });
        }
      }
    };
    while (waiting.length > 0 && files.length <= maxFiles) {
      await Promise.all(waiting.splice(0, foldersAtOnce).map(enter));
    }
    if (files.length > maxFiles) {
      if (options.onTooMany) options.onTooMany();
      else logger.warn(tooMany(readablePath(folder.id), maxFiles));
    }
    return files
      .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
      .slice(0, maxFiles)
      .map(({ id, name }) => ({ id, name: folder.name === undefined ? name : `${folder.name}/${name}` }));
  }

  return {
    async list() {
      const entries = new Map<ArticleId, FileEntry>();
      for (const folder of folders) {
        // One folder may lie in another.
        for (const entry of await listFolder(folder)) if (!entries.has(entry.id)) entries.set(entry.id, entry);
      }
      return [...entries.values()];
    },
    read: (id) => read(id, options.maxBytes),
  };
}

const idOf = (folder: OpenFolder, name: string): ArticleId =>
  articleIdOf(`${folder.id}/${name.split('/').map(encodeURIComponent).join('/')}`);

/** The table of word vectors, which only the client can reach. */
export interface ClientVectors {
  /** Null until the table is there. */
  readonly load: LoadWordVectors;
  /** Asks for the table; settles when it is there or won't come. */
  readonly fetch: () => Promise<void>;
}

export function clientVectors(connection: Connection, complain: (message: string) => void): ClientVectors {
  let table: WordVectors | null = null;
  return {
    load: () => table,
    async fetch() {
      const base64 = await connection.sendRequest<WordVectorsResult>(wordVectorsMethod).catch(() => null);
      table = base64 === null ? null : parseWordVectors(bytesOf(base64));
      if (!table) complain('The word vectors were not read: remarks in quite other words will not be found.');
    },
  };
}

/** The bytes that a text in base64 stands for; none where it is no base64. */
function bytesOf(base64: string): Uint8Array {
  const binary = decodedBase64(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

function decodedBase64(base64: string): string {
  try {
    return atob(base64);
  } catch {
    return '';
  }
}

import type { Article, ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { readsAsProse } from '../core/prose';
import type { FileEntry } from '../core/workspace';
import type { Documents, OpenDocument } from './documents';
import type { Folders } from './folders';
import type { LazyHost } from './lazyHost';

/** Feeds the analysis: open buffers before files, and of the files those that read as copy. */
export interface Articles {
  /** A document was opened or edited: its text counts, saved or not. */
  setBuffer(document: OpenDocument): void;
  /** A document was closed: the file's text counts again, where there is one. */
  dropBuffer(id: ArticleId): Promise<void>;
  /** Reads a file that is new or has changed. Nothing happens while it is open. */
  readFile(entry: FileEntry): Promise<void>;
  /** A file or a folder is gone: so are its articles, but for those that are open. */
  dropFiles(id: ArticleId): void;
  /** The files on disk that are articles or were looked at. */
  fileIds(): readonly ArticleId[];
  /** Other folders or other settings: names may change, and so may what is left out. */
  setFolders(folders: Folders): void;
  isKnown(id: ArticleId): boolean;
}

/**
 * @param onChange called after each change with the article's id.
 */
export function createArticles(
  host: LazyHost,
  documents: Documents,
  initialFolders: Folders,
  logger: Logger,
  onChange: (id: ArticleId, by: 'buffer' | 'file') => void,
): Articles {
  let folders = initialFolders;
  /** What the analysis was given. */
  const known = new Map<ArticleId, Article>();
  const files = new Map<ArticleId, FileEntry>();
  /** The last reading of each file that is under way: an older one that ends later is thrown away. */
  const readings = new Map<ArticleId, number>();
  let lastReading = 0;

  function set(id: ArticleId, name: string, text: string, by: 'buffer' | 'file'): void {
    const before = known.get(id);
    if (before?.text === text && before.name === name) return;
    const article: Article = { id, name, text };
    known.set(id, article);
    if (by === 'buffer') host.setLater(article);
    else host.set(article);
    onChange(id, by);
  }

  function drop(id: ArticleId, by: 'buffer' | 'file'): void {
    if (!known.delete(id)) return;
    host.delete(id);
    onChange(id, by);
  }

  function setBuffer({ id, text }: OpenDocument): void {
    readings.delete(id);
    const name = folders.nameOf(id);
    if (folders.leavesOut(id)) drop(id, 'buffer');
    // Once a text was copy it stays so while it is edited: half a sentence must not make its problems flicker.
    else if (known.has(id) || readsAsProse(text, name)) set(id, name, text, 'buffer');
  }

  async function readFile(entry: FileEntry): Promise<void> {
    const { id, name } = entry;
    files.set(id, entry);
    if (documents.get(id)) return;
    const reading = ++lastReading;
    readings.set(id, reading);
    const result = await folders.workspace.read(id);
    if (readings.get(id) !== reading) return;
    readings.delete(id);
    if (result.kind === 'text') {
      if (!readsAsProse(result.text, name)) drop(id, 'file');
      else {
        // The editor may show such a file in another encoding: then the words differ, and here is why.
        if (!result.encoding.startsWith('UTF-8')) logger.info(`${name} was read as ${result.encoding}.`);
        else if (result.encoding.includes('damaged')) logger.warn(`${name} was read as ${result.encoding}.`);
        set(id, name, result.text, 'file');
      }
    } else {
      logger.warn(`${name} was not read: ${result.reason}.`);
      drop(id, 'file');
    }
  }

  function forget(id: ArticleId): void {
    files.delete(id);
    readings.delete(id);
    if (!documents.get(id)) drop(id, 'file');
  }

  return {
    setBuffer,
    async dropBuffer(id) {
      const entry = files.get(id) ?? folders.entryOf(id);
      if (entry) await readFile(entry);
      else drop(id, 'buffer');
    },
    readFile,
    dropFiles(id) {
      // Where it is a file that we know, it is no folder: a branch switch may take thousands away.
      if (files.has(id)) {
        forget(id);
        return;
      }
      const below = `${id}/`;
      for (const file of [...files.keys()]) if (file.startsWith(below)) forget(file);
    },
    fileIds: () => [...files.keys()],
    setFolders(next) {
      folders = next;
      readings.clear();
      for (const id of documents.ids()) {
        const document = documents.get(id);
        if (document) setBuffer(document);
      }
    },
    isKnown: (id) => known.has(id),
  };
}

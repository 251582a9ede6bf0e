import type { Article, ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { readsAsProse } from '../core/prose';
import type { FileEntry, ReadResult } from '../core/workspace';
import { textHash } from '../core/textHash';
import type { Readers } from '../readers/model';
import type { Documents, OpenDocument } from './documents';
import type { Folders } from './folders';
import type { LazyHost } from './lazyHost';
import type { Limits } from './limits';
import { createDoor } from './turn';

/** Feeds the analysis: open buffers before files, and of the files those that read as copy. */
export interface Articles {
  /** A document was opened or edited: its text counts, saved or not. */
  setBuffer(document: OpenDocument): void;
  /** A document was closed: the file's text counts again, where there is one. */
  dropBuffer(id: ArticleId): Promise<void>;
  /** Reads a file that is new or has changed. Nothing happens while it is open. */
  readFile(entry: FileEntry): Promise<void>;
  /**
   * Files and folders are gone: so are their articles, but for those that are open or come again. Settles when all are out
   * of the analysis: of thousands a few at a time, and before what is read from now on.
   */
  dropFiles(ids: readonly ArticleId[]): Promise<void>;
  /** The files on disk that are articles or were looked at. */
  fileIds(): readonly ArticleId[];
  /** Other folders or other settings: names may change, and so may what is left out. */
  setFolders(folders: Folders): void;
  isKnown(id: ArticleId): boolean;
  /** How many files had a text that was known beforehand, from the last time: these were not read word for word. */
  unchanged(): number;
}

export interface Reading {
  /** They find the claims of files where they are at work; null where all is read here. */
  readonly readers: Readers | null;
  /**
   * Settles when it is known which texts were kept. No file is taken in before: the analysis begins anew with what was kept,
   * and would know nothing of it.
   */
  readonly restored: () => Promise<unknown>;
}

export interface Bounds {
  readonly limits: Limits;
  /** In bytes for files, in UTF-16 units for documents. */
  readonly maxSize: () => number;
  readonly maxArticles: () => number;
}

type TextResult = Extract<ReadResult, { kind: 'text' }>;

/** The article in a file. Its text is made when somebody asks, where it was sent by another thread. */
const articleIn = ({ id, name }: FileEntry, result: TextResult): Article => ({
  id,
  name,
  sent: result.sent,
  get text() {
    return result.text;
  },
});

/** The names of the folders that a file is in, the innermost first. */
function foldersAbove(id: ArticleId): readonly ArticleId[] {
  const folders: ArticleId[] = [];
  for (let end = id.lastIndexOf('/'); end > 0; end = id.lastIndexOf('/', end - 1)) folders.push(id.slice(0, end));
  return folders;
}

/**
 * @param bounds how much is taken in, and who is told of what is not.
 * @param onChange called after each change with the article's id, and whether its text was unknown before.
 */
export function createArticles(
  host: LazyHost,
  documents: Documents,
  initialFolders: Folders,
  { readers, restored }: Reading,
  bounds: Bounds,
  logger: Logger,
  onChange: (id: ArticleId, by: 'buffer' | 'file', isNew: boolean) => void,
): Articles {
  const { limits } = bounds;
  let folders = initialFolders;
  /** What the analysis was given, without the texts: it keeps them in less room. */
  const known = new Map<ArticleId, { readonly name: string; readonly hash: number }>();
  const files = new Map<ArticleId, FileEntry>();
  /** The last reading of each file that is under way: an older one that ends later is thrown away. */
  const readings = new Map<ArticleId, number>();
  let lastReading = 0;
  let unchanged = 0;
  /** Files are compared one by one, however many are read at a time: somebody may want to type. */
  const inTurn = createDoor();

  function set(article: Article, hash: number, by: 'buffer' | 'file', claims?: Uint8Array): void {
    const { id, name } = article;
    const before = known.get(id);
    if (before?.hash === hash && before.name === name) return;
    known.set(id, { name, hash });
    const isNew = by === 'buffer' || !host.knows(hash);
    if (by === 'buffer') host.setLater(article);
    else host.set(article, claims, hash);
    if (!isNew) unchanged++;
    onChange(id, by, isNew);
  }

  /** What somebody else has found in a text that is new; undefined where that is still to be done, here. */
  async function claimsIn(article: Article, hash: number): Promise<Uint8Array | 'lost' | undefined> {
    if (!readers || readers.threads() === 0) return undefined;
    if (known.get(article.id)?.hash === hash || host.knows(hash)) return undefined;
    const claims = await readers.extract(article.text);
    return claims === 'here' ? undefined : claims;
  }

  function drop(id: ArticleId, by: 'buffer' | 'file'): void {
    limits.count(id, false);
    if (!known.delete(id)) return;
    host.delete(id);
    onChange(id, by, true);
  }

  function setBuffer({ id, text }: OpenDocument): void {
    readings.delete(id);
    limits.count(id, false);
    const name = folders.nameOf(id);
    const isTooLarge = text.length > bounds.maxSize();
    limits.size(id, name, isTooLarge);
    if (isTooLarge || folders.leavesOut(id)) drop(id, 'buffer');
    // Once a text was copy it stays so while it is edited: half a sentence must not make its problems flicker.
    else if (known.has(id) || readsAsProse(text, name)) set({ id, name, text }, textHash(text), 'buffer');
  }

  /** How many articles there are but for those that are open: these come on top of what settings allow. */
  function readFromFiles(): number {
    let open = 0;
    for (const id of documents.ids()) if (known.has(id)) open++;
    return known.size - open;
  }

  async function readFile(entry: FileEntry): Promise<void> {
    const { id, name } = entry;
    files.set(id, entry);
    if (documents.get(id)) return;
    const reading = ++lastReading;
    readings.set(id, reading);
    const isStale = (): boolean => readings.get(id) !== reading;
    await restored();
    const result = await folders.workspace.read(id);
    if (isStale()) return;
    limits.size(id, name, result.kind === 'skipped' && result.isTooLarge === true);
    const skip = (reason: string): void => {
      readings.delete(id);
      logger.warn(`${name} was not read: ${reason}.`);
      drop(id, 'file');
    };
    if (result.kind === 'skipped') {
      skip(result.reason);
      return;
    }
    const { encoding } = result;
    if (!(result.isCopy ?? readsAsProse(result.text, name))) {
      readings.delete(id);
      drop(id, 'file');
      return;
    }
    // The editor may show such a file in another encoding: then the words differ, and here is why.
    if (!encoding.startsWith('UTF-8')) logger.info(`${name} was read as ${encoding}.`);
    else if (encoding.includes('damaged')) logger.warn(`${name} was read as ${encoding}.`);
    const hash = result.hash ?? textHash(result.text);
    const article = articleIn(entry, result);
    const claims = await claimsIn(article, hash);
    await inTurn(() => {
      if (isStale()) return;
      readings.delete(id);
      const isLeftOut = !known.has(id) && readFromFiles() >= bounds.maxArticles();
      limits.count(id, isLeftOut);
      if (claims === 'lost') skip('what reads it broke down over it');
      else if (!isLeftOut) set(article, hash, 'file', claims);
    });
  }

  /** The known files among these names, and those in the folders among them. */
  function filesUnder(ids: readonly ArticleId[]): readonly ArticleId[] {
    // Where it is a file that we know, it is no folder: a branch switch may take thousands away.
    const found = ids.filter((id) => files.has(id));
    const folders = new Set(ids.filter((id) => !files.has(id)));
    if (folders.size === 0) return found;
    const below = [...files.keys()].filter((id) => foldersAbove(id).some((folder) => folders.has(folder)));
    return [...new Set([...found, ...below])];
  }

  return {
    setBuffer,
    async dropBuffer(id) {
      const entry = files.get(id) ?? folders.entryOf(id);
      if (entry) await readFile(entry);
      else {
        limits.size(id, '', false);
        drop(id, 'buffer');
      }
    },
    readFile,
    async dropFiles(ids) {
      const gone = filesUnder(ids);
      // At once, so that a reading of before that ends meanwhile counts for nothing.
      for (const id of gone) {
        files.delete(id);
        readings.delete(id);
        limits.size(id, '', false);
      }
      const leave = (id: ArticleId) => () => {
        if (!files.has(id) && !documents.get(id)) drop(id, 'file');
      };
      await Promise.all(gone.map((id) => inTurn(leave(id))));
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
    unchanged: () => unchanged,
  };
}

import type { Connection, Disposable, FileEvent } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { defaultInclude } from '../disk/fileFilter';
import { deskFileName } from '../protocol/desk';
import type { Readers } from '../readers/model';
import type { Articles } from './articles';
import type { ClientProfile } from './clientProfile';
import type { Folders } from './folders';
import { filesUnderWay } from './scan';
import { articleIdOf } from './uris';

/** Keeps up with what happens to the files outside of the editor. */
export interface Watching {
  /** Has the client watch the files that may be articles; replaces what it watched before. */
  watch(include: readonly string[]): void;
  /**
   * Takes in what has happened to files.
   * @returns whether a folder came that may hold articles, so that the folders must be listed anew.
   */
  filesChanged(changes: readonly FileEvent[], folders: Folders): Promise<boolean>;
}

/** A client matches these against whole paths, settings mean places in the folder. What is told of too much is left out later. */
const watchedGlobs = (include: readonly string[]): readonly string[] =>
  (include.length > 0 ? include : defaultInclude)
    .map((glob) => glob.replace(/^\.?\//, ''))
    .map((glob) => (glob.startsWith('**/') ? glob : `**/${glob}`));

export function createWatching(
  connection: Connection,
  profile: ClientProfile,
  articles: Articles,
  readers: Readers | null,
  logger: Logger,
): Watching {
  let registration: Promise<Disposable | null> = Promise.resolve(null);

  function watch(include: readonly string[]): void {
    if (!profile.registersWatchers) return;
    const watchers = [
      ...watchedGlobs(include).map((globPattern) => ({ globPattern, kind: WatchKind.Change })),
      { globPattern: `**/${deskFileName}`, kind: WatchKind.Change },
      // A folder that comes or goes is told by its own name only, not by the names of the files in it.
      { globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete },
    ];
    registration = registration.then(async (before) => {
      try {
        const made = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
        before?.dispose();
        return made;
      } catch {
        logger.warn('The client does not watch files: changes on disk are seen when a file is opened.');
        return before;
      }
    });
  }

  async function filesChanged(changes: readonly FileEvent[], folders: Folders): Promise<boolean> {
    // The last thing that happened to a file is what counts.
    const last = new Map<ArticleId, FileChangeType>();
    for (const { uri, type } of changes) last.set(articleIdOf(uri), type);
    let folderCame = false;
    // At once: a reading of before may be long under way when one that is told of next is over.
    const dropped = articles.dropFiles(
      [...last].flatMap(([id, type]) => (type === FileChangeType.Deleted ? [id] : [])),
    );
    const waiting = [...last].filter(([, type]) => type !== FileChangeType.Deleted);
    readers?.expect(waiting.length);
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [id, type] = next;
        const entry = folders.entryOf(id);
        if (entry) await articles.readFile(entry);
        else if (type === FileChangeType.Created && folders.mayHoldArticles(id) && (await folders.isFolder(id))) {
          folderCame = true;
        }
      }
    };
    await Promise.all([dropped, ...Array.from({ length: filesUnderWay(readers) }, work)]);
    return folderCame;
  }

  return { watch, filesChanged };
}

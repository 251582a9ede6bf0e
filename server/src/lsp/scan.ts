import type { ArticleId } from '../core/article';
import type { CancellationToken } from '../core/cancellation';
import type { Logger } from '../core/logger';
import type { FileEntry } from '../core/workspace';
import type { Readers } from '../readers/model';
import type { Articles } from './articles';
import type { Folders } from './folders';

/** How far a scan is. `total` is 0 until the folders are listed. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
}

export interface ScanParts {
  readonly articles: Articles;
  readonly readers: Readers | null;
  /** The documents that are open now: what lies near them is read first. */
  readonly openIds: () => readonly ArticleId[];
  /**
   * Settles when it is known which files need not be read word for word: until then they are listed only. Tells whether
   * there are any: then nearly all are as they were.
   */
  readonly restored: Promise<boolean>;
  readonly logger: Logger;
}

/** How many files are under way at a time: some where this thread reads them, and more for each thread that does. */
export const filesUnderWay = (readers: Readers | null, perThread = 20): number =>
  4 + perThread * (readers?.threads() ?? 0);

/**
 * As many where most files are as they were: this thread takes over a dozen in one slice of its work and would wait for more,
 * a twelfth of the time that 8,000 take.
 */
const knownPerThread = 60;

/**
 * Reads all files of the folders, those beside open documents first. What the client asks meanwhile is answered between
 * two slices of a few milliseconds.
 * @returns whether it went through to the end; false where it was cancelled.
 */
export async function scan(
  folders: Folders,
  { articles, readers, openIds, restored, logger }: ScanParts,
  token: CancellationToken,
  report: (progress: ScanProgress) => void,
): Promise<boolean> {
  const started = Date.now();
  const unchangedBefore = articles.unchanged();
  // A file that is reported while the folders are listed may be missing from the list, and is no less there.
  const knownBefore = articles.fileIds();
  const [entries, areKnown] = await Promise.all([folders.workspace.list(), restored]);
  if (token.isCancellationRequested) return false;
  const listed = new Set(entries.map(({ id }) => id));
  const dropped = articles.dropFiles(knownBefore.filter((id) => !listed.has(id)));
  report({ done: 0, total: entries.length });
  readers?.expect(entries.length);

  const next = nearestFirst(entries, openIds);
  let done = 0;
  const isCancelled = (): boolean => token.isCancellationRequested;
  const reader = async (): Promise<void> => {
    for (let entry = next(); entry && !isCancelled(); entry = next()) {
      await articles.readFile(entry);
      done++;
      report({ done, total: entries.length });
    }
  };
  const underWay = filesUnderWay(readers, areKnown ? knownPerThread : undefined);
  await Promise.all([dropped, ...Array.from({ length: underWay }, reader)]);
  if (isCancelled()) return false;
  const copy = entries.filter(({ id }) => articles.isKnown(id)).length;
  const others = entries.length - copy;
  const unchanged = articles.unchanged() - unchangedBefore;
  logger.info(
    `Read ${counted(copy, 'article')} in ${((Date.now() - started) / 1000).toFixed(1)} s` +
      (unchanged > 0 ? `, ${unchanged} of them unchanged since the last time` : '') +
      (others > 0
        ? `; ${counted(others, 'other file')} left out, no running text in ${others === 1 ? 'it' : 'them'}.`
        : '.'),
  );
  return true;
}

/**
 * Hands out the entries one by one: those that stand in the folder of an open document first, then those below it, then
 * the others, each kind in its order. A document that is opened meanwhile counts from then on.
 */
function nearestFirst(entries: readonly FileEntry[], openIds: () => readonly ArticleId[]): () => FileEntry | undefined {
  let waiting: readonly FileEntry[] = entries;
  let at = 0;
  let sortedFor = '';
  return () => {
    const folders = [...new Set(openIds().map(folderOf))];
    const key = folders.join('\n');
    if (key !== sortedFor) {
      sortedFor = key;
      const left = waiting.slice(at);
      const near: FileEntry[][] = [[], [], []];
      for (const entry of left) {
        const folder = folderOf(entry.id);
        const rank = folders.includes(folder) ? 0 : folders.some((one) => entry.id.startsWith(one)) ? 1 : 2;
        near[rank]?.push(entry);
      }
      waiting = near.flat();
      at = 0;
    }
    return waiting[at++];
  };
}

/** With the slash at its end. */
const folderOf = (id: ArticleId): string => id.slice(0, id.lastIndexOf('/') + 1);

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

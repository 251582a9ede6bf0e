import type { CancellationToken } from '../core/cancellation';
import type { Logger } from '../core/logger';
import type { Articles } from './articles';
import type { Folders } from './folders';
import { inNextTurn } from './turn';

/** How far a scan is. `total` is 0 until the folders are listed. */
export interface ScanProgress {
  readonly done: number;
  readonly total: number;
}

/** How long a slice of work may take before others get their turn, in ms. */
const sliceLength = 8;
/** How many files are read at a time. */
const readersAtOnce = 4;

/**
 * Reads all files of the folders. What the client asks meanwhile is answered between two files.
 * @returns whether it went through to the end; false where it was cancelled.
 */
export async function scan(
  folders: Folders,
  articles: Articles,
  logger: Logger,
  token: CancellationToken,
  report: (progress: ScanProgress) => void,
): Promise<boolean> {
  const started = Date.now();
  // A file that is reported while the folders are listed may be missing from the list, and is no less there.
  const knownBefore = articles.fileIds();
  const entries = await folders.workspace.list();
  if (token.isCancellationRequested) return false;
  const listed = new Set(entries.map(({ id }) => id));
  for (const id of knownBefore) if (!listed.has(id)) articles.dropFiles(id);
  report({ done: 0, total: entries.length });

  const waiting = entries.values();
  const breathe = createBreather();
  let done = 0;
  const isCancelled = (): boolean => token.isCancellationRequested;
  const reader = async (): Promise<void> => {
    for (const entry of waiting) {
      if (isCancelled()) return;
      await articles.readFile(entry);
      done++;
      report({ done, total: entries.length });
      await breathe();
    }
  };
  await Promise.all(Array.from({ length: readersAtOnce }, reader));
  if (isCancelled()) return false;
  const copy = entries.filter(({ id }) => articles.isKnown(id)).length;
  const others = entries.length - copy;
  logger.info(
    `Read ${counted(copy, 'article')} in ${((Date.now() - started) / 1000).toFixed(1)} s` +
      (others > 0
        ? `; ${counted(others, 'other file')} left out, no running text in ${others === 1 ? 'it' : 'them'}.`
        : '.'),
  );
  return true;
}

/** Waits for the event loop's next round once a slice of work is used up; else goes on at once. */
export function createBreather(): () => Promise<void> {
  let begun = performance.now();
  return async () => {
    if (performance.now() - begun < sliceLength) return;
    await new Promise<void>(inNextTurn);
    begun = performance.now();
  };
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

import { readSaved } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { describeFault } from './dispatch';
import type { LazyHost } from './lazyHost';
import type { KeptAnalyses } from './outside';
import { createBreather, inSlices, whenIdleAfter } from './turn';

/** Keeps what was found out about the folders for the next time that they are opened. */
export interface Keeping {
  /**
   * Takes over what was kept of the folders when they were last open. Settles when that is done, also where there is
   * nothing.
   * @param onFound called before, where there is something: as many files are going to be read as were worth keeping.
   * @returns whether something was taken over.
   */
  restore(folders: readonly string[], onFound?: () => void): Promise<boolean>;
  /** An article came, went or changed; it is new where its text was not among what was kept. */
  changed(id: ArticleId, isNew: boolean): void;
  /** All is read and compared: a good time to keep it, where enough of it is new. */
  settled(folders: readonly string[]): void;
}

/** How long nothing must have changed before all is written, in ms. */
const quiet = 1000;
/** So much must be new to be worth writing all of it: the rest is soon read again. */
const worthwhile = { articles: 20, share: 0.02 };

/** @param kept null where nothing can be kept. */
export function createKeeping(host: LazyHost, kept: KeptAnalyses | null, logger: Logger): Keeping {
  /** The articles that are not as they were kept. */
  const fresh = new Set<ArticleId>();
  let changes = 0;
  let waiting = false;
  let atWork = false;

  async function keep(folders: readonly string[]): Promise<void> {
    if (!kept || atWork) return;
    const before = changes;
    atWork = true;
    const breathe = createBreather();
    try {
      const news = [...fresh];
      const isKept = await kept.write(folders, host.save(), breathe, () => changes === before);
      if (isKept) for (const id of news) fresh.delete(id);
    } finally {
      atWork = false;
    }
  }

  /** Once nothing has changed for a while. */
  function keepSoon(folders: readonly string[]): void {
    if (waiting) return;
    waiting = true;
    const before = changes;
    whenIdleAfter(quiet, () => {
      waiting = false;
      if (changes !== before) keepSoon(folders);
      else {
        keep(folders).catch((fault: unknown) => {
          logger.error(`What was found out about the folders was not kept: ${describeFault(fault)}`);
        });
      }
    });
  }

  return {
    async restore(folders, onFound) {
      const chunks = folders.length > 0 ? await kept?.read(folders) : null;
      const isSome = chunks !== null && chunks !== undefined && chunks.length > 0;
      if (isSome) onFound?.();
      const saved = isSome ? await inSlices(readSaved(chunks), createBreather()) : null;
      host.restore(saved);
      return saved !== null;
    },
    changed(id, isNew) {
      changes++;
      if (kept && isNew) fresh.add(id);
    },
    settled(folders) {
      if (!kept || folders.length === 0) return;
      const enough = Math.max(worthwhile.articles, worthwhile.share * host.snapshot().ids.length);
      if (fresh.size >= enough) keepSoon(folders);
    },
  };
}

import type { Logger } from '../core/logger';
import { describeFault } from './dispatch';
import { createBreather, whenIdleAfter } from './turn';

/** How long nothing must have changed before, in ms: less than until memory is given back, with what this leaves behind. */
const usualQuiet = 300;
/** Who has typed so much in earnest needs no rehearsal. */
const enoughEdits = 100;

/**
 * Has the code of an edit run a few hundred times while nobody types, once. The threads of the folder have read its files, so
 * that here nothing of it has ever run: the first keystrokes would take up to ten times as long as later ones, and the
 * compiling would stand in the way of some hundred more.
 */
export interface Rehearsing {
  /** An article came, went or changed: the rehearsal stops, and goes on when all is quiet again. */
  changed(by: 'buffer' | 'file'): void;
  /** All is read and compared. */
  settled(): void;
  /** Whether it is going on just now. */
  isBusy(): boolean;
}

/**
 * @param begin gives the pieces of work, of some milliseconds each; called when the first is to be done.
 * @param quiet how long nothing must have changed, in ms; for tests.
 */
export function createRehearsing(begin: () => Iterator<void>, logger: Logger, quiet = usualQuiet): Rehearsing {
  let pieces: Iterator<void> | null = null;
  let changes = 0;
  let edits = 0;
  let isWaiting = false;
  let isBusy = false;
  let isOver = false;

  function waitForQuiet(): void {
    const before = changes;
    isWaiting = true;
    whenIdleAfter(quiet, () => {
      isWaiting = false;
      if (isOver) return;
      if (changes !== before) waitForQuiet();
      else void goOn();
    });
  }

  async function goOn(): Promise<void> {
    const before = changes;
    isBusy = true;
    try {
      pieces ??= begin();
      const breathe = createBreather();
      while (changes === before && !isOver) {
        if (pieces.next().done) end();
        await breathe();
      }
    } catch (fault) {
      logger.error(`Edits were not rehearsed: ${describeFault(fault)}`);
      end();
    }
    isBusy = false;
    if (!isOver) waitForQuiet();
  }

  function end(): void {
    isOver = true;
    pieces = null;
  }

  return {
    changed(by) {
      changes++;
      if (by === 'buffer' && ++edits >= enoughEdits) end();
    },
    settled() {
      if (!isWaiting && !isBusy && !isOver) waitForQuiet();
    },
    isBusy: () => isBusy,
  };
}

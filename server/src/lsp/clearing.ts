import type { AnalysisHost } from '../analysis';
import { whenIdleAfter } from './turn';

/** Has memory given back after much was read. */
export interface Clearing {
  /** An article came, went or changed. */
  changed(): void;
  /** All is read and compared. */
  settled(): void;
}

/** From so many changes on there is enough to be cleared up. */
const worthwhile = 100;
/** How long nothing must have changed before, in ms: nobody who types should feel it. */
const quiet = 500;

/**
 * @param release clears up, and takes its time; null where nobody can.
 * @param isBusy whether something is under way that leaves much to be cleared up: that is waited for.
 */
export function createClearing(
  host: Pick<AnalysisHost, 'rest'>,
  release: (() => void) | null,
  isBusy: () => boolean = () => false,
): Clearing {
  let changes = 0;
  let waiting = false;

  function clearSoon(): void {
    const before = changes;
    whenIdleAfter(quiet, () => {
      if (changes !== before || isBusy()) {
        clearSoon();
        return;
      }
      waiting = false;
      changes = 0;
      host.rest();
      release?.();
    });
  }

  return {
    changed() {
      changes++;
    },
    settled() {
      if (waiting || changes < worthwhile) return;
      waiting = true;
      clearSoon();
    },
  };
}

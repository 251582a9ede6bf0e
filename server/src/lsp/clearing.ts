import type { AnalysisHost } from '../analysis';
import { whenIdleAfter } from './turn';

/** Has memory given back after much was read. */
export interface Clearing {
  /** An article came, went or changed. */
  changed(by: 'buffer' | 'file'): void;
  /** All is read and compared. */
  settled(): void;
}

export interface ClearingOptions {
  /** Whether something is under way that leaves much to be cleared up: that is waited for. */
  readonly isBusy?: () => boolean;
  /** In ms; for tests. */
  readonly quiet?: typeof usualQuiet;
}

/** From so many changes on there is enough to be cleared up. */
const worthwhile = 100;
/** How long nothing must have changed before, in ms, and how long nobody typed: who pauses for a word should not feel it. */
const usualQuiet = { all: 500, typing: 3000 };

/** @param release clears up, and takes its time; null where nobody can. */
export function createClearing(
  host: Pick<AnalysisHost, 'rest'>,
  release: (() => void) | null,
  { isBusy = () => false, quiet = usualQuiet }: ClearingOptions = {},
): Clearing {
  let changes = 0;
  let waiting = false;
  /** When somebody typed last, in ms. */
  let typedAt = -Infinity;

  function clearSoon(): void {
    const before = changes;
    whenIdleAfter(quiet.all, () => {
      if (changes !== before || isBusy() || performance.now() - typedAt < quiet.typing) {
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
    changed(by) {
      changes++;
      if (by === 'buffer') typedAt = performance.now();
    },
    settled() {
      if (waiting || changes < worthwhile) return;
      waiting = true;
      clearSoon();
    },
  };
}

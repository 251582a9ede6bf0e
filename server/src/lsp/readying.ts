import type { AnalysisHost } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { describeFault } from './dispatch';
import { createBreather, whenIdleAfter } from './turn';

/** After so long the questions that an editor asks of a document it opens have been answered, in ms. */
const soon = 30;
/** So many documents are made ready, those opened last: nobody types in more of them at once. */
const mostReady = 8;

/** Makes open documents ready for the first keystroke in each, which otherwise takes several times as long as the next. */
export interface Readying {
  /** Begins, and breathes between the parts. What is ready already costs nothing. */
  start(): void;
  /** Begins when a document that was just opened has been shown. */
  startSoon(): void;
}

export function createReadying(host: AnalysisHost, openIds: () => Iterable<ArticleId>, logger: Logger): Readying {
  let atWork = false;
  let again = false;

  async function work(): Promise<void> {
    while (again) {
      again = false;
      const breathe = createBreather();
      for (const id of [...openIds()].slice(-mostReady)) {
        do await breathe();
        while (!host.ready(id));
      }
    }
  }

  function start(): void {
    again = true;
    if (atWork) return;
    atWork = true;
    work()
      .catch((fault: unknown) => logger.error(`Open documents were not made ready: ${describeFault(fault)}`))
      .finally(() => {
        atWork = false;
      });
  }

  return {
    start,
    startSoon: () => {
      whenIdleAfter(soon, start);
    },
  };
}

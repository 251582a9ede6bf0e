import * as l10n from '@vscode/l10n';
import type { Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { warmUp } from '../analysis';
import { describeFault } from './dispatch';
import type { Folders } from './folders';
import type { Publisher } from './publishing';
import type { ScanParts, ScanProgress } from './scan';
import { scan } from './scan';
import { whenIdleAfter } from './turn';

/** How long after a scan what the analysis loads late is loaded, in ms: its answers have been given by then. */
const warmUpAfter = 1500;

/** Reads the folders in the background, one scan at a time, and shows how far it is. */
export interface Scanning {
  /** Reads the folders, anew where that is under way. Returns at once. */
  start(folders: Folders): void;
  /** As `start`, unless a scan was begun before. */
  startOnce(folders: Folders): void;
}

/** How often the progress is shown at the most, in ms. */
const shownEvery = 100;

export function createScanning(connection: Connection, parts: ScanParts, publisher: Publisher): Scanning {
  const { logger } = parts;
  let current: { isCancellationRequested: boolean } | null = null;

  function start(folders: Folders): void {
    if (current) current.isCancellationRequested = true;
    const token = { isCancellationRequested: false };
    current = token;
    const progress = showProgress(connection);
    publisher.scanning({ done: 0, total: 0 });
    scan(folders, parts, token, (state) => {
      if (token.isCancellationRequested) return;
      progress.show(state);
      publisher.scanning(state);
    })
      .catch((fault: unknown) => logger.error(`The folder was not read to the end: ${describeFault(fault)}`))
      .finally(() => {
        progress.end();
        // A later scan that took over tells of its own end.
        if (current === token) publisher.scanning(null);
        // Now, and not under the first keystroke that needs it.
        whenIdleAfter(warmUpAfter, warmUp);
      });
  }

  return {
    start,
    startOnce: (folders) => {
      if (!current) start(folders);
    },
  };
}

interface ShownProgress {
  show(state: ScanProgress): void;
  end(): void;
}

/** Work-done progress that never holds the scan up: what the client is told waits until it has made room for it. */
function showProgress(connection: Connection): ShownProgress {
  let reporter: WorkDoneProgressServerReporter | null = null;
  let state: ScanProgress = { done: 0, total: 0 };
  let ended = false;
  let lastShown = 0;
  connection.window.createWorkDoneProgress().then(
    (made) => {
      made.begin(l10n.t('Reading articles'), 0, describe(state), false);
      if (ended) made.done();
      else reporter = made;
    },
    () => undefined,
  );
  return {
    show(next) {
      state = next;
      const now = Date.now();
      if (!reporter || now - lastShown < shownEvery) return;
      lastShown = now;
      reporter.report(state.total > 0 ? Math.floor((100 * state.done) / state.total) : 0, describe(state));
    },
    end() {
      ended = true;
      reporter?.done();
    },
  };
}

const describe = ({ done, total }: ScanProgress): string => (total > 0 ? l10n.t('{0} of {1}', done, total) : '');

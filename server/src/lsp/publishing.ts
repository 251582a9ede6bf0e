import type { Connection } from 'vscode-languageserver';
import type { AnalysisHost } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { lensAt, lensesOf } from '../features/codeLens';
import type { PlacedProblem } from '../features/diagnostics';
import { countConflicts } from '../features/storySheet';
import { statusMethod } from '../protocol';
import { changedMethod, type ChangedParams } from '../protocol/stories';
import type { ClientProfile } from './clientProfile';
import { describeFault } from './dispatch';
import type { Documents } from './documents';
import type { Report, Reports } from './reports';
import { emptyReport } from './reports';
import type { ScanProgress } from './scan';
import type { Settings } from './settings';
import { statusOf } from './status';
import { createBreather, inNextTurn } from './turn';

/** How long the client is left alone after an edit before it hears of other files, in ms. */
const quietPeriod = 75;
/** How long it is left alone at the most while edits go on, and while the folder is being read. */
const longestQuiet = 400;

/** Tells the client, unasked, what a change has done to files other than the one being edited. */
export interface Publisher {
  articleChanged(id: ArticleId, by: 'buffer' | 'file'): void;
  /** Something changed that may touch every article: a rule's level, the lens setting. */
  allChanged(): void;
  /** The client has asked for an article's diagnostics and was given these. */
  given(id: ArticleId, resultId: string): void;
  /** The client was told to let go of an article that is gone. */
  released(id: ArticleId): void;
  /** The articles that the client shows or has shown, those that are gone included. */
  shownIds(): readonly ArticleId[];
  scanning(progress: ScanProgress | null): void;
  /** Calls `told` at the end of each round with the articles that were edited since the one before. */
  onRound(told: (edited: ReadonlySet<ArticleId>) => void): void;
}

export interface PublisherParts {
  readonly connection: Connection;
  readonly profile: ClientProfile;
  readonly host: AnalysisHost;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly settings: () => Settings;
  readonly uriOf: (id: ArticleId) => string;
  readonly logger: Logger;
}

export function createPublisher(parts: PublisherParts): Publisher {
  const { connection, profile, host, documents, reports, settings, uriOf, logger } = parts;
  /** The result id of what the client shows of each article, as far as we know. */
  const shown = new Map<ArticleId, string>();
  /** The result id for which the client was last asked to come again. */
  const announced = new Map<ArticleId, string>();
  const lensTitles = new Map<ArticleId, string>();
  /** Edited since the last round. The client asks for the lenses of these by itself. */
  let edited = new Set<ArticleId>();
  let lensesMoved = false;
  let progress: ScanProgress | null = null;
  let lastStatus = '';
  /** The revision that views were last told of, and whether something changed that has no part in revisions. */
  let lastRevision = -1;
  let toldOfAll = false;
  /** The problems as they were when all articles were last gone through. */
  let problemsOfAll: readonly PlacedProblem[] | null = null;
  /** The conflicts there were then, each once though both its sides carry it. */
  let conflictsOfAll: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince = 0;
  let atWork = false;
  const listeners: ((edited: ReadonlySet<ArticleId>) => void)[] = [];

  function schedule(): void {
    const now = Date.now();
    if (timer) {
      if (progress || now - waitingSince > longestQuiet) return;
      clearTimeout(timer);
    } else waitingSince = now;
    timer = setTimeout(begin, progress ? longestQuiet : quietPeriod);
  }

  function begin(): void {
    timer = null;
    if (atWork) {
      schedule();
      return;
    }
    atWork = true;
    round()
      .catch((fault: unknown) => logger.error(`The problems were not brought up to date: ${describeFault(fault)}`))
      .finally(() => {
        atWork = false;
      });
  }

  /**
   * Goes through the articles, a slice at a time, and tells the client what has changed since the last round. While the
   * folder is being read these are the open ones only: every new file may change what is known of all the others.
   */
  async function round(): Promise<void> {
    const own = edited;
    edited = new Set();
    const breathe = createBreather();
    const problems: PlacedProblem[] = [];
    let stale = false;
    const partial = progress !== null;
    for (const id of partial ? documents.ids() : host.snapshot().ids) {
      const analysis = host.snapshot();
      const report = reports.of(analysis, id);
      if (analysis.get(id)) for (const problem of analysis.problems(id)) problems.push({ articleId: id, problem });
      if (!profile.pullsDiagnostics) push(id, report);
      else if (isStale(id, report)) {
        announced.set(id, report.resultId);
        stale = true;
      }
      await breathe();
    }
    const known = new Set(host.snapshot().ids);
    for (const id of [...shown.keys()]) {
      if (known.has(id)) continue;
      if (profile.pullsDiagnostics) {
        if (!isStale(id, emptyReport)) continue;
        announced.set(id, emptyReport.resultId);
        stale = true;
      } else {
        push(id, emptyReport);
        shown.delete(id);
      }
    }
    if (stale && profile.refreshesDiagnostics) connection.languages.diagnostics.refresh().catch(() => undefined);
    if (haveLensesMoved(own) && profile.refreshesLenses) {
      connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    }
    if (!partial) {
      problemsOfAll = problems;
      conflictsOfAll = profile.takesStatus ? countConflicts(host.snapshot()) : 0;
    }
    sendStatus(problemsOfAll ?? problems);
    sendChanged();
    for (const told of listeners) told(own);
  }

  /** Once the folder has been read: until then every file would have the views asked for anew. */
  function sendChanged(): void {
    const analysis = host.snapshot();
    const { revision } = analysis;
    if (!profile.takesChanges || progress !== null || (revision === lastRevision && !toldOfAll)) return;
    lastRevision = revision;
    toldOfAll = false;
    const params: ChangedParams = { revision, conflicts: conflictsOfAll ?? 0 };
    connection.sendNotification(changedMethod, params).catch(() => undefined);
  }

  function push(id: ArticleId, report: Report): void {
    if ((shown.get(id) ?? emptyReport.resultId) === report.resultId) return;
    shown.set(id, report.resultId);
    const version = documents.get(id)?.version;
    connection
      .sendDiagnostics({ uri: uriOf(id), diagnostics: report.items, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  }

  function isStale(id: ArticleId, report: Report): boolean {
    const had = shown.get(id);
    return had !== undefined && had !== report.resultId && announced.get(id) !== report.resultId;
  }

  /** Whether the lenses of an open document read differently because of another file, or of a setting. */
  function haveLensesMoved(own: ReadonlySet<ArticleId>): boolean {
    const analysis = host.snapshot();
    let moved = lensesMoved;
    lensesMoved = false;
    const open = new Set(documents.ids());
    for (const id of lensTitles.keys()) if (!open.has(id)) lensTitles.delete(id);
    for (const id of open) {
      const titles = lensesOf(analysis, id, settings().lens)
        .map(({ start }) => lensAt(analysis, id, start)?.title)
        .join('\n');
      if (lensTitles.get(id) === titles) continue;
      // A document just opened may have been asked about before the folder was read.
      moved ||= !own.has(id) || !lensTitles.has(id);
      lensTitles.set(id, titles);
    }
    return moved;
  }

  function sendStatus(problems: readonly PlacedProblem[]): void {
    if (!profile.takesStatus) return;
    const status = statusOf(host.snapshot(), problems, conflictsOfAll, progress, uriOf);
    const written = JSON.stringify(status);
    if (written === lastStatus) return;
    lastStatus = written;
    connection.sendNotification(statusMethod, status).catch(() => undefined);
  }

  return {
    articleChanged(id, by) {
      if (by === 'buffer') {
        edited.add(id);
        if (!profile.pullsDiagnostics) {
          inNextTurn(() => {
            try {
              push(id, reports.of(host.snapshot(), id));
            } catch (fault) {
              logger.error(`The problems of ${id} were not worked out: ${describeFault(fault)}`);
            }
          });
        }
      }
      schedule();
    },
    allChanged() {
      lensesMoved = true;
      toldOfAll = true;
      schedule();
    },
    given(id, resultId) {
      shown.set(id, resultId);
      announced.delete(id);
    },
    released(id) {
      shown.delete(id);
      announced.delete(id);
    },
    shownIds: () => [...shown.keys()],
    scanning(next) {
      const ended = progress !== null && next === null;
      progress = next;
      if (ended && timer) {
        clearTimeout(timer);
        timer = null;
      }
      schedule();
    },
    onRound(told) {
      listeners.push(told);
    },
  };
}

import type { Connection } from 'vscode-languageserver';
import type { AnalysisHost } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { lensAt, lensesOf } from '../features/codeLens';
import { statusMethod, type StatusParams } from '../protocol';
import { changedMethod, type ChangedParams } from '../protocol/stories';
import type { Problem } from '../rules/rule';
import type { ClientProfile } from './clientProfile';
import { describeFault } from './dispatch';
import type { Documents } from './documents';
import type { Limits } from './limits';
import type { Reports } from './reports';
import type { ScanProgress } from './scan';
import type { Settings } from './settings';
import { createShown } from './shown';
import { countsOf, countsOfAll } from './status';
import { createTally } from './tally';
import { createBreather, inNextTurn, type Breather } from './turn';

/** How long the client is left alone after an edit before it hears of other files, in ms: more than between two keys. */
const quietPeriod = 150;
/** How long it is left alone at the most while edits go on. */
const longestQuiet = 1500;
/** How often it hears of what was read while the folder is being read. */
const readingPeriod = 400;

/** How much is prepared between two looks for messages: some 5 ms. */
const preparedAtOnce = 16;

/** Tells the client, unasked, what a change has done to files other than the one being edited. */
export interface Publisher {
  articleChanged(id: ArticleId, by: 'buffer' | 'file'): void;
  /** Something changed that may touch every article: a rule's level, the lens setting. */
  allChanged(): void;
  /** Files are left out, or no longer: the status says so, whether or not an article has changed. */
  boundsChanged(): void;
  /** The client has asked for an article's diagnostics and was given these. */
  given(id: ArticleId, resultId: string): void;
  /** The client was told to let go of an article that is gone. */
  released(id: ArticleId): void;
  /** The articles that the client shows or has shown, those that are gone included. */
  shownIds(): readonly ArticleId[];
  scanning(progress: ScanProgress | null): void;
  /** Calls `told` at the end of each round. */
  onRound(told: (round: Round) => void): void;
  /** Revisions begin anew: all is looked at again. */
  restarted(): void;
}

/** What has happened since the round before. */
export interface Round {
  /** The articles that were edited: the client asks about these by itself. */
  readonly edited: ReadonlySet<ArticleId>;
  /** Those of which something else may be said now; null where that may be all. */
  readonly changed: ReadonlySet<ArticleId> | null;
  /** Whether all articles are read and were looked at, not the open ones only. */
  readonly isWhole: boolean;
}

export interface PublisherParts {
  readonly connection: Connection;
  readonly profile: ClientProfile;
  readonly host: AnalysisHost;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly limits: Limits;
  /** The problems of an article that are shown, of those that it has. */
  readonly shownOf: (problems: readonly Problem[]) => readonly Problem[];
  readonly settings: () => Settings;
  readonly uriOf: (id: ArticleId) => string;
  readonly logger: Logger;
}

export function createPublisher(parts: PublisherParts): Publisher {
  const { connection, profile, host, documents, reports, limits, shownOf, settings, uriOf, logger } = parts;
  const shown = createShown(connection, profile, documents, uriOf);
  const lensTitles = new Map<ArticleId, string>();
  /** Edited since the last round. The client asks for the lenses of these by itself. */
  let edited = new Set<ArticleId>();
  let lensesMoved = false;
  /** How many changes of articles there have been. */
  let changes = 0;
  let progress: ScanProgress | null = null;
  /** Whether the folder has been read once: before that there are but open documents. */
  let wasRead = false;
  let lastStatus = '';
  /** The revision that views were last told of, and whether something changed that has no part in revisions. */
  let lastRevision = -1;
  let toldOfAll = false;
  const tally = createTally(shownOf);
  /** The revision up to which all articles have been looked at; null: never. */
  let lookedAt: number | null = null;
  /** How often all was to be looked at again: a round that was under way then has not done it. */
  let begunAnew = 0;
  /** Whether all have been counted once: until then the status is that of the open documents. */
  let counted = false;
  /** The revision at the end of the last round of any kind. */
  let lastRound = -1;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let waitingSince = 0;
  let atWork = false;
  const listeners: ((round: Round) => void)[] = [];

  function schedule(delay = progress ? readingPeriod : quietPeriod): void {
    const now = Date.now();
    if (timer) {
      if (progress || now - waitingSince > longestQuiet) return;
      clearTimeout(timer);
    } else waitingSince = now;
    timer = setTimeout(begin, delay);
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
   * Looks at the articles that have changed since the last round, a slice at a time, and tells the client. While the folder
   * is being read these are the open ones only: every new file may change what is known of all the others.
   */
  async function round(): Promise<void> {
    const own = edited;
    edited = new Set();
    const partial = progress !== null;
    const breathe = createBreather();
    if (!partial) while (!host.prepare(preparedAtOnce)) await breathe();
    const start = host.snapshot();
    const before = begunAnew;
    const known = lookedAt === null ? null : start.changedSince(lookedAt);
    const stale = new Set<ArticleId>();
    const look = (id: ArticleId): void => {
      const analysis = host.snapshot();
      const article = analysis.get(id)?.article;
      limits.problems(id, article?.name ?? '', article ? analysis.problems(id).length : 0);
      if (article) {
        if (!profile.pullsDiagnostics) shown.push(id, reports.of(analysis, id));
        else if (shown.has(id) && shown.announce(id, reports.resultIdOf(analysis, id))) stale.add(id);
      } else if (shown.release(id)) stale.add(id);
    };
    if (partial) for (const id of documents.ids()) look(id);
    else {
      if (known === null) {
        tally.clear();
        limits.recount();
        for (const id of shown.ids()) if (!start.get(id)) look(id);
      }
      await lookAt(known ?? start.ids, look);
      if (begunAnew === before) lookedAt = start.revision;
      counted = true;
    }
    if (stale.size > 0 && profile.refreshesDiagnostics)
      connection.languages.diagnostics.refresh().catch(() => undefined);
    const now = host.snapshot();
    const round = { edited: own, changed: now.changedSince(lastRound), isWhole: wasRead && !partial };
    lastRound = now.revision;
    if (haveLensesMoved(round) && profile.refreshesLenses) {
      connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
    }
    sendStatus();
    sendChanged();
    for (const told of listeners) told(round);
  }

  /** Looks at articles story by story: what they disagree on is counted within it. */
  async function lookAt(ids: Iterable<ArticleId>, look: (id: ArticleId) => void): Promise<void> {
    const breathe = createBreather();
    const left = new Set(ids);
    for (const id of left) {
      const members = host.snapshot().storyOf(id)?.articles ?? [];
      const together = [id, ...members.filter((one) => one !== id && left.has(one))];
      for (const one of together) {
        left.delete(one);
        await approach(one, breathe);
        look(one);
        await breathe();
      }
      tally.update(host.snapshot(), together);
      await breathe();
    }
  }

  /** Works out the problems of an article until any changes: what an earlier moment would say is of no use then. */
  async function approach(id: ArticleId, breathe: Breather): Promise<void> {
    const before = changes;
    const steps = host.snapshot().approach(id);
    while (changes === before && steps.next().done !== true) await breathe();
  }

  /** Once the folder has been read: until then every file would have the views asked for anew. */
  function sendChanged(): void {
    const analysis = host.snapshot();
    const { revision } = analysis;
    if (!profile.takesChanges || progress !== null || (revision === lastRevision && !toldOfAll)) return;
    lastRevision = revision;
    toldOfAll = false;
    const params: ChangedParams = { revision, conflicts: tally.conflicts(analysis) };
    connection.sendNotification(changedMethod, params).catch(() => undefined);
  }

  /** Whether the lenses of an open document read differently because of another file, or of a setting. */
  function haveLensesMoved({ edited: own, changed }: Round): boolean {
    const analysis = host.snapshot();
    let moved = lensesMoved;
    const every = lensesMoved || changed === null;
    lensesMoved = false;
    const open = new Set(documents.ids());
    for (const id of lensTitles.keys()) if (!open.has(id)) lensTitles.delete(id);
    for (const id of open) {
      if (!every && !changed.has(id) && lensTitles.has(id)) continue;
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

  function sendStatus(): void {
    const reached = limits.reached(progress === null);
    if (!profile.takesStatus) return;
    const parts = { analysis: host.snapshot(), uriOf, shownOf };
    const counts = counted ? countsOfAll(tally, parts) : countsOf(documents.ids(), parts);
    const status: StatusParams = { ...counts, scan: progress, limits: reached };
    const written = JSON.stringify(status);
    if (written === lastStatus) return;
    lastStatus = written;
    connection.sendNotification(statusMethod, status).catch(() => undefined);
  }

  return {
    articleChanged(id, by) {
      changes++;
      if (by === 'buffer') {
        edited.add(id);
        if (!profile.pullsDiagnostics) {
          inNextTurn(() => {
            try {
              shown.push(id, reports.of(host.snapshot(), id));
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
      begunAnew++;
      lookedAt = null;
      schedule();
    },
    boundsChanged() {
      schedule();
    },
    given(id, resultId) {
      shown.given(id, resultId);
    },
    released(id) {
      shown.released(id);
    },
    shownIds: () => [...shown.ids()],
    scanning(next) {
      const ended = progress !== null && next === null;
      wasRead ||= ended;
      progress = next;
      if (ended && timer) {
        clearTimeout(timer);
        timer = null;
      }
      // The folder has been waited for long enough, unless somebody types.
      if (ended && edited.size === 0) schedule(0);
      else schedule();
    },
    onRound(told) {
      listeners.push(told);
    },
    restarted() {
      begunAnew++;
      lookedAt = null;
      lastRound = -1;
      lastRevision = -1;
      reports.clear();
      schedule();
    },
  };
}

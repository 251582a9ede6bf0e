import type { Connection } from 'vscode-languageserver';
import type { ArticleId } from '../core/article';
import type { ClientProfile } from './clientProfile';
import type { Documents } from './documents';
import { emptyReport, type Report } from './reports';

/** The diagnostics that the client shows of each article, as far as we know. */
export interface Shown {
  /** Whether the client was ever given those of an article, and not told to let go of it. */
  has(id: ArticleId): boolean;
  /** The articles of which it was, those that are gone included. */
  ids(): Iterable<ArticleId>;
  /** The client has asked and was given these. */
  given(id: ArticleId, resultId: string): void;
  /** The client was told to let go of an article. */
  released(id: ArticleId): void;
  /** Sends the client an article's diagnostics, where they are others than it shows. */
  push(id: ArticleId, report: Report): void;
  /** Whether the client shows something else of an article and is now to be asked to come again. */
  announce(id: ArticleId, resultId: string): boolean;
  /** As `announce`, for an article that is gone; a client that doesn't ask is sent that there is nothing. */
  release(id: ArticleId): boolean;
}

export function createShown(
  connection: Connection,
  profile: ClientProfile,
  documents: Documents,
  uriOf: (id: ArticleId) => string,
): Shown {
  /** The result id of what the client shows of each article. */
  const shown = new Map<ArticleId, string>();
  /** The result id for which the client was last asked to come again. */
  const announced = new Map<ArticleId, string>();

  function push(id: ArticleId, report: Report): void {
    if ((shown.get(id) ?? emptyReport.resultId) === report.resultId) return;
    shown.set(id, report.resultId);
    const version = documents.get(id)?.version;
    connection
      .sendDiagnostics({ uri: uriOf(id), diagnostics: report.items, ...(version === undefined ? {} : { version }) })
      .catch(() => undefined);
  }

  function announce(id: ArticleId, resultId: string): boolean {
    const had = shown.get(id);
    if (had === undefined || had === resultId || announced.get(id) === resultId) return false;
    announced.set(id, resultId);
    return true;
  }

  return {
    has: (id) => shown.has(id),
    ids: () => shown.keys(),
    given(id, resultId) {
      shown.set(id, resultId);
      announced.delete(id);
    },
    released(id) {
      shown.delete(id);
      announced.delete(id);
    },
    push,
    announce,
    release(id) {
      if (profile.pullsDiagnostics) return announce(id, emptyReport.resultId);
      push(id, emptyReport);
      shown.delete(id);
      return false;
    },
  };
}

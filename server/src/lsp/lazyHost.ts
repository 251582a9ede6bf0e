import type { AnalysisHost, Saved } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Config } from '../core/config';
import type { Desk } from '../core/desk';

/** An analysis that may be told of edits without being asked about them yet. */
export interface LazyHost extends AnalysisHost {
  /** As `set`, but put off until somebody asks: of edits that come in a row only the last is analysed. */
  setLater(article: Article): void;
  /**
   * Begins anew with what another host has saved. What it was told since it was made is told again, all but articles
   * that were put in by `set`: so it is for the time before files are read, and can be done once.
   * @param saved null where nothing was saved: then all stays as it is.
   */
  restore(saved: Saved | null): void;
}

/**
 * Puts a host behind a list of what is still to be analysed. Whoever takes a snapshot gets all of it.
 * @param complain is told of an article that the analysis failed on: it counts as absent, and the others stand.
 */
export function createLazyHost(
  make: (saved: Saved | null) => AnalysisHost,
  complain: (id: ArticleId, fault: unknown) => void,
): LazyHost {
  const waiting = new Map<ArticleId, Article>();
  /** What was put off until somebody asked, as it was then told. */
  const buffers = new Map<ArticleId, Article>();
  /** Whether that is still of use. */
  let mayRestore = true;
  let host = make(null);
  let config: Config | null = null;
  let desk: Desk | null = null;

  function put(...article: Parameters<AnalysisHost['set']>): void {
    try {
      host.set(...article);
    } catch (fault) {
      complain(article[0].id, fault);
      remove(article[0].id);
    }
  }

  function remove(id: ArticleId): void {
    try {
      host.delete(id);
    } catch (fault) {
      complain(id, fault);
    }
  }

  function putWaiting(): void {
    for (const article of waiting.values()) {
      waiting.delete(article.id);
      if (mayRestore) buffers.set(article.id, article);
      put(article);
    }
  }

  return {
    set(article, ...known) {
      waiting.delete(article.id);
      buffers.delete(article.id);
      put(article, ...known);
    },
    ready(id) {
      putWaiting();
      return host.ready(id);
    },
    prepare: (most) => host.prepare(most),
    knows: (hash) => host.knows(hash),
    rest: () => {
      host.rest();
    },
    save: () => host.save(),
    handOver: () => host.handOver(),
    setLater(article) {
      waiting.set(article.id, article);
    },
    delete(id) {
      waiting.delete(id);
      buffers.delete(id);
      remove(id);
    },
    configure(next) {
      config = next;
      host.configure(next);
    },
    setDesk(next) {
      desk = next;
      host.setDesk(next);
    },
    restore(saved) {
      if (saved) {
        host = make(saved);
        if (config) host.configure(config);
        if (desk) host.setDesk(desk);
        for (const [id, article] of buffers) if (!waiting.has(id)) waiting.set(id, article);
      }
      mayRestore = false;
      buffers.clear();
    },
    snapshot() {
      putWaiting();
      return host.snapshot();
    },
  };
}

import type { AnalysisHost } from '../analysis';
import type { Article, ArticleId } from '../core/article';

/** An analysis that may be told of edits without being asked about them yet. */
export interface LazyHost extends AnalysisHost {
  /** As `set`, but put off until somebody asks: of edits that come in a row only the last is analysed. */
  setLater(article: Article): void;
}

/** Puts a host behind a list of what is still to be analysed. Whoever takes a snapshot gets all of it. */
export function createLazyHost(host: AnalysisHost): LazyHost {
  const waiting = new Map<ArticleId, Article>();
  return {
    set(article, claims) {
      waiting.delete(article.id);
      host.set(article, claims);
    },
    prepare: (most) => host.prepare(most),
    knows: (hash) => host.knows(hash),
    save: () => host.save(),
    setLater(article) {
      waiting.set(article.id, article);
    },
    delete(id) {
      waiting.delete(id);
      host.delete(id);
    },
    configure: (config) => {
      host.configure(config);
    },
    setDesk: (desk) => {
      host.setDesk(desk);
    },
    snapshot() {
      for (const article of waiting.values()) host.set(article);
      waiting.clear();
      return host.snapshot();
    },
  };
}

import { compareText, type ArticleId } from './article';

/** An article as far as its place among the others is concerned. */
export interface Named {
  readonly id: ArticleId;
  readonly name: string;
}

/** The order of names; of two articles of one name the order of ids. */
export const byName = (a: Named, b: Named): number => compareText(a.name, b.name) || compareText(a.id, b.id);

/** Keeps the ids of articles in the order of names. What comes and goes one by one costs no sorting of all. */
export interface ArticleOrder {
  /** Adds an article that isn't in it. */
  add(article: Named): void;
  /** Takes an article out by the name that it was added with. */
  remove(article: Named): void;
  /** All ids: the same list until one comes or goes. */
  ids(): readonly ArticleId[];
}

/** Makes an empty order. */
export function createArticleOrder(): ArticleOrder {
  let sorted: Named[] = [];
  /** What has come since the list was last asked for, in no order, and what has gone. */
  let coming = new Map<ArticleId, Named>();
  let going = new Set<Named>();
  let ids: readonly ArticleId[] | null = [];

  /** Where an article stands or would stand. */
  const placeOf = (article: Named): number => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const one = sorted[middle];
      if (one && byName(one, article) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const merged = (): Named[] => {
    const news = [...coming.values()].sort(byName);
    const all: Named[] = [];
    let from = 0;
    for (const one of news) {
      const to = placeOf(one);
      for (; from < to; from++) push(sorted[from]);
      all.push(one);
    }
    for (; from < sorted.length; from++) push(sorted[from]);
    return all;

    function push(one: Named | undefined): void {
      if (one && !going.has(one)) all.push(one);
    }
  };

  return {
    add(article) {
      coming.set(article.id, article);
      ids = null;
    },
    remove(article) {
      ids = null;
      if (coming.delete(article.id)) return;
      const one = sorted[placeOf(article)];
      if (one?.id === article.id) going.add(one);
    },
    ids() {
      if (!ids) {
        sorted = merged();
        coming = new Map();
        going = new Set();
        ids = sorted.map(({ id }) => id);
      }
      return ids;
    },
  };
}

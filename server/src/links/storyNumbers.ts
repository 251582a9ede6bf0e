import type { ArticleId } from '../core/article';
import type { Story } from './model';
import { sameMembers, type Cluster, type Clusters } from './stories';

/** Whether two stories have the same articles and day, by whatever number they go. */
export function sameStory(a: Story | null, b: Story | null): boolean {
  return a === b || (a !== null && b !== null && a.articles === b.articles && a.date === b.date);
}

/** Numbers stories; as long as it is asked about the same ones it gives the same answer. */
export interface StoryNumbering {
  /**
   * The stories by article. `order` are all articles in the order of names, `days` says which days `dayOf` gives: the
   * answer is kept as long as both and the clusters are the same. `latest` is false for a question about what was
   * before: its answer is not kept.
   */
  stories(
    clusters: Clusters,
    order: readonly ArticleId[],
    days: number,
    dayOf: (id: ArticleId) => string | null,
    latest: boolean,
  ): ReadonlyMap<ArticleId, Story>;
}

/** Makes a numbering that knows no stories yet. */
export function createStoryNumbering(): StoryNumbering {
  let known: {
    readonly clusters: Clusters;
    readonly order: readonly ArticleId[];
    readonly days: number;
    readonly stories: ReadonlyMap<ArticleId, Story>;
  } | null = null;
  return {
    stories(clusters, order, days, dayOf, latest) {
      if (known?.clusters === clusters && known.order === order && known.days === days) return known.stories;
      const stories = numberStories(clusters, order, dayOf, known?.stories ?? new Map<ArticleId, Story>());
      if (latest) known = { clusters, order, days, stories };
      return stories;
    },
  };
}

/**
 * Numbers the stories by the first of their articles in `order` (the order of names). Stories that are as `before` keep
 * their objects; those that have only got another number keep their list of articles.
 */
function numberStories(
  clusters: Clusters,
  order: readonly ArticleId[],
  dayOf: (id: ArticleId) => string | null,
  before: ReadonlyMap<ArticleId, Story>,
): ReadonlyMap<ArticleId, Story> {
  const byCluster = new Map<Cluster, ArticleId[]>();
  for (const id of order) {
    const cluster = clusters.get(id);
    if (!cluster) continue;
    const articles = byCluster.get(cluster);
    if (articles) articles.push(id);
    else byCluster.set(cluster, [id]);
  }
  const stories = new Map<ArticleId, Story>();
  let number = 0;
  for (const articles of byCluster.values()) {
    const known = before.get(articles[0] ?? '');
    const members = known && sameMembers(known.articles, articles) ? known.articles : articles;
    const id = `s${++number}`;
    const date = mostGiven(articles.map(dayOf));
    const same = known?.articles === members && known.id === id && known.date === date;
    const story = same ? known : { id, articles: members, date };
    for (const article of articles) stories.set(article, story);
  }
  return stories;
}

/** The day that most give; of several the first. Null where none gives one. */
function mostGiven(days: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const day of days) if (day !== null) counts.set(day, (counts.get(day) ?? 0) + 1);
  let best: string | null = null;
  for (const [day, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && day < best)) best = day;
  }
  return best;
}

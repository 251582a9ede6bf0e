import { compareText, type ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import type { Story } from './model';
import type { Cluster, Clusters } from './storyIndex';

/** What is kept of a story: its number is asked of a moment, and whoever has it has that. */
export type StoryAtAGlance = Pick<Story, 'articles' | 'date'>;

/** Whether two stories have the same articles and day, by whatever number they go. */
export function sameStory(a: StoryAtAGlance | null, b: StoryAtAGlance | null): boolean {
  return a === b || (a !== null && b !== null && a.articles === b.articles && a.date === b.date);
}

/** What stories are told from, at one moment. */
export interface StoryMoment {
  readonly clusters: Clusters;
  /** All articles in the order of names. */
  readonly order: () => readonly ArticleId[];
  /** Grows with every change of a name or a day: what is known holds as long as it stays, and the clusters. */
  readonly heads: number;
  readonly headOf: (id: ArticleId) => StoryHeading | undefined;
}

/** What an article has to do with the order and the day of its story. */
export interface StoryHeading {
  readonly name: string;
  /** The day that it gives as its own, in ISO 8601, or null. */
  readonly day: string | null;
}

/** Makes stories of clusters. The list of a story's articles is the same object as long as they and their order are the same. */
export interface StoryNumbering {
  /**
   * Answers which story an article belongs to, as of a moment. A story's number is worked out when it is read, for all
   * stories: it hangs on them all, and hardly anybody asks for it.
   */
  stories(moment: StoryMoment): (id: ArticleId) => Story | null;
}

/** What was told of a moment: it holds for those after it that have the same clusters and heads. */
interface Known {
  /** The last of these. */
  readonly last: { moment: StoryMoment };
  readonly told: (id: ArticleId) => Story | null;
}

/** Makes a numbering that knows no stories yet. */
export function createStoryNumbering(): StoryNumbering {
  const lists = new WeakMap<Cluster, readonly ArticleId[]>();
  let known: Known | null = null;

  const articlesOf = (cluster: Cluster, headOf: StoryMoment['headOf']): readonly ArticleId[] => {
    const name = (id: ArticleId) => headOf(id)?.name ?? '';
    const articles = [...cluster].sort((a, b) => compareText(name(a), name(b)) || compareText(a, b));
    const before = lists.get(cluster);
    if (before && sameItems(before, articles)) return before;
    lists.set(cluster, articles);
    return articles;
  };

  const tell = (last: { moment: StoryMoment }) => {
    const { clusters } = last.moment;
    const stories = new Map<Cluster, Story>();
    let numbers: ReadonlyMap<Cluster, number> | null = null;
    const numberOf = (cluster: Cluster): number => {
      numbers ??= numberAll(clusters, last.moment.order());
      return numbers.get(cluster) ?? numbers.size + 1;
    };
    return (id: ArticleId): Story | null => {
      const cluster = clusters.get(id);
      if (!cluster) return null;
      let story = stories.get(cluster);
      if (!story) {
        const { headOf } = last.moment;
        const articles = articlesOf(cluster, headOf);
        const date = mostGiven(articles.map((one) => headOf(one)?.day ?? null));
        story = {
          get id() {
            return `s${numberOf(cluster)}`;
          },
          articles,
          date,
        };
        stories.set(cluster, story);
      }
      return story;
    };
  };

  return {
    stories(moment) {
      const { clusters, heads } = moment;
      const before = known?.last.moment;
      if (known && before?.clusters === clusters && before.heads === heads) {
        // What is the same now is asked of now: else a moment long past would be held, with all that has changed since.
        known.last.moment = moment;
      } else {
        const last = { moment };
        known = { last, told: tell(last) };
      }
      return known.told;
    },
  };
}

/** The clusters by the first of their articles in the order of names, from 1. */
function numberAll(clusters: Clusters, order: readonly ArticleId[]): ReadonlyMap<Cluster, number> {
  const all = clusters.all();
  const numbers = new Map<Cluster, number>();
  for (const id of order) {
    const cluster = all.get(id);
    if (cluster && !numbers.has(cluster)) numbers.set(cluster, numbers.size + 1);
  }
  return numbers;
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

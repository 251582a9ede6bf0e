import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import type { Cluster, Near } from './storyIndex';
import { enough, group, reach } from './storyNeighbours';

/** Articles that are alike by some chain, and the groups among them. */
interface Neighbourhood {
  readonly members: readonly ArticleId[];
}

/** Which articles form a group, by how alike they are: only neighbourhoods in which something has changed are formed anew. */
export interface StoryGroups {
  /** Two articles are now so alike, in steps: this counts where it joins them, or did. */
  noteLikeness(a: ArticleId, b: ArticleId, now: number): void;
  /** An article's neighbourhood must be worked out anew, or the article is gone. */
  noteMove(id: ArticleId): void;
  /** Forms the groups of up to so many neighbourhoods anew. Returns whether none is left: only then are they told. */
  regroup(most: number): boolean;
  /** The groups, by article, as they were last told: the same object as long as they are the same. */
  all(): ReadonlyMap<ArticleId, Cluster>;
  /**
   * The groups of an article and of all that can be reached from it, by likenesses as they are now, before all are formed
   * anew: the same objects then, if they have the same articles. Undefined for those that are by themselves.
   */
  early(id: ArticleId, nearNow: (id: ArticleId) => Near): ReadonlyMap<ArticleId, Cluster | undefined>;
  /** Whether there are any whose group has become another since they were last taken. */
  areRegrouped(): boolean;
  /** The articles whose group has become another since this was last asked, with those that are gone. */
  takeRegrouped(): ReadonlySet<ArticleId>;
}

/**
 * Makes groups of no articles.
 * @param nearOf how alike an article is to others.
 * @param isHere whether there is such an article now.
 */
export function createStoryGroups(nearOf: (id: ArticleId) => Near, isHere: (id: ArticleId) => boolean): StoryGroups {
  const neighbourhoods = new Map<ArticleId, Neighbourhood>();
  /** Articles whose neighbourhood must be worked out anew, with those that are gone. */
  const moved = new Set<ArticleId>();
  let regrouped = new Set<ArticleId>();
  let clusters: ReadonlyMap<ArticleId, Cluster> = new Map<ArticleId, Cluster>();
  /** The groups as they will be when all are formed anew. */
  let coming: Map<ArticleId, Cluster> | null = null;
  /** Groups that were told of before all articles were compared: they stay the same objects. */
  const early = new Map<ArticleId, Cluster>();

  /** Adds those whose neighbourhood may be another now to `seeds`, and those who have theirs to `done`. */
  const regroupAround = (seed: ArticleId, seeds: Set<ArticleId>, done: Set<ArticleId>) => {
    const leave = (id: ArticleId) => {
      for (const mate of neighbourhoods.get(id)?.members ?? []) seeds.add(mate);
      moved.delete(id);
      done.add(id);
    };
    if (!isHere(seed)) {
      leave(seed);
      neighbourhoods.delete(seed);
      put(seed, undefined);
      return;
    }
    const members = reach(seed, nearOf);
    const neighbourhood = { members };
    const grouped = new Map<ArticleId, Cluster>();
    for (const cluster of group(members, nearOf).map(asBefore)) for (const id of cluster) grouped.set(id, cluster);
    for (const id of members) {
      leave(id);
      neighbourhoods.set(id, neighbourhood);
      put(id, grouped.get(id));
    }
  };

  const put = (id: ArticleId, cluster: Cluster | undefined) => {
    if ((coming ?? clusters).get(id) === cluster) return;
    regrouped.add(id);
    coming ??= new Map(clusters);
    if (cluster) coming.set(id, cluster);
    else coming.delete(id);
  };

  /** The object that a group went by before, where it has the same articles. */
  const asBefore = (cluster: Cluster): Cluster => {
    const [first = ''] = cluster;
    return [(coming ?? clusters).get(first), early.get(first)].find((one) => one && sameItems(one, cluster)) ?? cluster;
  };

  return {
    noteLikeness(a, b, now) {
      const near = neighbourhoods.get(a);
      const together = near !== undefined && near === neighbourhoods.get(b);
      // What is between two neighbourhoods and doesn't join them has no part in either.
      if (!together && now < enough.single) return;
      moved.add(a);
      moved.add(b);
    },
    noteMove(id) {
      moved.add(id);
    },
    regroup(most) {
      let left = most;
      for (const id of moved) {
        if (left-- <= 0) return false;
        const seeds = new Set([id]);
        const done = new Set<ArticleId>();
        for (const seed of seeds) if (!done.has(seed)) regroupAround(seed, seeds, done);
      }
      clusters = coming ?? clusters;
      coming = null;
      early.clear();
      return true;
    },
    all: () => clusters,
    early(id, nearNow) {
      const members = reach(id, nearNow);
      const found = new Map<ArticleId, Cluster | undefined>(members.map((member) => [member, undefined]));
      for (const cluster of group(members, nearNow).map(asBefore)) {
        for (const member of cluster) {
          early.set(member, cluster);
          found.set(member, cluster);
        }
      }
      return found;
    },
    areRegrouped: () => regrouped.size > 0,
    takeRegrouped() {
      const taken = regrouped;
      regrouped = new Set();
      return taken;
    },
  };
}

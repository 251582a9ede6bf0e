import type { ArticleId } from '../core/article';
import { sameItems } from '../core/sameItems';
import { finish, type Steps } from '../core/steps';
import type { Cluster, Near } from './storyIndex';
import { enough, group, reach } from './storyNeighbours';

/** Which articles form a group, by how alike they are: only what a change may have a part in is formed anew. */
export interface StoryGroups {
  /** Two articles were and are now so alike, in steps. */
  noteLikeness(a: ArticleId, b: ArticleId, before: number, now: number): void;
  /** An article's group must be formed anew. */
  noteMove(id: ArticleId): void;
  /** An article is gone, and with it what made it like others. */
  noteGone(id: ArticleId): void;
  /** Of how many articles the groups must be formed anew. */
  waiting(): number;
  /**
   * Forms them anew in up to so many steps, some 20 µs each. Returns whether none is left: only then are they told. What is
   * half done is begun anew after a change.
   */
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
 * @param nearOf how alike an article is to others; to none where it is gone.
 */
export function createStoryGroups(nearOf: (id: ArticleId) => Near): StoryGroups {
  /** Articles whose group must be formed anew. */
  const moved = new Set<ArticleId>();
  /** The forming that is under way. */
  let forming: Steps<void> | null = null;
  let regrouped = new Set<ArticleId>();
  let clusters: ReadonlyMap<ArticleId, Cluster> = new Map<ArticleId, Cluster>();
  /** The groups as they will be when all are formed anew. */
  let coming: Map<ArticleId, Cluster> | null = null;
  /** Groups that were told of before all articles were compared: they stay the same objects. */
  const early = new Map<ArticleId, Cluster>();

  /** Of two groups whether they are tied, for as long as nothing changes that says so: an edit asks it of many pairs. */
  const ties = new Map<Cluster | ArticleId, Map<Cluster | ArticleId, boolean>>();

  const clusterOf = (id: ArticleId): Cluster | undefined => (coming ?? clusters).get(id);

  function* alikeEnough(id: ArticleId) {
    for (const [other, likeness] of nearOf(id)) if (likeness >= enough.single) yield other;
  }

  /** Whether anything of one group is alike enough to anything of the other to join it; an article may be by itself. */
  const areTied = (a: Cluster | ArticleId, b: Cluster | ArticleId): boolean => {
    const known = ties.get(a)?.get(b) ?? ties.get(b)?.get(a);
    if (known !== undefined) return known;
    const [one, other] = [a, b].map((part) => (typeof part === 'string' ? [part] : part)) as [Cluster, Cluster];
    const [fewer, more] = one.length <= other.length ? [one, other] : [other, one];
    const others = new Set(more);
    const found = fewer.some((id) => [...alikeEnough(id)].some((near) => others.has(near)));
    const from = ties.get(a) ?? new Map<Cluster | ArticleId, boolean>();
    ties.set(a, from.set(b, found));
    return found;
  };

  /**
   * All articles that have a part in the groups of those that have `changed`, as long as those around them form as before.
   * To `changed` are added the others of their groups, and those around that have moved, with theirs.
   */
  const regionOf = (changed: Set<ArticleId>): ReadonlySet<ArticleId> => {
    const region = new Set<ArticleId>();
    const enter = (id: ArticleId) => {
      if (region.has(id)) return;
      const whole = clusterOf(id) ?? [id];
      const hasChanged = whole.some((one) => changed.has(one) || moved.has(one));
      for (const one of whole) {
        region.add(one);
        if (hasChanged) changed.add(one);
      }
    };
    for (const id of changed) {
      enter(id);
      for (const other of alikeEnough(id)) enter(other);
    }
    return region;
  };

  /**
   * Forms the groups around an article anew, so that they are those which all articles together would form. What merges,
   * merges because nobody else is nearer, and with averages no merger is nearer to anybody than the nearer of its parts was
   * (Müllner, “Modern hierarchical, agglomerative clustering algorithms”, 2011, on chains of nearest neighbours). So those
   * that aren't alike enough to anything that has changed need not be looked at. A group around the change that has the
   * same articles as before has come about in the same way, and for those beyond it nothing is different; one that hasn't
   * has changed as well.
   */
  const regroupAround = function* (seed: ArticleId): Steps<void> {
    const changed = new Set([seed]);
    for (;;) {
      const members = [...regionOf(changed)].sort();
      const formed = new Map<ArticleId, Cluster>();
      const groups = yield* group(members, nearOf);
      for (const cluster of groups.map(asBefore)) for (const id of cluster) formed.set(id, cluster);
      const others = members.filter((id) => !changed.has(id) && formed.get(id) !== clusterOf(id));
      for (const id of others) changed.add(id);
      if (others.length > 0) continue;
      for (const id of changed) {
        moved.delete(id);
        put(id, formed.get(id));
      }
      return;
    }
  };

  const put = (id: ArticleId, cluster: Cluster | undefined) => {
    if (clusterOf(id) === cluster) return;
    regrouped.add(id);
    ties.clear();
    coming ??= new Map(clusters);
    if (cluster) coming.set(id, cluster);
    else coming.delete(id);
  };

  /** The object that a group went by before, where it has the same articles. */
  const asBefore = (cluster: Cluster): Cluster => {
    const [first = ''] = cluster;
    return [clusterOf(first), early.get(first)].find((one) => one && sameItems(one, cluster)) ?? cluster;
  };

  return {
    noteLikeness(a, b, before, now) {
      forming = null;
      if (before >= enough.single || now >= enough.single) ties.clear();
      if (moved.has(a) && moved.has(b)) return;
      const [one, other] = [clusterOf(a), clusterOf(b)];
      // What lay between two groups and was too little to join them does so all the less when it is less.
      if (!one || one !== other) {
        if (now < before) return;
        if (now < enough.single && ((!one && !other) || !areTied(one ?? a, other ?? b))) return;
      }
      moved.add(a);
      moved.add(b);
    },
    noteMove(id) {
      forming = null;
      ties.clear();
      moved.add(id);
    },
    noteGone(id) {
      forming = null;
      ties.clear();
      for (const mate of clusterOf(id) ?? []) moved.add(mate);
      moved.delete(id);
      put(id, undefined);
    },
    waiting: () => moved.size,
    regroup(most) {
      let left = most;
      for (const id of moved) {
        forming ??= regroupAround(id);
        for (let isDone = false; !isDone; isDone = forming.next().done === true) if (left-- <= 0) return false;
        forming = null;
      }
      clusters = coming ?? clusters;
      coming = null;
      ties.clear();
      early.clear();
      return true;
    },
    all: () => clusters,
    early(id, nearNow) {
      const members = reach(id, nearNow);
      const found = new Map<ArticleId, Cluster | undefined>(members.map((member) => [member, undefined]));
      for (const cluster of finish(group(members, nearNow)).map(asBefore)) {
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

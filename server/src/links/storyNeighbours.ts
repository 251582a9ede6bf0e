import type { ArticleId } from '../core/article';
import type { Steps } from '../core/steps';
import { mergeByAverage } from './storyClusters';
import type { Cluster, Near } from './storyIndex';

/**
 * The likeness that joins two articles and that which keeps groups together, in steps. Measured on labelled news: from 18
 * on nearly all pairs report one event, below 10 nearly none do.
 */
export const enough = { single: 15, groups: 17.5 };

/** All articles that can be reached from one over sure likenesses, in the order of ids. */
export function reach(start: ArticleId, nearOf: (id: ArticleId) => Near): readonly ArticleId[] {
  const found = new Set([start]);
  for (const id of found) for (const [other, likeness] of nearOf(id)) if (likeness >= enough.single) found.add(other);
  return [...found].sort();
}

/** The groups of two and more among the articles of a neighbourhood. */
export function* group(members: readonly ArticleId[], nearOf: (id: ArticleId) => Near): Steps<readonly Cluster[]> {
  if (members.length < 2) return [];
  const indices = new Map(members.map((id, index) => [id, index]));
  const inside = (member: number) => {
    const pairs: [number, number][] = [];
    for (const [id, likeness] of nearOf(members[member] ?? '')) {
      const index = indices.get(id);
      if (index !== undefined) pairs.push([index, likeness]);
    }
    return pairs;
  };
  const merged = yield* mergeByAverage(members.length, inside, enough);
  return merged
    .filter((cluster) => cluster.length > 1)
    .map((cluster) => cluster.map((member) => members[member] ?? ''));
}

import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { disagreements, toSheetProblem, type PlacedProblem } from './sheet/problems';

/** Counts the disagreements of some weight in all articles, each once though all its sides carry it: by difference. */
export interface ConflictCount {
  /**
   * Looks at some articles again, those that are gone included; with them all articles of their stories are looked at. The
   * cost is that of these stories.
   */
  update(analysis: Analysis, changed: Iterable<ArticleId>): void;
  /** How many there are: what the views' heads say, summed up. The cost is that of the articles that belong to no story. */
  total(analysis: Analysis): number;
}

/** The articles of a story; or one that belongs to none and disagrees with itself alone; or those of none that don't. */
type Group = readonly ArticleId[] | ArticleId | typeof tangled;
const tangled = Symbol('articles of no story that disagree with each other');

/** Makes a count of nothing. */
export function createConflictCount(): ConflictCount {
  const groups = new Map<ArticleId, Group>();
  const sizes = new Map<Group, number>();
  const counts = new Map<Group, number>();
  /** The articles of no story that disagree with others: each with these. */
  const outward = new Map<ArticleId, readonly ArticleId[]>();
  /** Whether these must be counted again: all at once when somebody asks, however many were looked at one by one. */
  let areUncounted = false;
  let sum = 0;

  function move(id: ArticleId, to: Group | null): void {
    const from = groups.get(id) ?? null;
    if (from === to) return;
    if (from !== null) {
      const left = (sizes.get(from) ?? 1) - 1;
      if (left > 0) sizes.set(from, left);
      else {
        sizes.delete(from);
        put(from, 0);
      }
    }
    if (to === null) groups.delete(id);
    else {
      groups.set(id, to);
      sizes.set(to, (sizes.get(to) ?? 0) + 1);
    }
  }

  function put(group: Group, count: number): void {
    sum += count - (counts.get(group) ?? 0);
    if (count > 0) counts.set(group, count);
    else counts.delete(group);
  }

  const problemsOf = (analysis: Analysis, id: ArticleId): readonly PlacedProblem[] => [
    ...analysis.problems(id).map((problem) => toSheetProblem(id, problem, null)),
    ...analysis.accepted(id).map(({ problem, acceptance }) => toSheetProblem(id, problem, acceptance)),
  ];

  const countIn = (analysis: Analysis, ids: readonly ArticleId[]): number => {
    const problems = ids.flatMap((id) => problemsOf(analysis, id));
    return problems.length === 0 ? 0 : disagreements(problems).conflicts;
  };

  return {
    update(analysis, changed) {
      const touched = new Set<Group>();
      const touch = (group: Group | undefined): void => {
        if (group !== undefined) touched.add(group);
      };
      for (const id of changed) {
        touch(groups.get(id));
        outward.delete(id);
        if (!analysis.get(id)) {
          move(id, null);
          continue;
        }
        const story = analysis.storyOf(id);
        if (story) move(id, story.articles);
        else {
          const others = problemsOf(analysis, id).flatMap(({ related }) =>
            related.flatMap(({ place: { articleId } }) =>
              articleId === id || analysis.storyOf(articleId) ? [] : [articleId],
            ),
          );
          if (others.length > 0) outward.set(id, others);
          move(id, others.length > 0 ? tangled : id);
        }
        touch(groups.get(id));
      }
      for (const group of touched) {
        if (!sizes.has(group) || group === tangled) continue;
        put(group, countIn(analysis, typeof group === 'string' ? [group] : group));
      }
      areUncounted ||= touched.has(tangled);
    },
    total(analysis) {
      if (areUncounted) {
        areUncounted = false;
        // Whoever is named by one of them belongs to them, whether or not it says so itself.
        const ids = new Set([...outward].flatMap(([id, others]) => [id, ...others]));
        for (const id of ids) if (analysis.get(id) && !analysis.storyOf(id)) move(id, tangled);
        put(tangled, sizes.has(tangled) ? countIn(analysis, [...ids]) : 0);
      }
      return sum;
    },
  };
}

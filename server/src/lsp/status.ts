import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { PlacedProblem } from '../features/diagnostics';
import { worstProblems } from '../features/diagnostics';
import { isConflict } from '../features/sheet/problems';
import type { StatusParams, StatusProblem } from '../protocol';
import { toLocation } from './convert';
import type { ScanProgress } from './scan';

/** How many problems the status bar's tooltip tells. */
const told = 3;

/**
 * What the status bar shows.
 * @param problems those of all articles, article by article in their order.
 * @param conflicts how many disagreements they are; null where not all articles have been gone through yet.
 */
export function statusOf(
  analysis: Analysis,
  problems: readonly PlacedProblem[],
  conflicts: number | null,
  scan: ScanProgress | null,
  uriOf: (id: ArticleId) => string,
): StatusParams {
  // The editor leaves hints out of its Problems panel; the two counts should agree.
  const shown = problems.filter(({ problem }) => problem.severity !== 'hint');
  const counts = new Map<ArticleId, number>();
  for (const { articleId } of shown) counts.set(articleId, (counts.get(articleId) ?? 0) + 1);
  return {
    total: shown.length,
    conflicts:
      conflicts ??
      worstProblems(shown, shown.length).filter(({ problem: { severity } }) => isConflict(severity)).length,
    files: [...counts].map(([id, count]) => ({ uri: uriOf(id), name: analysis.nameOf(id), problems: count })),
    worst: worstProblems(shown, told).flatMap(({ articleId, problem }): readonly StatusProblem[] => {
      const location = toLocation(analysis, uriOf, articleId, problem);
      if (!location) return [];
      const { severity, code, message } = problem;
      return [{ ...location, name: analysis.nameOf(articleId), severity, code, message }];
    }),
    scan,
  };
}

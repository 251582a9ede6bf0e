import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { severities } from '../core/config';
import { overlaps } from '../core/span';
import type { Problem } from '../rules/rule';

/** A problem and the article whose passage it marks. */
export interface PlacedProblem {
  readonly articleId: ArticleId;
  readonly problem: Problem;
}

/**
 * The problem after, or before, an offset: through the article, then through the others in the order of their names,
 * wrapping around to the article itself.
 * @param from null: begin before the first article, or after the last.
 * @returns null where no article has a problem.
 */
export function nextProblem(
  analysis: Analysis,
  from: { readonly articleId: ArticleId; readonly offset: number } | null,
  direction: 'next' | 'previous',
): PlacedProblem | null {
  const forward = direction === 'next';
  const ids = forward ? analysis.ids : [...analysis.ids].reverse();
  const at = from ? ids.indexOf(from.articleId) : -1;
  const inOrder = (id: ArticleId): readonly Problem[] => {
    // Hints are in no panel and no count; nobody is sent to them.
    const loud = analysis.problems(id).filter(({ severity }) => severity !== 'hint');
    return forward ? loud : loud.reverse();
  };

  if (from && at >= 0) {
    const here = inOrder(from.articleId).find(({ start }) => (forward ? start > from.offset : start < from.offset));
    if (here) return { articleId: from.articleId, problem: here };
  }
  for (let step = 1; step <= ids.length; step++) {
    const id = ids[(Math.max(at, -1) + step) % ids.length];
    const problem = id === undefined ? undefined : inOrder(id)[0];
    if (id !== undefined && problem) return { articleId: id, problem };
  }
  return null;
}

/**
 * The gravest problems, in the order of articles where they weigh the same. Both sides of a disagreement carry it; it
 * is told once.
 */
export function worstProblems(problems: readonly PlacedProblem[], most: number): readonly PlacedProblem[] {
  const worst: PlacedProblem[] = [];
  for (const severity of severities) {
    for (const placed of problems) {
      if (worst.length >= most) return worst;
      if (placed.problem.severity === severity && !worst.some((one) => isOtherSide(one, placed))) worst.push(placed);
    }
  }
  return worst;
}

function isOtherSide(told: PlacedProblem, placed: PlacedProblem): boolean {
  return (
    told.problem.code === placed.problem.code &&
    told.problem.related.some((side) => side.articleId === placed.articleId && overlaps(side, placed.problem))
  );
}

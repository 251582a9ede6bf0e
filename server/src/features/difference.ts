import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { ProblemCode } from '../core/config';
import { differencesOf, type PassageText } from '../desk/passageText';
import type { Problem } from '../rules/rule';

/** What would be written down to accept a problem. */
export interface Difference {
  readonly code: ProblemCode;
  /** One entry for each passage that disagrees: the two texts, or one where there is no other side. */
  readonly differences: readonly (readonly PassageText[])[];
}

/** Says which texts a problem of an article is about. No differences for an article that isn't known. */
export const differenceOf = (analysis: Analysis, id: ArticleId, problem: Problem): Difference => ({
  code: problem.code,
  differences: differencesOf(id, problem, (other) => analysis.get(other)),
});

/** The problem of a code that begins at an offset, open or accepted; undefined where there is none. */
export const problemAt = (analysis: Analysis, id: ArticleId, code: string, offset: number): Problem | undefined =>
  [...analysis.problems(id), ...analysis.accepted(id).map(({ problem }) => problem)].find(
    (problem) => problem.code === code && problem.start === offset,
  );

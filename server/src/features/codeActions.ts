import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Problem } from '../rules/rule';
import type { Fix, FixContext } from './fixes/fix';
import { cutFixes } from './fixes/markCut';
import { markFixes } from './fixes/mendMarks';
import { weekdayFixes } from './fixes/rightWeekday';
import { figureFixes } from './fixes/useFigure';
import { spellingFixes } from './fixes/useSpelling';
import { wordingFixes } from './fixes/useWording';

/** The problems that a selection touches, in the order of the text; empty for an article that isn't known. */
export const problemsAt = (analysis: Analysis, id: ArticleId, { start, end }: Span): readonly Problem[] =>
  analysis.problems(id).filter((problem) => problem.start <= end && start <= problem.end);

/**
 * The changes to the article at hand that settle one of its problems, the best first; empty where none is plain. A source
 * has no problems, and so is never changed.
 */
export function fixesFor(analysis: Analysis, id: ArticleId, problem: Problem): readonly Fix[] {
  const article = analysis.get(id)?.article;
  return article ? fixesOf({ analysis, article, problem }) : [];
}

function fixesOf(context: FixContext): readonly Fix[] {
  switch (context.problem.code) {
    case 'quote-altered':
      return [...wordingFixes(context), ...cutFixes(context)];
    case 'quote-marks':
      return markFixes(context);
    case 'figure-conflict':
      return figureFixes(context);
    case 'date-conflict':
      return [...weekdayFixes(context), ...figureFixes(context)];
    case 'name-variant':
      return spellingFixes(context);
    default:
      // Who spoke is not for us to say.
      return [];
  }
}

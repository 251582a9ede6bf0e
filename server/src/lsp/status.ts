import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { severities } from '../core/config';
import type { PlacedProblem } from '../features/diagnostics';
import { worstProblems } from '../features/diagnostics';
import { isConflict } from '../features/sheet/problems';
import type { StatusParams, StatusProblem } from '../protocol';
import type { Problem } from '../rules/rule';
import { toLocation } from './convert';
import type { Tally } from './tally';

/** How many problems the status bar's tooltip tells. */
const told = 3;
/** How many files with problems are named: the message must not grow with the folder. */
const named = 100;

/** What of the status is counted. */
export type Counts = Pick<StatusParams, 'total' | 'conflicts' | 'files' | 'worst'>;

/** How the counts name what they count. */
export interface CountParts {
  readonly analysis: Analysis;
  readonly uriOf: (id: ArticleId) => string;
  /** The problems of an article that are shown, of those that it has. */
  readonly shownOf: (problems: readonly Problem[]) => readonly Problem[];
}

/** The counts of all articles. */
export function countsOfAll(tally: Tally, parts: CountParts): Counts {
  const { analysis, uriOf, shownOf } = parts;
  let worst: readonly PlacedProblem[] = [];
  const articles = tally.articles();
  severities.slice(0, -1).forEach((severity, grade) => {
    for (const { id, gravest } of articles) {
      if (worst.length >= told) return;
      if (severities.indexOf(gravest) > grade) continue;
      for (const problem of shownOf(analysis.problems(id))) {
        if (problem.severity === severity) worst = worstProblems([...worst, { articleId: id, problem }], told);
      }
    }
  });
  return {
    total: tally.problems(),
    conflicts: tally.conflicts(analysis),
    files: articles
      .slice(0, named)
      .map(({ id, problems }) => ({ uri: uriOf(id), name: analysis.nameOf(id), problems })),
    worst: worst.flatMap((placed) => onWire(placed, parts)),
  };
}

/** The counts of a few articles, while the others are still to be read. */
export function countsOf(ids: Iterable<ArticleId>, parts: CountParts): Counts {
  const { analysis, uriOf, shownOf } = parts;
  const files: { uri: string; name: string; problems: number }[] = [];
  const all: PlacedProblem[] = [];
  for (const id of ids) {
    if (!analysis.get(id)) continue;
    // The editor leaves hints out of its Problems panel; the two counts should agree.
    const loud = shownOf(analysis.problems(id)).filter(({ severity }) => severity !== 'hint');
    if (loud.length > 0) files.push({ uri: uriOf(id), name: analysis.nameOf(id), problems: loud.length });
    for (const problem of loud) all.push({ articleId: id, problem });
  }
  return {
    total: all.length,
    conflicts: worstProblems(all, all.length).filter(({ problem }) => isConflict(problem.severity)).length,
    files: files.slice(0, named),
    worst: worstProblems(all, told).flatMap((placed) => onWire(placed, parts)),
  };
}

function onWire({ articleId, problem }: PlacedProblem, { analysis, uriOf }: CountParts): readonly StatusProblem[] {
  const location = toLocation(analysis, uriOf, articleId, problem);
  if (!location) return [];
  const { severity, code, message } = problem;
  return [{ ...location, name: analysis.nameOf(articleId), severity, code, message }];
}

import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { restId } from '../protocol/stories';
import type { Problem } from '../rules/rule';

const none: readonly never[] = [];

/**
 * The analysis as a report on a part of it sees it: only some articles are reported on, while all that is known of the
 * others stays known.
 * @param ids those to report on; ids that are not known are left out.
 * @param keeps which of their problems, and of their accepted differences, are told.
 */
export function narrowed(
  analysis: Analysis,
  ids: ReadonlySet<ArticleId>,
  keeps?: (id: ArticleId, problem: Problem) => boolean,
): Analysis {
  const { revision, desk } = analysis;
  return {
    revision,
    ids: analysis.ids.filter((id) => ids.has(id)),
    get: (id) => analysis.get(id),
    linksFrom: (id) => analysis.linksFrom(id),
    figureLinksFrom: (id) => analysis.figureLinksFrom(id),
    storyOf: (id) => analysis.storyOf(id),
    sourcesFor: (id) => analysis.sourcesFor(id),
    changedSince: (earlier) => analysis.changedSince(earlier),
    copyBetween: (a, b) => analysis.copyBetween(a, b),
    copiesOf: (id) => analysis.copiesOf(id),
    find: (text) => analysis.find(text),
    problems(id) {
      if (!ids.has(id)) return none;
      const all = analysis.problems(id);
      return keeps ? all.filter((problem) => keeps(id, problem)) : all;
    },
    *approach(id) {
      if (ids.has(id)) yield* analysis.approach(id);
    },
    accepted(id) {
      if (!ids.has(id)) return none;
      const all = analysis.accepted(id);
      return keeps ? all.filter(({ problem }) => keeps(id, problem)) : all;
    },
    letGo(gone) {
      analysis.letGo(gone);
    },
    desk,
    nameOf: (id) => analysis.nameOf(id),
  };
}

/** The articles of one story, or with `restId` those of none. */
export function storyScope(analysis: Analysis, story: string): Analysis {
  return narrowed(analysis, new Set(analysis.ids.filter((id) => (analysis.storyOf(id)?.id ?? restId) === story)));
}

/**
 * What a change of some articles touches: these with all their problems, and the other articles of their stories, or that
 * disagree with them, with the problems in which one of the changed articles has a part.
 */
export function changedScope(analysis: Analysis, changed: ReadonlySet<ArticleId>): Analysis {
  const isTouched = ({ related }: Problem): boolean => related.some(({ articleId }) => changed.has(articleId));
  const touched = analysis.ids.filter(
    (id) =>
      changed.has(id) ||
      analysis.storyOf(id)?.articles.some((other) => changed.has(other)) === true ||
      analysis.problems(id).some(isTouched),
  );
  return narrowed(analysis, new Set(touched), (id, problem) => changed.has(id) || isTouched(problem));
}

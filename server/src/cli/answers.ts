import type { AnalysisCopy } from '../analysis';
import type { ArticleId } from '../core/article';
import type { ArticleProblems } from '../desk/articleProblems';
import { reportPart, type ReportPart } from '../reports/json';

/** What a report asks of each article: its problems, or all that it adds to the JSON form. */
export type Wanted = 'problems' | 'part';

/** What was found of an article; `part` where that was wanted, otherwise its problems. */
export type Answer =
  | { readonly kind: 'problems'; readonly id: ArticleId; readonly found: ArticleProblems }
  | { readonly kind: 'part'; readonly id: ArticleId; readonly part: ReportPart; readonly warns: boolean };

/** Answers of articles in the order of `ids`. */
export function answer(analysis: AnalysisCopy, ids: readonly ArticleId[], wanted: Wanted): readonly Answer[] {
  if (wanted === 'problems')
    return ids.map((id) => ({
      kind: wanted,
      id,
      found: { open: analysis.problems(id), accepted: analysis.accepted(id) },
    }));
  const places = placesOf(analysis);
  return ids.map((id) => ({
    kind: wanted,
    id,
    part: reportPart(analysis, id, (one) => places.get(one)),
    warns: isGrave(analysis.problems(id)),
  }));
}

/** Whether one of the problems is a warning or worse. */
export const isGrave = (problems: ArticleProblems['open']): boolean =>
  problems.some(({ severity }) => severity === 'error' || severity === 'warning');

const known = new WeakMap<AnalysisCopy, ReadonlyMap<ArticleId, number>>();

/** Where each article stands in the order of names. */
function placesOf(analysis: AnalysisCopy): ReadonlyMap<ArticleId, number> {
  let places = known.get(analysis);
  if (!places) known.set(analysis, (places = new Map(analysis.ids.map((id, place) => [id, place]))));
  return places;
}

/** Articles that are asked about together: those of a story, for what is made of one of them is needed for the others. */
export type Group = readonly ArticleId[];

/** So many articles without a story are asked about together. */
const alone = 8;

/** All articles in groups, those first that take longest: so none is left over for one thread when the others are done. */
export function groupsOf(analysis: AnalysisCopy): readonly Group[] {
  const grouped = new Set<ArticleId>();
  const groups: Group[] = [];
  const others: ArticleId[] = [];
  for (const id of analysis.ids) {
    if (grouped.has(id)) continue;
    const story = analysis.storyOf(id)?.articles ?? [];
    if (story.length > 0) groups.push(story);
    else if (others.push(id) === alone) groups.push(others.splice(0));
    for (const one of story) grouped.add(one);
  }
  if (others.length > 0) groups.push(others);
  return groups.sort((a, b) => b.length - a.length);
}

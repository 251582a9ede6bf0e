import type { Analysis } from '../../analysis';
import { compareText, type ArticleId } from '../../core/article';
import type { Claims } from '../../claims/model';
import type { FigureLink, QuoteLink, Story } from '../../links/model';
import type { SheetColumn } from '../../protocol/stories';
import { titleOf } from './title';
import { disagreements, toSheetProblem, type PlacedProblem } from './problems';

/** An article of a story, with all that its column of the sheet is made from. */
export interface Member {
  readonly id: ArticleId;
  readonly text: string;
  readonly claims: Claims;
  /** Its links within the story, `from` always in it. */
  readonly links: readonly QuoteLink[];
  readonly figureLinks: readonly FigureLink[];
  /** Open ones and accepted ones. */
  readonly problems: readonly PlacedProblem[];
  readonly isSource: boolean;
  readonly column: SheetColumn;
}

/** More articles have no place beside each other; those without problems are the first to be left out. */
export const mostColumns = 200;

/** The articles of a story in the order of the sheet's columns. Ids that aren't known are left out. */
export function membersOf(analysis: Analysis, ids: readonly ArticleId[]): readonly Member[] {
  const inside = new Set(ids);
  const members = ids.flatMap((id) => memberOf(analysis, id, inside) ?? []);
  const kept =
    members.length <= mostColumns
      ? members
      : [...members].sort((a, b) => b.problems.length - a.problems.length).slice(0, mostColumns);
  return [...kept].sort(byDateline);
}

function memberOf(analysis: Analysis, id: ArticleId, inside: ReadonlySet<ArticleId>): Member | null {
  const here = analysis.get(id);
  if (!here) return null;
  const { article, claims } = here;
  const problems: readonly PlacedProblem[] = [
    ...analysis.problems(id).map((problem) => toSheetProblem(id, problem, null)),
    ...analysis.accepted(id).map(({ problem, acceptance }) => toSheetProblem(id, problem, acceptance)),
  ];
  const isSource = analysis.desk.isSource(article);
  return {
    id,
    text: article.text,
    claims,
    links: analysis.linksFrom(id).filter((link) => inside.has(link.to.articleId)),
    figureLinks: analysis.figureLinksFrom(id).filter((link) => inside.has(link.to.articleId)),
    problems,
    isSource,
    column: {
      article: id,
      name: analysis.nameOf(id),
      day: claims.dateline?.iso ?? null,
      source: isSource,
      quotes: claims.quotes.filter(({ kind }) => kind !== 'scare').length,
      figures: claims.figures.length,
      problems: problems.filter(({ accepted, severity }) => accepted === null && severity !== 'hint').length,
    },
  };
}

/** Sources first, then by dateline, those without one last; then by name. */
function byDateline(a: Member, b: Member): number {
  return (
    Number(b.isSource) - Number(a.isSource) ||
    compareText(a.column.day ?? '9999', b.column.day ?? '9999') ||
    compareText(a.column.name, b.column.name) ||
    compareText(a.id, b.id)
  );
}

/** What a story's head says beside its id: how many disagree, what it is called. */
export function headOf(members: readonly Member[], story: Story | null) {
  const problems = members.flatMap((member) => member.problems);
  const { conflicts, accepted, worst } = disagreements(problems);
  return {
    title: story ? titleOf(members) : '',
    date: story?.date ?? null,
    columns: members.map(({ column }) => column),
    conflicts,
    accepted,
    worst,
  };
}

import type { Analysis } from '../../analysis';
import { compareText, type ArticleId } from '../../core/article';
import type { Claims } from '../../claims/model';
import type { FigureLink, QuoteLink, Story } from '../../links/model';
import type { SheetColumn } from '../../protocol/stories';
import { titleOf } from './title';
import { disagreements, toSheetProblem, type PlacedProblem } from './problems';

/** An article of a story, with what its head and its column of the sheet are made from. */
export interface Listed {
  readonly id: ArticleId;
  readonly text: string;
  readonly claims: Claims;
  /** Open ones and accepted ones. */
  readonly problems: readonly PlacedProblem[];
  readonly isSource: boolean;
  readonly column: SheetColumn;
}

/** The same with what its rows are made from. */
export interface Member extends Listed {
  /** Its links within the story, `from` always in it. */
  readonly links: readonly QuoteLink[];
  readonly figureLinks: readonly FigureLink[];
}

/** More articles have no place beside each other; those without problems are the first to be left out. */
export const mostColumns = 200;

/** The articles of a story in the order of the sheet's columns. Ids that aren't known are left out. */
export function listedOf(analysis: Analysis, ids: readonly ArticleId[]): readonly Listed[] {
  const listed = ids.flatMap((id) => listedAs(analysis, id) ?? []);
  const kept =
    listed.length <= mostColumns
      ? listed
      : [...listed].sort((a, b) => b.problems.length - a.problems.length).slice(0, mostColumns);
  return [...kept].sort(byDateline);
}

/**
 * The same with their links.
 * @param ids all articles of the story, those without a column too.
 */
export function withLinks(analysis: Analysis, listed: readonly Listed[], ids: readonly ArticleId[]): readonly Member[] {
  const inside = new Set(ids);
  return listed.map((one) => ({
    ...one,
    links: analysis.linksFrom(one.id).filter((link) => inside.has(link.to.articleId)),
    figureLinks: analysis.figureLinksFrom(one.id).filter((link) => inside.has(link.to.articleId)),
  }));
}

/** What was last made of an article, and what of: thousands may belong to no story, and one of them is edited. */
const known = new WeakMap<object, { readonly from: readonly unknown[]; readonly listed: Listed }>();

function listedAs(analysis: Analysis, id: ArticleId): Listed | null {
  const here = analysis.get(id);
  if (!here) return null;
  const { article } = here;
  const [open, accepted] = [analysis.problems(id), analysis.accepted(id)];
  const name = analysis.nameOf(id);
  const from = [open, accepted.length > 0 ? accepted : 0, analysis.desk, name];
  const before = known.get(here);
  if (before?.from.every((one, i) => one === from[i])) return before.listed;
  const problems: readonly PlacedProblem[] = [
    ...open.map((problem) => toSheetProblem(id, problem, null)),
    ...accepted.map(({ problem, acceptance }) => toSheetProblem(id, problem, acceptance)),
  ];
  const isSource = analysis.desk.isSource(article);
  const { claims } = here;
  const listed: Listed = {
    id,
    text: article.text,
    // Asked for anew each time: what is kept of a whole folder must not hold what its articles claim.
    get claims() {
      return here.claims;
    },
    problems,
    isSource,
    column: {
      article: id,
      name,
      day: claims.dateline?.iso ?? null,
      source: isSource,
      quotes: claims.quotes.filter(({ kind }) => kind !== 'scare').length,
      figures: claims.figures.length,
      problems: problems.filter(({ accepted, severity }) => accepted === null && severity !== 'hint').length,
    },
  };
  known.set(here, { from, listed });
  return listed;
}

/** Sources first, then by dateline, those without one last; then by name. */
function byDateline(a: Listed, b: Listed): number {
  return (
    Number(b.isSource) - Number(a.isSource) ||
    compareText(a.column.day ?? '9999', b.column.day ?? '9999') ||
    compareText(a.column.name, b.column.name) ||
    compareText(a.id, b.id)
  );
}

/** What a story's head says beside its id: how many disagree, what it is called. */
export function headOf(members: readonly Listed[], story: Story | null) {
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

import type { AcceptedProblem, Analysis } from '../analysis';
import type { Quote } from '../claims/model';
import type { ArticleId } from '../core/article';
import { severities, type ProblemCode, type Severity } from '../core/config';
import { overlaps, type Span } from '../core/span';
import type { PlacedProblem } from '../features/diagnostics';

/** A difference that was accepted, and the article whose passage it marks. */
export interface PlacedAcceptance extends AcceptedProblem {
  readonly articleId: ArticleId;
}

/** All problems, the gravest first, each disagreement once though both its sides carry it. Hints are left out. */
export function disagreements(analysis: Analysis): readonly PlacedProblem[] {
  const all = analysis.ids.flatMap((articleId) =>
    analysis.problems(articleId).flatMap((problem) => (problem.severity === 'hint' ? [] : [{ articleId, problem }])),
  );
  return eachOnce(
    severities.flatMap((severity) => all.filter(({ problem }) => problem.severity === severity)),
    (placed) => placed,
  );
}

/** All differences that were accepted, in the order of the articles, each once though both its sides carry it. */
export function acceptances(analysis: Analysis): readonly PlacedAcceptance[] {
  const all = analysis.ids.flatMap((articleId) => analysis.accepted(articleId).map((one) => ({ ...one, articleId })));
  return eachOnce(all, (placed) => placed);
}

/** Leaves out what an earlier one names as its other side. */
function eachOnce<T>(all: readonly T[], placedOf: (one: T) => PlacedProblem): readonly T[] {
  /** The other sides of those that were told, by article and code. */
  const told = new Map<string, Span[]>();
  const keyOf = (code: ProblemCode, id: ArticleId): string => `${code} ${id}`;
  return all.filter((one) => {
    const { articleId, problem } = placedOf(one);
    if (told.get(keyOf(problem.code, articleId))?.some((side) => overlaps(side, problem))) return false;
    for (const side of problem.related) {
      const key = keyOf(problem.code, side.articleId);
      told.set(key, [...(told.get(key) ?? []), side]);
    }
    return true;
  });
}

/** How many of an article's claims stand elsewhere. */
export interface Coverage {
  readonly articleId: ArticleId;
  /** Marks of distance and titles are not counted. */
  readonly quotes: number;
  /** Those that another file has, in the same words or in others. */
  readonly quotesElsewhere: number;
  /** Those of them that a file has which is no copy of this one: a second source. */
  readonly quotesConfirmed: number;
  /** Those that a file has which was declared a source. */
  readonly quotesInSource: number;
  readonly figures: number;
  readonly figuresElsewhere: number;
  readonly isSource: boolean;
}

/** One row an article, in their order. Links that are only likely don't count. */
export function coverageOf(analysis: Analysis): readonly Coverage[] {
  return analysis.ids.flatMap((id): readonly Coverage[] => {
    const here = analysis.get(id);
    if (!here) return [];
    const elsewhere = new Map<number, Set<ArticleId>>();
    for (const { from, to, tentative } of analysis.linksFrom(id)) {
      if (from.quote === null || tentative || to.articleId === id) continue;
      const files = elsewhere.get(from.quote.index) ?? new Set();
      elsewhere.set(from.quote.index, files.add(to.articleId));
    }
    const spoken = here.claims.quotes.filter(isSpoken);
    const having = (holds: (other: ArticleId) => boolean): number =>
      spoken.filter(({ index }) => [...(elsewhere.get(index) ?? [])].some(holds)).length;
    const isSource = (other: ArticleId): boolean => {
      const article = analysis.get(other)?.article;
      return article !== undefined && analysis.desk.isSource(article);
    };
    return [
      {
        articleId: id,
        quotes: spoken.length,
        quotesElsewhere: having(() => true),
        quotesConfirmed: having((other) => analysis.copyBetween(id, other)?.oneSource !== true),
        quotesInSource: analysis.desk.hasSources ? having(isSource) : 0,
        figures: here.claims.figures.length,
        figuresElsewhere: new Set(
          analysis
            .figureLinksFrom(id)
            .filter(({ to, tentative }) => !tentative && to.articleId !== id)
            .map(({ from }) => from.figure.index),
        ).size,
        isSource: isSource(id),
      },
    ];
  });
}

/** The sums of the rows. */
export function totalOf(rows: readonly Coverage[]): Omit<Coverage, 'articleId' | 'isSource'> {
  const sum = (of: (row: Coverage) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    quotes: sum((row) => row.quotes),
    quotesElsewhere: sum((row) => row.quotesElsewhere),
    quotesConfirmed: sum((row) => row.quotesConfirmed),
    quotesInSource: sum((row) => row.quotesInSource),
    figures: sum((row) => row.figures),
    figuresElsewhere: sum((row) => row.figuresElsewhere),
  };
}

/** Marks used for distance, a title or a nickname hold nobody's words. */
export const isSpoken = (quote: Quote): boolean => quote.kind !== 'scare';

/** The gravest of some; null of none. */
export const gravest = (all: readonly { readonly severity: Severity }[]): Severity | null =>
  severities.find((severity) => all.some((one) => one.severity === severity)) ?? null;

import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { alignArticles, rowAt, type ComparedArticles, type Pivot } from '../features/comparison';
import { layOut, type LaidArticle, type LaidLine } from '../features/comparisonText';
import { comparableArticles, comparablePassages } from '../features/comparablePassages';
import type { WirePosition } from '../protocol';
import {
  comparableArticlesMethod,
  comparablePassagesMethod,
  compareMethod,
  type ComparableArticlesParams,
  type ComparableArticlesResult,
  type ComparablePassagesParams,
  type ComparablePassagesResult,
  type CompareParams,
  type CompareResult,
  type ComparedSide,
} from '../protocol/comparison';
import { toOffset, toPosition, toRange } from './convert';
import { guarded } from './dispatch';
import type { HandlerParts } from './handlers';
import { articleIdOf } from './uris';

/** What the client needs to lay two passages or two articles side by side. */
export function registerComparison({ connection, host, uriOf, logger }: HandlerParts): void {
  connection.onRequest(
    comparablePassagesMethod,
    guarded<ComparablePassagesParams, ComparablePassagesResult>(logger, comparablePassagesMethod, [], (params) => {
      const analysis = host.snapshot();
      const id = articleIdOf(params.uri);
      const here = analysis.get(id)?.article;
      if (!here) return [];
      return comparablePassages(analysis, id, toOffset(here, params.position)).flatMap((passage) => {
        const there = analysis.get(passage.articleId)?.article;
        if (!there) return [];
        return {
          uri: uriOf(passage.articleId),
          name: analysis.nameOf(passage.articleId),
          here: toRange(here, passage.here),
          there: toRange(there, passage.there),
          words: there.text.slice(passage.there.start, passage.there.end),
          about: passage.about,
          differs: passage.differs,
        };
      });
    }),
  );

  connection.onRequest(
    comparableArticlesMethod,
    guarded<ComparableArticlesParams, ComparableArticlesResult>(logger, comparableArticlesMethod, null, (params) => {
      const analysis = host.snapshot();
      const id = articleIdOf(params.uri);
      if (!analysis.get(id)) return null;
      return comparableArticles(analysis, id).map(({ articleId, sameStory, quotes }) => ({
        uri: uriOf(articleId),
        name: analysis.nameOf(articleId),
        sameStory,
        quotes,
      }));
    }),
  );

  connection.onRequest(
    compareMethod,
    guarded<CompareParams, CompareResult>(logger, compareMethod, null, (params) => {
      const analysis = host.snapshot();
      const left = laidArticle(analysis, articleIdOf(params.left));
      const right = laidArticle(analysis, articleIdOf(params.right));
      if (!left || !right) return null;
      const pivot = params.pivot && {
        left: toOffset(left.article, params.pivot.left),
        right: toOffset(right.article, params.pivot.right),
      };
      const compared = alignArticles(analysis, left.article.id, right.article.id, pivot ?? null);
      return compared && sidesOf(compared, left, right, pivot ?? null);
    }),
  );
}

function laidArticle(analysis: Analysis, id: ArticleId): LaidArticle | null {
  const article = analysis.get(id)?.article;
  return article ? { article, name: analysis.nameOf(id), lineOf: (offset) => toPosition(article, offset).line } : null;
}

function sidesOf(
  compared: ComparedArticles,
  left: LaidArticle,
  right: LaidArticle,
  pivot: Pivot | null,
): { left: ComparedSide; right: ComparedSide } {
  const laid = layOut(compared, left, right);
  const sideOf = (side: 'left' | 'right', { article, name }: LaidArticle): ComparedSide => ({
    name,
    lines: laid[side].map(({ text, offset }) => ({
      text,
      place: offset === null ? null : toPosition(article, offset),
    })),
    pivot: pivot && placeInLines(pivot[side], laid[side], laid.lines[rowAt(compared.rows, side, pivot[side])]?.[side]),
  });
  return { left: sideOf('left', left), right: sideOf('right', right) };
}

/** Where an offset of an article stands in the lines made of it; the top where it stands in none. */
function placeInLines(offset: number, lines: readonly LaidLine[], at: number | null | undefined): WirePosition {
  const line = lines[at ?? -1];
  if (typeof at !== 'number' || typeof line?.offset !== 'number') return { line: 0, character: 0 };
  return { line: at, character: Math.max(0, Math.min(line.text.length, offset - line.offset)) };
}

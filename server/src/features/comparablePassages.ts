import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { lengthOf, touches, type Span } from '../core/span';
import { compareNames, differs, linksAt, linksOut, reachOf, speakerOf, type Link } from './lookup';

/** A passage of another file that belongs to one of this article. */
export interface ComparablePassage {
  readonly articleId: ArticleId;
  readonly here: Span;
  readonly there: Span;
  /** What the two are about, for a title: the speaker, the figure, the name. Empty where nobody is named. */
  readonly about: string;
  /** Whether the two disagree. */
  readonly differs: boolean;
}

/**
 * The passages of other files that a reader with the cursor at an offset would hold against this one, the best of each
 * file: what problems there name, then what the quotes, the figure or the sentence there are linked to. Those that
 * disagree come first.
 */
export function comparablePassages(analysis: Analysis, id: ArticleId, offset: number): readonly ComparablePassage[] {
  const text = analysis.get(id)?.article.text ?? '';
  const found = new Map<ArticleId, ComparablePassage>();
  const add = (passage: ComparablePassage): void => {
    if (passage.articleId !== id && !found.has(passage.articleId)) found.set(passage.articleId, passage);
  };
  const links = linksAt(analysis, id, offset);
  const problems = [...analysis.problems(id), ...analysis.accepted(id).map(({ problem }) => problem)]
    .filter((problem) => touches(problem, offset))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
  for (const problem of problems) {
    const link = links.find(({ from }) => touches(problem, from.start));
    const about = link ? aboutOf(link, text) : text.slice(problem.start, problem.end);
    for (const { articleId, start, end } of problem.related)
      add({ articleId, here: problem, there: { start, end }, about, differs: true });
  }
  for (const link of links) {
    const { articleId, start, end } = link.to;
    add({ articleId, here: link.from, there: { start, end }, about: aboutOf(link, text), differs: differs(link) });
  }
  return [...found.values()].sort((a, b) => Number(b.differs) - Number(a.differs));
}

function aboutOf({ from }: Link, text: string): string {
  if ('figure' in from) return text.slice(from.start, from.end);
  return (from.quote && speakerOf(from.quote)?.name) ?? '';
}

/** Another article to lay beside one. */
export interface ComparableArticle {
  readonly articleId: ArticleId;
  /** Whether it reports the same events. */
  readonly sameStory: boolean;
  /** How many quotes of this article stand in it. */
  readonly quotes: number;
}

/** All other articles: those of the same story first, then those with the most quotes in common, then by name. */
export function comparableArticles(analysis: Analysis, id: ArticleId): readonly ComparableArticle[] {
  const story = new Set(analysis.storyOf(id)?.articles ?? []);
  const quotes = new Map<ArticleId, Set<number>>();
  for (const { from, to } of linksOut(analysis, id)) {
    const known = quotes.get(to.articleId) ?? new Set();
    quotes.set(to.articleId, known.add(reachOf(from).start));
  }
  return analysis.ids
    .filter((other) => other !== id)
    .map((articleId) => ({
      articleId,
      sameStory: story.has(articleId),
      quotes: quotes.get(articleId)?.size ?? 0,
      name: analysis.nameOf(articleId),
    }))
    .sort((a, b) => Number(b.sameStory) - Number(a.sameStory) || b.quotes - a.quotes || compareNames(a.name, b.name))
    .map(({ articleId, sameStory, quotes: count }) => ({ articleId, sameStory, quotes: count }));
}

import type { Analysis, AnalysisHost } from '../analysis';
import type { Article, ArticleId } from '../core/article';

/** So many articles of a story have passages in common that are worth comparing. */
const mostArticles = 4;
/** So many stories are rehearsed, each told in its own way: what one has no case of runs with another. */
const mostStories = 8;
/** Of so many articles it is asked whether their story has as many. */
const lookedAt = 120;
/** How much of a text is typed into first, in UTF-16 units: what has never run takes ten times as long. */
const firstLength = 1000;
/** How much of a text is typed into then: nobody should wait for a piece of it. */
const usualLength = 5000;
/** Each letter is put in and taken out again. */
const typed = ['a', 'n', 'd', ' '];

/** The articles to rehearse with, story by story: up to four of each, the stories of open documents first. */
export function rehearsedArticles(analysis: Analysis, openIds: Iterable<ArticleId>): readonly (readonly Article[])[] {
  const ids = [...new Set([...openIds, ...analysis.ids.slice(0, lookedAt)])].filter((id) => analysis.get(id));
  const stories = new Set(ids.map((id) => analysis.storyOf(id)?.articles ?? []));
  const told = [...stories].filter((articles) => articles.length >= mostArticles).slice(0, mostStories);
  const chosen = told.length > 0 ? told : [ids];
  return chosen.map((story) => story.slice(0, mostArticles).flatMap((id) => analysis.get(id)?.article ?? []));
}

/**
 * Types into articles on a host of their own, so that whatever an edit runs has run before somebody types in earnest. Goes
 * on by a piece whenever it is asked to; a piece takes as long as an edit or less.
 * @param host an empty host, of which nothing is used afterwards.
 * @param stories the articles to type into, those of one story together: first the beginnings of those of the first.
 * @param look what is done with an article's analysis after an edit.
 */
export function* rehearsal(
  host: AnalysisHost,
  stories: readonly (readonly Article[])[],
  look: (analysis: Analysis, id: ArticleId) => void,
): Generator<void, void> {
  yield* scene(host, stories[0] ?? [], firstLength, look);
  for (const articles of stories) yield* scene(host, articles, usualLength, look);
}

function* scene(
  host: AnalysisHost,
  articles: readonly Article[],
  length: number,
  look: (analysis: Analysis, id: ArticleId) => void,
): Generator<void, void> {
  const parts = articles.map(({ id, name, text }) => ({ id, name, text: beginningOf(text, length) }));
  for (const part of parts) {
    host.set(part);
    yield;
  }
  for (const { id, name, text } of parts) {
    for (const place of placesIn(host.snapshot(), id)) {
      for (const edited of typing(text, place)) {
        host.set({ id, name, text: edited });
        yield;
        look(host.snapshot(), id);
        yield;
      }
    }
    // What an edit has done to the others is looked at after a pause.
    for (const other of parts) {
      look(host.snapshot(), other.id);
      yield;
    }
  }
}

/** An article's first paragraphs, or as much of the first one. */
function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf('\n\n', most);
  return text.slice(0, end > 0 ? end : most);
}

/** Where somebody types: in the midst of a quote, right behind a figure's first digit, and in the midst of the text. */
function placesIn(analysis: Analysis, id: ArticleId): readonly number[] {
  const known = analysis.get(id);
  if (!known) return [];
  const [quote] = known.claims.quotes;
  const [figure] = known.claims.figures;
  const { length } = known.article.text;
  return [
    ...(quote ? [Math.floor((quote.start + quote.end) / 2)] : []),
    ...(figure ? [figure.start + 1] : []),
    Math.floor(length / 2),
  ];
}

/** The text after each letter that comes, and each that goes. */
function typing(text: string, place: number): readonly string[] {
  const into = typed.map((_, i) => text.slice(0, place) + typed.slice(0, i + 1).join('') + text.slice(place));
  return [...into, ...into.slice(0, -1).reverse(), text];
}

import type { ArticleId } from '../core/article';
import type { Claims } from '../claims/model';
import { createPairLinks, figureLinksOf, type FigureRecords } from './figureLinks';
import type { FigureLink, Story } from './model';

/** An article whose figures can be had. Replaced by another object when it changes. */
export interface WithFigures {
  /** Makes the records when first asked: an article by itself is never compared. */
  readonly figures: () => FigureRecords;
}

/** Links the figures of an article to those of its story, and keeps the answer as long as they all stand. */
export interface StoryFigures {
  /**
   * The figure links of an article, `from` always in it, in the order of `from.start`; none where it has no story.
   * `articleOf` knows the articles of the story.
   */
  links(
    id: ArticleId,
    article: WithFigures,
    story: Story | null,
    articleOf: (id: ArticleId) => WithFigures | undefined,
  ): readonly FigureLink[];
  /** Lets go of what is known of an article. */
  forget(id: ArticleId): void;
}

/** A file with more figures is a table rather than an article; its first are compared, lest all wait for it. */
const mostCompared = 500;

/** The claims with those figures only that are compared with other articles'. */
export const compared = (claims: Claims): Claims =>
  claims.figures.length > mostCompared ? { ...claims, figures: claims.figures.slice(0, mostCompared) } : claims;

/** Makes an empty memory: one answer an article, and what was found between two articles as long as both stand. */
export function createStoryFigures(): StoryFigures {
  const between = createPairLinks();
  const known = new Map<
    ArticleId,
    {
      readonly article: WithFigures;
      readonly told: readonly (WithFigures | undefined)[];
      readonly links: readonly FigureLink[];
    }
  >();
  return {
    links(id, article, story, articleOf) {
      if (!story) return [];
      const told = story.articles.map(articleOf);
      const last = known.get(id);
      if (last?.article === article && last.told.length === told.length && last.told.every((one, i) => one === told[i]))
        return last.links;
      const others = told.flatMap((one) => (one && one !== article ? [one.figures()] : []));
      const links = figureLinksOf(article.figures(), others, between);
      known.set(id, { article, told, links });
      return links;
    },
    forget: (id) => {
      known.delete(id);
    },
  };
}

import { compareText, type ArticleId } from '../core/article';
import type { Steps } from '../core/steps';
import type { Claims } from '../claims/model';
import type { ArticleFigures } from './articleFigures';
import { createDirectNet, createPairLinks, type DirectNet } from './directLinks';
import type { RawFigureLink } from './figureLinker';
import { settle, type Settlement } from './figureLinks';
import type { FigureRecord } from './figureRecords';
import type { FigureLink, FigurePassage, Story } from './model';

/** An article whose figures can be had. Replaced by another object when it changes. */
export interface WithFigures {
  /** Makes the records when first asked: an article by itself is never compared. */
  readonly figures: () => ArticleFigures;
}

/** Links the figures of an article to those of its story, and keeps the answer as long as they all stand. */
export interface StoryFigures {
  /**
   * The figure links of an article, `from` always in it, in the order of `from.start`; none where it has no story. Each
   * is found from the other end too, with the same relation, and as sure. `articleOf` knows the articles of the story.
   */
  links(
    id: ArticleId,
    article: WithFigures,
    story: Story | null,
    articleOf: (id: ArticleId) => WithFigures | undefined,
  ): readonly FigureLink[];
  /** Makes what `links` of these takes, a part at each step: the answers are the same without. */
  approach(...about: Parameters<StoryFigures['links']>): Steps<void>;
  /** Lets go of what is known of an article, and of its story with it. Asked again, the answers are the same. */
  forget(id: ArticleId): void;
}

/** A file with more figures is a table rather than an article; its first are compared, lest all wait for it. */
const mostCompared = 500;
/** In a story of more articles what one pair settles isn't followed on to others: there is enough to see. */
const mostFollowed = 41;

/** The claims with those figures only that are compared with other articles'. */
export const compared = (claims: Claims): Claims =>
  claims.figures.length > mostCompared ? { ...claims, figures: claims.figures.slice(0, mostCompared) } : claims;

/** What is known of a story. */
interface Known {
  readonly net: DirectNet;
  settlement: Settlement;
  /** The links of each article asked about, as long as no record of the story has changed. */
  readonly links: Map<ArticleId, readonly RawFigureLink[]>;
  readonly answers: Map<ArticleId, Answer>;
}

/** What was said of an article, and when it holds: as long as all articles of its story are the same objects. */
interface Answer {
  readonly article: WithFigures;
  readonly told: readonly (WithFigures | undefined)[];
  readonly links: readonly FigureLink[];
}

/**
 * Makes an empty memory: one answer an article, and what was found between two articles as long as both stand. A story is
 * remembered until one of its articles is forgotten, some 20 KB each.
 */
export function createStoryFigures(): StoryFigures {
  const between = createPairLinks();
  const stories = new Map<readonly ArticleId[], Known>();
  const storyOf = new Map<ArticleId, readonly ArticleId[]>();

  const drop = (articles: readonly ArticleId[]) => {
    if (!stories.delete(articles)) return;
    for (const id of articles) if (storyOf.get(id) === articles) storyOf.delete(id);
  };

  const recall = ({ articles }: Story): Known => {
    let known = stories.get(articles);
    if (known) return known;
    // What an article was in before is over.
    for (const id of articles) drop(storyOf.get(id) ?? articles);
    const net = createDirectNet(between);
    known = { net, settlement: settle(net, articles.length > mostFollowed), links: new Map(), answers: new Map() };
    stories.set(articles, known);
    for (const id of articles) storyOf.set(id, articles);
    return known;
  };

  const rawLinks = (known: Known, own: ArticleFigures, all: readonly ArticleFigures[]): readonly RawFigureLink[] => {
    if (known.net.update(all)) {
      known.settlement = settle(known.net, all.length > mostFollowed);
      known.links.clear();
    }
    let links = known.links.get(own.articleId);
    if (!links) known.links.set(own.articleId, (links = known.settlement.linksOf(own)));
    return links;
  };

  /** What was said of an article, where it still holds. */
  const answered = (
    known: Known,
    id: ArticleId,
    article: WithFigures,
    told: Answer['told'],
  ): readonly FigureLink[] | null => {
    const last = known.answers.get(id);
    return last?.article === article && last.told.every((one, i) => one === told[i]) ? last.links : null;
  };

  return {
    *approach(id, article, story, articleOf) {
      if (!story) return;
      const told = story.articles.map(articleOf);
      if (answered(recall(story), id, article, told)) return;
      const figures: ArticleFigures[] = [];
      for (const one of told) {
        if (one) figures.push(one.figures());
        yield;
      }
      // In a large story nobody asks what two others have in common.
      const sides = figures.length > mostFollowed ? [article.figures()] : figures;
      for (const one of sides) {
        for (const other of figures) {
          if (other === one) continue;
          between(one, other);
          yield;
        }
      }
    },
    links(id, article, story, articleOf) {
      if (!story) return [];
      const known = recall(story);
      const told = story.articles.map(articleOf);
      const before = answered(known, id, article, told);
      if (before) return before;
      const byId = new Map<ArticleId, ArticleFigures>();
      for (const one of told) {
        const figures = one?.figures();
        if (figures) byId.set(figures.articleId, figures);
      }
      const links = place(rawLinks(known, article.figures(), [...byId.values()]), byId);
      known.answers.set(id, { article, told, links });
      return links;
    },
    forget: (id) => {
      const articles = storyOf.get(id);
      if (articles) drop(articles);
    },
  };
}

/** The links with each figure where it stands now. */
function place(
  links: readonly RawFigureLink[],
  articles: ReadonlyMap<ArticleId, ArticleFigures>,
): readonly FigureLink[] {
  const placed = new Map<FigureRecord, FigurePassage>();
  const passageOf = (record: FigureRecord): FigurePassage => {
    let passage = placed.get(record);
    if (!passage) {
      const { articleId } = record;
      const figure = articles.get(articleId)?.figureOf.get(record) ?? record.figure;
      placed.set(record, (passage = { articleId, start: figure.start, end: figure.end, figure }));
    }
    return passage;
  };
  return links
    .map(({ a, b, relation, similarity, tentative }) => ({
      from: passageOf(a),
      to: passageOf(b),
      relation,
      similarity: Math.min(1, similarity),
      tentative,
    }))
    .sort(
      (x, y) => x.from.start - y.from.start || compareText(x.to.articleId, y.to.articleId) || x.to.start - y.to.start,
    );
}

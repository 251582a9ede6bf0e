import type { Article, ArticleId } from '../core/article';
import type { ProblemCode, Severity } from '../core/config';
import type { Span } from '../core/span';
import type { Claims } from '../claims/model';
import type { FigureLink, QuoteLink, Story } from '../links/model';
import type { NameVariant } from '../links/names/model';

/** The passage on the other side of a disagreement. */
export interface RelatedPassage extends Span {
  readonly articleId: ArticleId;
  readonly message: string;
}

/** A disagreement worth an editor's time. The span is the passage in this article. */
export interface Problem extends Span {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly message: string;
  readonly related: readonly RelatedPassage[];
}

/** What a rule may look at: one article, what it claims, and its links, `from` always in this article. */
export interface RuleContext {
  readonly article: Article;
  readonly claims: Claims;
  readonly links: readonly QuoteLink[];
  /** The article's figure links, `from` always in this article. */
  readonly figureLinks: readonly FigureLink[];
  /** The figure links of any article, `from` in it. */
  readonly figureLinksOf: (id: ArticleId) => readonly FigureLink[];
  /** The article's names that stand otherwise in its story or within it, in the order of `own.start`. */
  readonly nameVariants: readonly NameVariant[];
  /** The story that the article belongs to, or null where it reports on something by itself. */
  readonly story: Story | null;
  /** Any article by its id; undefined for one that is gone. */
  readonly articleOf: (id: ArticleId) => Article | undefined;
  /** What an article claims, by its id; undefined for one that is gone. */
  readonly claimsOf: (id: ArticleId) => Claims | undefined;
  /** The name to show for an article. */
  readonly nameOf: (id: ArticleId) => string;
  /** Whether two articles are copies, one of the other or both of a third: they are one source. */
  readonly isCopy: (a: ArticleId, b: ArticleId) => boolean;
  /** Whether an article is declared a source. */
  readonly isSource: (id: ArticleId) => boolean;
  /** The declared sources that this draft is held against; none where all articles are peers. */
  readonly sources: readonly ArticleId[];
  /** Whether words stand in an article one after the other, house style aside. */
  readonly hasWords: (id: ArticleId, words: string) => boolean;
}

/** One rule reports one code. It sees one article at a time and reports at most one problem a claim. */
export interface Rule {
  readonly code: ProblemCode;
  readonly defaultLevel: Severity | 'graded' | 'off';
  /** Its problems in any order; where each takes a while to find, as they are asked for. */
  check(context: RuleContext): Iterable<Problem>;
}

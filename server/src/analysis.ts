import type { Article, ArticleId } from './core/article';
import type { Config } from './core/config';
import { defaultConfig } from './core/config';
import type { Claims } from './claims/model';
import type { QuoteLink } from './links/model';
import type { Problem } from './rules/rule';

export interface AnalysedArticle {
  readonly article: Article;
  readonly claims: Claims;
}

/** What is known at one moment. It never changes; later edits make a new one. */
export interface Analysis {
  /** Grows by one with every change. */
  readonly revision: number;
  /** The ids of all articles, in a stable order. */
  readonly ids: readonly ArticleId[];
  get(id: ArticleId): AnalysedArticle | undefined;
  /** The article's links, `from` always in this article, in the order of `from.start`. */
  linksFrom(id: ArticleId): readonly QuoteLink[];
  /** The article's problems in the order of `start`; computed when first asked for and kept while it holds. */
  problems(id: ArticleId): readonly Problem[];
  /** The name to show for an article: its file name, or its path where two files have the same name. */
  nameOf(id: ArticleId): string;
}

/** Holds the articles, applies changes by difference, hands out snapshots. The one door to the core. */
export interface AnalysisHost {
  /** Adds an article, or replaces its text or name. Never throws. */
  set(article: Article): void;
  /** Removes an article; nothing happens where it isn't known. */
  delete(id: ArticleId): void;
  configure(config: Config): void;
  snapshot(): Analysis;
}

/** Makes an empty host. */
export function createAnalysisHost(config: Config = defaultConfig): AnalysisHost {
  void config;
  throw new Error('not built yet');
}

import type { WirePosition, WireRange } from './index';

/** Request, client to server: the passages of other files to hold against the one at a place, the best of each file. */
export const comparablePassagesMethod = 'secondSource/comparablePassages';

export interface ComparablePassagesParams {
  readonly uri: string;
  readonly position: WirePosition;
}

export type ComparablePassagesResult = readonly WireComparablePassage[];

export interface WireComparablePassage {
  readonly uri: string;
  /** The file's name, to show. */
  readonly name: string;
  readonly here: WireRange;
  readonly there: WireRange;
  /** The words that stand there. */
  readonly words: string;
  /** The speaker, the figure, the name; empty where nobody is named. */
  readonly about: string;
  readonly differs: boolean;
}

/** Request, client to server: the articles to lay beside one, the likeliest first. */
export const comparableArticlesMethod = 'secondSource/comparableArticles';

export interface ComparableArticlesParams {
  readonly uri: string;
}

/** Null: the document is no article. */
export type ComparableArticlesResult = readonly WireComparableArticle[] | null;

export interface WireComparableArticle {
  readonly uri: string;
  readonly name: string;
  readonly sameStory: boolean;
  /** How many quotes the two have in common. */
  readonly quotes: number;
}

/** Request, client to server: two articles as two texts for a diff editor. */
export const compareMethod = 'secondSource/compare';

export interface CompareParams {
  readonly left: string;
  readonly right: string;
  /** Two places that are to stand on one line. */
  readonly pivot?: { readonly left: WirePosition; readonly right: WirePosition };
}

/** Null: one of the two is no article, or they are the same one. */
export type CompareResult = {
  readonly left: ComparedSide;
  readonly right: ComparedSide;
} | null;

export interface ComparedSide {
  /** The name to show. */
  readonly name: string;
  readonly lines: readonly ComparedLine[];
  /** Where the pivot stands in `lines`. Null without a pivot. */
  readonly pivot: WirePosition | null;
}

export interface ComparedLine {
  readonly text: string;
  /** Where the line begins in the article; null for headings. */
  readonly place: WirePosition | null;
}

import type { WireLocation, WireRange } from './index';
import type { WireProblem } from './stories';

/** Request, client to server: what one article says. Null: the document is no article. */
export const claimsMethod = 'secondSource/claims';

export interface ArticleParams {
  readonly uri: string;
}

/** What one article says. Ranges are in its text as the server knows it: the buffer where it is open, else the file. */
export interface WireClaims {
  readonly uri: string;
  /** The name that messages give it: its file name, or its path where two files have the same name. */
  readonly name: string;
  /** The article's own day in ISO 8601, or null where it gives none. */
  readonly day: string | null;
  /** The id of its story, or null where no other article reports the same events. */
  readonly story: string | null;
  /** Whether it was declared a source. */
  readonly source: boolean;
  readonly quotes: readonly WireQuote[];
  readonly figures: readonly WireFigure[];
}

/** Whom an article gives a quote or a figure to. */
export interface WireNamed {
  /** The fullest name that the article gives. */
  readonly name: string;
  /** The words in the text: "he", "the mayor". */
  readonly range: WireRange;
  /** False where it is only likely. */
  readonly sure: boolean;
}

export interface WireQuote {
  /** The words without their quotation marks. */
  readonly range: WireRange;
  readonly text: string;
  /** A sentence of its own; a few words in a reported sentence; nobody's words; a transcript's turn. */
  readonly kind: 'direct' | 'partial' | 'scare' | 'block';
  readonly speaker: WireNamed | null;
  /** Whether it stands in a headline or a pull quote. */
  readonly display: boolean;
}

export interface WireFigure {
  readonly range: WireRange;
  readonly text: string;
  readonly kind:
    'count' | 'money' | 'percent' | 'measure' | 'age' | 'duration' | 'score' | 'ordinal' | 'multiple' | 'date' | 'time';
  /** In `unit`; the lower end of a range, the first side of a score. Null for dates and times. */
  readonly value: number | null;
  /** The upper end of a range, the second side of a score. */
  readonly max: number | null;
  /** How firmly it is given: "more than" is `atLeast`, "up to" `atMost`, "about" `approx`. */
  readonly bound: 'exact' | 'atLeast' | 'atMost' | 'approx' | 'range';
  /** An ISO 4217 currency, "%", or the name of a unit; null for what is only counted. */
  readonly unit: string | null;
  /** Dates, times and durations in ISO 8601, as exact as the text. */
  readonly iso: string | null;
  /** What is counted or measured, in the article's words. */
  readonly subject: string | null;
  readonly claimant: WireNamed | null;
}

/** Request, client to server: an article's links to other articles, `from` always in it. Null: it is no article. */
export const linksMethod = 'secondSource/links';

export type WireLink = WireQuoteLink | WireFigureLink;

/** Two passages that report the same words. */
export interface WireQuoteLink {
  readonly kind: 'quote';
  readonly from: WireLocation;
  readonly to: WireLocation;
  /** `verbatim`, `excerpt` (one stands in the other), `altered` (other words), `reported` (one has no marks). */
  readonly relation: 'verbatim' | 'excerpt' | 'altered' | 'reported';
  /** Whether it is only likely that they are one remark. */
  readonly tentative: boolean;
}

/** Two figures of the same thing. */
export interface WireFigureLink {
  readonly kind: 'figure';
  readonly from: WireLocation;
  readonly to: WireLocation;
  readonly relation: 'agrees' | 'differs';
  readonly tentative: boolean;
}

/** Request, client to server: the problems of one article, or of all. Null: it is no article. */
export const problemsMethod = 'secondSource/problems';

export interface ProblemsParams {
  /** Null: all articles. */
  readonly uri: string | null;
}

/** Those that are open and those that were accepted, by article and in the order of the text. */
export type ProblemsResult = readonly WireProblem[] | null;

/** Request, client to server: where some words stand in the articles, the longest agreeing wording first. */
export const findQuoteMethod = 'secondSource/findQuote';

export interface FindQuoteParams {
  readonly text: string;
}

export interface WireFoundQuote {
  readonly place: WireLocation;
  /** The article's name, to show. */
  readonly name: string;
  /** The passage as it stands there, whole. */
  readonly text: string;
  readonly relation: 'verbatim' | 'excerpt' | 'altered' | 'reported';
  /**
   * What the words that differ put at risk, the gravest first in this order: `number`, `negation`, `name`, `words`,
   * `tense`, `rendering`, `grammar`, `style`, `none`.
   */
  readonly gravity: 'number' | 'negation' | 'name' | 'words' | 'tense' | 'rendering' | 'grammar' | 'style' | 'none';
  /** False where the words stand without quotation marks. */
  readonly quoted: boolean;
  readonly speaker: { readonly name: string; readonly sure: boolean } | null;
  /**
   * The wording beside the words looked for: `differs` stands there and was not looked for, `missing` was looked for and
   * does not stand there, `cut` is left out of the picture.
   */
  readonly wording: readonly { readonly kind: 'same' | 'differs' | 'missing' | 'cut'; readonly text: string }[];
}

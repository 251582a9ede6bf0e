import type { ProblemCode, Severity } from '../core/config';
import type { Span } from '../core/span';
import type { Bound, FigureKind, FigureTime } from '../claims/figures/model';
import type { QuoteKind } from '../claims/model';
import type { FigureRelation, QuoteRelation } from '../links/model';

/** The version of the form. Fields may be added under the same number, never renamed. */
export const reportVersion = 1;

/** All that is known, as JSON. Offsets are UTF-16 code units, end exclusive. */
export interface Report {
  readonly version: typeof reportVersion;
  readonly articles: readonly ReportedArticle[];
  readonly links: readonly ReportedLink[];
  readonly problems: readonly ReportedProblem[];
  /** Differences that somebody let stand: no problems. */
  readonly accepted: readonly ReportedAcceptance[];
  /** Pairs of articles of one story of which one stands in the other to a tenth and more, each pair once. */
  readonly copies: readonly ReportedCopy[];
}

export interface ReportedArticle {
  readonly path: string;
  /** The story that the article belongs to; null where no other article reports the same, and where none was compared. */
  readonly story: string | null;
  /** Whether it is declared a source, which others are held against. */
  readonly source: boolean;
  readonly quotes: readonly ReportedQuote[];
  readonly figures: readonly ReportedFigure[];
}

export interface ReportedQuote extends Span {
  readonly id: string;
  readonly text: string;
  readonly kind: QuoteKind;
  readonly speaker: ({ readonly name: string } & Span) | null;
}

export interface ReportedFigure extends Span {
  readonly id: string;
  readonly text: string;
  readonly kind: FigureKind;
  /** In `unit`; both sides of a score as "7-2"; null for dates and times. */
  readonly value: number | string | null;
  /** The upper end of a range; otherwise null. */
  readonly max: number | null;
  readonly iso: string | null;
  readonly bound: Bound;
  readonly unit: string | null;
  readonly per: string | null;
  readonly subject: string | null;
  readonly claimant: ({ readonly name: string } & Span) | null;
  readonly time: ({ readonly text: string } & Pick<FigureTime, 'iso' | 'relation'> & Span) | null;
  /** The size of the last digit given; 0 for dates. */
  readonly step: number;
}

export interface ReportedPassage extends Span {
  /** The quote's or the figure's id, or null for a sentence of the running text. */
  readonly id: string | null;
  readonly path: string;
}

export interface ReportedLink {
  readonly from: ReportedPassage;
  readonly to: ReportedPassage;
  readonly relation: QuoteRelation | FigureRelation;
  readonly similarity: number;
  /** Whether it is only likely that the two are about the same thing: shown to who looks, never a problem. */
  readonly tentative: boolean;
}

export interface ReportedProblem extends Span {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly related: readonly ({ readonly path: string; readonly message: string } & Span)[];
}

/** A problem that was accepted, with why, by whom and when (ISO 8601); empty where that was not written down. */
export interface ReportedAcceptance extends ReportedProblem {
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** `from` is the one that has the greater share in the other. */
export interface ReportedCopy {
  readonly from: string;
  readonly to: string;
  /** The share of the running words of `from`, outside of quotes, that stand in `to`: 0 to 1. */
  readonly share: number;
  /** The share of the running words of `to` that stand in `from`. */
  readonly shareOfTo: number;
  /** Whether that is so much that the two count as one source. */
  readonly oneSource: boolean;
  /** Where, in the order of `from`. */
  readonly passages: readonly { readonly from: Span; readonly to: Span }[];
}

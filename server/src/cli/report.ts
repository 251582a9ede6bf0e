import type { AnalysedArticle, Analysis } from '../analysis';
import type { ProblemCode, Severity } from '../core/config';
import type { Span } from '../core/span';
import type { Quote, QuoteKind } from '../claims/model';
import type { Passage, QuoteLink, QuoteRelation } from '../links/model';

/** The version of the form. Fields may be added under the same number, never renamed. */
export const reportVersion = 1;

/** What the command line prints as JSON. Offsets are UTF-16 code units, end exclusive. */
export interface Report {
  readonly version: typeof reportVersion;
  readonly articles: readonly ReportedArticle[];
  readonly links: readonly ReportedLink[];
  readonly problems: readonly ReportedProblem[];
}

export interface ReportedArticle {
  readonly path: string;
  /** The story that the article belongs to, or null where stories aren't worked out. */
  readonly story: string | null;
  readonly quotes: readonly ReportedQuote[];
  readonly figures: readonly never[];
}

export interface ReportedQuote extends Span {
  readonly id: string;
  readonly text: string;
  readonly kind: QuoteKind;
  readonly speaker: ({ readonly name: string } & Span) | null;
}

export interface ReportedPassage extends Span {
  /** The quote's id, or null for a sentence of the running text. */
  readonly id: string | null;
  readonly path: string;
}

export interface ReportedLink {
  readonly from: ReportedPassage;
  readonly to: ReportedPassage;
  readonly relation: QuoteRelation;
  readonly similarity: number;
}

export interface ReportedProblem extends Span {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly path: string;
  readonly message: string;
  readonly related: readonly ({ readonly path: string; readonly message: string } & Span)[];
}

/** The claims of the articles and nothing else: no links, no problems. */
export function claimsReport(articles: readonly AnalysedArticle[]): Report {
  return { version: reportVersion, articles: articles.map(reportArticle), links: [], problems: [] };
}

/** All that is known: claims, every link once, problems by article. Article ids are taken for paths. */
export function fullReport(analysis: Analysis): Report {
  const articles = analysis.ids.flatMap((id) => analysis.get(id) ?? []);
  return {
    ...claimsReport(articles),
    links: linksOnce(analysis).map(reportLink),
    problems: analysis.ids.flatMap((path) =>
      analysis.problems(path).map((problem) => ({
        code: problem.code,
        severity: problem.severity,
        path,
        start: problem.start,
        end: problem.end,
        message: problem.message,
        related: problem.related.map(({ articleId, start, end, message }) => ({
          path: articleId,
          start,
          end,
          message,
        })),
      })),
    ),
  };
}

/**
 * The report as text. Characters that a terminal or a script might act on are escaped, which JSON allows anywhere in a
 * string.
 */
export function printJson(report: Report): string {
  const json = JSON.stringify(report);
  return json.replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (ch) => '\\u' + ch.charCodeAt(0).toString(16).padStart(4, '0'),
  );
}

function reportArticle({ article, claims }: AnalysedArticle): ReportedArticle {
  return {
    path: article.id,
    story: null,
    quotes: claims.quotes.map((quote) => ({
      id: quoteId(article.id, quote),
      start: quote.start,
      end: quote.end,
      text: quote.text,
      kind: quote.kind,
      speaker: quote.speaker && { name: quote.speaker.name, start: quote.speaker.start, end: quote.speaker.end },
    })),
    figures: [],
  };
}

/** Each pair of passages once, though both articles know the link; from the quote where the other side is a sentence. */
function linksOnce(analysis: Analysis): readonly QuoteLink[] {
  const links = new Map<string, QuoteLink>();
  for (const id of analysis.ids) {
    for (const link of analysis.linksFrom(id)) {
      const from = placeOf(link.from);
      const to = placeOf(link.to);
      const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`;
      const known = links.get(pair);
      if (known === undefined || (known.from.quote === null && link.from.quote !== null)) links.set(pair, link);
    }
  }
  return [...links.values()];
}

const placeOf = (passage: Passage): string => `${passage.articleId}\t${passage.start}\t${passage.end}`;

function reportLink(link: QuoteLink): ReportedLink {
  return {
    from: reportPassage(link.from),
    to: reportPassage(link.to),
    relation: link.relation,
    similarity: Math.round(link.similarity * 1000) / 1000,
  };
}

function reportPassage({ articleId, quote, start, end }: Passage): ReportedPassage {
  return { id: quote && quoteId(articleId, quote), path: articleId, start, end };
}

const quoteId = (path: string, quote: Quote): string => `${path}#q${quote.index}`;

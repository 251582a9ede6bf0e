import type { AnalysedArticle, Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { Quote } from '../claims/model';
import type { FigureLink, FigurePassage, Passage, QuoteLink, Story } from '../links/model';
import type { Copy } from '../links/copies/copies';
import { dated } from '../links/storyDates';
import type { Problem } from '../rules/rule';
import {
  reportVersion,
  type Report,
  type ReportedArticle,
  type ReportedCopy,
  type ReportedFigure,
  type ReportedLink,
  type ReportedPassage,
  type ReportedProblem,
} from './jsonForm';
import type { PathOf } from './places';
import { safeJson } from './visible';

/** The claims of the articles and nothing else: no links, no problems. Article ids are taken for paths. */
export function claimsReport(articles: readonly AnalysedArticle[]): Report {
  return {
    version: reportVersion,
    articles: articles.map((one) => reportArticle(one, null, false, idAsPath)),
    links: [],
    problems: [],
    accepted: [],
    copies: [],
  };
}

/** What an article adds to each list of the report, as JSON without the brackets around; empty where that is nothing. */
export interface ReportPart {
  readonly article: string;
  readonly quoteLinks: string;
  readonly figureLinks: string;
  readonly problems: string;
  readonly accepted: string;
  readonly copies: string;
}

/** What reports in parts ask. */
export type Reported = Pick<
  Analysis,
  'get' | 'storyOf' | 'linksFrom' | 'figureLinksFrom' | 'problems' | 'accepted' | 'copiesOf' | 'desk'
>;

/**
 * An article's part of the report. A link stands with the first of its two articles.
 * @param placeIn where an article stands among those that are reported on; undefined for one that isn't: what leads to it
 *   is left out.
 */
export function reportPart(
  analysis: Reported,
  id: ArticleId,
  placeIn: (id: ArticleId) => number | undefined,
  pathOf: PathOf = idAsPath,
): ReportPart {
  const own = placeIn(id) ?? 0;
  const isHere = ({ to }: Ends): boolean => (placeIn(to.articleId) ?? -1) >= own;
  const one = analysis.get(id);
  return {
    article: one ? listed([reportArticle(one, analysis.storyOf(id), analysis.desk.isSource(one.article), pathOf)]) : '',
    quoteLinks: listed(
      once(analysis.linksFrom(id).filter(isHere), ({ from }) => from.quote !== null).map((link) => {
        const [from, to] = [quoteEnd(link.from, pathOf), quoteEnd(link.to, pathOf)];
        // From the quote, where the other side is a sentence.
        return link.from.quote || !link.to.quote ? reportLink(link, from, to) : reportLink(link, to, from);
      }),
    ),
    figureLinks: listed(
      once(analysis.figureLinksFrom(id).filter(isHere), () => false).map((link) =>
        reportLink(link, figureEnd(link.from, pathOf), figureEnd(link.to, pathOf)),
      ),
    ),
    problems: listed(analysis.problems(id).map((problem) => reportProblem(id, problem, pathOf))),
    accepted: listed(
      analysis.accepted(id).map(({ problem, acceptance: { reason, by, at } }) => ({
        ...reportProblem(id, problem, pathOf),
        reason,
        by,
        at,
      })),
    ),
    copies: listed(
      copiesOnce(analysis, id)
        .filter(({ to }) => placeIn(to) !== undefined)
        .map((copy) => reportCopy(copy, pathOf)),
    ),
  };
}

const listed = (values: readonly unknown[]): string => (values.length === 0 ? '' : safeJson(values).slice(1, -1));

/** The report, piece by piece: one after the other they are its JSON, on one line. `parts` in the order of names. */
export function* printParts(parts: readonly ReportPart[]): Generator<string> {
  yield `{"version":${reportVersion},"articles":[`;
  yield* inARow(parts, ['article']);
  yield '],"links":[';
  yield* inARow(parts, ['quoteLinks', 'figureLinks']);
  yield '],"problems":[';
  yield* inARow(parts, ['problems']);
  yield '],"accepted":[';
  yield* inARow(parts, ['accepted']);
  yield '],"copies":[';
  yield* inARow(parts, ['copies']);
  yield ']}\n';
}

function* inARow(parts: readonly ReportPart[], fields: readonly (keyof ReportPart)[]): Generator<string> {
  let isFirst = true;
  for (const field of fields) {
    for (const part of parts) {
      const list = part[field];
      if (list === '') continue;
      yield isFirst ? list : `,${list}`;
      isFirst = false;
    }
  }
}

/** All that is known, as JSON on one line: claims, every link once, problems by article. */
export function jsonReport(analysis: Analysis, pathOf: PathOf = idAsPath): string {
  const places = new Map(analysis.ids.map((id, place) => [id, place]));
  const parts = analysis.ids.map((id) => reportPart(analysis, id, (one) => places.get(one), pathOf));
  return [...printParts(parts)].join('');
}

const idAsPath: PathOf = (id) => id;

const reportProblem = (id: ArticleId, problem: Problem, pathOf: PathOf): ReportedProblem => ({
  code: problem.code,
  severity: problem.severity,
  path: pathOf(id),
  start: problem.start,
  end: problem.end,
  message: problem.message,
  related: problem.related.map(({ articleId, start, end, message }) => ({
    path: pathOf(articleId),
    start,
    end,
    message,
  })),
});

/** The report as text, on one line. */
export const printJson = (report: Report): string => safeJson(report);

function reportArticle(
  { article, claims }: AnalysedArticle,
  story: Story | null,
  source: boolean,
  pathOf: PathOf,
): ReportedArticle {
  const path = pathOf(article.id);
  return {
    path,
    story: story?.id ?? null,
    source,
    quotes: claims.quotes.map((quote) => ({
      id: quoteId(path, quote),
      start: quote.start,
      end: quote.end,
      text: quote.text,
      kind: quote.kind,
      speaker: quote.speaker && { name: quote.speaker.name, start: quote.speaker.start, end: quote.speaker.end },
    })),
    figures: claims.figures.map((figure) => reportFigure(path, dated(figure, story))),
  };
}

function reportFigure(path: string, figure: Figure): ReportedFigure {
  const { start, end, text, kind, value, max, iso, bound, unit, per, subject, claimant, time, step } = figure;
  const isScore = kind === 'score' && value !== null && max !== null;
  return {
    id: figureId(path, figure),
    start,
    end,
    text,
    kind,
    value: isScore ? `${value}-${max}` : value,
    max: isScore ? null : max,
    iso,
    bound,
    unit,
    per,
    subject: subject?.text ?? null,
    claimant: claimant && { name: claimant.name, start: claimant.start, end: claimant.end },
    time: time && { text: time.text, iso: time.iso, relation: time.relation, start: time.start, end: time.end },
    step,
  };
}

/** A smaller share is told by nobody: a stock sentence or two. */
const leastShare = 0.1;

const copiesOnce = (analysis: Reported, id: ArticleId): readonly Copy[] =>
  analysis
    .copiesOf(id)
    .filter(
      ({ from, to, share, shareOfTo }) =>
        share >= leastShare && (share > shareOfTo || (share === shareOfTo && from < to)),
    );

const reportCopy = ({ from, to, share, shareOfTo, oneSource, passages }: Copy, pathOf: PathOf): ReportedCopy => ({
  from: pathOf(from),
  to: pathOf(to),
  share: rounded(share),
  shareOfTo: rounded(shareOfTo),
  oneSource,
  passages: passages.map((passage) => ({ from: passage.from, to: passage.to })),
});

interface Ends {
  readonly from: Span & { readonly articleId: string };
  readonly to: Span & { readonly articleId: string };
}

/** Of the links between the same two passages the first, or the first that is better than it. */
function once<Link extends Ends>(all: readonly Link[], isBetter: (link: Link) => boolean): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of all) {
    const from = placeOf(link.from);
    const to = placeOf(link.to);
    const pair = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    const known = links.get(pair);
    if (known === undefined || (!isBetter(known) && isBetter(link))) links.set(pair, link);
  }
  return [...links.values()];
}

const placeOf = ({ articleId, start, end }: Ends['from']): string => `${articleId}\t${start}\t${end}`;

const reportLink = (
  { relation, similarity, tentative }: QuoteLink | FigureLink,
  from: ReportedPassage,
  to: ReportedPassage,
): ReportedLink => ({ from, to, relation, similarity: rounded(similarity), tentative });

function quoteEnd({ articleId, quote, start, end }: Passage, pathOf: PathOf): ReportedPassage {
  const path = pathOf(articleId);
  return { id: quote && quoteId(path, quote), path, start, end };
}

function figureEnd({ articleId, figure, start, end }: FigurePassage, pathOf: PathOf): ReportedPassage {
  const path = pathOf(articleId);
  return { id: figureId(path, figure), path, start, end };
}

const rounded = (similarity: number): number => Math.round(similarity * 1000) / 1000;

const quoteId = (path: string, quote: Quote): string => `${path}#q${quote.index}`;
const figureId = (path: string, figure: Figure): string => `${path}#f${figure.index}`;

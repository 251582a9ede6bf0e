import type { Analysis } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Acceptance } from '../core/desk';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import type { Quote } from '../claims/model';
import { findQuote } from '../features/findQuote';
import { claimantOf, figureLinksOut, linksOut, speakerOf, type NamedSpeaker } from '../features/lookup';
import {
  claimsMethod,
  findQuoteMethod,
  linksMethod,
  problemsMethod,
  type ArticleParams,
  type FindQuoteParams,
  type ProblemsParams,
  type ProblemsResult,
  type WireClaims,
  type WireFigure,
  type WireFoundQuote,
  type WireLink,
  type WireNamed,
  type WireQuote,
} from '../protocol/api';
import type { WireProblem } from '../protocol/stories';
import type { Problem } from '../rules/rule';
import { toLocation, toRange } from './convert';
import { cancelled, guarded, type Answer } from './dispatch';
import type { HandlerParts } from './handlers';
import { articleIdOf } from './uris';
import { createBreather } from './turn';

type UriOf = (id: ArticleId) => string;

/** What scripts and other extensions may ask: claims, links, problems, and where some words stand. */
export function registerApi({ connection, host, uriOf, logger }: HandlerParts): void {
  connection.onRequest(
    claimsMethod,
    guarded<ArticleParams, WireClaims | null>(logger, claimsMethod, null, ({ uri }) =>
      claimsOf(host.snapshot(), articleIdOf(uri), uriOf),
    ),
  );
  connection.onRequest(
    linksMethod,
    guarded<ArticleParams, readonly WireLink[] | null>(logger, linksMethod, null, ({ uri }) =>
      linksOf(host.snapshot(), articleIdOf(uri), uriOf),
    ),
  );
  connection.onRequest(
    problemsMethod,
    guarded<ProblemsParams, ProblemsResult>(
      logger,
      problemsMethod,
      null,
      async ({ uri }, token): Promise<Answer<ProblemsResult>> => {
        const analysis = host.snapshot();
        if (uri !== null) {
          const id = articleIdOf(uri);
          return analysis.get(id) ? problemsOf(analysis, id, uriOf) : null;
        }
        const breathe = createBreather();
        const all: WireProblem[] = [];
        for (const id of analysis.ids) {
          await breathe();
          if (token.isCancellationRequested) return cancelled;
          for (const problem of problemsOf(analysis, id, uriOf)) all.push(problem);
        }
        return all;
      },
    ),
  );
  connection.onRequest(
    findQuoteMethod,
    guarded<FindQuoteParams, readonly WireFoundQuote[]>(logger, findQuoteMethod, [], ({ text }) => {
      const analysis = host.snapshot();
      return findQuote(analysis, text).flatMap(({ articleId, start, end, ...found }) => {
        const place = toLocation(analysis, uriOf, articleId, { start, end });
        const article = analysis.get(articleId)?.article;
        if (!place || !article) return [];
        return { place, name: analysis.nameOf(articleId), text: article.text.slice(start, end), ...found };
      });
    }),
  );
}

function claimsOf(analysis: Analysis, id: ArticleId, uriOf: UriOf): WireClaims | null {
  const analysed = analysis.get(id);
  if (!analysed) return null;
  const { article, claims } = analysed;
  return {
    uri: uriOf(id),
    name: analysis.nameOf(id),
    day: claims.dateline?.iso ?? null,
    story: analysis.storyOf(id)?.id ?? null,
    source: analysis.desk.isSource(article),
    quotes: claims.quotes.map((quote) => wireQuote(article, quote)),
    figures: claims.figures.map((figure) => wireFigure(article, figure)),
  };
}

const wireQuote = (article: Article, quote: Quote): WireQuote => ({
  range: toRange(article, quote),
  text: quote.text,
  kind: quote.kind,
  speaker: wireNamed(article, quote.speaker, speakerOf(quote)),
  display: quote.display,
});

const wireFigure = (article: Article, figure: Figure): WireFigure => ({
  range: toRange(article, figure),
  text: figure.text,
  kind: figure.kind,
  value: figure.value,
  max: figure.max,
  bound: figure.bound,
  unit: figure.unit,
  iso: figure.iso,
  subject: figure.subject?.text ?? null,
  claimant: wireNamed(article, figure.claimant, claimantOf(figure)),
});

const wireNamed = (article: Article, mention: Span | null, named: NamedSpeaker | null): WireNamed | null =>
  mention && named && { ...named, range: toRange(article, mention) };

function linksOf(analysis: Analysis, id: ArticleId, uriOf: UriOf): readonly WireLink[] | null {
  if (!analysis.get(id)) return null;
  const located = <R>(link: { from: Span; to: Span & { articleId: ArticleId } }, rest: R) => {
    const from = toLocation(analysis, uriOf, id, link.from);
    const to = toLocation(analysis, uriOf, link.to.articleId, link.to);
    return from && to ? [{ ...rest, from, to }] : [];
  };
  return [
    ...linksOut(analysis, id).flatMap((link): WireLink[] =>
      located(link, { kind: 'quote' as const, relation: link.relation, tentative: link.tentative }),
    ),
    ...figureLinksOut(analysis, id).flatMap((link): WireLink[] =>
      located(link, { kind: 'figure' as const, relation: link.relation, tentative: link.tentative }),
    ),
  ];
}

function problemsOf(analysis: Analysis, id: ArticleId, uriOf: UriOf): readonly WireProblem[] {
  const found: readonly { readonly problem: Problem; readonly acceptance: Acceptance | null }[] = [
    ...analysis.problems(id).map((problem) => ({ problem, acceptance: null })),
    ...analysis.accepted(id),
  ];
  return [...found]
    .sort((a, b) => a.problem.start - b.problem.start)
    .flatMap(({ problem, acceptance }) => {
      const place = toLocation(analysis, uriOf, id, problem);
      if (!place) return [];
      const { code, severity, message } = problem;
      const related = problem.related.flatMap((passage) => {
        const there = toLocation(analysis, uriOf, passage.articleId, passage);
        return there ? { place: there, message: passage.message } : [];
      });
      const accepted = acceptance && { reason: acceptance.reason, by: acceptance.by, at: acceptance.at };
      return { code, severity, message, place, related, accepted };
    });
}

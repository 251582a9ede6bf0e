import type {
  FoldingRange,
  InlayHint,
  Range,
  SemanticTokens,
  SemanticTokensDelta,
  ServerCapabilities,
  SymbolInformation,
} from 'vscode-languageserver';
import { FoldingRangeKind, SemanticTokensBuilder, SymbolKind } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Span } from '../core/span';
import { attentionOf } from '../features/attention';
import { foldsOf, indentedFolds } from '../features/folding';
import { inlayHintsOf, type InlayContent } from '../features/inlayHints';
import { tokensOf } from '../features/semanticTokens';
import { symbolsFor } from '../features/workspaceSymbols';
import { marksMethod, type MarksParams, type MarksResult } from '../protocol/reading';
import type { ClientProfile } from './clientProfile';
import { toLocation, toOffset, toPosition, toRange } from './convert';
import { guarded } from './dispatch';
import type { HandlerParts } from './handlers';
import { announceReading } from './readingRefresh';
import { legendFor, pushTokens } from './tokenEncoding';
import { articleIdOf } from './uris';

/** What the client is told of it. */
export function readingCapabilities(profile: ClientProfile): ServerCapabilities {
  return {
    semanticTokensProvider: { legend: legendFor(profile), full: { delta: true }, range: true },
    inlayHintProvider: true,
    foldingRangeProvider: true,
    workspaceSymbolProvider: true,
  };
}

interface Asked {
  readonly analysis: Analysis;
  readonly id: ArticleId;
  readonly article: Article;
}

/** What helps to read an article: tokens, inlay hints, folding, symbols of the workspace, marks beside the scroll bar. */
export function registerReading(parts: HandlerParts): void {
  const { connection, host, documents, settings, uriOf, logger } = parts;

  const articleAt = (uri: string): Asked | null => {
    const analysis = host.snapshot();
    const id = articleIdOf(uri);
    const article = analysis.get(id)?.article;
    return article ? { analysis, id, article } : null;
  };

  registerTokens(parts, articleAt);
  announceReading(parts);

  connection.languages.inlayHint.on(
    guarded(logger, 'textDocument/inlayHint', [], ({ textDocument, range }): InlayHint[] => {
      const level = settings().inlayHints;
      const asked = level === 'off' ? null : articleAt(textDocument.uri);
      if (!asked) return [];
      const { analysis, id, article } = asked;
      return inlayHintsOf(analysis, id, level, toSpan(article, range)).map((hint) =>
        toInlayHint(analysis, uriOf, article, hint),
      );
    }),
  );

  connection.onFoldingRanges(
    guarded(logger, 'textDocument/foldingRange', null, ({ textDocument }): FoldingRange[] | null => {
      const asked = articleAt(textDocument.uri);
      if (!asked) return null;
      const { analysis, id, article } = asked;
      const folds = oneALine(linesOf(article, foldsOf(analysis, id)));
      // Nothing to fold is for the editor to find out in its own way.
      if (folds.length === 0) return null;
      // An editor that is told of folds no longer looks for its own. Markdown has others that tell of its headings.
      const own = documents.get(id)?.language === 'markdown' ? [] : linesOf(article, indentedFolds(article.text));
      return oneALine([...folds.map((lines) => ({ ...lines, kind: FoldingRangeKind.Region })), ...own]);
    }),
  );

  connection.onWorkspaceSymbol(
    guarded(logger, 'workspace/symbol', [], ({ query }): SymbolInformation[] => {
      const analysis = host.snapshot();
      return symbolsFor(analysis, query).flatMap(({ articleId, start, end, kind, name }) => {
        const location = toLocation(analysis, uriOf, articleId, { start, end });
        return location ? [{ name, kind: kind === 'quote' ? SymbolKind.String : SymbolKind.Number, location }] : [];
      });
    }),
  );

  connection.onRequest(
    marksMethod,
    guarded<MarksParams, MarksResult>(logger, marksMethod, { linked: [], differing: [] }, ({ uri }) => {
      const asked = articleAt(uri);
      if (!asked) return { linked: [], differing: [] };
      const { linked, differing } = attentionOf(asked.analysis, asked.id);
      const ranges = (spans: readonly Span[]): Range[] => spans.map((span) => toRange(asked.article, span));
      return { linked: ranges(linked), differing: ranges(differing) };
    }),
  );
}

function registerTokens(
  { connection, documents, settings, logger }: HandlerParts,
  articleAt: (uri: string) => Asked | null,
): void {
  /** The last tokens of each open document, for telling only what has changed since. */
  const builders = new Map<ArticleId, SemanticTokensBuilder>();
  const none: SemanticTokens = { data: [] };

  /** Fills the document's builder with its tokens of now; null where there are none to tell. */
  function built(uri: string, previousId?: string): SemanticTokensBuilder | null {
    const asked = settings().semanticTokens ? articleAt(uri) : null;
    if (!asked) return null;
    for (const id of builders.keys()) if (!documents.get(id)) builders.delete(id);
    const builder = builders.get(asked.id) ?? new SemanticTokensBuilder();
    builders.set(asked.id, builder);
    builder.previousResult(previousId ?? '');
    pushTokens(builder, asked.article, tokensOf(asked.analysis, asked.id));
    return builder;
  }

  connection.languages.semanticTokens.on(
    guarded(logger, 'textDocument/semanticTokens/full', none, ({ textDocument }): SemanticTokens => {
      return built(textDocument.uri)?.build() ?? none;
    }),
  );
  connection.languages.semanticTokens.onDelta(
    guarded<{ textDocument: { uri: string }; previousResultId: string }, SemanticTokens | SemanticTokensDelta>(
      logger,
      'textDocument/semanticTokens/full/delta',
      none,
      ({ textDocument, previousResultId }) => built(textDocument.uri, previousResultId)?.buildEdits() ?? none,
    ),
  );
  connection.languages.semanticTokens.onRange(
    guarded(logger, 'textDocument/semanticTokens/range', none, ({ textDocument, range }): SemanticTokens => {
      const asked = settings().semanticTokens ? articleAt(textDocument.uri) : null;
      if (!asked) return none;
      const builder = new SemanticTokensBuilder();
      pushTokens(builder, asked.article, tokensOf(asked.analysis, asked.id, toSpan(asked.article, range)));
      return { data: builder.build().data };
    }),
  );
}

function toInlayHint(
  analysis: Analysis,
  uriOf: (id: ArticleId) => string,
  article: Article,
  { offset, label, place, more, kind }: InlayContent,
): InlayHint {
  const location = place && toLocation(analysis, uriOf, place.articleId, place);
  return {
    position: toPosition(article, offset),
    label: [{ value: label, ...(location ? { location } : {}) }],
    paddingLeft: true,
    ...(kind === 'figure' ? { tooltip: more.join('\n') } : {}),
  };
}

/** The lines of the stretches that run over more than one. */
function linesOf(article: Article, spans: readonly Span[]): FoldingRange[] {
  return spans.flatMap((span) => {
    const { start, end } = toRange(article, span);
    return end.line > start.line ? [{ startLine: start.line, endLine: end.line }] : [];
  });
}

/** The first of those that begin on the same line: an editor folds a line in one way. */
function oneALine<T extends FoldingRange>(folds: readonly T[]): T[] {
  const taken = new Set<number>();
  return folds.filter(({ startLine }) => !taken.has(startLine) && taken.add(startLine));
}

const toSpan = (article: Article, { start, end }: Range): Span => ({
  start: toOffset(article, start),
  end: toOffset(article, end),
});

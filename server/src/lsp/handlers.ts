import type {
  CodeLens,
  Connection,
  DefinitionLink,
  DocumentDiagnosticReport,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  SymbolInformation,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, DocumentHighlightKind, MarkupKind } from 'vscode-languageserver';
import type { Analysis, AnalysisHost } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import { lensAt, lensesOf } from '../features/codeLens';
import { nextProblem } from '../features/diagnostics';
import { hoverAt } from '../features/hover';
import type { Place } from '../features/lookup';
import { bestMatchesAt, highlightsAt, matchesAt } from '../features/navigation';
import type { NextConflictParams, NextConflictResult, ShowMatchesArguments } from '../protocol';
import { nextConflictMethod } from '../protocol';
import type { ClientProfile } from './clientProfile';
import { toLocation, toOffset, toPosition, toRange } from './convert';
import type { Answer } from './dispatch';
import { cancelled, contentModified, guarded } from './dispatch';
import type { Documents } from './documents';
import { hoverMarkdown, hoverPlainText } from './hoverText';
import type { HoverLinks } from './hoverText';
import { symbolList, symbolTree } from './outline';
import type { Publisher } from './publishing';
import { registerApi } from './apiRequests';
import { registerCodeActions } from './codeActions';
import { registerComparison } from './comparison';
import type { DeskFiles } from './deskFiles';
import { registerDeskRequests } from './deskRequests';
import { registerReading } from './reading';
import { registerReports } from './reportRequests';
import type { Reports } from './reports';
import { registerStories } from './stories';
import type { Settings } from './settings';
import { articleIdOf } from './uris';
import { createBreather } from './turn';

export interface HandlerParts {
  readonly connection: Connection;
  readonly profile: ClientProfile;
  readonly host: AnalysisHost;
  readonly documents: Documents;
  readonly reports: Reports;
  readonly publisher: Publisher;
  readonly desk: DeskFiles;
  readonly settings: () => Settings;
  readonly uriOf: (id: ArticleId) => string;
  readonly logger: Logger;
}

/** What a request about a place in a document is about. */
interface Asked {
  readonly analysis: Analysis;
  readonly id: ArticleId;
  readonly article: Article;
  readonly offset: number;
}

interface PositionParams {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
}

/** Answers the client's requests. Each answer is worked out from one snapshot, and none waits for the scan. */
export function registerHandlers(parts: HandlerParts): void {
  const { connection, profile, host, settings, uriOf, logger } = parts;

  const placeOf = ({ textDocument, position }: PositionParams): Asked | null => {
    const analysis = host.snapshot();
    const id = articleIdOf(textDocument.uri);
    const article = analysis.get(id)?.article;
    return article ? { analysis, id, article, offset: toOffset(article, position) } : null;
  };
  const locationsOf = (analysis: Analysis, passages: readonly Place[]): Location[] =>
    passages.flatMap((passage) => toLocation(analysis, uriOf, passage.articleId, passage) ?? []);

  registerDiagnostics(parts);
  registerStories(parts);
  registerDeskRequests(parts);
  registerCodeActions(parts);
  registerComparison(parts);
  registerApi(parts);
  registerReading(parts);
  registerReports(parts);

  connection.onHover(
    guarded(logger, 'textDocument/hover', null, (params): Hover | null => {
      const place = placeOf(params);
      const content = place ? hoverAt(place.analysis, place.id, place.offset) : [];
      const [first] = content;
      if (!place || !first) return null;
      const { analysis, article, id, offset } = place;
      const links: HoverLinks = {
        placesOf: (row) =>
          locationsOf(
            analysis,
            row.places.map((span) => ({ ...span, articleId: row.articleId })),
          ).map(({ uri, range }) => ({ uri, line: range.start.line + 1 })),
        showAll: showAllLink(analysis, article, id, offset),
      };
      const contents = profile.markdownHovers
        ? { kind: MarkupKind.Markdown, value: hoverMarkdown(content, links) }
        : { kind: MarkupKind.PlainText, value: hoverPlainText(content, links) };
      return { contents, range: toRange(article, first.span) };
    }),
  );

  /** The command link that shows all matches, for a client that has said that it trusts the command. */
  function showAllLink(analysis: Analysis, article: Article, id: ArticleId, offset: number): string | null {
    if (!profile.hoverCommands || profile.lensCommand === null) return null;
    const matches = matchesAt(analysis, id, offset)?.there ?? [];
    const args: ShowMatchesArguments = [uriOf(id), toPosition(article, offset), locationsOf(analysis, matches)];
    return `command:${profile.lensCommand}?${encodeURIComponent(JSON.stringify(args)).replace(/[()']/g, escapeInLink)}`;
  }

  connection.onCodeLens(
    guarded(logger, 'textDocument/codeLens', [], ({ textDocument }): CodeLens[] => {
      const analysis = host.snapshot();
      const id = articleIdOf(textDocument.uri);
      const article = analysis.get(id)?.article;
      if (!article) return [];
      return lensesOf(analysis, id, settings().lens).map((paragraph) => ({
        range: toRange(article, paragraph),
        data: { uri: textDocument.uri, start: paragraph.start },
      }));
    }),
  );

  connection.onCodeLensResolve(
    // The library gives this handler the type of its answer, so the lens itself is what an empty answer is.
    (lens, token) =>
      guarded(logger, 'codeLens/resolve', lens, (): Answer<CodeLens> => {
        const target = lensTarget(lens.data);
        if (!target) return lens;
        const analysis = host.snapshot();
        const id = articleIdOf(target.uri);
        const article = analysis.get(id)?.article;
        const content = lensAt(analysis, id, target.start);
        if (!article || !content) return contentModified;
        if (profile.lensCommand === null || content.matches.length === 0)
          return { ...lens, command: { title: content.title, command: '' } };
        const args: ShowMatchesArguments = [
          target.uri,
          toPosition(article, content.offset),
          locationsOf(analysis, content.matches),
        ];
        return { ...lens, command: { title: content.title, command: profile.lensCommand, arguments: [...args] } };
      })(lens, token),
  );

  connection.onDefinition(
    guarded(logger, 'textDocument/definition', null, (params): Location[] | DefinitionLink[] | null => {
      const place = placeOf(params);
      const matches = place && bestMatchesAt(place.analysis, place.id, place.offset);
      if (!matches) return null;
      const locations = locationsOf(place.analysis, matches.there);
      if (!profile.definitionLinks) return locations;
      const originSelectionRange = toRange(place.article, matches.origin);
      return locations.map(({ uri, range }) => ({
        originSelectionRange,
        targetUri: uri,
        targetRange: range,
        targetSelectionRange: range,
      }));
    }),
  );

  connection.onReferences(
    guarded(logger, 'textDocument/references', null, (params): Location[] | null => {
      const place = placeOf(params);
      const matches = place && matchesAt(place.analysis, place.id, place.offset);
      if (!matches) return null;
      const here = params.context.includeDeclaration ? matches.here : [];
      return locationsOf(place.analysis, [...here, ...matches.there]);
    }),
  );

  connection.onDocumentHighlight(
    guarded(logger, 'textDocument/documentHighlight', null, (params): DocumentHighlight[] | null => {
      const place = placeOf(params);
      if (!place) return null;
      const { analysis, article, id, offset } = place;
      return highlightsAt(analysis, id, offset).map((span) => ({
        range: toRange(article, span),
        kind: DocumentHighlightKind.Text,
      }));
    }),
  );

  connection.onDocumentSymbol(
    guarded(logger, 'textDocument/documentSymbol', [], ({ textDocument }): DocumentSymbol[] | SymbolInformation[] => {
      const analysis = host.snapshot();
      const id = articleIdOf(textDocument.uri);
      const article = analysis.get(id)?.article;
      if (!article) return [];
      return profile.symbolTrees ? symbolTree(analysis, article) : symbolList(analysis, article, textDocument.uri);
    }),
  );

  connection.onRequest(
    nextConflictMethod,
    guarded<NextConflictParams, NextConflictResult>(logger, nextConflictMethod, null, (params) => {
      const analysis = host.snapshot();
      const id = typeof params.uri === 'string' ? articleIdOf(params.uri) : null;
      const article = id === null ? undefined : analysis.get(id)?.article;
      const from = article && {
        articleId: article.id,
        offset: params.position ? toOffset(article, params.position) : -1,
      };
      const found = nextProblem(analysis, from ?? null, params.direction === 'previous' ? 'previous' : 'next');
      const location = found && toLocation(analysis, uriOf, found.articleId, found.problem);
      return location ? { ...location, message: found.problem.message } : null;
    }),
  );
}

function registerDiagnostics({ connection, host, documents, reports, publisher, uriOf, logger }: HandlerParts): void {
  const none = (): DocumentDiagnosticReport => ({ kind: DocumentDiagnosticReportKind.Full, items: [] });
  connection.languages.diagnostics.on(
    guarded(
      logger,
      'textDocument/diagnostic',
      none(),
      ({ textDocument, previousResultId }): DocumentDiagnosticReport => {
        const id = articleIdOf(textDocument.uri);
        const { resultId, items } = reports.of(host.snapshot(), id);
        publisher.given(id, resultId);
        return resultId === previousResultId
          ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId }
          : { kind: DocumentDiagnosticReportKind.Full, resultId, items };
      },
    ),
  );

  connection.languages.diagnostics.onWorkspace(
    guarded(
      logger,
      'workspace/diagnostic',
      { items: [] },
      async ({ previousResultIds }, token): Promise<Answer<WorkspaceDiagnosticReport>> => {
        const analysis = host.snapshot();
        const breathe = createBreather();
        // Most are spelt as we spell them: the way through the parts of a URI is long where there are thousands.
        const idOf = (uri: string): ArticleId => (analysis.get(uri) ? uri : articleIdOf(uri));
        const previous = new Map(previousResultIds.map(({ uri, value }) => [idOf(uri), { uri, value }]));
        const items: WorkspaceDocumentDiagnosticReport[] = [];
        for (const id of new Set([...analysis.ids, ...previous.keys(), ...publisher.shownIds()])) {
          await breathe();
          if (token.isCancellationRequested) return cancelled;
          const resultId = reports.resultIdOf(analysis, id);
          const had = previous.get(id);
          // A file that is gone is reported once more, without problems, so that the client lets go of it.
          if (!analysis.get(id)) publisher.released(id);
          // A client shows what it was given for an open document, whatever the workspace's report says of it.
          else if (!documents.get(id)) publisher.given(id, resultId);
          // What has not changed is left out: clients ask every few seconds, and a folder may hold thousands of files.
          if (had?.value === resultId) continue;
          items.push({
            kind: DocumentDiagnosticReportKind.Full,
            uri: had?.uri ?? uriOf(id),
            version: documents.get(id)?.version ?? null,
            resultId,
            items: reports.of(analysis, id).items,
          });
        }
        return { items };
      },
    ),
  );
}

const escapeInLink = (ch: string): string => `%${ch.charCodeAt(0).toString(16).toUpperCase()}`;

/** What a lens of ours carries; null for one that somebody else made. */
function lensTarget(data: unknown): { readonly uri: string; readonly start: number } | null {
  if (typeof data !== 'object' || data === null) return null;
  const { uri, start } = data as { uri?: unknown; start?: unknown };
  return typeof uri === 'string' && typeof start === 'number' ? { uri, start } : null;
}

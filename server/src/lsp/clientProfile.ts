import type { InitializeParams } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import type { InitializationOptions } from '../protocol';

/** What the client can do, read once from its first message. */
export interface ClientProfile {
  /** It asks for diagnostics; a client that doesn't is sent them. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly diagnosticData: boolean;
  readonly markdownHovers: boolean;
  readonly definitionLinks: boolean;
  readonly symbolTrees: boolean;
  readonly refreshesLenses: boolean;
  readonly refreshesTokens: boolean;
  readonly refreshesInlayHints: boolean;
  /** It knows `secondSource/status`. */
  readonly takesStatus: boolean;
  /** It shows stories and wants to hear when they may have changed. */
  readonly takesChanges: boolean;
  readonly lensCommand: string | null;
  readonly hoverCommands: boolean;
  /** It reads files for the server: those in folders that are not on disk. */
  readonly answersFiles: boolean;
  /** It has the desk's commands. */
  readonly deskCommands: boolean;
  /** It takes code actions that are more than a command. */
  readonly codeActions: boolean;
  /** It asks for the edit of a code action when that is chosen. */
  readonly resolvesEdits: boolean;
  readonly documentChanges: boolean;
  readonly changeAnnotations: boolean;
  readonly answersConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  readonly workspaceFolders: boolean;
}

export function profileOf(params: InitializeParams): ClientProfile {
  const { textDocument, workspace } = params.capabilities;
  const options = optionsOf(params).secondSource;
  const lensCommand = typeof options?.lensCommand === 'string' && options.lensCommand ? options.lensCommand : null;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      (textDocument?.diagnostic?.relatedInformation ?? textDocument?.publishDiagnostics?.relatedInformation) === true,
    diagnosticData: (textDocument?.diagnostic?.dataSupport ?? textDocument?.publishDiagnostics?.dataSupport) === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    symbolTrees: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    refreshesTokens: workspace?.semanticTokens?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    takesStatus: options !== undefined,
    takesChanges: options?.views === true,
    lensCommand,
    hoverCommands: lensCommand !== null && options?.hoverCommands === true,
    answersFiles: options?.answersFiles === true,
    deskCommands: options?.deskCommands === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    resolvesEdits:
      textDocument?.codeAction?.dataSupport === true &&
      textDocument.codeAction.resolveSupport?.properties.includes('edit') === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    changeAnnotations: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    answersConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  };
}

/** The client's own options; empty for anything that isn't an object. */
export function optionsOf(params: InitializeParams): InitializationOptions {
  const options: unknown = params.initializationOptions;
  return typeof options === 'object' && options !== null ? options : {};
}

import * as l10n from '@vscode/l10n';
import type { ServerCapabilities } from 'vscode-languageserver';
import { TextDocumentSyncKind } from 'vscode-languageserver';
import type { ClientProfile } from './clientProfile';
import { codeActionsCapabilities } from './codeActions';
import { readingCapabilities } from './reading';

/** All that the client is told of what the server answers. */
export function capabilitiesFor(profile: ClientProfile): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    diagnosticProvider: {
      identifier: 'second-source',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    },
    hoverProvider: true,
    codeLensProvider: { resolveProvider: true },
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentSymbolProvider: { label: l10n.t('Quotes') },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    ...codeActionsCapabilities,
    ...readingCapabilities(profile),
  };
}

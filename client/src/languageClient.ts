import { l10n, window, type LogOutputChannel, type Uri } from 'vscode';
import {
  CloseAction,
  State,
  type BaseLanguageClient,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  settingsSection,
  statusMethod,
  type InitializationOptions,
  type StatusParams,
} from '../../server/src/protocol';
import { isCopy, languages } from './documents';

/** The command that a lens and a hover's "and 4 more" run. */
export const showMatchesCommand = 'secondSource.showMatches';

/** @param storage a folder of our own for this workspace; undefined where no folder is open. */
const initializationOptions = (storage: Uri | undefined): InitializationOptions => ({
  secondSource: {
    lensCommand: showMatchesCommand,
    hoverCommands: true,
    views: true,
    answersFiles: true,
    deskCommands: true,
    sentences: l10n.bundle,
    // What was found out about the folder is kept there, and nowhere else.
    ...(storage && { storage: storage.toString() }),
  },
});

/** Makes a client for a server in a process or in a web worker. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Makes the client of the language server; `start()` starts the server. `onStatus` hears of the open problems each time
 * they change, and hears of none when the server goes away.
 * @param storage a folder of the extension's own for this workspace, where what was found out is kept.
 */
export function createLanguageClient(
  make: MakeClient,
  output: LogOutputChannel,
  storage: Uri | undefined,
  onStatus: (status: StatusParams | null) => void,
): BaseLanguageClient {
  const options: LanguageClientOptions = {
    // By language alone: articles lie in all kinds of folders. What only looks like one never reaches the server.
    documentSelector: languages.map((language) => ({ language })),
    middleware: {
      didOpen: (document, next) => (isCopy(document) ? next(document) : Promise.resolve()),
      didChange: (event, next) => (isCopy(event.document) ? next(event) : Promise.resolve()),
      didClose: (document, next) => (isCopy(document) ? next(document) : Promise.resolve()),
    },
    outputChannel: output,
    initializationOptions: initializationOptions(storage),
    // Without this the library asks again only when the server says so, a moment after the edit.
    diagnosticPullOptions: { onChange: true, filter: (document) => !isCopy(document) },
    markdown: { isTrusted: { enabledCommands: [showMatchesCommand] } },
    // Asked for when it is needed, so that the handler can be made from the client itself.
    errorHandler: {
      error: (error, message, count) => faults().error(error, message, count),
      closed: () => faults().closed(),
    },
  };
  const client = make(settingsSection, 'Second Source', options);
  let handler: ErrorHandler | undefined;
  const faults = (): ErrorHandler => (handler ??= sayingRestarts(client, onStatus));
  client.onNotification(statusMethod, (status: StatusParams) => {
    onStatus(status);
  });
  return client;
}

/** The library's own rule (start again, up to five times in three minutes), said to the editor when it happens. */
function sayingRestarts(client: BaseLanguageClient, onStatus: (status: null) => void): ErrorHandler {
  const standard = client.createDefaultErrorHandler();
  return {
    error: (error, message, count) => standard.error(error, message, count),
    async closed(): Promise<CloseHandlerResult> {
      onStatus(null);
      const result = await standard.closed();
      if (result.action === CloseAction.DoNotRestart) {
        return {
          ...result,
          message: l10n.t(
            'Second Source stopped: its language server failed again and again. Its output says why; “Second Source: Restart Server” starts it again.',
          ),
        };
      }
      // A server that never came up has its own message.
      if (client.state !== State.Running) return { ...result, handled: true };
      void window.showWarningMessage(
        l10n.t('Second Source’s language server stopped unexpectedly and was started again.'),
      );
      return { ...result, handled: true, message: l10n.t('The server stopped unexpectedly and is started again.') };
    },
  };
}

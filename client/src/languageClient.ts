import { commands, l10n, window, type LogOutputChannel, type Uri } from 'vscode';
import {
  CloseAction,
  ErrorCodes,
  ResponseError,
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

/** What the status bar is told: what the server says of itself, that it stopped for good, or that there is none (yet). */
export type ServerStatus = StatusParams | 'stopped' | null;

/** Makes a client for a server in a process or in a web worker. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * Makes the client of the language server; `start()` starts the server. `onStatus` hears of the open problems each time
 * they change, of none when the server goes away, and that it stopped where it is not started again.
 * @param storage a folder of the extension's own for this workspace, where what was found out is kept.
 */
export function createLanguageClient(
  make: MakeClient,
  output: LogOutputChannel,
  storage: Uri | undefined,
  onStatus: (status: ServerStatus) => void,
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
    // A server that ends while it starts is started again: `closed` says what there is to say.
    initializationFailedHandler: (error) => {
      output.error(String(error));
      return false;
    },
  };
  const client = make(settingsSection, 'Second Source', options);
  // Two more messages for each such end, and VS Code, which shows three in 0.8 s, leaves out the one that says what is up.
  const report = client.error.bind(client);
  client.error = (message, data, show) => {
    report(message, data, isEndOfServer(data) ? false : show);
  };
  let handler: ErrorHandler | undefined;
  const faults = (): ErrorHandler => (handler ??= sayingRestarts(client, output, onStatus));
  client.onNotification(statusMethod, (status: StatusParams) => {
    onStatus(status);
  });
  client.onDidChangeState(({ newState }) => {
    if (newState === State.Starting) onStatus(null);
  });
  return client;
}

/** Whether a request failed because the server that should have answered it ended. */
const isEndOfServer = (fault: unknown): boolean =>
  fault instanceof ResponseError && fault.code === ErrorCodes.PendingResponseRejected;

/** A server that fails is started again so many times in three minutes. */
const mostRestarts = 5;

/** The library's own rule for starting again, said to the editor when it happens and when it is at its end. */
function sayingRestarts(
  client: BaseLanguageClient,
  output: LogOutputChannel,
  onStatus: (status: 'stopped' | null) => void,
): ErrorHandler {
  let standard = client.createDefaultErrorHandler(mostRestarts);
  return {
    error: (error, message, count) => standard.error(error, message, count),
    async closed(): Promise<CloseHandlerResult> {
      onStatus(null);
      const result = await standard.closed();
      if (result.action === CloseAction.DoNotRestart) {
        // Whoever starts it again by hand has it watched over as from the beginning.
        standard = client.createDefaultErrorHandler(mostRestarts);
        const message = l10n.t(
          'Second Source stopped: its language server failed again and again. Its output says why.',
        );
        onStatus('stopped');
        void offerRestart(message, output);
        return { ...result, handled: true, message };
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

async function offerRestart(message: string, output: LogOutputChannel): Promise<void> {
  const restart = l10n.t('Restart Server');
  const show = l10n.t('Show Output');
  const chosen = await window.showErrorMessage(message, restart, show);
  if (chosen === restart) await commands.executeCommand('secondSource.restartServer');
  if (chosen === show) output.show();
}

import { window, type LogOutputChannel } from 'vscode';
import {
  CloseAction,
  LanguageClient,
  State,
  TransportKind,
  type CloseHandlerResult,
  type ErrorHandler,
  type LanguageClientOptions,
} from 'vscode-languageclient/node';
import {
  settingsSection,
  statusMethod,
  type InitializationOptions,
  type StatusParams,
} from '../../server/src/protocol';

/** The command that a lens and a hover's "and 4 more" run. */
export const showMatchesCommand = 'secondSource.showMatches';

const languages = ['plaintext', 'markdown'];
const schemes = ['file', 'untitled', 'vscode-remote'];

const initializationOptions: InitializationOptions = {
  secondSource: { lensCommand: showMatchesCommand, hoverCommands: true, deskCommands: true, views: true },
};

/**
 * Makes the client of the server at `serverModule` (a file path); `start()` starts the process.
 * `onStatus` hears of the open problems each time they change, and hears of none when the server goes away.
 */
export function startLanguageClient(
  serverModule: string,
  output: LogOutputChannel,
  onStatus: (status: StatusParams | null) => void,
): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language }))),
    outputChannel: output,
    initializationOptions,
    // Without this the library asks again only when the server says so, a moment after the edit.
    diagnosticPullOptions: { onChange: true },
    markdown: { isTrusted: { enabledCommands: [showMatchesCommand] } },
    // Asked for when it is needed, so that the handler can be made from the client itself.
    errorHandler: {
      error: (error, message, count) => faults().error(error, message, count),
      closed: () => faults().closed(),
    },
  };
  const client = new LanguageClient(
    settingsSection,
    'Second Source',
    { module: serverModule, transport: TransportKind.ipc },
    options,
  );
  let handler: ErrorHandler | undefined;
  const faults = (): ErrorHandler => (handler ??= sayingRestarts(client, onStatus));
  client.onNotification(statusMethod, (status: StatusParams) => {
    onStatus(status);
  });
  return client;
}

/** The library's own rule (start again, up to five times in three minutes), said to the editor when it happens. */
function sayingRestarts(client: LanguageClient, onStatus: (status: null) => void): ErrorHandler {
  const standard = client.createDefaultErrorHandler();
  return {
    error: (error, message, count) => standard.error(error, message, count),
    async closed(): Promise<CloseHandlerResult> {
      onStatus(null);
      const result = await standard.closed();
      if (result.action === CloseAction.DoNotRestart) {
        return {
          ...result,
          message:
            'Second Source stopped: its language server failed again and again. ' +
            'Its output says why; “Second Source: Restart Server” starts it again.',
        };
      }
      // A server that never came up has its own message.
      if (client.state !== State.Running) return { ...result, handled: true };
      void window.showWarningMessage('Second Source’s language server stopped unexpectedly and was started again.');
      return { ...result, handled: true, message: 'The server stopped unexpectedly and is started again.' };
    },
  };
}

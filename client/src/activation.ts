import { commands, window, type ExtensionContext } from 'vscode';
import { State } from 'vscode-languageclient';
import { createApi, type SecondSourceApi } from './api/api';
import { registerBoard } from './board/board';
import { registerCommands } from './commands';
import { registerComparison } from './comparison/comparison';
import { registerDesk } from './desk/desk';
import { registerFiles } from './files/files';
import { createLanguageClient, type MakeClient } from './languageClient';
import type { Parts } from './parts';
import { registerReading } from './reading/reading';
import { registerReports } from './reports/reports';
import { createStatusBar } from './statusBar';
import { createStoryFeed } from './stories/feed';
import { registerStoryView } from './stories/storyView';
import { registerWelcome } from './welcome/welcome';

/** The part of the activation that is ours, in the extension host's performance timeline: for who measures it. */
export const activationMeasure = 'second-source/activate';

/**
 * Starts the language server and what shows its findings outside the editor: status bar, views and commands.
 * @param make makes the client of a server in a process or in a web worker, which starting the client starts.
 */
export async function activateWith(context: ExtensionContext, make: MakeClient): Promise<SecondSourceApi> {
  const started = performance.now();
  const output = window.createOutputChannel('Second Source', { log: true });
  const statusBar = createStatusBar();
  const client = createLanguageClient(make, output, context.storageUri, (status) => {
    statusBar.show(status);
  });
  const feed = createStoryFeed(client);
  const parts: Parts = { context, client, feed, output };
  context.subscriptions.push(
    output,
    statusBar,
    client,
    feed,
    ...registerFiles(client, context.extensionUri),
    ...registerCommands(client),
    ...registerDesk(parts),
    ...registerStoryView(parts),
    ...registerBoard(parts),
    ...registerComparison(parts),
    ...registerReading(parts),
    ...registerReports(parts),
    ...registerWelcome(parts),
  );
  // The commands stay out of the palette until there is a server to answer them.
  const readiness = client.onDidChangeState(({ newState }) => {
    if (newState === State.Running) void commands.executeCommand('setContext', 'secondSource.ready', true);
  });
  context.subscriptions.push(readiness);
  const starting = client.start();
  performance.measure(activationMeasure, { start: started, end: performance.now() });
  // One that fails is started again, or whoever sits there does it: the rest of the extension has to be there then.
  await starting.catch((fault: unknown) => {
    output.error(String(fault));
  });
  return createApi(parts);
}

/** Takes the commands out of the palette again; the client ends the server when it is disposed of. */
export async function deactivate(): Promise<void> {
  await commands.executeCommand('setContext', 'secondSource.ready', false);
}

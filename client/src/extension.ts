import { commands, window, type ExtensionContext } from 'vscode';
import { createApi, type SecondSourceApi } from './api/api';
import { registerBoard } from './board/board';
import { registerCommands } from './commands';
import { registerComparison } from './comparison/comparison';
import { registerDesk } from './desk/desk';
import { startLanguageClient } from './languageClient';
import type { Parts } from './parts';
import { registerReading } from './reading/reading';
import { registerReports } from './reports/reports';
import { createStatusBar } from './statusBar';
import { createStoryFeed } from './stories/feed';
import { registerStoryView } from './stories/storyView';
import { registerWelcome } from './welcome/welcome';

/** Starts the language server and what shows its findings outside the editor: status bar, views and commands. */
export async function activate(context: ExtensionContext): Promise<SecondSourceApi> {
  const output = window.createOutputChannel('Second Source', { log: true });
  const statusBar = createStatusBar();
  const client = startLanguageClient(context.asAbsolutePath('dist/server.js'), output, (status) => {
    statusBar.show(status);
  });
  const feed = createStoryFeed(client);
  const parts: Parts = { context, client, feed, output };
  context.subscriptions.push(
    output,
    statusBar,
    client,
    feed,
    ...registerCommands(client),
    ...registerDesk(parts),
    ...registerStoryView(parts),
    ...registerBoard(parts),
    ...registerComparison(parts),
    ...registerReading(parts),
    ...registerReports(parts),
    ...registerWelcome(parts),
  );
  await client.start();
  // The commands stay out of the palette until there is a server to answer them.
  await commands.executeCommand('setContext', 'secondSource.ready', true);
  return createApi(parts);
}

/** Takes the commands out of the palette again; the client ends the server when it is disposed of. */
export async function deactivate(): Promise<void> {
  await commands.executeCommand('setContext', 'secondSource.ready', false);
}

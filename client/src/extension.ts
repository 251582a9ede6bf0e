import { commands, window, type ExtensionContext } from 'vscode';
import { registerCommands } from './commands';
import { startLanguageClient } from './languageClient';
import { createStatusBar } from './statusBar';

/** Starts the language server and what shows its findings outside the editor: the status bar and the commands. */
export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel('Second Source', { log: true });
  const statusBar = createStatusBar();
  const client = startLanguageClient(context.asAbsolutePath('dist/server.js'), output, (status) => {
    statusBar.show(status);
  });
  context.subscriptions.push(output, statusBar, client, ...registerCommands(client));
  await client.start();
  // The commands stay out of the palette until there is a server to answer them.
  await commands.executeCommand('setContext', 'secondSource.ready', true);
}

/** Takes the commands out of the palette again; the client ends the server when it is disposed of. */
export async function deactivate(): Promise<void> {
  await commands.executeCommand('setContext', 'secondSource.ready', false);
}

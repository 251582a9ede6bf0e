import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activation';
import type { SecondSourceApi } from './api/api';

export { deactivate } from './activation';

/** The extension where VS Code has Node: the server is a process of its own. */
export async function activate(context: ExtensionContext): Promise<SecondSourceApi> {
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}

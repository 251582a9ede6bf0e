import { Uri, type ExtensionContext } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './activation';
import type { SecondSourceApi } from './api/api';

export { deactivate } from './activation';

/** The extension where VS Code runs in a browser: the server is a web worker. */
export async function activate(context: ExtensionContext): Promise<SecondSourceApi> {
  const script = Uri.joinPath(context.extensionUri, 'dist', 'browserServer.js').toString(true);
  let worker: Worker | undefined;
  const end = () => {
    worker?.terminate();
    worker = undefined;
  };
  context.subscriptions.push({ dispose: end });
  // Called at every start: a client that is stopped leaves its worker running. The library takes a worker only where it
  // is an instance of the global class, which VS Code has put another one in place of.
  const start = () => {
    end();
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  return activateWith(context, (id, name, options) => new LanguageClient(id, name, start, options));
}

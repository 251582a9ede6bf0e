import {
  BrowserMessageReader,
  BrowserMessageWriter,
  ProposedFeatures,
  createConnection,
} from 'vscode-languageserver/browser';
import { nothingOutside } from './outside';
import { connectServer } from './server';

/** The worker that this runs in: the library's types call it so. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

// The language server as a web worker: it talks to whoever started it, and has its files from there.
const connection = createConnection(
  ProposedFeatures.all,
  new BrowserMessageReader(self),
  new BrowserMessageWriter(self),
);
connectServer(connection, nothingOutside);
connection.listen();

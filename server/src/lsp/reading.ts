import type { ServerCapabilities } from 'vscode-languageserver';
import type { HandlerParts } from './handlers';

/** What the client is told of it. */
export const readingCapabilities: ServerCapabilities = {};

/** What helps to read an article: tokens, inlay hints, folding, symbols of the workspace. */
export function registerReading(_parts: HandlerParts): void {
  // Nothing is answered yet.
}

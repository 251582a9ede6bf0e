import type { ServerCapabilities } from 'vscode-languageserver';
import type { HandlerParts } from './handlers';

/** What the client is told of it. */
export const codeActionsCapabilities: ServerCapabilities = {};

/** Quick fixes, and what the client needs to accept a difference. */
export function registerCodeActions(_parts: HandlerParts): void {
  // Nothing is answered yet.
}

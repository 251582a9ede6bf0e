import type { HandlerParts } from './handlers';

/** What the client needs to lay two passages or two articles side by side. */
export function registerComparison(_parts: HandlerParts): void {
  // Nothing is answered yet.
}

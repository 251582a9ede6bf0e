import type { HandlerParts } from './handlers';

/** Reports for the client to save. */
export function registerReports(_parts: HandlerParts): void {
  // Nothing is answered yet.
}

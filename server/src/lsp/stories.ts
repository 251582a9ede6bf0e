import type { HandlerParts } from './handlers';

/** The stories and their sheets, for the story view, the board and scripts. */
export function registerStories(_parts: HandlerParts): void {
  // Nothing is answered yet.
}

import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** The commands of the first minutes. */
export function registerWelcome(_parts: Parts): Disposable[] {
  return [];
}

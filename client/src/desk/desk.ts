import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** Sources, accepted differences, and what else is written down for the folder. */
export function registerDesk(_parts: Parts): Disposable[] {
  return [];
}

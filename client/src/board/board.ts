import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** The story board: a grid of what each article of a story has. */
export function registerBoard(_parts: Parts): Disposable[] {
  return [];
}

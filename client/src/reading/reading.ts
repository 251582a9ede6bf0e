import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** Marks in the overview ruler, and what else helps to read an article. */
export function registerReading(_parts: Parts): Disposable[] {
  return [];
}

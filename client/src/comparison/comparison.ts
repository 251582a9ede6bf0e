import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** The commands that lay two passages or two articles side by side. */
export function registerComparison(_parts: Parts): Disposable[] {
  return [];
}

import type { Disposable } from 'vscode';
import type { Parts } from '../parts';

/** The story view: a tree of stories with their conflicts, quotes and figures. */
export function registerStoryView(_parts: Parts): Disposable[] {
  return [];
}

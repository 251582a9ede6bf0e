import type { ComponentChild } from 'preact';
import type { PageView } from './htmlSections';

/** The board of each story. */
export function boardSections(_view: PageView): readonly ComponentChild[] {
  return [];
}

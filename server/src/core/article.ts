import type { SentText } from './keptText';

/**
 * Names one article for as long as it is known: a URI in the language server, a path on the command line.
 * The core compares ids and never looks inside.
 */
export type ArticleId = string;

/** One text under review: an open editor buffer or a file. */
export interface Article {
  readonly id: ArticleId;
  /** The path an editor knows it by, relative to its folder, with `/`. Used in messages only. */
  readonly name: string;
  readonly text: string;
  /** The same text as another thread has sent it: then `text` is made of it when somebody asks. */
  readonly sent?: SentText | undefined;
}

/** The last part of an article's name: its file name without the folders. */
export function fileNameOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** The order of ids and names wherever there must be one: by code unit, whatever the language of the machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

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
}

/**
 * The shortest name that tells `article` from `others`: its file name, or its whole relative path where
 * another of the articles has the same file name.
 */
export function displayName(article: Article, others: Iterable<Article>): string {
  const base = baseName(article.name);
  for (const other of others) {
    if (other.id !== article.id && baseName(other.name) === base) return article.name;
  }
  return base;
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

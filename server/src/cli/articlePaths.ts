import { isAbsolute, relative, sep } from 'node:path';
import type { ArticleId } from '../core/article';
import type { ReadArticle } from './gather';

/** Paths as the terminal's own folder sees them, so that a click on `path:line:column` opens the file. */
export function shownPaths(articles: readonly ReadArticle[]): (id: ArticleId) => string {
  const paths = new Map(
    articles.map(({ id, path }) => {
      const near = relative('', path);
      return [id, near.startsWith('..') ? path : near];
    }),
  );
  return (id) => paths.get(id) ?? id;
}

/**
 * Paths as whoever runs this names files, with `/`: relative to the current folder, so that a checkout's own paths stand in
 * what is made at its root. Relative to the folder given where that lies elsewhere.
 */
export function addressedPaths(articles: readonly ReadArticle[]): (id: ArticleId) => string {
  const near = new Map(articles.map(({ id, path }) => [id, relative('', path).split(sep).join('/')]));
  const isOutside = [...near.values()].some((path) => path.startsWith('../') || isAbsolute(path));
  return (id) => (isOutside ? id : (near.get(id) ?? id));
}

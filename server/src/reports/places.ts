import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import { createLineIndex, type LineIndex } from './lineIndex';

/** The path to show for an article, with `/`. */
export type PathOf = (id: ArticleId) => string;

/** A place as people are told it: lines and columns count from 1, columns in UTF-16 units. */
export interface ShownPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** Says of offsets in the articles of an analysis where they are; an offset out of its text counts as the nearest in it. */
export type PlaceOf = (id: ArticleId, offset: number) => ShownPlace;

/** The lines of each article are counted once. An article that is not known has one empty line. */
export function createPlaces(analysis: Analysis, pathOf: PathOf): PlaceOf {
  const indexes = new Map<ArticleId, LineIndex>();
  return (id, offset) => {
    let index = indexes.get(id);
    if (index === undefined) indexes.set(id, (index = createLineIndex(analysis.get(id)?.article.text ?? '')));
    return { path: pathOf(id), ...index.at(offset) };
  };
}

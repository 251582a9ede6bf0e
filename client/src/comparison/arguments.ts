import { Uri } from 'vscode';
import type { WirePosition } from '../../../server/src/protocol';
import { isPosition } from './documents';

/** A place in an article, and the article to hold it against, where that is said. */
export interface Place {
  readonly uri: string;
  readonly position: WirePosition;
  readonly other: string | null;
}

/**
 * What a command was given to compare: `{ uri, position }`, a place (`{ uri, range }`), or anything that holds a `place`,
 * a `problem` or a `cell`, as the nodes of a tree do. Null for nothing of the kind.
 */
export function placeIn(given: unknown): Place | null {
  const record = recordOf(given);
  if (!record) return null;
  const other = typeof record.other === 'string' ? record.other : null;
  const position = isPosition(record.position) ? record.position : recordOf(record.range)?.start;
  const uri = uriIn(record.uri);
  if (uri !== null && isPosition(position)) return { uri, position, other };
  for (const inner of [record.problem, record.cell, record.place]) {
    const place = placeIn(inner);
    if (place) return { ...place, other: place.other ?? other };
  }
  return null;
}

/**
 * The articles that a command was given, two at most: what the explorer hands over (a URI and all that are selected), or a
 * node of a tree that names an article.
 */
export function articlesIn(one: unknown, all: unknown): readonly string[] {
  const many: readonly unknown[] = Array.isArray(all) ? all : [];
  const given = many.length > 1 ? many : [one];
  const uris = given.flatMap((item) => articleIn(item) ?? []);
  return [...new Set(uris)].slice(0, 2);
}

function articleIn(given: unknown): string | null {
  const direct = uriIn(given);
  if (direct !== null) return direct;
  const record = recordOf(given);
  if (!record) return null;
  return (
    uriIn(record.resourceUri) ??
    uriIn(record.uri) ??
    uriIn(record.article) ??
    uriIn(recordOf(record.column)?.article) ??
    placeIn(given)?.uri ??
    null
  );
}

function uriIn(given: unknown): string | null {
  if (given instanceof Uri) return given.toString();
  return typeof given === 'string' && /^[a-z][a-z0-9+.-]+:/i.test(given) ? given : null;
}

const recordOf = (given: unknown): Readonly<Record<string, unknown>> | null =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : null;

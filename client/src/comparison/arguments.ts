import { Uri } from 'vscode';
import type { WirePosition } from '../../../server/src/protocol';
import { isPosition } from './documents';

/** A place in an article. */
export interface Place {
  readonly uri: string;
  readonly position: WirePosition;
}

/** A place, and what to hold it against where that is said: an article, or a place in one. */
export interface Asked extends Place {
  readonly other: { readonly uri: string; readonly position: WirePosition | null } | null;
}

/**
 * What a command was given to compare: `{ uri, position }` or `{ uri, range }`, both with an `other` of the same form or
 * the URI of an article; or anything that holds a `problem`, a `cell` or a `place`, as the nodes of a tree do: of a node
 * with a problem and a place in another article, the two are meant. Null for nothing of the kind.
 */
export function askedIn(given: unknown): Asked | null {
  const record = recordOf(given);
  if (!record) return null;
  const own = placeIn(record);
  if (own) return { ...own, other: otherIn(record.other) };
  const [problem, cell, place] = [askedIn(record.problem), askedIn(record.cell), askedIn(record.place)];
  if (problem && place && place.uri !== problem.uri)
    return { ...problem, other: { uri: place.uri, position: place.position } };
  return problem ?? cell ?? place;
}

function placeIn({ uri, position, range }: Readonly<Record<string, unknown>>): Place | null {
  const at = isPosition(position) ? position : recordOf(range)?.start;
  const article = uriIn(uri);
  return article !== null && isPosition(at) ? { uri: article, position: plain(at) } : null;
}

function otherIn(given: unknown): Asked['other'] {
  const uri = uriIn(given);
  if (uri !== null) return { uri, position: null };
  const record = recordOf(given);
  return record && placeIn(record);
}

/** A position of VS Code's own as it goes over the wire. */
const plain = ({ line, character }: WirePosition): WirePosition => ({ line, character });

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
    askedIn(given)?.uri ??
    null
  );
}

function uriIn(given: unknown): string | null {
  if (given instanceof Uri) return given.toString();
  return typeof given === 'string' && /^[a-z][a-z0-9+.-]+:/i.test(given) ? given : null;
}

const recordOf = (given: unknown): Readonly<Record<string, unknown>> | null =>
  typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : null;

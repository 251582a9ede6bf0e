import { fileNameOf } from './article';

/** The file names that more than one article has: messages show the path of these. Replaced as a whole when it changes. */
export type SharedNames = ReadonlySet<string>;

/** Counts how many articles go by each file name. */
export interface FileNames {
  add(name: string): void;
  remove(name: string): void;
  /** The names that are shared now: the same object until they change, which is seldom. */
  shared(): SharedNames;
}

/** Makes an empty count. Names are paths with `/`. */
export function createFileNames(): FileNames {
  const counts = new Map<string, number>();
  let shared: SharedNames = new Set();
  const count = (name: string, by: 1 | -1) => {
    const base = fileNameOf(name);
    const now = (counts.get(base) ?? 0) + by;
    if (now > 0) counts.set(base, now);
    else counts.delete(base);
    if (now > 1 === shared.has(base)) return;
    const next = new Set(shared);
    if (now > 1) next.add(base);
    else next.delete(base);
    shared = next;
  };
  return {
    add: (name) => {
      count(name, 1);
    },
    remove: (name) => {
      count(name, -1);
    },
    shared: () => shared,
  };
}

/** How an article is shown: by its file name, or by its path where that is shared. */
export function displayName(name: string, shared: SharedNames): string {
  const base = fileNameOf(name);
  return shared.has(base) ? name : base;
}

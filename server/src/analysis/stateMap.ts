/** A map as it was at one moment; it never changes. */
export interface View<K, V> {
  readonly get: (key: K) => V | undefined;
  /** All keys with their values, in no order. Takes time with the whole map: nothing that is asked while somebody types. */
  entries(): Iterable<readonly [K, V]>;
}

/** A map that hands out views of itself: making one, and a change after it, costs what changes, however large the map is. */
export interface StateMap<K, V> extends View<K, V> {
  set(key: K, value: V): void;
  delete(key: K): void;
  /** The map as it is now: the same view until it changes. */
  view(): View<K, V>;
}

/** What a view and those before it have otherwise than the map now: what was overwritten since, as it was. */
interface Since<K, V> {
  readonly before: Map<K, V | undefined>;
  next: Since<K, V> | null;
}

/**
 * Makes an empty map. A view looks through the changes since it was made, and only then in the map: views are for asking
 * soon, and what nobody holds any more takes no room.
 */
export function createStateMap<K, V>(): StateMap<K, V> {
  const live = new Map<K, V>();
  /** The view handed out last, with what has changed since; null before the first. */
  let last: { readonly view: View<K, V>; readonly since: Since<K, V> } | null = null;

  const keep = (key: K) => {
    if (last && !last.since.before.has(key)) last.since.before.set(key, live.get(key));
  };

  const viewOf = (since: Since<K, V>): View<K, V> => ({
    get(key) {
      for (let at: Since<K, V> | null = since; at; at = at.next) if (at.before.has(key)) return at.before.get(key);
      return live.get(key);
    },
    entries() {
      const all = new Map<K, V>(live);
      const decided = new Set<K>();
      for (let at: Since<K, V> | null = since; at; at = at.next) {
        for (const [key, value] of at.before) {
          if (decided.has(key)) continue;
          decided.add(key);
          if (value === undefined) all.delete(key);
          else all.set(key, value);
        }
      }
      return all;
    },
  });

  return {
    get: (key) => live.get(key),
    entries: () => live,
    set(key, value) {
      keep(key);
      live.set(key, value);
    },
    delete(key) {
      keep(key);
      live.delete(key);
    },
    view() {
      if (last?.since.before.size === 0) return last.view;
      const since: Since<K, V> = { before: new Map(), next: null };
      if (last) last.since.next = since;
      last = { view: viewOf(since), since };
      return last.view;
    },
  };
}

/** Short lists of numbers by small keys, in typed arrays: a folder has one for each of its quotes. */
export interface NumberLists {
  /** Keeps a list under a key that has none. */
  set(key: number, list: readonly number[]): void;
  remove(key: number): void;
  /** Where all numbers stand, until the next list is kept. */
  readonly numbers: Int32Array;
  /** The place of a key's first number; its list is empty where that is {@link NumberLists.endOf}, as where it has none. */
  startOf(key: number): number;
  endOf(key: number): number;
}

/** Makes no lists. */
export function createNumberLists(): NumberLists {
  /** Each list begins with its length. */
  let pool = new Int32Array(1024);
  let end = 1;
  /** By key where its list begins; 0 for none. */
  let places = new Int32Array(1024);
  let wasted = 0;

  /** Puts the lists together where much lies between them, or makes room for more. */
  const makeRoom = (more: number) => {
    const isSparse = wasted * 2 > end;
    const from = pool;
    if (!isSparse || end - wasted + more > pool.length)
      pool = new Int32Array(Math.max(end + more, pool.length + (pool.length >> 1)));
    else pool = new Int32Array(pool.length);
    if (!isSparse) {
      pool.set(from);
      return;
    }
    end = 1;
    wasted = 0;
    for (let key = 0; key < places.length; key++) {
      const at = places[key] as number;
      if (at === 0) continue;
      const length = (from[at] as number) + 1;
      pool.set(from.subarray(at, at + length), end);
      places[key] = end;
      end += length;
    }
  };

  return {
    set(key, list) {
      if (key >= places.length) {
        const larger = new Int32Array(Math.max(key + 1, places.length + (places.length >> 1)));
        larger.set(places);
        places = larger;
      }
      if (end + list.length + 1 > pool.length) makeRoom(list.length + 1);
      places[key] = end;
      pool[end++] = list.length;
      for (const one of list) pool[end++] = one;
    },
    remove(key) {
      const at = places[key] ?? 0;
      if (at === 0) return;
      wasted += (pool[at] as number) + 1;
      places[key] = 0;
    },
    get numbers() {
      return pool;
    },
    // Where a key has no list its place is 0, and so is the length that stands there.
    startOf: (key) => (places[key] ?? 0) + 1,
    endOf: (key) => {
      const at = places[key] ?? 0;
      return at + 1 + (pool[at] as number);
    },
  };
}

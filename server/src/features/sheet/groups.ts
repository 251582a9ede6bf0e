/** Sorts things, known by their numbers from 0, into groups: those that are joined, over others too, are one group. */
export interface Groups {
  join(a: number, b: number): void;
  /** A number that all of one group have in common until the next join. */
  of(one: number): number;
  /** The groups in the order of their first members, each in order. */
  all(): readonly (readonly number[])[];
}

/** Makes `count` groups of one. */
export function createGroups(count: number): Groups {
  const parents = Array.from({ length: count }, (_, i) => i);
  const of = (one: number): number => {
    let at = one;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  return {
    of,
    join(a, b) {
      const [x, y] = [of(a), of(b)];
      // The earlier one leads, so that the order of joins plays no part.
      if (x < y) parents[y] = x;
      else parents[x] = y;
    },
    all() {
      const groups = new Map<number, number[]>();
      for (let i = 0; i < count; i++) {
        const known = groups.get(of(i));
        if (known) known.push(i);
        else groups.set(of(i), [i]);
      }
      return [...groups.values()];
    },
  };
}

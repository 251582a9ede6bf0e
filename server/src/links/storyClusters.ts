/**
 * Merges the members of one neighbourhood into groups, the most alike first, for as long as two groups are alike on
 * average over all their pairs. One article that is like two stories can so never join them, as a chain would.
 * @param size how many members there are
 * @param likeness of two members: a whole number, 0 where they have nothing to do with each other; the same both ways
 * @param enough the average from which on two groups become one: where one of them is a single member, and where both
 * are groups already, for which a wrong merger does more harm; the second is no less than the first
 * @returns the groups, each in rising order of members. Of equal pairs the one with the smaller members comes first, so
 * that the groups follow from the members and their likeness alone.
 */
export function mergeByAverage(
  size: number,
  likeness: (member: number) => Iterable<readonly [number, number]>,
  enough: { readonly single: number; readonly groups: number },
): number[][] {
  const groups: (number[] | null)[] = Array.from({ length: size }, (_, member) => [member]);
  const sums: Map<number, number>[] = groups.map((_, member) => new Map(likeness(member)));
  const average = (a: number, b: number) =>
    (sums[a]?.get(b) ?? 0) / ((groups[a]?.length ?? 1) * (groups[b]?.length ?? 1));
  const isSingle = (a: number) => groups[a]?.length === 1;
  const suffices = (a: number, b: number, value: number) =>
    value >= (isSingle(a) || isSingle(b) ? enough.single : enough.groups);
  /** The group nearest to each one; -1 where none is near enough. */
  const nearest: number[] = [];
  const findNearest = (a: number) => {
    let best = -1;
    let most = 0;
    for (const b of sums[a]?.keys() ?? []) {
      const value = average(a, b);
      if ((value > most || (value === most && b < best)) && suffices(a, b, value)) {
        best = b;
        most = value;
      }
    }
    nearest[a] = best;
  };
  for (let a = 0; a < size; a++) findNearest(a);
  for (;;) {
    let first = -1;
    let most = 0;
    for (let a = 0; a < size; a++) {
      const b = nearest[a] ?? -1;
      if (b <= a) continue;
      const value = average(a, b);
      if (value > most) {
        first = a;
        most = value;
      }
    }
    if (first < 0) break;
    merge(first, nearest[first] ?? -1);
  }
  return groups.filter((group) => group !== null).map((group) => group.sort((x, y) => x - y));

  /** Puts `b` into `a`, the one with the smaller number. */
  function merge(a: number, b: number): void {
    const mine = sums[a];
    const theirs = sums[b];
    if (!mine || !theirs) return;
    groups[a]?.push(...(groups[b] ?? []));
    groups[b] = null;
    nearest[b] = -1;
    mine.delete(b);
    theirs.delete(a);
    for (const [other, sum] of theirs) {
      const whole = (mine.get(other) ?? 0) + sum;
      mine.set(other, whole);
      sums[other]?.delete(b);
      sums[other]?.set(a, whole);
    }
    theirs.clear();
    findNearest(a);
    // An average lies between what it is made of, so a merger brings no one nearer. Only those whose nearest group is
    // gone or has grown must look again; for the others the merged group is at most as near, and then counts by its number.
    for (const other of mine.keys()) {
      const known = nearest[other] ?? -1;
      if (known === a || known === b) findNearest(other);
      else if (known > a) {
        const value = average(other, a);
        if (value === average(other, known) && suffices(other, a, value)) nearest[other] = a;
      }
    }
  }
}

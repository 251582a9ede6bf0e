import type { Steps } from '../core/steps';

/**
 * Merges the members of one neighbourhood into groups, the most alike first and one at a step, for as long as two groups are alike on
 * average over all their pairs. One article that is like two stories can so never join them, as a chain would.
 * @param size how many members there are
 * @param likeness of two members: a whole number, 0 where they have nothing to do with each other; the same both ways
 * @param enough the average from which on two groups become one: where one of them is a single member, and where both
 * are groups already, for which a wrong merger does more harm; the second is no less than the first
 * @returns the groups, each in rising order of members. Of equal pairs the one with the smaller members comes first, so
 * that the groups follow from the members and their likeness alone.
 */
export function* mergeByAverage(
  size: number,
  likeness: (member: number) => Iterable<readonly [number, number]>,
  enough: { readonly single: number; readonly groups: number },
): Steps<number[][]> {
  const groups: (number[] | null)[] = Array.from({ length: size }, (_, member) => [member]);
  const sums: Map<number, number>[] = [];
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
    setNearest(a, best);
  };
  /** How near the group nearest to each one is, where that is the later of the two; 0 for the others. */
  const values = createGreatest(size);
  const setNearest = (a: number, b: number) => {
    nearest[a] = b;
    values.set(a, b > a ? average(a, b) : 0);
  };
  for (let a = 0; a < size; a++) {
    sums.push(new Map(likeness(a)));
    findNearest(a);
    yield;
  }
  for (let first = values.first(); first >= 0; first = values.first()) {
    merge(first, nearest[first] ?? -1);
    yield;
  }
  return groups.filter((group) => group !== null).map((group) => group.sort((x, y) => x - y));

  /** Puts `b` into `a`, the one with the smaller number. */
  function merge(a: number, b: number): void {
    const mine = sums[a];
    const theirs = sums[b];
    if (!mine || !theirs) return;
    groups[a]?.push(...(groups[b] ?? []));
    groups[b] = null;
    setNearest(b, -1);
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
        if (value === average(other, known) && suffices(other, a, value)) setNearest(other, a);
      }
    }
  }
}

/** Numbers by place, all 0 at first, of which the greatest is asked for again and again. */
interface Greatest {
  set(place: number, value: number): void;
  /** The first place of the greatest number; -1 where none is above 0. */
  first(): number;
}

/** Either call takes the square root of the time that a look at all places takes: a neighbourhood may have ten thousand. */
function createGreatest(size: number): Greatest {
  const width = Math.ceil(Math.sqrt(size));
  const values = new Float64Array(size);
  /** The greatest of each stretch of `width` places. */
  const most = new Float64Array(Math.ceil(size / Math.max(1, width)));
  const stretch = (at: number) => values.subarray(at * width, (at + 1) * width);
  return {
    set(place, value) {
      const at = Math.floor(place / width);
      const [before, known] = [values[place] as number, most[at] as number];
      values[place] = value;
      if (value >= known) most[at] = value;
      else if (before === known) most[at] = stretch(at).reduce((greatest, one) => Math.max(greatest, one), 0);
    },
    first() {
      const greatest = most.reduce((all, one) => Math.max(all, one), 0);
      if (greatest === 0) return -1;
      const at = most.indexOf(greatest);
      return at * width + stretch(at).indexOf(greatest);
    },
  };
}

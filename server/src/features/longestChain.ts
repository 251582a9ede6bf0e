/** Two things of two rows that belong together, by their places in either, and how much it counts. */
export interface WeightedPair {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * The heaviest choice of pairs that keeps the order of both rows, each thing in one pair at most. Of choices that weigh
 * the same always the same one. Takes time in proportion to the number of pairs (times its logarithm).
 * @param count how many things the right row has.
 */
export function longestChain<P extends WeightedPair>(pairs: readonly P[], count: number): readonly P[] {
  // Of pairs with one left thing the farthest right comes first, so that none builds on another.
  const ordered = [...pairs].sort((a, b) => a.left - b.left || b.right - a.right);
  const sums: number[] = [];
  const before: number[] = [];
  /** A Fenwick tree: for a prefix of the right row, the pair with which its heaviest chain ends. */
  const heaviest = new Int32Array(count + 1).fill(-1);
  let best = -1;
  ordered.forEach((pair, index) => {
    let previous = -1;
    for (let at = pair.right; at > 0; at -= at & -at) {
      const found = heaviest[at] ?? -1;
      if (found >= 0 && (sums[found] ?? 0) > (sums[previous] ?? 0)) previous = found;
    }
    before[index] = previous;
    const sum = pair.weight + (sums[previous] ?? 0);
    sums[index] = sum;
    for (let at = pair.right + 1; at <= count; at += at & -at) {
      const found = heaviest[at] ?? -1;
      if (found < 0 || (sums[found] ?? 0) < sum) heaviest[at] = index;
    }
    if (sum > (sums[best] ?? 0)) best = index;
  });
  const chain: P[] = [];
  for (let at = best; at >= 0; at = before[at] ?? -1) {
    const pair = ordered[at];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

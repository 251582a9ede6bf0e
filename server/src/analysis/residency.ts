/** Something that can be let go of and made again, to the same. */
export interface Resident {
  /** What it takes while it is hot, in any unit, at least 1. */
  readonly weight: number;
  /** The round in which it was used last; written by the residency alone. */
  round: number;
  /** Lets go of what can be made again. */
  cool(): void;
}

/** Keeps those hot that were used last. */
export interface Residency {
  /** Tells that somebody uses it, and that it is hot from now on. Cheap: it is called at every glance. */
  use(one: Resident): void;
  /** Cools what hasn't been used for longest, while there is more than the limit. Nothing is cooled at any other time. */
  trim(): void;
  /** How much is hot. */
  readonly weight: number;
}

/**
 * Makes a residency that keeps about so much hot. It goes by rounds: once half of the limit was used in a round, what was
 * used neither in it nor in the one before is cooled, so that a use costs no more than a comparison.
 */
export function createResidency(limit: number): Residency {
  let round = 1;
  let young = new Set<Resident>();
  let old = new Set<Resident>();
  let youngWeight = 0;
  let oldWeight = 0;
  return {
    use(one) {
      if (one.round === round) return;
      if (old.delete(one)) oldWeight -= one.weight;
      one.round = round;
      young.add(one);
      youngWeight += one.weight;
    },
    trim() {
      while (youngWeight > limit / 2) {
        for (const one of old) one.cool();
        [old, oldWeight] = [young, youngWeight];
        young = new Set();
        youngWeight = 0;
        round++;
      }
    },
    get weight() {
      return youngWeight + oldWeight;
    },
  };
}

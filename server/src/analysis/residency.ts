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
  /** Tells that it has been replaced by another: whoever holds it still may use it, and it is not kept for long. */
  drop(one: Resident): void;
  /**
   * Cools some of what hasn't been used for longest, while there is more than the limit: a few at a time, so that no
   * keystroke waits for all. Nothing is cooled at any other time.
   */
  trim(): void;
  /** How much is hot. */
  readonly weight: number;
}

/** So many are cooled at once: what is read in takes the place of no more than one at a time. */
const cooledAtOnce = 3;
/** So many times the limit may be hot while they wait for that. */
const mostOver = 1.5;

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
  /** What is to be cooled. */
  let leaving = new Set<Resident>();
  let leavingWeight = 0;
  const weight = () => youngWeight + oldWeight + leavingWeight;
  const cool = (most: number) => {
    let left = most;
    for (const one of leaving) {
      if (left-- <= 0 && weight() <= limit * mostOver) return;
      leaving.delete(one);
      leavingWeight -= one.weight;
      one.cool();
    }
  };
  return {
    use(one) {
      if (one.round === round) return;
      if (old.delete(one)) oldWeight -= one.weight;
      else if (leaving.delete(one)) leavingWeight -= one.weight;
      one.round = round;
      young.add(one);
      youngWeight += one.weight;
    },
    drop(one) {
      if (young.delete(one)) youngWeight -= one.weight;
      else if (old.delete(one)) oldWeight -= one.weight;
      else if (leaving.delete(one)) leavingWeight -= one.weight;
      one.round = 0;
    },
    trim() {
      while (youngWeight > limit / 2) {
        cool(Infinity);
        [leaving, leavingWeight] = [old, oldWeight];
        [old, oldWeight] = [young, youngWeight];
        young = new Set();
        youngWeight = 0;
        round++;
      }
      cool(cooledAtOnce);
    },
    get weight() {
      return weight();
    },
  };
}

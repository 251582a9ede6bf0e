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
  /** Tells that it has been replaced by another: whoever holds it still may use it, and it is not kept for that. */
  drop(one: Resident): void;
  /**
   * Cools some of what hasn't been used for longest, while there is more than the limit: a few at a time, so that no
   * keystroke waits for many. Nothing is cooled at any other time.
   */
  trim(): void;
  /** Cools all but what was used last, down to so much. As `trim`, only between two questions. */
  rest(most: number): void;
  /** How much is hot. */
  readonly weight: number;
  /** Grows whenever something is cooled or dropped. */
  readonly gone: number;
}

/** What was used last in one round. */
interface Round {
  readonly number: number;
  readonly residents: Set<Resident>;
  weight: number;
}

/** A round ends once so much of the limit was used in it. */
const roundShare = 1 / 8;
/** So many are cooled at once; a folder is read in one by one. */
const cooledAtOnce = 3;
/** More than this of the limit is hot at no time: beyond it all that there is to cool is cooled. */
const mostShare = 1.25;

/** The round of what has been replaced: it is not kept, however often it is used. */
const over = -1;

/**
 * Makes a residency that keeps about so much hot. It goes by rounds, so that a use costs no more than a comparison: what is
 * cooled is what was used last in the oldest round.
 */
export function createResidency(limit: number): Residency {
  let young: Round = { number: 1, residents: new Set(), weight: 0 };
  /** The rounds in which something was used last, the oldest first. */
  const rounds = new Map([[young.number, young]]);
  let weight = 0;
  let gone = 0;

  const leave = (one: Resident) => {
    const round = rounds.get(one.round);
    if (!round?.residents.delete(one)) return;
    round.weight -= one.weight;
    weight -= one.weight;
    if (round !== young && round.residents.size === 0) rounds.delete(round.number);
  };

  const endRound = () => {
    young = { number: young.number + 1, residents: new Set(), weight: 0 };
    rounds.set(young.number, young);
  };

  return {
    use(one) {
      if (one.round === young.number || one.round === over) return;
      leave(one);
      one.round = young.number;
      young.residents.add(one);
      young.weight += one.weight;
      weight += one.weight;
    },
    drop(one) {
      gone++;
      leave(one);
      one.round = over;
    },
    trim() {
      if (young.weight > limit * roundShare) endRound();
      let left = cooledAtOnce;
      for (const round of rounds.values()) {
        if (round === young) return;
        for (const one of round.residents) {
          if (weight <= limit || (left-- <= 0 && weight <= limit * mostShare)) return;
          gone++;
          leave(one);
          one.cool();
        }
        rounds.delete(round.number);
      }
    },
    rest(most) {
      for (const { residents } of rounds.values()) {
        for (const one of residents) {
          if (weight <= most) return;
          gone++;
          leave(one);
          one.round = 0;
          one.cool();
        }
      }
    },
    get weight() {
      return weight;
    },
    get gone() {
      return gone;
    },
  };
}

import type { FoldedPassages } from './foldedPassages';
import type { PassageRecord } from './passages';

/** Stems, each once and in rising order: a tenth of the room of a set. */
export type StemSet = Int32Array;

/** The set of some stems, whatever their order and however often each stands there. */
export const stemSet = (stems: Iterable<number>): StemSet => Int32Array.from(new Set(stems)).sort();

/** Whether a stem is in the set. */
export function hasStem(set: StemSet, stem: number): boolean {
  let [from, to] = [0, set.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((set[middle] as number) < stem) from = middle + 1;
    else to = middle;
  }
  return set[from] === stem;
}

/** Keeps what is made of an article's passages for as long as they stand; they are unfolded only for making it. */
export function createStemSets<T>(make: (records: readonly PassageRecord[]) => T) {
  const known = new WeakMap<FoldedPassages, T>();
  return (folded: FoldedPassages, unfold: () => readonly PassageRecord[]): T => {
    let found = known.get(folded);
    if (found === undefined) known.set(folded, (found = make(unfold())));
    return found;
  };
}

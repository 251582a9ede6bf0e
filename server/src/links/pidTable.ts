import { createSparseNumbers } from './sparseNumbers';

/** Where each passage stands, by its number: numbers are handed out in a row and never again. */
export interface PidTable<Owner> {
  /** A number that was never handed out before; the first is 1. */
  next(): number;
  /** Writes down whose passage it is, and which of them, from 0. */
  set(pid: number, owner: Owner, place: number): void;
  remove(pid: number): void;
  /** Undefined for a passage that is gone. */
  ownerOf(pid: number): Owner | undefined;
  /** -1 for a passage that is gone. */
  placeOf(pid: number): number;
}

/** Makes an empty table. */
export function createPidTable<Owner>(): PidTable<Owner> {
  let last = 0;
  /** One more than the slot of the owner; 0 for none. */
  const slots = createSparseNumbers();
  /** One more than the place; 0 for none. */
  const places = createSparseNumbers();
  const owners: (Owner | undefined)[] = [];
  const counts: number[] = [];
  const slotOf = new Map<Owner, number>();
  const free: number[] = [];

  const release = (slot: number) => {
    const left = (counts[slot] ?? 0) - 1;
    counts[slot] = left;
    const owner = owners[slot];
    if (left > 0 || owner === undefined) return;
    slotOf.delete(owner);
    owners[slot] = undefined;
    free.push(slot);
  };

  return {
    next: () => ++last,
    set(pid, owner, place) {
      let slot = slotOf.get(owner);
      if (slot === undefined) {
        slot = free.pop() ?? owners.length;
        owners[slot] = owner;
        counts[slot] = 0;
        slotOf.set(owner, slot);
      }
      const before = slots.get(pid);
      if (before !== slot + 1) {
        counts[slot] = (counts[slot] ?? 0) + 1;
        slots.set(pid, slot + 1);
        if (before > 0) release(before - 1);
      }
      places.set(pid, place + 1);
    },
    remove(pid) {
      const slot = slots.get(pid);
      if (slot === 0) return;
      slots.set(pid, 0);
      places.set(pid, 0);
      release(slot - 1);
    },
    ownerOf(pid) {
      const slot = slots.get(pid);
      return slot === 0 ? undefined : owners[slot - 1];
    },
    placeOf: (pid) => places.get(pid) - 1,
  };
}

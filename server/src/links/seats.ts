import { createSparseNumbers } from './sparseNumbers';

/**
 * Gives each passage that stands a small number, its seat, and gives it again to another when it is gone: what is kept by seat
 * is no larger than the folder, however much was written in it.
 */
export interface Seats {
  /** A seat for a passage that has none; the first is 1. */
  take(pid: number): number;
  /** The passage is gone. Returns the seat that it had; 0 for none. */
  leave(pid: number): number;
  /** 0 for a passage that has none. */
  of(pid: number): number;
  /** The passage that has a seat now. */
  pidAt(seat: number): number;
}

/** Makes seats that nobody has. */
export function createSeats(): Seats {
  const seats = createSparseNumbers();
  let pids = new Int32Array(1024);
  let last = 0;
  const free: number[] = [];
  return {
    take(pid) {
      const seat = free.pop() ?? ++last;
      if (seat >= pids.length) {
        const larger = new Int32Array(pids.length + (pids.length >> 1));
        larger.set(pids);
        pids = larger;
      }
      pids[seat] = pid;
      seats.set(pid, seat);
      return seat;
    },
    leave(pid) {
      const seat = seats.get(pid);
      if (seat === 0) return 0;
      seats.set(pid, 0);
      free.push(seat);
      return seat;
    },
    of: (pid) => seats.get(pid),
    pidAt: (seat) => pids[seat] as number,
  };
}

/**
 * Numbers by passage, most of them 0: passages are numbered in a row for as long as the folder is open, and nearly all that
 * were ever numbered are gone. Takes room for those that have a number, and next to none for the others.
 */
export interface SparseNumbers {
  /** 0 where none was kept. */
  get(pid: number): number;
  /** Keeps a number in 31 bits for a passage; 0 to keep none. */
  set(pid: number, value: number): void;
  /** The bytes that all of it takes. */
  readonly bytes: number;
}

/** So many numbers go or stay together. A power of two: the more, the longer one that stays holds those around it. */
const pageBits = 6;
const pageSize = 1 << pageBits;
const inPage = pageSize - 1;

/** Makes a table of nothing. */
export function createSparseNumbers(): SparseNumbers {
  /** All pages, one after the other. The first one stands for those that hold nothing, and stays empty. */
  let pool = new Int32Array(16 * pageSize);
  let end = pageSize;
  /** By page where it stands in the pool; 0 for one that holds nothing. */
  let starts = new Int32Array(64);
  /** By place in the pool, in pages, how many numbers the page there holds. */
  let counts = new Uint8Array(pool.length >> pageBits);
  /** Where pages stood that hold nothing any more; all zeros. */
  const free: number[] = [];

  const makeRoom = () => {
    const pages = (pool.length >> pageBits) + (pool.length >> (pageBits + 1));
    const largerPool = new Int32Array(pages << pageBits);
    largerPool.set(pool);
    pool = largerPool;
    const largerCounts = new Uint8Array(pages);
    largerCounts.set(counts);
    counts = largerCounts;
  };

  const takePage = (page: number): number => {
    if (page >= starts.length) {
      const larger = new Int32Array(Math.max(page + 1, starts.length + (starts.length >> 1)));
      larger.set(starts);
      starts = larger;
    }
    let start = free.pop();
    if (start === undefined) {
      if (end === pool.length) makeRoom();
      start = end;
      end += pageSize;
    }
    return (starts[page] = start);
  };

  return {
    get: (pid) => pool[(starts[pid >> pageBits] ?? 0) + (pid & inPage)] as number,
    set(pid, value) {
      const page = pid >> pageBits;
      let start = starts[page] ?? 0;
      if (start === 0) {
        if (value === 0) return;
        start = takePage(page);
      }
      const at = start + (pid & inPage);
      const before = pool[at] as number;
      pool[at] = value;
      if ((before === 0) === (value === 0)) return;
      const held = (counts[start >> pageBits] as number) + (value === 0 ? -1 : 1);
      counts[start >> pageBits] = held;
      if (held > 0) return;
      starts[page] = 0;
      free.push(start);
    },
    get bytes() {
      return pool.byteLength + starts.byteLength + counts.byteLength + free.length * 8;
    },
  };
}

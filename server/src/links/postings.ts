/**
 * Lists of small numbers by key, in typed arrays: a folder has millions of them, most of one number. A list keeps its order
 * until one is taken out, whose place the last one takes.
 */
export interface Postings {
  /** Adds a number to the list of a key. Both are whole and not negative; a key is below 2^31 - 1. */
  add(key: number, value: number): void;
  /**
   * As `add`, but the number is laid by until somebody asks for a key near it, or many have come together: added one after
   * the other to what lies close together, a folder's worth takes half the time.
   */
  addSoon(key: number, value: number): void;
  /** Adds some of what was laid by: a millisecond's worth. Returns whether that was all there was. */
  settle(): boolean;
  /** Takes a number out of the list of a key; nothing happens where it isn't in it. */
  remove(key: number, value: number): void;
  /**
   * Counts all numbers in the list of a key, each by `weight`; none where the list is longer than `most`.
   * @returns whether they were counted.
   */
  count(key: number, most: number, weight: number, into: Counts): boolean;
  /** How long the list of a key is. */
  lengthOf(key: number): number;
}

/** Numbers that were met, each with a count. One is used over and over. */
export interface Counts {
  add(value: number, weight: number): void;
  /** Calls `visit` for each number that was met, in the order in which they were, and forgets them. */
  drain(visit: (value: number, count: number) => void): void;
}

/** The keys are dealt to so many tables, so that none takes long to grow. A power of two. */
const shards = 64;
const shardBits = 6;

/** What is to be added to a shard: keys and numbers in turns. */
interface Waiting {
  pairs: Int32Array;
  length: number;
}

/**
 * A shard's keys and numbers are laid by in room for so many at first, and for so many at the most: twice as many pairs as
 * that are added no faster by a fifth, and whoever asks meanwhile would wait for them.
 */
const fewestLaidBy = 512;
const mostLaidBy = 1 << 14;

/** Makes empty lists. */
export function createPostings(): Postings {
  const tables = Array.from({ length: shards }, createShard);
  /** What was laid by, by shard: keys and their numbers in turns. */
  const waiting: (Waiting | undefined)[] = [];
  let areWaiting = 0;

  const addWaiting = (shard: number) => {
    const laidBy = waiting[shard];
    if (!laidBy) return;
    const { pairs, length } = laidBy;
    const table = tables[shard] as Shard;
    // Let go of first: where somebody asks often, little is laid by, and little room is taken for it.
    waiting[shard] = undefined;
    areWaiting--;
    for (let i = 0; i < length; i += 2) {
      const key = pairs[i] as number;
      table.add(key, hashOf(key), pairs[i + 1] as number);
    }
  };

  const shardOf = (hash: number) => {
    const shard = hash >>> (32 - shardBits);
    if (areWaiting > 0) addWaiting(shard);
    return tables[shard] as Shard;
  };
  return {
    add(key, value) {
      const hash = hashOf(key);
      shardOf(hash).add(key, hash, value);
    },
    addSoon(key, value) {
      const shard = hashOf(key) >>> (32 - shardBits);
      let laidBy = waiting[shard];
      if (!laidBy) {
        waiting[shard] = laidBy = { pairs: new Int32Array(fewestLaidBy), length: 0 };
        areWaiting++;
      }
      if (laidBy.length === laidBy.pairs.length) {
        if (laidBy.length === mostLaidBy) {
          addWaiting(shard);
          waiting[shard] = laidBy = { pairs: laidBy.pairs, length: 0 };
          areWaiting++;
        } else {
          const larger = new Int32Array(2 * laidBy.length);
          larger.set(laidBy.pairs);
          laidBy.pairs = larger;
        }
      }
      laidBy.pairs[laidBy.length++] = key;
      laidBy.pairs[laidBy.length++] = value;
    },
    settle() {
      if (areWaiting > 0) addWaiting(waiting.findIndex((laidBy) => laidBy !== undefined));
      return areWaiting === 0;
    },
    remove(key, value) {
      const hash = hashOf(key);
      shardOf(hash).remove(key, hash, value);
    },
    count(key, most, weight, into) {
      const hash = hashOf(key);
      return shardOf(hash).count(key, hash, most, weight, into);
    },
    lengthOf(key) {
      const hash = hashOf(key);
      return shardOf(hash).lengthOf(key, hash);
    },
  };
}

const hashOf = (key: number): number => Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> 0;

interface Shard {
  add(key: number, hash: number, value: number): void;
  remove(key: number, hash: number, value: number): void;
  count(key: number, hash: number, most: number, weight: number, into: Counts): boolean;
  lengthOf(key: number, hash: number): number;
}

/** What stands in the table of keys where nothing does, and where something did. Keys are kept with 1 added. */
const empty = 0;
const gone = -1;

/** A block of the pool begins with its count, and above these bits its size as a power of two. */
const countBits = 26;
const countMask = (1 << countBits) - 1;

/**
 * A hash table with open addressing. Beside each key stands its only number, or the complement of where its block begins
 * in the pool; blocks that are free are chained by their size.
 */
function createShard(): Shard {
  let keys = new Int32Array(8);
  let heads = new Int32Array(8);
  /** Places of the table that were ever taken. */
  let taken = 0;
  let live = 0;
  let pool = new Int32Array(16);
  let poolEnd = 0;
  const freeBlocks: number[] = [];

  const find = (key: number, hash: number): number => {
    const mask = keys.length - 1;
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const known = keys[at] as number;
      if (known === key + 1) return at;
      if (known === empty) return -1;
    }
  };

  const enter = (key: number, hash: number, head: number) => {
    const mask = keys.length - 1;
    let at = hash & mask;
    while ((keys[at] as number) !== empty) at = (at + 1) & mask;
    keys[at] = key + 1;
    heads[at] = head;
    taken++;
    live++;
  };

  const rebuild = () => {
    const [oldKeys, oldHeads] = [keys, heads];
    let size = 8;
    while (size < live * 2) size *= 2;
    keys = new Int32Array(size);
    heads = new Int32Array(size);
    taken = 0;
    live = 0;
    for (let at = 0; at < oldKeys.length; at++) {
      const known = oldKeys[at] as number;
      if (known > 0) enter(known - 1, hashOf(known - 1), oldHeads[at] as number);
    }
  };

  const takeBlock = (bits: number): number => {
    const free = freeBlocks[bits] ?? -1;
    if (free >= 0) {
      freeBlocks[bits] = pool[free] as number;
      return free;
    }
    const block = poolEnd;
    poolEnd += 1 << bits;
    if (poolEnd > pool.length) {
      const larger = new Int32Array(Math.max(poolEnd, pool.length + (pool.length >> 1)));
      larger.set(pool);
      pool = larger;
    }
    return block;
  };

  const freeBlock = (block: number, bits: number) => {
    pool[block] = freeBlocks[bits] ?? -1;
    freeBlocks[bits] = block;
  };

  /** Moves a block to one of another size; returns where it is now. */
  const move = (block: number, from: number, to: number, count: number): number => {
    const next = takeBlock(to);
    pool.copyWithin(next + 1, block + 1, block + 1 + count);
    pool[next] = count | (to << countBits);
    freeBlock(block, from);
    return next;
  };

  return {
    add(key, hash, value) {
      const at = find(key, hash);
      if (at < 0) {
        if ((taken + 1) * 4 > keys.length * 3) rebuild();
        enter(key, hash, value);
        return;
      }
      const head = heads[at] as number;
      if (head >= 0) {
        const block = takeBlock(2);
        pool[block] = 2 | (2 << countBits);
        pool[block + 1] = head;
        pool[block + 2] = value;
        heads[at] = ~block;
        return;
      }
      let block = ~head;
      const count = (pool[block] as number) & countMask;
      const bits = (pool[block] as number) >>> countBits;
      if (count + 1 === 1 << bits) {
        block = move(block, bits, bits + 1, count);
        heads[at] = ~block;
      }
      pool[block] = (pool[block] as number) + 1;
      pool[block + count + 1] = value;
    },
    remove(key, hash, value) {
      const at = find(key, hash);
      if (at < 0) return;
      const head = heads[at] as number;
      if (head >= 0) {
        if (head !== value) return;
        keys[at] = gone;
        live--;
        return;
      }
      const block = ~head;
      const count = (pool[block] as number) & countMask;
      const bits = (pool[block] as number) >>> countBits;
      // From the end, where what was added last stands: an edit takes back what the one before has added.
      let place = block + count;
      while (place > block && pool[place] !== value) place--;
      if (place === block) return;
      pool[place] = pool[block + count] as number;
      if (count === 2) {
        heads[at] = pool[block + 1] as number;
        freeBlock(block, bits);
        return;
      }
      pool[block] = (pool[block] as number) - 1;
      if (bits > 2 && count * 4 < 1 << bits) heads[at] = ~move(block, bits, bits - 1, count - 1);
    },
    count(key, hash, most, weight, into) {
      const at = find(key, hash);
      if (at < 0) return true;
      const head = heads[at] as number;
      if (head >= 0) {
        into.add(head, weight);
        return true;
      }
      const block = ~head;
      const count = (pool[block] as number) & countMask;
      if (count > most) return false;
      for (let i = block + 1; i <= block + count; i++) into.add(pool[i] as number, weight);
      return true;
    },
    lengthOf(key, hash) {
      const at = find(key, hash);
      if (at < 0) return 0;
      const head = heads[at] as number;
      return head >= 0 ? 1 : (pool[~head] as number) & countMask;
    },
  };
}

/** Makes counts of nothing. */
export function createCounts(): Counts {
  /** One more than each count, 0 for what was not met. */
  let counts = new Uint32Array(1024);
  let met = new Int32Array(256);
  let size = 0;
  const roomFor = (length: number) => ({ values: new Int32Array(length), totals: new Uint32Array(length) });
  /** Where numbers and their counts stand while they are visited; null as long as they are. */
  let spare: ReturnType<typeof roomFor> | null = null;
  return {
    add(value, weight) {
      if (value >= counts.length) {
        const larger = new Uint32Array(Math.max(value + 1, counts.length * 2));
        larger.set(counts);
        counts = larger;
      }
      const before = counts[value] as number;
      counts[value] = before + weight;
      if (before > 0) return;
      counts[value] = 1 + weight;
      if (size === met.length) {
        const larger = new Int32Array(size * 2);
        larger.set(met);
        met = larger;
      }
      met[size++] = value;
    },
    drain(visit) {
      if (size === 0) return;
      const end = size;
      const all = met;
      const room = spare && spare.totals.length >= end ? spare : roomFor(all.length);
      // What is visited may count anew: each number is forgotten before anybody hears of it.
      met = room.values;
      spare = null;
      size = 0;
      const { totals } = room;
      for (let i = 0; i < end; i++) {
        const value = all[i] as number;
        totals[i] = (counts[value] as number) - 1;
        counts[value] = 0;
      }
      for (let i = 0; i < end; i++) visit(all[i] as number, totals[i] as number);
      spare = { values: all, totals };
    },
  };
}

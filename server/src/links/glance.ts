import { flag, type Words } from '../claims/normalize';

/** What two passages can have in common at the most, however they are aligned; it may be less. In words. */
export interface AtMost {
  /** Words whose stems stand in both in one order. */
  readonly words: number;
  /** Those of them that are of matter in either passage. */
  readonly matter: number;
}

/** Takes one passage after another and says what each has in common with one that stays the same. */
export interface Glance {
  /** The passage to hold others against; to look at the same one again costs nothing. */
  readonly lookAt: (words: Words) => void;
  /** What a passage can share with the one looked at. The answer is written over by the next. */
  readonly atMost: (other: Words) => AtMost;
  /** Whether so many stems in a row can stand in both. */
  readonly mayShareRun: (other: Words, length: number) => boolean;
}

/** Words in one number: bits that can be added up with what they carry. */
const wide = 32;
/** A passage with more words than this is not looked at: it may share whatever the other has. */
const mostWords = 256;

/**
 * Makes a glance. The words that two passages have in one order are counted with a bit for each word (Hyyrö 2004), so
 * that one step deals with a word of the one and 32 of the other: it proves that most pairs need no alignment.
 */
export function createGlance(): Glance {
  let at: Words | null = null;
  let blocks = 0;
  /** Where the bits of a stem are; a slot from before `firstSlot` is of a passage looked at earlier. */
  let slots = new Int32Array(1 << 12);
  let firstSlot = 1;
  let nextSlot = 1;
  /** For each slot and block a bit for each word with that stem; in `matter` for those of matter only. */
  let masks = new Int32Array(1 << 10);
  let matter = new Int32Array(1 << 10);
  /** Bits that are still free: what is no more is the length of the longest common sequence. */
  const free = new Int32Array(mostWords / wide);
  const freeOfMatter = new Int32Array(mostWords / wide);
  const answer = { words: 0, matter: 0 };

  const slotOf = (stem: number): number => {
    const slot = slots[stem] ?? 0;
    return slot >= firstSlot ? slot - firstSlot : -1;
  };

  const addSlot = (stem: number): number => {
    if (stem >= slots.length) {
      const larger = new Int32Array(2 * stem);
      larger.set(slots);
      slots = larger;
    }
    slots[stem] = nextSlot;
    return nextSlot++ - firstSlot;
  };

  const lookAt = (words: Words) => {
    if (words === at) return;
    at = words;
    blocks = Math.ceil(words.count / wide);
    if (words.count > mostWords) return;
    if (nextSlot > 1 << 30) {
      slots.fill(0);
      nextSlot = 1;
    }
    firstSlot = nextSlot;
    const room = words.count * blocks;
    if (room > masks.length) [masks, matter] = [new Int32Array(2 * room), new Int32Array(2 * room)];
    masks.fill(0, 0, room);
    matter.fill(0, 0, room);
    for (let i = 0; i < words.count; i++) {
      const stem = words.stems[i] ?? 0;
      const known = slotOf(stem);
      const place = (known < 0 ? addSlot(stem) : known) * blocks + (i >>> 5);
      const bit = 1 << (i & 31);
      masks[place] = (masks[place] ?? 0) | bit;
      if (!((words.flags[i] ?? 0) & flag.grammar)) matter[place] = (matter[place] ?? 0) | bit;
    }
  };

  const atMost = (other: Words): AtMost => {
    const here = at?.count ?? 0;
    if (here > 0 && blocks === 1) return atMostInOne(other, here);
    answer.words = answer.matter = Math.min(here, other.count);
    if (here > mostWords) return answer;
    free.fill(-1, 0, blocks);
    freeOfMatter.fill(-1, 0, blocks);
    for (let j = 0; j < other.count; j++) {
      const slot = slotOf(other.stems[j] ?? 0);
      if (slot < 0) continue;
      take(free, masks, slot * blocks, blocks);
      // A word may be of grammar in one passage and of matter in the other.
      const isGrammar = ((other.flags[j] ?? 0) & flag.grammar) !== 0;
      take(freeOfMatter, isGrammar ? matter : masks, slot * blocks, blocks);
    }
    answer.words = taken(free, blocks, here);
    answer.matter = taken(freeOfMatter, blocks, here);
    return answer;
  };

  /** The same where all bits stand in one number, as they do for most quotes. */
  const atMostInOne = ({ count, stems, flags }: Words, here: number): AtMost => {
    let [left, leftOfMatter] = [-1, -1];
    for (let j = 0; j < count; j++) {
      const slot = slotOf(stems[j] ?? 0);
      if (slot < 0) continue;
      const all = masks[slot] as number;
      const hit = left & all;
      left = (left + hit) | (left & ~hit);
      const hitOfMatter = leftOfMatter & ((flags[j] ?? 0) & flag.grammar ? (matter[slot] as number) : all);
      leftOfMatter = (leftOfMatter + hitOfMatter) | (leftOfMatter & ~hitOfMatter);
    }
    const within = here === wide ? -1 : (1 << here) - 1;
    answer.words = bitsIn(~left & within);
    answer.matter = bitsIn(~leftOfMatter & within);
    return answer;
  };

  /** For each length of a run and block, a bit where one of that length ends. */
  let ends = new Int32Array(64);
  const mayShareRun = (other: Words, length: number): boolean => {
    if ((at?.count ?? 0) > mostWords) return true;
    if (blocks === 1) return mayShareRunInOne(other, length);
    if (length * blocks > ends.length) ends = new Int32Array(2 * length * blocks);
    ends.fill(0, 0, length * blocks);
    for (let j = 0; j < other.count; j++) {
      const slot = slotOf(other.stems[j] ?? 0);
      if (slot < 0) {
        ends.fill(0, 0, length * blocks);
        continue;
      }
      for (let k = length - 1; k >= 0; k--) {
        for (let block = blocks - 1; block >= 0; block--) {
          const before = k === 0 ? -1 : ((ends[(k - 1) * blocks + block] ?? 0) << 1) | carriedInto(k - 1, block);
          const now = before & (masks[slot * blocks + block] ?? 0);
          ends[k * blocks + block] = now;
          if (k === length - 1 && now !== 0) return true;
        }
      }
    }
    return false;
  };
  const mayShareRunInOne = ({ count, stems }: Words, length: number): boolean => {
    if (length > ends.length) ends = new Int32Array(2 * length);
    ends.fill(0, 0, length);
    let isClear = true;
    for (let j = 0; j < count; j++) {
      const slot = slotOf(stems[j] ?? 0);
      if (slot < 0) {
        if (!isClear) ends.fill(0, 0, length);
        isClear = true;
        continue;
      }
      const here = masks[slot] as number;
      for (let k = length - 1; k > 0; k--) ends[k] = ((ends[k - 1] as number) << 1) & here;
      ends[0] = here;
      isClear = false;
      if (ends[length - 1] !== 0) return true;
    }
    return false;
  };
  const carriedInto = (k: number, block: number): number =>
    block === 0 ? 0 : (ends[k * blocks + block - 1] ?? 0) >>> (wide - 1);

  return { lookAt, atMost, mayShareRun };
}

/** One step: the words with these bits take the first free place after the last that is taken. */
function take(free: Int32Array, masks: Int32Array, from: number, blocks: number): void {
  let carry = 0;
  for (let block = 0; block < blocks; block++) {
    const before = free[block] as number;
    const hit = before & (masks[from + block] as number);
    const sum = (before >>> 0) + (hit >>> 0) + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    free[block] = sum | 0 | (before & ~hit);
  }
}

/** How many of the first `count` bits are no longer free. */
function taken(free: Int32Array, blocks: number, count: number): number {
  let all = 0;
  for (let block = 0; block < blocks; block++) {
    const left = count - block * wide;
    const within = left >= wide ? -1 : (1 << left) - 1;
    all += bitsIn(~(free[block] as number) & within);
  }
  return all;
}

function bitsIn(number: number): number {
  let n = number - ((number >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

import { oneOf, packed, weightOf, type Signature } from './storySignature';

/**
 * Which articles have which stems, and how rare each stem is in the folder. Articles go by slots: small numbers that the
 * caller hands out and may hand out again. Nothing is ever rebuilt but when the folder has doubled or halved.
 */
export interface StemIndex {
  /** Takes an article's signature out and puts another in; an empty one stands for no article. */
  replace(slot: number, before: Signature, after: Signature): void;
  /** What an article's signature has in common with itself. */
  norm(slot: number): number;
  /**
   * The articles whose signature has so much in common with that of a slot that its share of the product of their lengths,
   * the cosine, is at least `least`, with what they have in common; of those that have a little less some may be told too.
   */
  products(slot: number, signature: Signature, least: number): Products;
  /**
   * Weighs by the number of articles in the folder; `all` gives the signature of every slot. Returns whether that changes
   * anything: then all products do.
   */
  resize(articles: number, all: () => Iterable<readonly [slot: number, signature: Signature]>): boolean;
  /**
   * The articles whose products are others than they were in a folder of so many `articles`, which had those that are `gone`
   * and had none of those that are `fresh`; null where that may be all.
   */
  movedSince(articles: number, gone: Iterable<Signature>, fresh: Iterable<Signature>): ReadonlySet<number> | null;
}

/** Articles by slot, each with what it has in common with one. Holds until something else is asked. */
export interface Products {
  readonly count: number;
  readonly slots: Int32Array;
  readonly products: Float64Array;
}

/** The articles that have a stem, each slot with the weight there. One number where it is one article: most stems are one's. */
type Posting = number | number[];

/** A folder smaller than this is weighed as one of this size: what all of five articles speak of is still rare. */
const leastFolder = 10; // as a power of two
/** A stem that more than one in eight articles has says nothing about the story, nor one that stands in so many. */
const commonShare = 3;
const commonplace = 256;
/** Leaves room for what is lost in reckoning with fractions. */
const nearlyOne = 1 - 1e-9;

/** Makes an empty index. `reclassed` is told of every article whose products change because a stem became rarer or more common. */
export function createStemIndex(reclassed: (slot: number) => void): StemIndex {
  /** By stem: these are small numbers in a row. */
  const postings: (Posting | undefined)[] = [];
  let sums = new Float64Array(64);
  /** What was asked for last. */
  let slots = new Int32Array(64);
  let products = new Float64Array(64);
  /** Kept by difference: all are whole numbers, so that no way to them is more exact than another. */
  let norms = new Float64Array(64);
  let size = leastFolder;

  /** How much a stem says: none where it is a commonplace, more the fewer articles have it, in classes by powers of two. */
  const rarity = (articles: number): number => {
    if (articles > commonplace || articles > 1 << (size - commonShare)) return 0;
    return size - (31 - Math.clz32(articles));
  };

  const weigh = (pair: number, before: number, now: number) => {
    const weight = weightOf(pair);
    const slot = oneOf(pair);
    norms[slot] = (norms[slot] ?? 0) + weight * weight * (now * now - before * before);
  };

  const reclass = (posting: Posting, before: number, now: number) => {
    if (before === now) return;
    for (const pair of typeof posting === 'number' ? [posting] : posting) {
      weigh(pair, before, now);
      reclassed(oneOf(pair));
    }
  };

  const add = (stem: number, pair: number) => {
    while (postings.length <= stem) postings.push(undefined);
    const posting = postings[stem];
    const now = rarity(lengthOf(posting) + 1);
    weigh(pair, 0, now);
    if (posting === undefined) {
      postings[stem] = pair;
      return;
    }
    reclass(posting, rarity(lengthOf(posting)), now);
    if (typeof posting === 'number') postings[stem] = [posting, pair];
    else posting.push(pair);
  };

  const drop = (stem: number, pair: number) => {
    const posting = postings[stem];
    if (posting === undefined) return;
    const before = rarity(lengthOf(posting));
    weigh(pair, before, 0);
    if (typeof posting === 'number') {
      postings[stem] = undefined;
      return;
    }
    const at = posting.indexOf(pair);
    const last = posting.pop() ?? pair;
    if (at < posting.length) posting[at] = last;
    reclass(posting, before, rarity(posting.length));
    const [only] = posting;
    if (posting.length === 1 && only !== undefined) postings[stem] = only;
  };

  const reweigh = (stem: number, before: number, now: number) => {
    const posting = postings[stem];
    if (posting === undefined) return;
    const rare = rarity(lengthOf(posting));
    weigh(before, rare, 0);
    weigh(now, 0, rare);
    if (typeof posting === 'number') postings[stem] = now;
    else posting[posting.indexOf(before)] = now;
  };

  const makeRoom = (slot: number) => {
    if (slot < sums.length) return;
    sums = new Float64Array(2 * slot);
    slots = new Int32Array(2 * slot);
    products = new Float64Array(2 * slot);
    const more = new Float64Array(2 * slot);
    more.set(norms);
    norms = more;
  };

  return {
    replace(slot, before, after) {
      makeRoom(slot);
      const of = (pair: number) => packed(slot, weightOf(pair));
      const last = Infinity;
      // Both rise by stem: one walk over the two.
      for (let i = 0, j = 0; i < before.length || j < after.length;) {
        const x = before[i] ?? 0;
        const y = after[j] ?? 0;
        const old = i < before.length ? oneOf(x) : last;
        const stem = j < after.length ? oneOf(y) : last;
        if (old < stem) drop(old, of(x));
        else if (stem < old) add(stem, of(y));
        else if (x !== y) reweigh(stem, of(x), of(y));
        if (old <= stem) i++;
        if (stem <= old) j++;
      }
    },
    norm: (slot) => norms[slot] ?? 0,
    products(own, signature, least) {
      // No callback: whoever asks has another each time, and the innermost loop of a folder would never stay compiled.
      let count = 0;
      for (const one of signature) {
        const posting = postings[oneOf(one)];
        if (posting === undefined || typeof posting === 'number') continue;
        const rare = rarity(posting.length);
        if (rare === 0) continue;
        const factor = weightOf(one) * rare * rare;
        for (const pair of posting) {
          const slot = oneOf(pair);
          const sum = sums[slot] as number;
          if (sum === 0) slots[count++] = slot;
          sums[slot] = sum + factor * weightOf(pair);
        }
      }
      // Nearly all have next to nothing in common: no root is taken to tell these.
      const bound = least * least * (norms[own] as number) * nearlyOne;
      let left = 0;
      for (let i = 0; i < count; i++) {
        const slot = slots[i] as number;
        const product = sums[slot] as number;
        sums[slot] = 0;
        if (product * product < bound * (norms[slot] as number)) continue;
        slots[left] = slot;
        products[left++] = product;
      }
      return { count: left, slots, products };
    },
    resize(articles, all) {
      const now = sizeOf(articles);
      if (now === size) return false;
      size = now;
      for (const [slot, signature] of all()) {
        norms[slot] = 0;
        for (const one of signature) {
          weigh(packed(slot, weightOf(one)), 0, rarity(lengthOf(postings[oneOf(one)])));
        }
      }
      return true;
    },
    movedSince(articles, gone, fresh) {
      if (sizeOf(articles) !== size) return null;
      const more = new Map<number, number>();
      const count = (signatures: Iterable<Signature>, by: number) => {
        for (const signature of signatures) {
          for (const one of signature) more.set(oneOf(one), (more.get(oneOf(one)) ?? 0) + by);
        }
      };
      count(gone, 1);
      count(fresh, -1);
      const moved = new Set<number>();
      for (const [stem, by] of more) {
        const posting = postings[stem];
        if (posting === undefined || rarity(lengthOf(posting)) === rarity(lengthOf(posting) + by)) continue;
        for (const pair of typeof posting === 'number' ? [posting] : posting) moved.add(oneOf(pair));
      }
      return moved;
    },
  };
}

/** The size of a folder as a power of two. */
const sizeOf = (articles: number): number => Math.max(leastFolder, 32 - Math.clz32(Math.max(0, articles - 1)));

const lengthOf = (posting: Posting | undefined): number =>
  posting === undefined ? 0 : typeof posting === 'number' ? 1 : posting.length;

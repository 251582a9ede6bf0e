import type { Signature } from './storySignature';

/**
 * Which articles have which stems, and how rare each stem is in the folder. Articles go by slots: small numbers that the
 * caller hands out and may hand out again. Nothing is ever rebuilt but when the folder has doubled or halved.
 */
export interface StemIndex {
  /** Takes an article's signature out and puts another in; an empty one stands for no article. */
  replace(slot: number, before: Signature, after: Signature): void;
  /** What a signature has in common with itself. */
  product(signature: Signature): number;
  /** Calls `visit` for every article that shares a stem worth anything with the signature, with what they have in common. */
  products(signature: Signature, visit: (slot: number, product: number) => void): void;
  /** Weighs by the number of articles in the folder. Returns whether that changes anything: then all products do. */
  resize(articles: number): boolean;
}

/** The articles that have a stem, by slot, and what it weighs in each. */
interface Posting {
  readonly slots: number[];
  readonly weights: number[];
}

/** A folder smaller than this is weighed as one of this size: what all of five articles speak of is still rare. */
const leastFolder = 10; // as a power of two
/** A stem that more than one in eight articles has says nothing about the story, nor one that stands in so many. */
const commonShare = 3;
const commonplace = 256;

/** Makes an empty index. `reclassed` is told of every article whose products change because a stem became rarer or more common. */
export function createStemIndex(reclassed: (slot: number) => void): StemIndex {
  const postings = new Map<number, Posting>();
  let sums = new Float64Array(64);
  let size = leastFolder;

  /** How much a stem says: none where it is a commonplace, more the fewer articles have it, in classes by powers of two. */
  const rarity = (articles: number): number => {
    if (articles > commonplace || articles > 1 << (size - commonShare)) return 0;
    return size - (31 - Math.clz32(articles));
  };

  const reclass = ({ slots }: Posting, before: number) => {
    if (rarity(before) !== rarity(slots.length)) slots.forEach(reclassed);
  };

  const add = (stem: number, slot: number, weight: number) => {
    const posting = postings.get(stem);
    if (!posting) {
      postings.set(stem, { slots: [slot], weights: [weight] });
      return;
    }
    posting.slots.push(slot);
    posting.weights.push(weight);
    reclass(posting, posting.slots.length - 1);
  };

  const drop = (stem: number, slot: number) => {
    const posting = postings.get(stem);
    const at = posting?.slots.indexOf(slot) ?? -1;
    if (!posting || at < 0) return;
    const lastSlot = posting.slots.pop() ?? 0;
    const lastWeight = posting.weights.pop() ?? 0;
    if (posting.slots.length === 0) {
      postings.delete(stem);
      return;
    }
    if (at < posting.slots.length) {
      posting.slots[at] = lastSlot;
      posting.weights[at] = lastWeight;
    }
    reclass(posting, posting.slots.length + 1);
  };

  const reweigh = (stem: number, slot: number, weight: number) => {
    const posting = postings.get(stem);
    if (posting) posting.weights[posting.slots.indexOf(slot)] = weight;
  };

  return {
    replace(slot, before, after) {
      while (slot >= sums.length) sums = new Float64Array(2 * sums.length);
      for (const stem of before.keys()) if (!after.has(stem)) drop(stem, slot);
      for (const [stem, weight] of after) {
        const known = before.get(stem);
        if (known === undefined) add(stem, slot, weight);
        else if (known !== weight) reweigh(stem, slot, weight);
      }
    },
    product(signature) {
      let sum = 0;
      for (const [stem, weight] of signature) {
        const one = weight * rarity(postings.get(stem)?.slots.length ?? 1);
        sum += one * one;
      }
      return sum;
    },
    products(signature, visit) {
      const met: number[] = [];
      for (const [stem, weight] of signature) {
        const posting = postings.get(stem);
        const articles = posting?.slots.length ?? 0;
        const rare = articles < 2 ? 0 : rarity(articles);
        if (!posting || rare === 0) continue;
        const factor = weight * rare * rare;
        for (let i = 0; i < articles; i++) {
          const slot = posting.slots[i] ?? 0;
          const sum = sums[slot] ?? 0;
          if (sum === 0) met.push(slot);
          sums[slot] = sum + factor * (posting.weights[i] ?? 0);
        }
      }
      for (const slot of met) {
        const product = sums[slot] ?? 0;
        sums[slot] = 0;
        visit(slot, product);
      }
    },
    resize(articles) {
      const now = Math.max(leastFolder, 32 - Math.clz32(Math.max(0, articles - 1)));
      if (now === size) return false;
      size = now;
      return true;
    },
  };
}

/** How much it says that two quotes share words: the more, the fewer of all quotes have them. */
export interface Rarity {
  /** What a word says: a whole number above 0; a word that no quote has says as much as one that stands in a single quote. */
  weightOf(stem: number): number;
  /**
   * How alike two quotes must be, 0 to 1, that share words of so much weight in all: the more so the likelier it is that
   * they share them by chance.
   */
  leastAlike(weight: number): number;
  /** Quotes have come or gone. */
  forget(): void;
}

/** Weights are whole numbers, so many to one. */
const fineness = 64;
/** This much alike are quotes of one remark whatever they share. Measured, those that meet by chance come to 0.38. */
const surelyAlike = 0.4;
/** Words that so many quotes and more would have by chance say nothing of two quotes by themselves. */
const mostByChance = 40;

/**
 * Weighs words by what share of all quotes has them, not by how many do: in a large folder each word of a remark stands in
 * very many, and yet few have two of them.
 */
export function createRarity(quotesWith: (stem: number) => number, quotesInAll: () => number): Rarity {
  /** By stem, 0 where it isn't worked out: a search asks for the words of thousands of quotes. */
  let weights = new Uint16Array(1024);
  let areKnown = false;
  return {
    weightOf(stem) {
      if (!areKnown) weights.fill(0);
      areKnown = true;
      const known = weights[stem] ?? 0;
      if (known > 0) return known;
      if (stem >= weights.length) {
        const larger = new Uint16Array(2 * stem);
        larger.set(weights);
        weights = larger;
      }
      const share = quotesInAll() / Math.max(1, quotesWith(stem));
      return (weights[stem] = Math.ceil(fineness * Math.log(1 + share)));
    },
    leastAlike(weight) {
      const byChance = quotesInAll() * Math.exp(-weight / fineness);
      return surelyAlike * Math.min(1, Math.log1p(byChance) / Math.log1p(mostByChance));
    },
    forget() {
      areKnown = false;
    },
  };
}

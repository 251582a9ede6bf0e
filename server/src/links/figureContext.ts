/** The words around a figure, each once, by how much they say of it; in the order in which they were met. */
export interface FigureContext {
  readonly stems: readonly number[];
  readonly weights: readonly number[];
}

/** Packs words with their weights: a story's figures are held in memory by the thousand. */
export const packContext = (context: ReadonlyMap<number, number>): FigureContext => ({
  stems: [...context.keys()],
  weights: [...context.values()],
});

/** What a word weighs; 0 where it doesn't stand there. */
export function weightIn({ stems, weights }: FigureContext, stem: number): number {
  const at = stems.indexOf(stem);
  return at < 0 ? 0 : (weights[at] ?? 0);
}

/** Where each stem stands in the context that was compared last, from 1: one figure is compared with many in a row. */
let places = new Int32Array(1024);
let held: FigureContext | null = null;
const foundAt: number[] = [];
const found: number[] = [];

function hold(context: FigureContext): void {
  if (held === context) return;
  if (held) for (const stem of held.stems) places[stem] = 0;
  let highest = 0;
  for (const stem of context.stems) if (stem > highest) highest = stem;
  if (highest >= places.length) places = new Int32Array(2 * highest);
  context.stems.forEach((stem, i) => {
    places[stem] = i + 1;
  });
  held = context;
}

/**
 * The product of two contexts as vectors, the same to the last bit whichever comes first but for contexts of one length. It
 * is quick where the first is the same one as before.
 */
export function product(a: FigureContext, b: FigureContext): number {
  hold(a);
  const { stems, weights } = b;
  let sum = 0;
  if (a.stems.length >= stems.length) {
    for (let i = 0; i < stems.length; i++) {
      const place = places[stems[i] ?? 0] ?? 0;
      if (place > 0) sum += (weights[i] ?? 0) * (a.weights[place - 1] ?? 0);
    }
    return sum;
  }
  // Sums of fractions hang on their order: it is always that of the shorter one.
  let count = 0;
  for (let i = 0; i < stems.length; i++) {
    const place = places[stems[i] ?? 0] ?? 0;
    if (place === 0) continue;
    let at = count++;
    for (; at > 0 && (foundAt[at - 1] ?? 0) > place; at--) {
      foundAt[at] = foundAt[at - 1] ?? 0;
      found[at] = found[at - 1] ?? 0;
    }
    foundAt[at] = place;
    found[at] = (weights[i] ?? 0) * (a.weights[place - 1] ?? 0);
  }
  for (let i = 0; i < count; i++) sum += found[i] ?? 0;
  return sum;
}

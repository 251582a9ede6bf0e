/** A quote with so few words of matter is looked up word by word. */
export const shortQuote = 3;
/** Of a quote with so few words of matter one pair is enough to look for it in a sentence; of a longer one it takes two. */
export const fewWords = 4;

/** A mark for each stem of the words of matter of one quote, the one asked about last. */
let marks = new Uint8Array(1 << 12);
let marked: readonly number[] = [];

function mark(matter: readonly number[]): void {
  if (matter === marked) return;
  for (const stem of marked) marks[stem] = 0;
  for (const stem of matter) {
    if (stem >= marks.length) {
      const larger = new Uint8Array(2 * stem);
      larger.set(marks);
      marks = larger;
    }
    marks[stem] = 1;
  }
  marked = matter;
}

/**
 * Whether two quotes that share `pairs` word pairs are worth comparing, by their words of matter: those of one, and those
 * of the other from place `from` of a list to `end`. Fastest where the first list is the same from call to call.
 */
export function quotesAreWorthComparing(
  matter: readonly number[],
  others: ArrayLike<number>,
  from: number,
  end: number,
  pairs: number,
): boolean {
  if (pairs >= 2) return true;
  const fewest = Math.min(matter.length, end - from);
  if (fewest === 0) return true;
  if (pairs === 0 && fewest > shortQuote) return false;
  mark(matter);
  let shared = 0;
  for (let i = from; i < end; i++) shared += marks[others[i] as number] ?? 0;
  // Two words in a row must not be all that two quotes of some length share.
  if (pairs === 1 && (shared >= 3 || shared * 3 >= fewest)) return true;
  return fewest <= shortQuote && shared * 2 > fewest;
}

/** Whether a quote and a sentence of another article that share `pairs` word pairs are worth comparing. */
export const areWorthComparing = (quoteIsFew: boolean, pairs: number): boolean =>
  pairs >= 2 || (pairs === 1 && quoteIsFew);

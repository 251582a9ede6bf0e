/** A half-open stretch of one article's text: `start` is in it, `end` is not. Both count UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The span from `start` up to, not including, `end`. */
export const span = (start: number, end: number): Span => ({ start, end });

/** How many UTF-16 code units the span covers. */
export const lengthOf = (s: Span): number => s.end - s.start;

/** Whether the offset lies in the span, or right at its end (where a cursor may stand). */
export const touches = (s: Span, offset: number): boolean => s.start <= offset && offset <= s.end;

/** Whether the two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether all of `inner` lies within `outer`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/**
 * Makes a search among spans, in any order: it gives those that overlap a span, in their order by start. What many spans
 * are asked of so costs their number and what is found, not the product.
 */
export function overlapSearch<T extends Span>(spans: readonly T[]): (asked: Span) => readonly T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start);
  /** How far those up to each one reach. */
  const reach = new Float64Array(sorted.length);
  let furthest = -1;
  sorted.forEach(({ end }, i) => (reach[i] = furthest = Math.max(furthest, end)));
  return (asked) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((reach[middle] ?? 0) > asked.start) high = middle;
      else low = middle + 1;
    }
    const found: T[] = [];
    for (let one = sorted[low]; one && one.start < asked.end; one = sorted[++low])
      if (overlaps(one, asked)) found.push(one);
    return found;
  };
}

const searches = new WeakMap<readonly Span[], (asked: Span) => readonly Span[]>();

/**
 * The shortest of the spans that hold all of `inner`, of two as short the one that starts first; null where none does. A
 * list that is asked again answers from a search that is made once, so it must not change afterwards.
 */
export function narrowestAround(spans: readonly Span[], inner: Span): Span | null {
  let search = searches.get(spans);
  if (!search) searches.set(spans, (search = overlapSearch(spans)));
  let best: Span | null = null;
  // An empty span shares no character with what it lies in: one more on either side is asked for.
  for (const one of search({ start: inner.start - 1, end: inner.end + 1 }))
    if (contains(one, inner) && (!best || lengthOf(one) < lengthOf(best))) best = one;
  return best;
}

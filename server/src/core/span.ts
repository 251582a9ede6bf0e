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

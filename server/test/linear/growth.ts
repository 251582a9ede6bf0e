/** How the time of some work grows with its text. */
export interface Growth {
  /** The time at 2n over the time at n. */
  readonly ratio: number;
  /** n, in UTF-16 units. */
  readonly units: number;
  /** Processor time at n, in ms. */
  readonly ms: number;
}

/** What is linear doubles; twice as much and a little for a cache that is full. */
export const mostGrowth = 2.3;

/** The lengths at which work is tried, in UTF-16 units: what grows fast shows it on a short text, and would hang on a long one. */
const ladder = [32, 150];

/**
 * Measures how the processor time of some work grows. Work that is done with a long text in `least` ms is fine whatever its
 * growth: what is quadratic takes a hundred times that. A growth that is too great is measured again at larger n, where what
 * comes once only, such as a collection of garbage, weighs less.
 * @param make the text of a length, or what else the work is done with; it is not measured.
 * @param units how long a long text is.
 * @returns null where the work grows no faster than its text.
 */
export function growthOf<T>(
  make: (units: number) => T,
  work: (made: T) => void,
  { units: long = 4_000, least = 1.5 }: { readonly units?: number; readonly least?: number } = {},
): Growth | null {
  const best = (units: number, times: number): number => {
    const made = make(units);
    let ms = Infinity;
    for (let i = 0; i < times; i++) ms = Math.min(ms, timeOf(work, made));
    return ms;
  };
  for (const start of [...ladder, long]) {
    const first = best(start, 1);
    if (first < least) continue;
    // So long for so little: to measure it more exactly would take minutes.
    if (first > 300 && start < long) {
      const ms = best(start / 2, 1);
      if (first / ms > mostGrowth) return { ratio: first / ms, units: start / 2, ms };
    }
    if (best(start, 2) < least) continue;
    let growth: Growth = { ratio: Infinity, units: start, ms: 0 };
    let units = start;
    for (let attempt = 0; attempt < 5; attempt++) {
      const ms = best(units, 3);
      const ratio = best(units * 2, 3) / ms;
      if (ratio < growth.ratio) growth = { ratio, units, ms };
      if (growth.ratio <= mostGrowth) break;
      // What is plainly superlinear needs no larger text to show it, and would take minutes on one.
      if (attempt > 0 && (growth.ratio > 3.2 || ms > 2_000)) break;
      if (ms < 200) units = Math.round(units * 1.6);
    }
    return growth.ratio > mostGrowth ? growth : null;
  }
  return null;
}

/** The processor time of some work, in ms. */
export function timeOf<T>(work: (made: T) => void, made: T): number {
  const from = process.cpuUsage();
  work(made);
  return process.cpuUsage(from).user / 1000;
}

export const describeGrowth = ({ ratio, units, ms }: Growth): string =>
  `${ratio.toFixed(1)} times as long for twice the text (${ms.toFixed(0)} ms for ${units} units)`;

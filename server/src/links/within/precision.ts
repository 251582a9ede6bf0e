import type { Figure } from '../../claims/figures/model';

/**
 * What a figure may be off by for rounding, to either side, in its unit: half of its last digit. Noughts at the end of a
 * number written out tell nothing of rounding as long as three digits stand ("£200", "61,400"); small whole numbers are
 * counted.
 */
export function playOf({ kind, step, value, number }: Figure, text: string): number {
  const size = Math.abs(value ?? 0);
  if (kind === 'count' && size < 100) return 0;
  const isSpelled = /\p{L}/u.test(text.slice(number.start, number.end));
  if (isSpelled || step <= 1) return step / 2;
  const least = Math.max(1, 10 ** (Math.floor(Math.log10(size || 1)) - 2));
  return Math.min(step, least) / 2;
}

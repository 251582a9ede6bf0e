import type { Figure } from '../../claims/figures/model';

/**
 * What a figure may be off by for rounding, to either side, in its unit: half of its last digit. Noughts at the end of a
 * number in digits tell nothing of rounding as long as three digits stand ("£200", "61,400", "£100 million"); small whole
 * numbers are counted.
 */
export function playOf({ kind, step, value, number }: Figure, text: string): number {
  const size = Math.abs(value ?? 0);
  if (kind === 'count' && size < 100) return 0;
  const digits = /^[\d,.]*\d/.exec(text.slice(number.start, number.end))?.[0].replaceAll(',', '');
  if (digits === undefined || step === 0 || size === 0) return step / 2;
  const decimals = digits.length - 1 - (digits.includes('.') ? digits.indexOf('.') : digits.length - 1);
  const lastDigit = (size / Number(digits)) * 10 ** -decimals;
  return Math.min(step, Math.max(lastDigit, 10 ** (Math.floor(Math.log10(size)) - 2))) / 2;
}

import type { Figure } from '../../claims/figures/model';
import type { Claims } from '../../claims/model';
import { quantityOf } from '../quantities';
import type { ConversionFinding } from './model';

/** By how much a converted value may be off: newsrooms round it to what reads well. */
const rounding = 0.08;
/** There are long tons and short ones. */
const roundingOfTons = 0.15;

/**
 * Finds conversions in brackets that don't come out: "12 miles (29 kilometres)". Silent on rounding, ranges, and units
 * that measure different things.
 */
export function conversionsAgainstOriginals(text: string, { figures }: Claims): readonly ConversionFinding[] {
  const findings: ConversionFinding[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const original = figures[i];
    const figure = figures[i + 1];
    if (!original || !figure || !isConvertible(original) || !isConvertible(figure) || original.unit === figure.unit)
      continue;
    if (!/^\s*\((?:or\s+)?$/.test(text.slice(original.end, figure.start))) continue;
    if (!/^\s*[),;]/.test(text.slice(figure.end, figure.end + 3))) continue;
    const values = convert(original, figure);
    if (!values) continue;
    const [converted, ofDifference] = values;
    const play = (figure.step + Math.abs((original.step / (original.value ?? 1)) * converted)) / 2;
    const isTon = original.unit === 'ton' || figure.unit === 'ton';
    const isOff = (value: number): boolean =>
      Math.abs(value - (figure.value ?? 0)) > Math.max(play, Math.abs(value) * (isTon ? roundingOfTons : rounding));
    if (isOff(converted) && isOff(ofDifference)) findings.push({ kind: 'conversion', figure, original, converted });
  }
  return findings;
}

/**
 * What one figure is in the other's unit: as it stands, and as a difference ("2 degrees Celsius warmer"). Null where
 * the two measure different things.
 */
function convert(original: Figure, figure: Figure): readonly [number, number] | null {
  const base = quantityOf(original);
  const nought = quantityOf({ ...figure, value: 0 });
  const one = quantityOf({ ...figure, value: 1 });
  const originalNought = quantityOf({ ...original, value: 0 });
  if (!base || !nought || !one || !originalNought || base.group !== one.group) return null;
  const size = one.value - nought.value;
  return [(base.value - nought.value) / size, (base.value - originalNought.value) / size];
}

const isConvertible = ({ kind, bound, value, max, vague, per }: Figure): boolean =>
  kind === 'measure' && bound !== 'range' && value !== null && max === null && !vague && per === null;

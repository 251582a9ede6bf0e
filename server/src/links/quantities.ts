import type { Bound, Figure } from '../claims/figures/model';

/** A kind of measure, and what one of the unit is in the unit that its kind is compared in. */
interface Conversion {
  readonly dimension: string;
  readonly factor: number;
  readonly offset?: number;
}

const one = (dimension: string, factor: number, offset = 0): Conversion => ({ dimension, factor, offset });

/** Factors by definition (international yard and pound agreement of 1959; SI brochure). */
const conversions: ReadonlyMap<string, Conversion> = new Map<string, Conversion>([
  ['millimetre', one('length', 0.001)],
  ['centimetre', one('length', 0.01)],
  ['metre', one('length', 1)],
  ['kilometre', one('length', 1000)],
  ['inch', one('length', 0.0254)],
  ['foot', one('length', 0.3048)],
  ['yard', one('length', 0.9144)],
  ['mile', one('length', 1609.344)],
  ['nautical mile', one('length', 1852)],
  ['square metre', one('area', 1)],
  ['square foot', one('area', 0.09290304)],
  ['square yard', one('area', 0.83612736)],
  ['acre', one('area', 4046.8564224)],
  ['hectare', one('area', 10_000)],
  ['square kilometre', one('area', 1e6)],
  ['square mile', one('area', 2589988.110336)],
  ['milligram', one('mass', 1e-6)],
  ['gram', one('mass', 0.001)],
  ['kilogram', one('mass', 1)],
  ['tonne', one('mass', 1000)],
  ['ounce', one('mass', 0.028349523125)],
  ['pound', one('mass', 0.45359237)],
  ['stone', one('mass', 6.35029318)],
  ['ton', one('mass', 907.18474)],
  ['metre per second', one('speed', 1)],
  ['kilometre per hour', one('speed', 1 / 3.6)],
  ['mile per hour', one('speed', 0.44704)],
  ['foot per second', one('speed', 0.3048)],
  ['knot', one('speed', 1852 / 3600)],
  ['degree Celsius', one('temperature', 1)],
  ['degree Fahrenheit', one('temperature', 5 / 9, (-32 * 5) / 9)],
  ['kelvin', one('temperature', 1, -273.15)],
  ['millilitre', one('volume', 0.001)],
  ['litre', one('volume', 1)],
  ['cubic metre', one('volume', 1000)],
  ['watt', one('power', 1)],
  ['kilowatt', one('power', 1000)],
  ['megawatt', one('power', 1e6)],
  ['gigawatt', one('power', 1e9)],
  ['horsepower', one('power', 745.7)],
  ['second', one('duration', 1 / 60)],
  ['minute', one('duration', 1)],
  ['hour', one('duration', 60)],
  ['day', one('duration', 1440)],
  ['week', one('duration', 10_080)],
  ['fortnight', one('duration', 20_160)],
  ['month', one('long duration', 1)],
  ['year', one('long duration', 12)],
  ['decade', one('long duration', 120)],
]);

/** A figure's value in the unit that its kind is compared in. */
export interface Quantity {
  /** What may be compared with what: figures of two groups never meet. */
  readonly group: string;
  readonly value: number;
  readonly max: number | null;
  readonly step: number;
  readonly bound: Bound;
  /** Its digits without point and noughts at either end: 1486 for 148.6 million. */
  readonly digits: string;
  /** The unit as written: a value in another unit has been converted, and is rounded anew. */
  readonly unit: string | null;
}

/**
 * The quantity of a figure, or null for one that can't be compared by value: dates and times, "dozens", a number without
 * a value. Money is compared within one currency only.
 */
export function quantityOf(figure: Figure): Quantity | null {
  const { kind, value, max, step, bound, unit } = figure;
  if (value === null || figure.vague || kind === 'date' || kind === 'time') return null;
  const conversion = kind === 'measure' || kind === 'duration' ? conversions.get(unit ?? '') : undefined;
  if (!conversion) {
    const name =
      kind === 'count' || kind === 'age' || kind === 'score' || kind === 'ordinal' ? kind : `${kind} ${unit}`;
    return { group: name, value, max, step, bound, unit, digits: digitsOf(value) };
  }
  const { dimension, factor, offset = 0 } = conversion;
  const convert = (number: number) => number * factor + offset;
  return {
    group: `${kind} ${dimension}`,
    value: convert(value),
    max: max === null ? null : convert(max),
    step: step * factor,
    bound,
    unit,
    digits: digitsOf(value),
  };
}

/** By how much a value may be off that the article itself calls near ("about", "nearly"). */
const nearly = 0.1;
/** A unit converted in the newsroom is rounded to what reads well. */
const converted = 0.04;
/** A number that is plainly rounded down ("$148 million") is off by less than this. */
const trimmed = 0.01;
/** A number with one digit ("$5 billion") is taken for a rounded one only this near to the other. */
const coarse = 0.07;

/**
 * Whether two quantities of one group can both be true, with the rounding that newsrooms allow themselves: "nearly $149
 * million" and $148.6 million, "more than 40" and 43, 30 miles and 48 km.
 */
export function compatible(a: Quantity, b: Quantity): boolean {
  if (a.group === 'score') return (a.value === b.value && a.max === b.max) || (a.value === b.max && a.max === b.value);
  if (a.value === b.value && a.max === b.max) return true;
  if (a.bound === 'atMost' && b.bound === 'atMost') return near(a.value, b.value, a, b);
  if (lowest(a) <= highest(b) && lowest(b) <= highest(a)) return true;
  return a.value < b.value ? near(a.max ?? a.value, b.value, a, b) : near(b.max ?? b.value, a.value, b, a);
}

/** How far apart two values may be that only their bounds reconcile ("more than 40" and 43), to mean the same thing. */
const nearBounds = 1.3;

/** Whether two compatible quantities are near enough to be one: "up to 15,000" and 3,000 can both be true of much. */
export function isNear(a: Quantity, b: Quantity): boolean {
  if (a.group === 'score' || a.max !== null || b.max !== null) return true;
  const x = Math.abs(a.value);
  const y = Math.abs(b.value);
  return Math.max(x, y) <= Math.min(x, y) * nearBounds;
}

/** The values that a quantity leaves open: from `lowest` to `highest`. */
const lowest = ({ value, max, bound }: Quantity): number => (max === null && bound === 'atMost' ? -Infinity : value);
const highest = ({ value, max, bound }: Quantity): number => max ?? (bound === 'atLeast' ? Infinity : value);

function near(x: number, y: number, a: Quantity, b: Quantity): boolean {
  const apart = Math.abs(x - y);
  const size = Math.max(Math.abs(x), Math.abs(y));
  const vague = Math.max(a.bound === 'approx' ? a.step : 0, b.bound === 'approx' ? b.step : 0);
  if (vague > 0 && (apart <= size * nearly || apart <= vague / 2)) return true;
  if (a.unit !== b.unit && (apart <= size * converted || apart <= Math.max(a.step, b.step) / 2)) return true;
  if (a.group === 'age' || a.group === 'ordinal') return false;
  // Small whole numbers are counted, not rounded.
  if (a.group === 'count' && size < 100) return false;
  const step = Math.max(a.step, b.step);
  if (a.step === b.step && !(apart <= size * (trimmed / 10))) return false;
  const rounded = apart <= (step / 2) * 1.0001 || (apart < step && apart <= size * trimmed);
  if (!rounded) return false;
  const digits = significant(a.step > b.step ? x : y, step);
  return digits > 1 || apart <= size * coarse;
}

/** How many digits a number has when it is given in steps of `step`. */
function significant(value: number, step: number): number {
  return step > 0 ? String(Math.round(Math.abs(value) / step)).length : 15;
}

/** How well a slip of the keys explains a difference: `telling` where hardly anything else would. */
export type Slip = 'none' | 'likely' | 'telling';

/**
 * Whether one number looks like the other with a slip of the keys: two digits in a row changed round (148.6 / 184.6),
 * one of three or more digits wrong, a million for a billion; for scores, one vote on the wrong side.
 */
export function slipBetween(a: Quantity, b: Quantity): Slip {
  if (a.group === 'score') return a.value + (a.max ?? 0) === b.value + (b.max ?? 0) ? 'likely' : 'none';
  if (a.max !== null || b.max !== null || a.unit !== b.unit) return 'none';
  const x = a.digits;
  const y = b.digits;
  if (x === y) {
    const isThousand = [1e3, 1e6].some((times) => a.value === b.value * times || b.value === a.value * times);
    if (!isThousand) return 'none';
    // Twenty and twenty thousand people are two crowds; five million and five billion dollars may be one sum.
    return x.length > 2 ? 'telling' : a.group.startsWith('money') ? 'likely' : 'none';
  }
  if (x.length !== y.length || !sameSize(a.value, b.value)) return 'none';
  if (isSwapped(x, y)) return x.length > 2 ? 'telling' : 'likely';
  let wrong = 0;
  for (let i = 0; i < x.length; i++) if (x[i] !== y[i]) wrong++;
  return wrong === 1 && x.length > 2 ? 'likely' : 'none';
}

/** Whether two strings of digits are the same but for two digits in a row changed round. */
export function isSwapped(x: string, y: string): boolean {
  if (x.length !== y.length) return false;
  let first = 0;
  while (first < x.length && x[first] === y[first]) first++;
  return (
    first + 1 < x.length &&
    x[first] === y[first + 1] &&
    x[first + 1] === y[first] &&
    x.slice(first + 2) === y.slice(first + 2)
  );
}

function digitsOf(value: number): string {
  const written = String(Math.abs(value));
  // Numbers so large or small that they are written with an exponent, and thirds.
  const plain = written.length > 12 || written.includes('e') ? Math.abs(value).toPrecision(12) : written;
  return plain
    .replace(/e.*$/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '');
}

const sameSize = (x: number, y: number): boolean =>
  Math.floor(Math.log10(Math.abs(x) || 1)) === Math.floor(Math.log10(Math.abs(y) || 1));

/** Whether a slip of the keys would explain the difference. */
export const looksLikeSlip = (a: Quantity, b: Quantity): boolean => slipBetween(a, b) !== 'none';

/** How many months the periods have that sums are paid by. */
const monthsIn: ReadonlyMap<string, number> = new Map([
  ['year', 12],
  ['month', 1],
  ['week', 12 / 52],
]);
/** Pay is counted in months up to a year, in half years up to two, and in whole years up to these. */
const mostMonths = 12;
const mostHalfYears = 4;
const mostYears = 5;

/**
 * Whether a sum is what a rate comes to over a plain number of months or years: "six months' pay, £122,500" of "£245,000
 * a year". Two such figures are not one thing given twice.
 * @param per the rate's period in the singular; any other than a year, a month or a week gives false.
 */
export function isSumOverTime(rate: number, per: string, sum: number): boolean {
  const period = monthsIn.get(per);
  if (period === undefined || rate <= 0 || sum <= 0) return false;
  const months = (sum / rate) * period;
  const whole = Math.round(months);
  const isWhole = whole > 0 && Math.abs(months - whole) < 0.005 * whole;
  const isOnce = Math.abs(months - period) < 0.005 * period;
  if (!isWhole || isOnce) return false;
  if (whole <= mostMonths || (whole % 6 === 0 && whole <= mostHalfYears * 6)) return true;
  return whole % 12 === 0 && whole <= mostYears * 12;
}

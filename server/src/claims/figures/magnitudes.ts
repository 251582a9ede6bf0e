import { multipliers, ordinalWords } from '../words';

/** A number in digits or words, without unit or bound. `from` and `to` are places among the lexemes, `to` exclusive. */
export interface NumberReading {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** The size of the last digit that is given. */
  readonly step: number;
  readonly form: 'digits' | 'words';
  /** What its magnitude word multiplies by; 1 where it has none. */
  readonly scale: number;
  /** Whether it names an order of size and no number: "dozens", "several hundred". */
  readonly vague: boolean;
}

export const scales: ReadonlyMap<string, number> = new Map([
  ...[...multipliers].filter(([word]) => word.length > 3 && word !== 'dozen'),
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
]);

/** Rounds away what binary fractions add: 4.3 x 1e6 is 4300000. */
export const tidy = (value: number): number =>
  Number.isInteger(value) && Math.abs(value) < 1e14 ? value : Number(value.toPrecision(14));

/** The size of the last digit that is given: trailing noughts of a hundred and more are taken for rounding. */
export function stepOf(value: number, decimals: number): number {
  if (decimals > 0) return tidy(10 ** -decimals);
  if (value < 100 || !Number.isInteger(value)) return 1;
  let step = 1;
  while (step < 1e15 && value % (step * 10) === 0) step *= 10;
  return step;
}

/** Whether a word looks like the plural of a noun. */
export function isPluralLike(word: string): boolean {
  return (
    (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us') && !notPlurals.has(word)) ||
    irregularPlurals.has(word)
  );
}

const notPlurals = new Set(
  'this does goes says perhaps always towards besides across unless times whereas afterwards'.split(' '),
);
const irregularPlurals = new Set(
  'people men women children police cattle troops fish sheep feet teeth mice criteria data media personnel staff lives wives fishermen policemen firefighters congressmen servicemen policewomen fans deer aircraft'.split(
    ' ',
  ),
);

/** What a part is one of: 3 for "third" and "thirds"; 0 for other words, or where the number doesn't agree. */
export function denominatorOf(word: string, plural: boolean): number {
  if (plural !== (word.endsWith('s') || word === 'halves')) return 0;
  const one = word === 'halves' ? 'half' : plural ? word.slice(0, -1) : word;
  if (one === 'half') return 2;
  if (one === 'quarter') return 4;
  const place = ordinalWords.get(one) ?? 0;
  return place > 2 ? place : 0;
}

import type { Figure } from '../../claims/figures/model';
import { beginsSentence, capitalised, isCapital } from './houseStyle';

/**
 * A number from another article in the form that one has here: "6 to 3" for "7 to 2", "148.6M" for "184.6M", digits for
 * digits; in words at the start of a sentence. Where the forms have nothing in common it is written as it is there.
 */
export function inFormOf(text: string, own: Figure, otherText: string, other: Figure): string {
  const here = oneLine(text.slice(own.number.start, own.number.end));
  const there = oneLine(otherText.slice(other.number.start, other.number.end));
  const starts = beginsSentence(text, own.number.start) && (isCapital(here) || /^\p{L}/u.test(here));
  const written = asScore(here, other) ?? asAmount(here, there) ?? asCount(here, there, other, starts);
  if (starts && /^\p{Ll}/u.test(written)) return capitalised(written);
  return beginsSentence(otherText, other.number.start) && !starts && /^\p{L}/u.test(written)
    ? written.toLowerCase()
    : written;
}

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim();

const numberToken =
  /\d[\d,.]*|\b(?:zero|nil|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\p{L}+)?\b/giu;

/** "seven votes to two" for a score of 6 and 3: "six votes to three". */
function asScore(here: string, { kind, value, max }: Figure): string | null {
  const tokens = here.match(numberToken) ?? [];
  if (kind !== 'score' || value === null || max === null || tokens.length !== 2) return null;
  const inWords = tokens.some((token) => !/\d/.test(token));
  const sides = [value, max].map((side) => (inWords ? spelled(side) : String(side)));
  if (sides.some((side) => side === null)) return null;
  let side = 0;
  return here.replace(numberToken, () => sides[side++] ?? '');
}

const magnitude = /^([\d.,]+)( ?)(m|mn|million|b|bn|billion|t|tn|trillion|k|thousand)$/i;
const sizes: readonly RegExp[] = [
  /^(?:m|mn|million)$/i,
  /^(?:b|bn|billion)$/i,
  /^(?:t|tn|trillion)$/i,
  /^(?:k|thousand)$/i,
];

/** "184.6M" for "184.6 million", where millions stand so here. */
function asAmount(here: string, there: string): string | null {
  const [, , space = '', own = ''] = magnitude.exec(here) ?? [];
  const [, digits = '', , other = ''] = magnitude.exec(there) ?? [];
  const isOne = sizes.some((size) => size.test(own) && size.test(other));
  return isOne ? `${digits}${space}${own}` : null;
}

/** Most desks write words below this and digits from it on. */
const digitsFrom = 10;

function asCount(here: string, there: string, { value, max }: Figure, starts: boolean): string {
  if (value === null || max !== null || !Number.isInteger(value)) return there;
  const isDigits = (words: string): boolean => /^\d+$/.test(words);
  if (starts && isDigits(there)) return spelled(value) ?? there;
  return isDigits(here) && value >= digitsFrom && spelled(value) === there.toLowerCase() ? String(value) : there;
}

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** A whole number below a hundred in words; null for any other. */
function spelled(value: number): string | null {
  if (!Number.isInteger(value) || value < 0 || value > 99) return null;
  if (value < 20) return units[value] ?? null;
  const ten = tens[Math.floor(value / 10)] ?? '';
  return value % 10 === 0 ? ten : `${ten}-${units[value % 10] ?? ''}`;
}

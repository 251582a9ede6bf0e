import * as l10n from '@vscode/l10n';
import type { Span } from '../core/span';
import type { Figure } from '../claims/figures/model';
import { functionWords } from '../claims/words';
import { quantityOf } from '../links/quantities';
import { describeDay } from './dateWording';
import { isDated } from './lookup';

/** How far what is counted may stand from its number to be shown in one piece with it, in UTF-16 units. */
const nearby = 40;

/**
 * A figure with what it counts, as an editor would name it: "Up to 12,000 North Korean soldiers", "Unemployment: 4.2
 * percent". The figure's own words where the article doesn't say what is counted, and for dates.
 */
export function figureTitle(text: string, figure: Figure): string {
  const { subject } = figure;
  const { start, end } = shownFigure(text, figure);
  const isNamed = subject === null || isDated(figure) || (start <= subject.start && subject.end <= end);
  if (isNamed || subject.start >= figure.start || namesNothing(subject.text)) return opened(text.slice(start, end));
  return `${opened(subject.text)}: ${figure.text}`;
}

/** A figure together with what it counts, where the two stand side by side; else the figure alone. */
export function shownFigure(text: string, figure: Figure): Span {
  const { subject, start, end } = figure;
  if (subject === null || isDated(figure) || (subject.start >= start && subject.end <= end)) return { start, end };
  if (subject.start >= start) {
    const between = text.slice(end, subject.start);
    return between.length <= nearby && !/[.;:?!\n]/.test(between) ? { start, end: subject.end } : { start, end };
  }
  return subject.end > start ? { start: subject.start, end } : { start, end };
}

/** Whether a subject says nothing out of its sentence: a pronoun, a preposition, or the number's own word ("put the figure at"). */
export const namesNothing = (subject: string): boolean =>
  /^(?:the )?(?:who|which|one|figures?|numbers?|total)$/i.test(subject) || functionWords.has(subject.toLowerCase());

/** A source's name behind "given to": "the island council" for "The island council" at the head of its sentence. */
export const withinSentence = (name: string): string =>
  name.replace(/^(?:The|An?)(?=\s)/, (word) => word.toLowerCase());

/** With a capital, as the first word of a line. A unit or a name that begins otherwise on purpose is left: "iPhones". */
const opened = (words: string): string => (/^\p{Ll}+(?!\p{L})/u.test(words) ? words.replace(/^\p{Ll}/u, upper) : words);
const upper = (letter: string): string => letter.toUpperCase();

/**
 * What a figure comes to, where its words don't say it themselves: the day that "Monday" is, the number that "two dozen"
 * is. Null where there is nothing to add.
 */
export function meaningOf(figure: Figure): string | null {
  const { kind, text, number, value, iso, vague } = figure;
  if (kind === 'date') return iso === null ? null : describeDay(iso, text);
  if (kind === 'time' || kind === 'multiple' || kind === 'ordinal' || kind === 'score' || vague) return null;
  const written = text.slice(Math.max(0, number.start - figure.start), number.end - figure.start);
  if (value === null || /\d/.test(written) || value <= 10) return null;
  return amount(value, figure.unit, kind);
}

/**
 * The figure's value in the unit of another, where it is given in a different one: "about 29.8 miles", and "2
 * weeks" where it comes out even. Else null.
 */
export function convertedTo(like: Figure, figure: Figure): string | null {
  if (like.unit === figure.unit || like.unit === null) return null;
  const value = valueIn(like, figure);
  if (value === null) return null;
  const words = amount(value, like.unit, like.kind);
  return figure.bound === 'exact' && isWhole(value, like, figure) ? words : l10n.t('about {0}', words);
}

/** Whether a conversion comes out even, as 14 days in weeks do, so that converting it back gives the same number. */
function isWhole(converted: number, like: Figure, figure: Figure): boolean {
  const there = quantityOf({ ...like, value: converted });
  const here = quantityOf(figure);
  return there !== null && here !== null && Math.abs(there.value - here.value) <= 1e-9 * Math.abs(here.value);
}

/**
 * A figure's value, or another one in its unit, in the unit of a second figure; a converted one to three digits. Null
 * where the two don't compare.
 */
function valueIn(like: Figure, figure: Figure, own: number | null = figure.value): number | null {
  if (own === null || figure.unit === like.unit) return own;
  const base = quantityOf({ ...figure, value: own });
  const zero = quantityOf({ ...like, value: 0 });
  const one = quantityOf({ ...like, value: 1 });
  if (!base || !zero || base.group !== one?.group || one.value === zero.value) return null;
  return Number(((base.value - zero.value) / (one.value - zero.value)).toPrecision(3));
}

/** The least and the greatest value of figures about one thing, in the unit of the first: "3,000 to 15,000". */
export function spreadOf(figures: readonly Figure[]): string | null {
  const [first] = figures;
  if (!first) return null;
  if (first.kind === 'date') return spreadOfDays(figures);
  if (first.kind === 'score' || first.kind === 'ordinal' || first.kind === 'multiple') return null;
  let least = Infinity;
  let most = -Infinity;
  for (const one of figures) {
    if (one.vague || one.kind !== first.kind) continue;
    for (const value of [valueIn(first, one), valueIn(first, one, one.max)]) {
      if (value === null) continue;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
  }
  if (!(least < most)) return null;
  const unit = first.unit;
  // "30 to 48 miles", but "$3 million to $5 million" and "4% to 5%".
  const low = first.kind === 'money' || unit === '%' ? amount(least, unit, first.kind) : grouped(least);
  return l10n.t('{0} to {1}', low, amount(most, unit, first.kind));
}

function spreadOfDays(figures: readonly Figure[]): string | null {
  const days = figures.flatMap(({ iso }) => (iso !== null && /^\d{4}-\d\d-\d\d$/.test(iso) ? [iso] : [])).sort();
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  return l10n.t('{0} to {1}', describeDay(first, '') ?? first, describeDay(last, '') ?? last);
}

const signs: Readonly<Record<string, string>> = { USD: '$', GBP: '£', EUR: '€', JPY: '¥', INR: '₹', UAH: '₴' };

/** A number with its unit, as it would stand in copy. */
function amount(value: number, unit: string | null, kind: Figure['kind']): string {
  if (unit === null) return grouped(value);
  if (unit === '%') return `${grouped(value)}%`;
  if (kind === 'money') return `${signs[unit] ?? `${unit} `}${grouped(value)}`;
  return `${grouped(value)} ${value === 1 ? unit : plural(unit)}`;
}

/** "3,000", "1.3 billion": from a million on in words, with up to two decimals. */
function grouped(value: number): string {
  const [divisor, word] = sizes.find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  return `${(value / divisor).toLocaleString('en-US', { maximumFractionDigits: 2 })}${word}`;
}

const sizes: readonly (readonly [number, string])[] = [
  [1e12, ' trillion'],
  [1e9, ' billion'],
  [1e6, ' million'],
];

const irregular: Readonly<Record<string, string>> = {
  foot: 'feet',
  inch: 'inches',
  stone: 'stone',
  'percentage point': 'percentage points',
};

/** The plural of a unit's name: "miles", "kilometres per hour", "degrees Celsius", "square feet". */
function plural(unit: string): string {
  const [, main = unit, rest = ''] = /^(.*?)( per .*| Celsius| Fahrenheit)?$/.exec(unit) ?? [];
  const [, before = '', last = main] = /^(.* )?(\S+)$/.exec(main) ?? [];
  return `${before}${irregular[last] ?? `${last}s`}${rest}`;
}

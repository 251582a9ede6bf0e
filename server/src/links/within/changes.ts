import type { Figure } from '../../claims/figures/model';
import type { Claims } from '../../claims/model';
import type { ChangeFinding } from './model';
import { playOf } from './precision';

/** The two ends of a change, in the order from first to last. */
interface Ends {
  readonly from: Figure;
  readonly to: Figure;
  readonly fromValue: number;
  readonly toValue: number;
  /** The index of the figure behind both. */
  readonly next: number;
}

const nouns =
  'increase|rise|gain|jump|growth|hike|drop|fall|cut|decrease|decline|reduction|loss|saving|difference|slump|leap|surge';
/** "..., a rise of 5%", "..., or an increase of 5%", "(a cut of 20 hours)". */
const statesChange = new RegExp(
  `^[\\w\\s’'-]{0,40}?(?:,|—|–|\\s-|\\()\\s*(?:which is\\s+|or\\s+|that is\\s+|that’s\\s+)?(?:an?|the)\\s+(?:\\w+\\s+)?(?:${nouns})\\s+of\\s+$`,
  'i',
);
/** Where these stand the change is reckoned otherwise. */
const isReckonedOtherwise =
  /\b(?:like-for-like|comparable|constant|currency|currencies|organic|underlying|adjust\w*|annuali[sz]ed|inflation|real terms|seasonal\w*|per capita|average|compound\w*|a year|each year|per year|annual\w*)\b/i;

/**
 * Finds stated changes that are not what lies between their ends: "from $142.7 million to $148.6 million, an increase of
 * 6.1%". Allows for the rounding of all three. Silent on all but the plainest wording, and where the change may be
 * reckoned otherwise (adjusted, annualised).
 */
export function changesAgainstEnds(text: string, { figures, sentences }: Claims): readonly ChangeFinding[] {
  const findings: ChangeFinding[] = [];
  for (let i = 0; i + 1 < figures.length; i++) {
    const ends = endsAt(text, figures, i);
    const figure = ends && skipDates(figures, ends.next, ends.to.sentence);
    if (!ends || figure?.sentence !== ends.to.sentence || figure.per !== null) continue;
    const lead = text.slice(Math.max(ends.from.end, ends.to.end), figure.start);
    const sentence = sentences[figure.sentence];
    if (!statesChange.test(lead)) continue;
    if (!sentence || isReckonedOtherwise.test(text.slice(sentence.start, sentence.end))) continue;
    const change = wrongChange(text, ends, figure);
    if (change === null) continue;
    const between = ends.from === ends.to ? [ends.from] : [ends.from, ends.to];
    findings.push({ kind: 'change', figure, between, from: ends.fromValue, to: ends.toValue, change });
  }
  return findings;
}

function skipDates(figures: readonly Figure[], from: number, sentence: number): Figure | null {
  for (let i = from; i < figures.length; i++) {
    const figure = figures[i];
    if (figure?.sentence !== sentence) return null;
    if (figure.kind !== 'date' && figure.kind !== 'time') return figure;
  }
  return null;
}

/** Whether a figure names a number that something can change from or to. */
function isPlain(figure: Figure): figure is Figure & { readonly value: number } {
  return figure.value !== null && !figure.vague && figure.kind !== 'score' && figure.kind !== 'ordinal';
}

function endsAt(text: string, figures: readonly Figure[], i: number): Ends | null {
  const a = figures[i];
  if (!a || !isPlain(a) || a.sentence < 0) return null;
  const lead = text.slice(Math.max(0, a.start - 8), a.start);
  // The scanner reads "from 10 to 12" as one range.
  if (a.bound === 'range' && a.max !== null) {
    return /\bfrom\s+\S?$/i.test(text.slice(Math.max(0, a.number.start - 8), a.number.start)) ||
      /^from\b/i.test(text.slice(a.start, a.start + 5))
      ? { from: a, to: a, fromValue: a.value, toValue: a.max, next: i + 1 }
      : null;
  }
  if (a.bound !== 'exact') return null;
  let next = i + 1;
  while (figures[next]?.kind === 'date') next++;
  const b = figures[next];
  if (b?.sentence !== a.sentence || !isPlain(b) || b.bound !== 'exact' || b.max !== null) return null;
  if (b.kind !== a.kind || b.unit !== a.unit) return null;
  const between = text.slice(a.end, b.start);
  const ends = { next: next + 1 };
  if (/\bfrom\s+$/i.test(lead) && /^[\w\s’']{0,40}?\bto\s+$/.test(between) && !/[,;:]/.test(between)) {
    return { ...ends, from: a, to: b, fromValue: a.value, toValue: b.value };
  }
  if (/^[\w\s’']{0,30}?(?:,|\()\s*(?:up|down) from\s+$/.test(between)) {
    return { ...ends, from: b, to: a, fromValue: b.value, toValue: a.value };
  }
  return null;
}

/** The change between the ends where it is not the one stated; null where it is, or where it can't be told. */
function wrongChange(text: string, { from, to, fromValue, toValue }: Ends, stated: Figure): number | null {
  const { value, bound, kind, unit } = stated;
  if (value === null || stated.vague || stated.max !== null || fromValue <= 0 || toValue <= 0) return null;
  const spread = (playOf(from, text) + playOf(to, text)) * 1.0001;
  const isSameUnit = kind === from.kind && (unit === from.unit || unit === null);
  const isPoints = from.kind === 'percent' && kind === 'percent';
  const apart = Math.abs(toValue - fromValue);
  const percent = (apart / fromValue) * 100;
  const slack = playOf(stated, text) + (bound === 'approx' ? value * 0.1 : 0);
  const fits = (actual: number, play: number): boolean => {
    if (bound === 'atLeast') return actual + play >= value;
    if (bound === 'atMost') return actual - play <= value;
    return Math.abs(actual - Math.abs(value)) <= (slack + play) * 1.0001;
  };
  const playPercent = (spread / fromValue) * 100 * (1 + percent / 100);
  if (isPoints) return fits(apart, spread) || fits(percent, playPercent) ? null : apart;
  if (kind === 'percent') return fits(percent, playPercent) ? null : percent;
  return isSameUnit && !fits(apart, spread) ? apart : null;
}

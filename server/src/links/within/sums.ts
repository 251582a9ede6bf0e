import type { Figure } from '../../claims/figures/model';
import type { Claims } from '../../claims/model';
import type { SumFinding } from './model';
import { playOf } from './precision';

/** Between a total and its parts: "12 hives: ", "12 hives on the heath - ", "12 hives (". */
const opensParts = /^[^.;:!?()\n—–]{0,60}(?::|\s[—–-]|—|\()\s*$/;
/** "12 jurors, seven women and five men": a comma opens the parts where these are kinds of people. */
const opensPeople = /^,\s*$/;
const people: ReadonlySet<string> = new Set('man woman boy girl male female adult child'.split(' '));
/** Words that make parts of something else than a whole. */
const isLoose =
  /\b(?:includ\w+|among|such as|of (?:them|whom|which|these|those)|each|every|apiece|per|other|others|rest|remain\w*|more|another|additional|either|or|least|most|up to|mostly|both|half)\b/i;
/** After one part: what comes before the next. */
const nextPart = /^([^.;:!?()\n—–]{0,70}?)(,?\s+and\s+|;\s+and\s+|,\s+|;\s+)$/;
/** What follows the last part within its sentence must not go on counting. */
const goesOn = /^[^.!?\n]{0,80}?\b(?:plus|as well as|along with|others?|the rest|more|besides)\b/i;
/** Parts that miss the total by a larger share are parts of something else. */
const share = 0.25;
/** A list of more is a table. */
const mostParts = 30;

const kinds: ReadonlySet<string> = new Set(['count', 'money', 'measure', 'duration']);

/**
 * Finds totals whose parts, listed right behind them, make another number: "120 hives: 76 in the orchard and 54 on the
 * heath". Or right before: "76 and 54, a total of 120". Silent where anything but figures is listed, where parts may
 * overlap, and where a part or the total isn't exact.
 */
export function totalsAgainstParts(text: string, { figures }: Claims): readonly SumFinding[] {
  const findings: SumFinding[] = [];
  for (const [i, total] of figures.entries()) {
    if (!isExact(total) || (total.value ?? 0) < 3) continue;
    const parts = partsAfter(text, figures, i) ?? partsBefore(text, figures, i);
    if (!parts) continue;
    const sum = parts.reduce((all, { value }) => all + (value ?? 0), 0);
    const off = Math.abs(sum - (total.value ?? 0));
    if (off <= allowance(text, [total, ...parts]) || off > Math.max(2, (total.value ?? 0) * share)) continue;
    findings.push({ kind: 'sum', figure: total, parts, sum });
  }
  return findings;
}

const isExact = ({ kind, bound, vague, value, max, per }: Figure): boolean =>
  kinds.has(kind) && bound === 'exact' && !vague && value !== null && max === null && per === null;

/** What rounding may take from a sum or give to it. */
function allowance(text: string, figures: readonly Figure[]): number {
  return figures.reduce((all, figure) => all + playOf(figure, text), 0) * 1.0001;
}

const isAlike = (part: Figure, total: Figure): boolean =>
  isExact(part) && part.kind === total.kind && part.unit === total.unit && part.quote === total.quote;

function partsAfter(text: string, figures: readonly Figure[], i: number): readonly Figure[] | null {
  const total = figures[i];
  const first = figures[i + 1];
  if (!total || !first) return null;
  const gap = text.slice(total.end, first.start);
  const isPeople = opensPeople.test(gap);
  if ((!isPeople && !opensParts.test(gap)) || isLoose.test(gap)) return null;
  const parts: Figure[] = [];
  for (let k = i + 1; ; k++) {
    const part = figures[k];
    if (!part || !isAlike(part, total)) return null;
    if (isPeople && !people.has(part.subject?.head ?? '')) return null;
    if (parts.push(part) > mostParts) return null;
    const next = figures[k + 1];
    const between = next ? nextPart.exec(text.slice(part.end, next.start)) : null;
    const isLast = parts.length > 1 && joinsLast(text, figures[k - 1], part);
    if (isLast) return isEnd(text, part, next) ? parts : null;
    if (!between || isLoose.test(between[1] ?? '')) return null;
  }
}

const joinsLast = (text: string, before: Figure | undefined, part: Figure): boolean =>
  /\band\s+$/.test(text.slice(before?.end ?? 0, part.start));

/** Whether a list of parts ends with this one: nothing more is counted in its sentence. */
function isEnd(text: string, part: Figure, next: Figure | undefined): boolean {
  const rest = /^[^.!?\n]*/.exec(text.slice(part.end, part.end + 200))?.[0] ?? '';
  if (goesOn.test(rest) || /^[^,;:—–)]{0,60}(?:,?\s+and|,)\s+(?:an?|one|the|\d)\b/.test(rest) || isLoose.test(rest))
    return false;
  return next?.sentence !== part.sentence || next.kind !== part.kind;
}

const totalBefore = /(?:,|—|–|\bfor|\bmaking|\bmakes)\s+(?:an?\s+|the\s+)?(?:total|sum)\s+of\s+$/;
const totalAfter = /^\s*(?:,\s*)?(?:in all|in total|altogether)\b/;

function partsBefore(text: string, figures: readonly Figure[], i: number): readonly Figure[] | null {
  const total = figures[i];
  if (!total) return null;
  const lead = text.slice(Math.max(0, total.start - 30), total.start);
  const isTotal =
    totalBefore.test(lead) ||
    (/(?:,|—|–)\s+(?:or\s+)?$/.test(lead) && totalAfter.test(text.slice(total.end, total.end + 20)));
  if (!isTotal) return null;
  const parts: Figure[] = [];
  for (let k = i - 1; k >= 0; k--) {
    const part = figures[k];
    if (part?.sentence !== total.sentence || part.sentence < 0) break;
    if (part.kind === 'date' || part.kind === 'time') continue;
    if (!isAlike(part, total)) return null;
    if (parts.unshift(part) > mostParts) return null;
  }
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last || parts.length < 2 || isLoose.test(text.slice(first.start, total.start))) return null;
  return /\band\s/.test(text.slice(first.end, last.start)) ? parts : null;
}

import type { Token } from '../tokens';
import { tokenAt } from '../tokens';
import { conjunctions, subordinators } from '../vocabulary';
import { isVerbAt } from './verbs';
import { datesSpeech } from './sources';
import type { FigureTime, ScannedFigure } from './model';

/** Words before a date that say how a figure stands to it. */
const relations: ReadonlyMap<string, FigureTime['relation']> = new Map([
  ['by', 'by'],
  ['before', 'by'],
  ['since', 'since'],
  ['after', 'since'],
  ['from', 'since'],
  ['until', 'until'],
  ['till', 'until'],
  ['through', 'until'],
  ['in', 'at'],
  ['on', 'at'],
  ['at', 'at'],
  ['of', 'at'],
  ['during', 'at'],
  ['for', 'at'],
  ['this', 'at'],
  ['last', 'at'],
  ['next', 'at'],
]);

/** A date by itself that says when: "last year", "Monday", "today". A bare year names something else ("the 2022 budget"). */
const adverbial =
  /^(?:(?:early|late|earlier|later)\s+)?(?:this|last|next|today|yesterday|tomorrow|tonight|the (?:previous|current|past|following)|mon|tue|wed|thu|fri|sat|sun|a (?:year|month|week|decade) (?:ago|earlier|before)|(?:one|two|three|four|five|ten) (?:years|months|weeks) (?:ago|earlier))/i;

/** Words that set a figure in time without a date. */
const looseTimes = new Set(
  'current currently now previously formerly originally initially today nowadays presently'.split(' '),
);

/** A date counts for a figure within this many tokens. */
const reach = 24;

/**
 * The time that the figure at tokens `from` to `to` stands for: that of the nearest date of its clause, or a word such
 * as "currently". `dates` are the other figures of the sentence with their tokens. Null where the clause has none.
 */
export function timeOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  dates: readonly { readonly figure: ScannedFigure; readonly from: number; readonly to: number }[],
): FigureTime | null {
  let best: FigureTime | null = null;
  let bestScore = Infinity;
  for (const date of dates) {
    if (date.figure.kind !== 'date') continue;
    const after = date.from >= to;
    const distance = after ? date.from - to : from - date.to;
    const opens = date.from <= 2;
    if (distance < 0 || (distance > reach && !opens)) continue;
    if (opens ? false : parted(tokens, after ? to : date.to, after ? date.from : from)) continue;
    if (datesSpeech(tokens, date.from, 0)) continue;
    // "3,000 now, 10,000 by December": the date of another figure, which it stands beside
    if (dates.some((other) => other.figure.kind !== 'date' && isNearer(date, other, after ? to : from, after)))
      continue;
    // "this year's | $142.7 million": the time of what it owns, and of nothing before it
    if (tokenAt(tokens, date.to).kind === 'possessive' && (after || distance > 6)) continue;
    const time = timeFrom(text, tokens, date);
    const score = distance * (after ? 1 : 1.5) + (opens ? 2 : 0);
    if (!time || score >= bestScore) continue;
    best = time;
    bestScore = score;
  }
  return best ?? looseTime(text, tokens, from, to);
}

interface Ranged {
  readonly from: number;
  readonly to: number;
}

/** Whether the other figure stands between the date and the token at `edge`, right beside the date. */
function isNearer(date: Ranged, other: Ranged, edge: number, after: boolean): boolean {
  return after
    ? other.from >= edge && other.to <= date.from && date.from - other.to <= 2
    : other.from >= date.to && other.to <= edge && other.from - date.to <= 1;
}

function timeFrom(
  text: string,
  tokens: readonly Token[],
  date: { readonly figure: ScannedFigure; readonly from: number; readonly to: number },
): FigureTime | null {
  const { figure } = date;
  const lead = tokenAt(tokens, tokenAt(tokens, date.to).kind === 'possessive' ? -1 : date.from - 1);
  const outer = relations.get(lead.lower);
  const inner = /^(?:by|since|until|before|through|in|on|as of)\b/i
    .exec(text.slice(figure.start, figure.end))?.[0]
    .toLowerCase();
  const relation = outer ?? (inner === undefined ? undefined : (relations.get(inner) ?? 'at'));
  if (relation === undefined && !adverbial.test(text.slice(figure.start, figure.end))) return null;
  const asOf = lead.lower === 'of' && tokenAt(tokens, date.from - 2).lower === 'as';
  // "the budget of 2024", "the cuts in the 2022 plan": a date that belongs to a noun
  if (lead.lower === 'of' && !asOf) return null;
  const start = asOf ? tokenAt(tokens, date.from - 2).start : outer === undefined ? figure.start : lead.start;
  return { start, end: figure.end, text: text.slice(start, figure.end), iso: figure.iso, relation: relation ?? 'at' };
}

/** Whether another clause begins between the tokens. */
function parted(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokenAt(tokens, i);
    if (token.kind === 'quote' || token.text === ';' || token.text === ':') return true;
    if (conjunctions.has(token.lower) && isVerbAt(tokens, i + 1, 0)) return true;
    if (token.text !== ',') continue;
    const next = tokenAt(tokens, i + 1).lower;
    if (conjunctions.has(next) || subordinators.has(next) || next.endsWith('ed') || next.endsWith('ing')) return true;
  }
  return false;
}

const isPause = ({ text }: Token): boolean => text === ',' || text === ';' || text === ':';

function looseTime(text: string, tokens: readonly Token[], from: number, to: number): FigureTime | null {
  const at = (i: number, end: number): FigureTime => {
    const { start } = tokenAt(tokens, i);
    return { start, end, text: text.slice(start, end), iso: null, relation: 'at' };
  };
  for (let i = from - 1; i >= 0 && i > from - 10 && !isPause(tokenAt(tokens, i)); i--)
    if (looseTimes.has(tokenAt(tokens, i).lower)) return at(i, tokenAt(tokens, i).end);
  for (let i = to; i < tokens.length && i < to + 12 && !isPause(tokenAt(tokens, i)); i++) {
    if (looseTimes.has(tokenAt(tokens, i).lower)) return at(i, tokenAt(tokens, i).end);
    if (
      tokenAt(tokens, i).lower === 'at' &&
      tokenAt(tokens, i + 1).lower === 'the' &&
      tokenAt(tokens, i + 2).lower === 'moment'
    )
      return at(i, tokenAt(tokens, i + 2).end);
  }
  return null;
}

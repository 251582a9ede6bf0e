import type { Span } from '../../core/span';
import type { Paragraph } from '../model';
import type { Bound, FigureKind, ScannedFigure } from './model';
import { readAge } from './ages';
import { type Amount, readAmount } from './amounts';
import { boundAfter, boundBefore } from './bounds';
import { type MoneyReader, moneyContext } from './moneyContext';
import { joinsAt, type Lexemes, lexemeAt, wordAt } from './lexemes';
import { lex } from './lexing';
import { isPluralLike, type NumberReading } from './magnitudes';
import { isNoFigure } from './notFigures';
import { readNumber } from './numbers';
import { mayHoldFigure, opensFigure } from './openings';
import { opensOrdinal, readOrdinal, skipOrdinal } from './ordinals';
import { type PairReading, readPair } from './ranges';
import { readNamedScore, readScore } from './scores';
import { readShare } from './shares';
import { isoDuration } from './unitTable';

/**
 * Finds the figures of an article that are no dates or times: counts, money, percent, measures, ages, durations, scores,
 * ordinals, multiples. In the order of `start`, none overlapping, none touching a span of `taken` (the dates, in order).
 * Never throws.
 */
export function scanFigures(
  text: string,
  paragraphs: readonly Paragraph[],
  taken: readonly Span[],
): readonly ScannedFigure[] {
  const context = moneyContext(text);
  const figures: ScannedFigure[] = [];
  for (const paragraph of paragraphs) figuresIn(text, paragraph, taken, context, figures);
  return figures;
}

/** Adds to `figures` those of one paragraph. `context` says what the article's money words mean. */
export function figuresIn(
  text: string,
  paragraph: Paragraph,
  taken: readonly Span[],
  context: MoneyReader,
  figures: ScannedFigure[],
): void {
  if (!mayHoldFigure(text, paragraph)) return;
  const lexemes = lex(text, paragraph, taken);
  scanParagraph({ text, lexemes, context, display: paragraph.kind === 'heading' }, figures);
}

interface Scan {
  readonly text: string;
  readonly lexemes: Lexemes;
  readonly context: MoneyReader;
  readonly display: boolean;
}

/** Figures made from one place, and where to go on. */
interface Found {
  readonly figures: readonly ScannedFigure[];
  readonly to: number;
}

function scanParagraph(scan: Scan, out: ScannedFigure[]): void {
  const { lexemes, context } = scan;
  const count = lexemes.types.length;
  let floor = 0;
  let i = 0;
  while (i < count) {
    const found = opensFigure(lexemes, i, context) ? readAt(scan, i, floor) : null;
    if (found && found.to > i) {
      out.push(...found.figures);
      i = found.to;
      floor = i;
    } else i++;
  }
}

function readAt(scan: Scan, i: number, floor: number): Found | null {
  const { lexemes } = scan;
  const at = lexemeAt(lexemes, i);
  if (at.type === 'digits' || at.type === 'word') {
    const ordinal = opensOrdinal.has(at.lower) || at.type === 'digits' ? readOrdinal(lexemes, i) : null;
    if (ordinal)
      return { figures: [plain(scan, ordinal.from, ordinal.to, 'ordinal', ordinal.value, null, 1)], to: ordinal.to };
    const skipped = skipOrdinal(lexemes, i);
    if (skipped > i && !opensFraction(lexemes, i)) return { figures: [], to: skipped };
    const number = readNumber(lexemes, i);
    if (!hangsOnLetters(lexemes, i)) {
      const score = readScore(lexemes, i, number) ?? (scan.display ? readNamedScore(lexemes, i) : null);
      if (score)
        return { figures: [plain(scan, score.from, score.to, 'score', score.value, score.max, 1)], to: score.to };
      const share = readShare(lexemes, i, number);
      if (share) return readMultiple(scan, share.from, share.to, share.value, floor);
    }
    return readFigure(scan, i, floor, number);
  }
  return readFigure(scan, i, floor, null);
}

/** "twenty fifths" begins a share, not an ordinal. */
const opensFraction = (lexemes: Lexemes, i: number): boolean => wordAt(lexemes, i + 1).endsWith('ths');

function hangsOnLetters(lexemes: Lexemes, i: number): boolean {
  const at = lexemeAt(lexemes, i);
  const before = lexemeAt(lexemes, i - 1);
  return at.glued && (before.type === 'word' || joinsAt(lexemes, i - 1));
}

function readMultiple(scan: Scan, from: number, to: number, value: number, floor: number): Found {
  const { lexemes } = scan;
  const before = boundBefore(lexemes, from, floor, false);
  const after = before ? null : boundAfter(lexemes, to);
  const figure = make(scan, {
    from: before?.at ?? from,
    to: after?.at ?? to,
    numberFrom: from,
    numberTo: to,
    kind: 'multiple',
    value,
    step: 0.01,
    bound: before?.bound ?? after?.bound ?? 'exact',
  });
  return { figures: [figure], to: after?.at ?? to };
}

/** `known`: the number at the lexeme, as far as it has been read by itself. */
function readFigure(scan: Scan, i: number, floor: number, known: NumberReading | null): Found | null {
  const { text, lexemes, context, display } = scan;
  const at = lexemeAt(lexemes, i);
  const inPair = wordAt(lexemes, i - 1) === 'between';
  const amount = readAmount(lexemes, i, context, inPair, known);
  if (!amount) return null;
  const pair = readPair(lexemes, amount, context);
  const first = pair?.first ?? amount;
  const end = pair?.second ?? amount;
  const lasts = first.kind === 'duration' || end.kind === 'duration';
  const before = boundBefore(lexemes, i, floor, lasts);
  const after = before && before.bound !== 'approx' ? null : boundAfter(lexemes, end.to);
  const hasUnit = first.unit !== null;
  const aged = readAge(lexemes, end === first ? first : { ...end, from: first.from });
  const around = {
    text,
    lexemes,
    display,
    leading: amount.leading,
    hasUnit: hasUnit || aged !== null,
    hasBound: before !== null || after !== null,
    ...(pair ? { address: pair.second.number.to } : {}),
  };
  const isNone =
    isNoFigure(amount.number, around) ||
    (first.kind === 'count' && ((amount.value < 0 && at.type === 'mark') || isNone0(lexemes, amount)));
  if (isNone) return { figures: [], to: pair?.kind === 'range' ? end.to : Math.max(amount.number.to, i + 1) };
  if (pair?.kind === 'change') return change(scan, pair, floor);
  const bound: Bound = pair ? 'range' : amount.number.vague ? 'atLeast' : (after?.bound ?? before?.bound ?? 'exact');
  const joiner = pair && /^(?:between|from)$/.test(wordAt(lexemes, i - 1)) && i - 1 >= floor ? i - 1 : i;
  const ageFrom = aged && aged.from < i ? aged.from : i;
  const ageBefore = aged && aged.from < i ? boundBefore(lexemes, aged.from, floor, false) : null;
  const to = Math.max(after?.at ?? 0, aged?.to ?? 0, end.to);
  const figureFrom = Math.max(floor, Math.min(before?.at ?? i, ageBefore?.at ?? i, joiner, ageFrom));
  const figure = make(scan, {
    from: figureFrom,
    to,
    numberFrom: first.number.from,
    numberTo: end.numberTo,
    kind: aged ? 'age' : first.kind,
    value: first.value,
    max: pair ? end.value : null,
    step: pair ? Math.min(first.step, end.step) : first.step,
    bound,
    unit: aged?.unit ?? first.unit,
    per: first.per ?? end.per,
    vague: amount.number.vague,
  });
  const isFrom = wordAt(lexemes, figureFrom) === 'from' || wordAt(lexemes, figureFrom - 1) === 'from';
  const then = pair && isFrom && to === end.to ? thenAt(scan, pair.second) : null;
  return then ? { figures: [figure, then.figure], to: then.to } : { figures: [figure], to };
}

/** "from 14-18 mpg to 24": what a range changes into, in the unit of the range. */
function thenAt(scan: Scan, last: Amount): { figure: ScannedFigure; to: number } | null {
  const { lexemes, context } = scan;
  if (wordAt(lexemes, last.to) !== 'to' || last.unit === null) return null;
  const next = readAmount(lexemes, last.to + 1, context);
  if (next?.unit !== null || isPluralLike(wordAt(lexemes, next.to))) return null;
  const amount: Amount = { ...next, kind: last.kind, unit: last.unit, per: last.per };
  return { figure: ofAmount(scan, amount, amount.from, 'exact'), to: amount.to };
}

/** Whether digits without unit say nothing that is counted: "00", codes that begin with a nought. */
function isNone0(lexemes: Lexemes, amount: Amount): boolean {
  const at = lexemeAt(lexemes, amount.number.from);
  return (
    at.type === 'digits' &&
    at.text.length > 7 &&
    !at.text.includes(',') &&
    !at.text.includes('.') &&
    !/\s/.test(at.text)
  );
}

/** "from 48 hours a week to 26": two figures, what was and what is. */
function change(scan: Scan, pair: PairReading, floor: number): Found {
  const { lexemes } = scan;
  const before = boundBefore(lexemes, pair.first.from, floor, pair.first.kind === 'duration');
  const one = ofAmount(scan, pair.first, before?.at ?? pair.first.from, before?.bound ?? 'exact');
  const after = boundAfter(lexemes, pair.second.to);
  const two = ofAmount(scan, pair.second, pair.second.from, after?.bound ?? 'exact');
  return { figures: [one, two], to: pair.second.to };
}

function ofAmount(scan: Scan, amount: Amount, from: number, bound: Bound): ScannedFigure {
  return make(scan, {
    from,
    to: amount.to,
    numberFrom: amount.number.from,
    numberTo: amount.numberTo,
    kind: amount.kind,
    value: amount.value,
    step: amount.step,
    bound,
    unit: amount.unit,
    per: amount.per,
  });
}

function plain(
  scan: Scan,
  from: number,
  to: number,
  kind: FigureKind,
  value: number,
  max: number | null,
  step: number,
): ScannedFigure {
  return make(scan, { from, to, numberFrom: from, numberTo: to, kind, value, max, step, bound: 'exact' });
}

/** A figure by places among the lexemes. */
interface Parts {
  readonly from: number;
  readonly to: number;
  readonly numberFrom: number;
  readonly numberTo: number;
  readonly kind: FigureKind;
  readonly value: number;
  readonly max?: number | null;
  readonly step: number;
  readonly bound: Bound;
  readonly unit?: string | null;
  readonly per?: string | null;
  readonly vague?: boolean;
}

function make(scan: Scan, parts: Parts): ScannedFigure {
  const { lexemes } = scan;
  const unit = parts.unit ?? null;
  const timed = parts.kind === 'duration' && unit !== null && (parts.max ?? null) === null && parts.value >= 0;
  return {
    start: lexemeAt(lexemes, parts.from).start,
    end: lexemeAt(lexemes, parts.to - 1).end,
    kind: parts.kind,
    number: { start: lexemeAt(lexemes, parts.numberFrom).start, end: lexemeAt(lexemes, parts.numberTo - 1).end },
    value: parts.value,
    max: parts.max ?? null,
    step: parts.step,
    bound: parts.bound,
    unit,
    per: parts.per ?? null,
    iso: timed ? isoDuration(parts.value, unit) : null,
    vague: parts.vague ?? false,
    date: null,
  };
}

import type { Span } from '../../core/span';
import { codeAt, isSpace } from '../characters';
import type { Quote, Sentence } from '../model';
import type { Reading } from '../reading';
import { tokenAt, tokenIndexAt, tokenise, type Token } from '../tokens';
import type { Figure, ScannedFigure, Subject } from './model';
import type { ReadFigure } from './paragraphFigures';
import type { FigureSite } from './sites';
import { countedBy } from './subjects';
import { timeOf } from './times';

/** Where a figure stands. */
export interface Standing {
  /** The index of its sentence, or -1. */
  readonly sentence: number;
  /** The innermost quote around it. */
  readonly quote: Quote | null;
}

/** A figure in the tokens of its sentence. Offsets are the article's. */
export interface Placed extends Standing {
  readonly figure: ScannedFigure;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/** Reads the tokens of a sentence, or of the part of it that is speech. */
export type TokenReader = (sentence: number, speech: Quote | null) => readonly Token[];

/** What the figures of one paragraph are read in. */
export interface ParagraphSetting {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Where the paragraph and the one before it begin. */
  readonly start: number;
  readonly previous: number;
  readonly placed: readonly Placed[];
  readonly read: TokenReader;
  /** The name of the person whom the pronoun at an offset means; null where that is not known. */
  readonly meant: (start: number) => string | null;
}

/** Finds a figure in the tokens of its sentence, or of the speech in it that it is part of. */
export function placedIn(read: TokenReader, figure: ScannedFigure, { sentence, quote }: Standing): Placed {
  const speech = quote?.kind === 'direct' || quote?.kind === 'block' ? quote : null;
  const tokens = sentence < 0 ? [] : read(sentence, speech);
  const from = tokenIndexAt(tokens, figure.start);
  return { figure, sentence, quote, tokens, from, to: Math.max(from + 1, indexFrom(tokens, figure.end, from)) };
}

/**
 * What its paragraph says of the figure at `index` of those placed there, after `figures`, all of the article's before it.
 * `beyond` tells whether another paragraph was asked as well.
 */
export function readFigure(
  setting: ParagraphSetting,
  index: number,
  figures: readonly Figure[],
): ReadFigure & { readonly beyond: boolean } {
  const { text, sentences, placed, read } = setting;
  const { figure, sentence, quote, tokens, from, to } = placed[index] as Placed;
  if (sentence < 0) return { end: figure.end, subject: alike(figures, figure, sentence), time: null, beyond: false };
  const next = placed[index + 1];
  const isDate = figure.kind === 'date' || figure.kind === 'time';
  const before = lastBefore(figures, isDate);
  const sameParagraph = before !== undefined && before.start >= setting.start;
  let beyond = false;
  const site: FigureSite = {
    text,
    figure,
    tokens,
    from,
    to,
    limit: next?.sentence === sentence && next.tokens === tokens ? Math.max(next.from, to) : tokens.length,
    before: sameParagraph ? { subject: before.subject, figure: before, near: before.sentence === sentence } : null,
    earlier: () => ((sentences[sentence - 1]?.start ?? -1) >= setting.start ? read(sentence - 1, null) : []),
    asked: () => {
      if (!quote || sameParagraph) return null;
      beyond = true;
      if (sentence < 1) return null;
      const subject = before && before.start >= setting.previous ? before.subject : null;
      return { tokens: read(sentence - 1, null), subject };
    },
    meant: ({ start }) => setting.meant(start),
    speaker: quote?.speaker?.name ?? null,
  };
  const counted = countedBy(site);
  return {
    end: next ? Math.min(counted.end, Math.max(next.figure.start, figure.end)) : counted.end,
    subject: counted.subject ?? alike(figures, figure, sentence),
    time: isDate ? null : timeOf(text, tokens, from, to, neighbours(placed, index)),
    beyond,
  };
}

/** A figure's date is looked for among so many figures on either side. */
const around = 8;

/** The figures of the same sentence, this one included. */
function neighbours(placed: readonly Placed[], index: number): readonly Placed[] {
  const tokens = placed[index]?.tokens;
  let from = index;
  while (from > 0 && index - from < around && placed[from - 1]?.tokens === tokens) from--;
  let to = index + 1;
  while (to < placed.length && to - index < around && placed[to]?.tokens === tokens) to++;
  return placed.slice(from, to);
}

/** What the last figure of the same kind in the sentence counts: "homes stay 70 days; dearer ones, | 99 days". */
function alike(figures: readonly Figure[], { kind }: ScannedFigure, sentence: number): Subject | null {
  if (kind === 'date' || kind === 'time' || kind === 'count') return null;
  for (let i = figures.length - 1; i >= 0 && i > figures.length - 6; i--) {
    const figure = figures[i];
    if (figure?.sentence !== sentence) return null;
    if (figure.kind === kind && figure.subject) return figure.subject;
  }
  return null;
}

/** The figure before, dates passed over where a number asks. */
function lastBefore(figures: readonly Figure[], isDate: boolean): Figure | undefined {
  for (let i = figures.length - 1; i >= 0 && i > figures.length - 4; i--) {
    const figure = figures[i];
    if (figure && (isDate || (figure.kind !== 'date' && figure.kind !== 'time'))) return figure;
  }
  return undefined;
}

/** Reads the tokens of sentences, or of the parts of them that are speech, each once. */
export function tokensOnce(text: string, sentences: readonly Sentence[], article: () => Reading): TokenReader {
  const known = new Map<number, readonly Token[]>();
  return (sentence, speech) => {
    const span = sentences[sentence];
    if (!span) return [];
    const start = Math.max(span.start, speech?.start ?? 0);
    const end = Math.min(span.end, speech?.end ?? Infinity);
    // what begins and ends alike is the same words
    const key = start * 2 + (end < span.end ? 1 : 0);
    let tokens = known.get(key);
    if (!tokens) {
      tokens = (speech ? null : readBefore(article(), start, end)) ?? tokenise(text, { start, end }, []);
      known.set(key, tokens);
    }
    return tokens;
  };
}

/** The tokens from one offset to another as the article was read for its quotes; null where one of these is among them. */
function readBefore({ text, paragraphs, passages }: Reading, start: number, end: number): readonly Token[] | null {
  const tokens = passages[lastFrom(paragraphs, start)]?.tokens;
  // Behind a space nothing that follows bears on how the last word is read.
  if (!tokens || !isSpace(codeAt(text, end))) return null;
  const from = tokenIndexAt(tokens, start);
  const to = indexFrom(tokens, end, from);
  if (to === from || tokenAt(tokens, from).start < start || tokenAt(tokens, to - 1).end > end) return null;
  for (let i = from; i < to; i++) if (tokens[i]?.kind === 'quote') return null;
  return tokens.slice(from, to);
}

/** The index of the last span that begins at the offset or before it; -1 where none does. */
function lastFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The first token from `from` on that begins at the offset or after it. */
function indexFrom(tokens: readonly Token[], offset: number, from: number): number {
  let i = from;
  while (i < tokens.length && tokenAt(tokens, i).start < offset) i++;
  return i;
}

import type { Background } from '../background';
import type { Paragraph, Quote, Sentence } from '../model';
import { tokenAt, tokenIndexAt, tokenise, type Token } from '../tokens';
import { claimantOf, personMeant } from './claimants';
import type { Dateline, Figure, ScannedFigure, Subject } from './model';
import type { FigureSite } from './sites';
import { countedBy } from './subjects';
import { timeOf } from './times';

/** What is known of an article when its figures are read. */
export interface FigureReading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly dateline: Dateline | null;
  /** The article's tokens and people, read when first asked for. */
  readonly background: () => Background;
}

/** A figure in the tokens of its sentence. */
interface Placed {
  readonly figure: ScannedFigure;
  readonly sentence: number;
  readonly quote: number | null;
  readonly tokens: readonly Token[];
  readonly from: number;
  readonly to: number;
}

/**
 * Says for each scanned figure what it counts, whom the article gives it to, and the time it stands for. Same length and
 * order as `scanned`. Never throws: what is doubtful is null. Only sentences with figures, and those right before them,
 * are read.
 */
export function understand(reading: FigureReading, scanned: readonly ScannedFigure[]): readonly Figure[] {
  const { text, paragraphs, sentences, quotes } = reading;
  const sentenceFor = finder(sentences);
  const paragraphFor = finder(paragraphs);
  const quoteFor = innermost(quotes);
  const read = tokensOnce(text, sentences);
  const placed = scanned.map((figure): Placed => {
    const sentence = sentenceFor(figure.start);
    const quote = quoteFor(figure);
    const speech = quote === null ? undefined : quotes[quote];
    const tokens =
      sentence < 0 ? [] : read(sentence, speech?.kind === 'direct' || speech?.kind === 'block' ? speech : null);
    const from = tokenIndexAt(tokens, figure.start);
    return { figure, sentence, quote, tokens, from, to: Math.max(from + 1, indexFrom(tokens, figure.end, from)) };
  });
  const figures: Figure[] = [];
  placed.forEach((one, index) => {
    const { figure, sentence, quote, tokens, from, to } = one;
    const paragraph = paragraphFor(figure.start);
    const next = placed[index + 1];
    const limit = next?.sentence === sentence && next.tokens === tokens ? Math.max(next.from, to) : tokens.length;
    const isDate = figure.kind === 'date' || figure.kind === 'time';
    const before = lastBefore(figures, isDate);
    const sameParagraph = before !== undefined && paragraph >= 0 && before.start >= (paragraphs[paragraph]?.start ?? 0);
    const site: FigureSite = {
      text,
      figure,
      tokens,
      from,
      to,
      limit,
      before: sameParagraph ? { subject: before.subject, figure: before, near: before.sentence === sentence } : null,
      earlier: () =>
        sentence > 0 && (sentences[sentence - 1]?.start ?? 0) >= (paragraphs[paragraph]?.start ?? Infinity)
          ? read(sentence - 1, null)
          : [],
      asked: () => {
        if (quote === null || sentence < 1 || sameParagraph) return null;
        const since = paragraphs[paragraph - 1]?.start ?? Infinity;
        return { tokens: read(sentence - 1, null), subject: before && before.start >= since ? before.subject : null };
      },
      meant: (pronoun) => personMeant(reading.background, paragraph, pronoun),
      speaker: quote === null ? null : (quotes[quote]?.speaker?.name ?? null),
    };
    const counted = sentence < 0 ? { subject: null, end: figure.end } : countedBy(site);
    const end = next ? Math.min(counted.end, Math.max(next.figure.start, figure.end)) : counted.end;
    // Written out: spreading is dear for so many.
    figures.push({
      start: figure.start,
      end,
      kind: figure.kind,
      number: figure.number,
      value: figure.value,
      max: figure.max,
      step: figure.step,
      bound: figure.bound,
      unit: figure.unit,
      per: figure.per,
      iso: figure.iso,
      vague: figure.vague,
      date: figure.date,
      index,
      text: text.slice(figure.start, end),
      subject: counted.subject ?? alike(figures, figure, sentence),
      claimant: paragraph < 0 ? null : claimantOf(reading.background, quotes, figure, quote, paragraph),
      time: isDate || sentence < 0 ? null : timeOf(text, tokens, from, to, neighbours(placed, index)),
      quote,
      sentence,
      display: paragraphs[paragraph]?.kind === 'heading' || (quote !== null && (quotes[quote]?.display ?? false)),
    });
  });
  return figures;
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

/** Finds the span that an offset lies in by going on from the last one found; -1 where it lies in none. Offsets ascend. */
function finder(spans: readonly { readonly start: number; readonly end: number }[]): (offset: number) => number {
  let at = 0;
  return (offset) => {
    while (at < spans.length && (spans[at]?.end ?? Infinity) <= offset) at++;
    const found = spans[at];
    return found && found.start <= offset ? at : -1;
  };
}

/** Reads the tokens of a sentence, or of the part of it that is speech, each once. */
function tokensOnce(
  text: string,
  sentences: readonly Sentence[],
): (sentence: number, speech: Quote | null) => readonly Token[] {
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
      tokens = tokenise(text, { start, end }, []);
      known.set(key, tokens);
    }
    return tokens;
  };
}

/** The first token from `from` on that begins at the offset or after it. */
function indexFrom(tokens: readonly Token[], offset: number, from: number): number {
  let i = from;
  while (i < tokens.length && tokenAt(tokens, i).start < offset) i++;
  return i;
}

/** Finds the innermost quote that a span lies in, by its index; null outside of quotes. Spans ascend, quotes do too. */
function innermost(
  quotes: readonly Quote[],
): (span: { readonly start: number; readonly end: number }) => number | null {
  let next = 0;
  return (span) => {
    while (next < quotes.length && (quotes[next]?.outer.start ?? Infinity) <= span.start) next++;
    for (let i = next - 1; i >= 0 && i > next - 1 - mostNested; i--) {
      const quote = quotes[i];
      if (quote && quote.start <= span.start && span.end <= quote.end) return quote.index;
    }
    return null;
  };
}

/** So many quotes back the one around a figure is looked for: those between are nested in it. */
const mostNested = 40;

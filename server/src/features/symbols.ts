import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import type { Span } from '../core/span';
import type { Quote } from '../claims/model';

/** One quote in the outline. */
export interface QuoteSymbol {
  /** The words, cut where they are long. */
  readonly title: string;
  /** With the quotation marks. */
  readonly outer: Span;
  readonly span: Span;
}

/** One speaker in the outline, with all that the article gives them. */
export interface SpeakerSymbol {
  /** Null: the quotes for which the article names no speaker. */
  readonly name: string | null;
  /** From the first of the quotes to the last. */
  readonly outer: Span;
  readonly quotes: readonly QuoteSymbol[];
}

const titleLength = 80;

/** The article's quotes by speaker, in the order in which the speakers come up; those without a speaker last. */
export function outlineOf(analysis: Analysis, id: ArticleId): readonly SpeakerSymbol[] {
  const bySpeaker = new Map<string | null, Quote[]>();
  for (const quote of analysis.get(id)?.claims.quotes ?? []) {
    // Marks of distance and titles are nobody's words.
    if (quote.kind === 'scare') continue;
    const name = quote.speaker?.name ?? null;
    const known = bySpeaker.get(name);
    if (known) known.push(quote);
    else bySpeaker.set(name, [quote]);
  }
  const unnamed = bySpeaker.get(null);
  bySpeaker.delete(null);
  if (unnamed) bySpeaker.set(null, unnamed);
  return [...bySpeaker].map(([name, quotes]) => ({
    name,
    outer: {
      start: Math.min(...quotes.map((quote) => quote.outer.start)),
      end: Math.max(...quotes.map((quote) => quote.outer.end)),
    },
    quotes: quotes.map((quote) => ({
      title: titleOf(quote.text),
      outer: quote.outer,
      span: { start: quote.start, end: quote.end },
    })),
  }));
}

function titleOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line === '') return '…';
  if (line.length <= titleLength) return line;
  const end = line.lastIndexOf(' ', titleLength);
  return `${line.slice(0, end > 0 ? end : titleLength)} …`;
}

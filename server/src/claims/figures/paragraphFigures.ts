import type { PlacedSource } from './claimants';
import type { FigureTime, ScannedFigure, Subject } from './model';

/** The figures of one paragraph of an article, as they were scanned. */
export interface ParagraphFigures {
  /** The paragraph's place in its article. */
  readonly paragraph: number;
  /** Their offsets count from the paragraph's start. */
  readonly figures: readonly ScannedFigure[];
  /** What was understood of them: kept with what was scanned, and for as long. */
  readonly memo: ParagraphMemo;
}

/** What was last understood of a paragraph of these words; null before. */
export interface ParagraphMemo {
  understood: Understood | null;
}

/** What a paragraph says of its figures, and what that hangs on beside its words. */
export interface Understood {
  /** Where the paragraph began: the offsets below are those of the article as it was. */
  readonly at: number;
  /** Which of its words were quoted, and whose they were. */
  readonly quoted: readonly Quoted[];
  /** One for each figure; null for one that hangs on what another paragraph says. */
  readonly figures: readonly (UnderstoodFigure | null)[];
}

/** A fact of a paragraph's quotes: an offset from its start, a kind, a name. */
export type Quoted = number | string | null;

/** What a paragraph says of one of its figures. */
export interface ReadFigure {
  /** Where the figure ends once its noun is taken in. */
  readonly end: number;
  readonly subject: Subject | null;
  readonly time: FigureTime | null;
}

export interface UnderstoodFigure extends ReadFigure {
  /** Whom pronouns were asked to mean, in order. */
  readonly meant: readonly Meant[];
  /** The source that its sentence names; undefined until that is asked. */
  source: PlacedSource | null | undefined;
}

/** The name of the person whom the pronoun at an offset means. */
export interface Meant {
  readonly start: number;
  readonly name: string | null;
}

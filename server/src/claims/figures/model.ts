import type { Span } from '../../core/span';

/**
 * - `count`: how many of something. `score`: a score or a vote, both sides of it ("7-2").
 * - `percent`: percent and percentage points. `measure`: a length, weight, speed, temperature and so on.
 * - `multiple`: a share or a multiple in words ("doubled", "a third of", "three times").
 * - `date`: days, weekdays, months, years, decades, seasons, quarters. `time`: a time of day.
 */
export type FigureKind =
  'count' | 'money' | 'percent' | 'measure' | 'age' | 'duration' | 'score' | 'ordinal' | 'multiple' | 'date' | 'time';

/** How firmly the number is given: `atLeast` ("more than"), `atMost` ("up to"), `approx` ("about"), `range`. */
export type Bound = 'exact' | 'atLeast' | 'atMost' | 'approx' | 'range';

/** A date as the text states it, before it is set in a year. Months from 1; weekdays from 1 (Monday) to 7. */
export interface StatedDate {
  readonly weekday: number | null;
  readonly day: number | null;
  readonly month: number | null;
  /** Only where the text states it. */
  readonly year: number | null;
}

/** A number that an editor would check, as the scanner finds it. The span runs from its bound to its unit. */
export interface ScannedFigure extends Span {
  readonly kind: FigureKind;
  /** The digits or words of the number itself, with magnitude ("148.6 million") and range ("10 to 12"). */
  readonly number: Span;
  /** In `unit`; the first side of a score; the lower end of a range. Null for dates and times. */
  readonly value: number | null;
  /** The upper end of a range; the second side of a score; otherwise null. */
  readonly max: number | null;
  /** The size of the last digit that is given: 1 for 43, 1000 for "43,000", 100000 for "148.6 million". 0 for dates. */
  readonly step: number;
  readonly bound: Bound;
  /** An ISO 4217 currency ("USD"), "%", "percentage point", or a unit's name in the singular ("kilometre per hour"). */
  readonly unit: string | null;
  /** What a rate is reckoned by: "year" in "$94 a year", "week" in "48 hours a week". */
  readonly per: string | null;
  /** Dates, times and durations: ISO 8601, as exact as the text ("2022-04", "P3D", "19:00"); null where it isn't known. */
  readonly iso: string | null;
  /** Whether no number is named: "dozens", "hundreds". */
  readonly vague: boolean;
  /** For dates: what the text states. */
  readonly date: StatedDate | null;
}

/** What is counted or measured. The span is the phrase in the text. */
export interface Subject extends Span {
  readonly text: string;
  /** The head noun in lower case, in the singular: "soldier". */
  readonly head: string;
  /** All its words of matter in lower case and the singular, the head included. */
  readonly words: readonly string[];
}

/** Whom the article gives a figure to: its source, or the speaker of the quote that it stands in. */
export interface Claimant extends Span {
  /** The fullest name that the article gives, or the mention itself. */
  readonly name: string;
  readonly mention: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** The time that a figure stands for: "by December", "last year", "as of Monday". */
export interface FigureTime extends Span {
  readonly text: string;
  /** ISO 8601 as exact as the text, or null where it isn't known. */
  readonly iso: string | null;
  readonly relation: 'at' | 'by' | 'since' | 'until';
}

/** A number that an editor would check, with what the article says of it. The span runs over a noun that follows at once. */
export interface Figure extends ScannedFigure {
  /** Its place among the article's figures, from 0, in the order of `start`. */
  readonly index: number;
  readonly text: string;
  readonly subject: Subject | null;
  readonly claimant: Claimant | null;
  readonly time: FigureTime | null;
  /** The index of the innermost quote that it stands in, or null. */
  readonly quote: number | null;
  /** The index of the sentence that it stands in; -1 outside of sentences. */
  readonly sentence: number;
  /** Whether it stands in a headline or a standfirst. */
  readonly display: boolean;
}

/** The day an article says it was written or published. */
export interface Dateline extends Span {
  /** ISO 8601, a full day. */
  readonly iso: string;
}

import type { WireLocation, WireSeverity } from './index';

/**
 * A story laid out as a sheet: a column for each article, a row for each remark and each figure. The story view, the board
 * and the reports all show this one form. `P` is how a place is given: offsets inside the server, a location on the wire.
 */
export interface StorySheet<P> extends StoryHead {
  /** Open conflicts first, the gravest first; then quotes by speaker and figures by subject. */
  readonly rows: readonly SheetRow<P>[];
  /** Problems about something else than a quote or a figure: names, marks. */
  readonly others: readonly SheetProblem<P>[];
}

/** A story in short. */
export interface StoryHead {
  /**
   * "s1", "s2" ... ; `restId` for what belongs to no story. It may change when articles come and go: views that outlive
   * an edit look the story up again by one of its articles.
   */
  readonly id: string;
  /** What an editor would call it: the headline of its fullest article, else its file name. Empty for `restId`. */
  readonly title: string;
  /** The day that most of its articles give as their own, in ISO 8601. */
  readonly date: string | null;
  /** In the order of the articles' datelines, sources first; those without one last, by name. */
  readonly columns: readonly SheetColumn[];
  /** Open disagreements, each once though both its sides carry it; hints and information left out. */
  readonly conflicts: number;
  /** Differences that were accepted. */
  readonly accepted: number;
  /** The gravest open problem. */
  readonly worst: WireSeverity | null;
}

/** The id under which the articles that belong to no story are asked for. */
export const restId = 'rest';

/** An article of a story. */
export interface SheetColumn {
  /** Its id in the server; its URI on the wire. */
  readonly article: string;
  /** The name to show. */
  readonly name: string;
  /** The article's own day and time as far as it gives them, in ISO 8601. */
  readonly day: string | null;
  readonly source: boolean;
  readonly quotes: number;
  readonly figures: number;
  /** Open problems of any grade, hints left out. */
  readonly problems: number;
}

/** One remark or one figure, as the articles have it. */
export interface SheetRow<P> {
  /** Stays the same while the words that the row is made of stay; unique in its sheet. */
  readonly id: string;
  readonly kind: 'quote' | 'figure';
  /** The speaker's name; what the figure counts or measures. Empty where nobody is named and nothing is counted. */
  readonly heading: string;
  /** The gravest open problem of its cells. */
  readonly severity: WireSeverity | null;
  /** Whether it has differences, and all that it has were accepted. */
  readonly accepted: boolean;
  /** One for each column; null where the article has neither the words nor the figure. */
  readonly cells: readonly (SheetCell<P> | null)[];
  /** For a figure that changes between dated articles: its values in the order of the days. Otherwise null. */
  readonly timeline: readonly TimelinePoint[] | null;
}

/** What one article has of a row. */
export interface SheetCell<P> {
  readonly place: P;
  /** Further places of the same article. */
  readonly again: readonly P[];
  /** The article's wording, cut where it begins or ceases to differ from the other articles'. */
  readonly words: readonly SheetWords[];
  /** False for words that stand in the running text, without marks. Always false for figures. */
  readonly quoted: boolean;
  /** The speaker or the claimant, as this article has it. */
  readonly from: { readonly name: string; readonly sure: boolean } | null;
  /** For a figure that is no plain number: "more than", "up to", "about". */
  readonly bound: string | null;
  /** How it stands to the other cells of its row: `alone` where no other article has it. */
  readonly relation: 'same' | 'excerpt' | 'differs' | 'reported' | 'alone';
  /** Whether it is only likely that it belongs to this row. */
  readonly tentative: boolean;
  readonly problems: readonly SheetProblem<P>[];
}

export interface SheetWords {
  readonly text: string;
  readonly differs: boolean;
}

/** A problem with all that an editor needs to act on it. */
export interface SheetProblem<P> {
  readonly code: string;
  readonly severity: WireSeverity;
  readonly message: string;
  readonly place: P;
  readonly related: readonly { readonly place: P; readonly message: string }[];
  /** Null while it is open. */
  readonly accepted: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

/** A value of a figure at the time when it held, or was told. */
export interface TimelinePoint {
  /** ISO 8601, as exact as the text. */
  readonly at: string;
  readonly value: number;
  /** The upper end of a range. */
  readonly max: number | null;
  /** As the article has it: "at least 12 people". */
  readonly text: string;
  /** The articles' columns. */
  readonly columns: readonly number[];
}

/** Notification, server to client: what the views show may have changed. Sent at the end of a round of updates. */
export const changedMethod = 'secondSource/changed';

export interface ChangedParams {
  /** Grows with every change. */
  readonly revision: number;
  /** Open disagreements in all stories, as their heads count them. */
  readonly conflicts: number;
}

/** Request, client to server: all stories in short, and what belongs to none, last. */
export const storiesMethod = 'secondSource/stories';

export interface StoriesResult {
  readonly revision: number;
  readonly stories: readonly StoryHead[];
}

/** Request, client to server: one story whole. Null: there is none of that id. */
export const sheetMethod = 'secondSource/sheet';

export interface SheetParams {
  readonly story: string;
}

export type WireSheet = StorySheet<WireLocation>;
export type WireRow = SheetRow<WireLocation>;
export type WireCell = SheetCell<WireLocation>;
export type WireProblem = SheetProblem<WireLocation>;
export type SheetResult = (WireSheet & { readonly revision: number }) | null;

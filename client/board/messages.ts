import type { SheetColumn, StoryHead } from '../../server/src/protocol/stories';
import type { WireSeverity } from '../../server/src/protocol';

/**
 * What the board's page and the extension say to each other. The page is told what it shows and nothing else: it names a
 * passage by row and column, and the extension looks up the place.
 */

/** A story, ready to show. */
export interface BoardSheet {
  readonly head: BoardHead;
  readonly rows: readonly BoardRow[];
}

export type BoardColumn = SheetColumn;

export interface BoardHead extends Pick<StoryHead, 'title' | 'date' | 'columns' | 'conflicts' | 'accepted' | 'worst'> {
  /** Problems about something else than a quote or a figure: names, marks. */
  readonly others: number;
}

export interface BoardRow {
  readonly id: string;
  readonly kind: 'quote' | 'figure';
  readonly heading: string;
  readonly severity: WireSeverity | null;
  readonly accepted: boolean;
  readonly timeline: readonly BoardPoint[] | null;
  /** One for each column. */
  readonly cells: readonly (BoardCell | null)[];
}

export interface BoardPoint {
  readonly at: string;
  readonly value: number;
  readonly max: number | null;
  readonly text: string;
  /** The names of the articles. */
  readonly articles: readonly string[];
}

export interface BoardCell {
  readonly words: readonly { readonly text: string; readonly differs: boolean }[];
  readonly quoted: boolean;
  readonly from: { readonly name: string; readonly sure: boolean } | null;
  readonly bound: string | null;
  readonly relation: 'same' | 'excerpt' | 'differs' | 'reported' | 'alone';
  readonly tentative: boolean;
  /** In how many places of its article it stands. */
  readonly places: number;
  readonly problems: readonly BoardProblem[];
}

export interface BoardProblem {
  readonly code: string;
  readonly severity: WireSeverity;
  readonly message: string;
  /** Why it was let stand, and who wrote that when; null while it is open. */
  readonly accepted: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

/** What became of a row: all of it where the page doesn't have it yet, else only what differs. */
export type RowPatch =
  | { readonly row: BoardRow }
  | {
      readonly id: string;
      readonly head?: Omit<BoardRow, 'id' | 'cells'>;
      readonly cells?: readonly (readonly [column: number, cell: BoardCell | null])[];
    };

/** What a change of the story asks of the page. What is left out has stayed the same. */
export interface BoardPatch {
  readonly head?: BoardHead;
  /** All rows that there are now, in order. */
  readonly order?: readonly string[];
  readonly rows?: readonly RowPatch[];
}

/** Extension to page. */
export type ToBoard =
  | { readonly type: 'sheet'; readonly strings: BoardStrings; readonly language: string; readonly sheet: BoardSheet }
  | { readonly type: 'patch'; readonly patch: BoardPatch }
  /** There is nothing to show, and why: a whole sentence. `retry` where asking again may help. */
  | { readonly type: 'notice'; readonly strings: BoardStrings; readonly text: string; readonly retry: boolean };

/** Where in the grid: a row by its id, a column by its number. */
export interface CellName {
  readonly row: string;
  readonly column: number;
}

export const boardActions = ['goToPassage', 'comparePassages', 'acceptDifference'] as const;
export type BoardAction = (typeof boardActions)[number];

/** Page to extension. */
export type FromBoard =
  /** The page is there, or there again, and knows nothing. */
  | { readonly type: 'ready' }
  /** `focus`: whether the keyboard goes along to the passage. */
  | { readonly type: 'open'; readonly cell: CellName; readonly focus: boolean }
  | { readonly type: 'act'; readonly cell: CellName; readonly action: BoardAction }
  | { readonly type: 'openArticle'; readonly column: number; readonly focus: boolean }
  | { readonly type: 'showProblems' };

/** What the page keeps across a reload. */
export interface BoardState {
  /** The articles of the story: ids change when articles come and go, so it is found again by these. */
  readonly articles: readonly string[];
  readonly filter: BoardFilter;
  readonly scroll: { readonly top: number; readonly left: number };
  readonly active: CellName | null;
}

export interface BoardFilter {
  /** Empty: everybody. */
  readonly speaker: string;
  readonly kind: 'all' | 'quote' | 'figure';
  readonly conflicts: boolean;
  readonly text: string;
}

export const everything: BoardFilter = { speaker: '', kind: 'all', conflicts: false, text: '' };

/** All that the page says, in the editor's language; {0} and {1} are filled in by the page. */
export interface BoardStrings {
  readonly board: string;
  readonly retry: string;
  readonly filters: string;
  readonly speaker: string;
  readonly everybody: string;
  readonly kind: string;
  readonly allKinds: string;
  readonly quotes: string;
  readonly figures: string;
  readonly onlyConflicts: string;
  readonly search: string;
  readonly rowCount: string;
  readonly oneRow: string;
  readonly allRows: string;
  readonly nothingFits: string;
  readonly clearFilters: string;
  readonly nothingShared: string;
  readonly remark: string;
  readonly nobody: string;
  readonly noSubject: string;
  readonly quote: string;
  readonly figure: string;
  readonly source: string;
  readonly oneQuote: string;
  readonly manyQuotes: string;
  readonly oneFigure: string;
  readonly manyFigures: string;
  readonly oneProblem: string;
  readonly manyProblems: string;
  readonly otherProblem: string;
  readonly otherProblems: string;
  readonly inArticles: string;
  readonly inOneArticle: string;
  readonly missing: string;
  readonly excerpt: string;
  readonly reported: string;
  readonly tentative: string;
  readonly times: string;
  readonly unsure: string;
  readonly accepted: string;
  readonly acceptedWhy: string;
  readonly acceptedBy: string;
  readonly severity: Readonly<Record<WireSeverity, string>>;
  readonly details: string;
  readonly nothingChosen: string;
  readonly goToPassage: string;
  readonly comparePassages: string;
  readonly acceptDifference: string;
  readonly timeline: string;
  readonly point: string;
}

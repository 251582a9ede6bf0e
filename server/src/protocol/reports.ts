/** The forms in which a report can be had. */
export const reportFormats = ['html', 'sarif', 'csv', 'markdown', 'json'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** The ending of a report's file, with its dot. */
export const reportEndings: Readonly<Record<ReportFormat, string>> = {
  html: '.html',
  sarif: '.sarif',
  csv: '.csv',
  markdown: '.md',
  json: '.json',
};

/** Request, client to server: a report on all that is known now, or on one story. */
export const reportMethod = 'secondSource/report';

export interface ReportParams {
  readonly format: ReportFormat;
  /** The story's id; absent or null for all articles. */
  readonly story?: string | null;
  /** When the report is made, for its reader: ISO 8601. The server has no clock of its own. */
  readonly date: string;
}

/** Null: there is no such format, or no such story any more. */
export type ReportResult = {
  readonly text: string;
  /** A name for its file, with the format's ending. */
  readonly suggestedName: string;
  /** How many articles it reports on. */
  readonly articles: number;
} | null;

import type { PathOf } from './places';

/** What a report says beside what the analysis knows. */
export interface ReportOptions {
  readonly pathOf: PathOf;
  /** The version of Second Source. */
  readonly version: string;
  /** When the report is made: ISO 8601, shown as it stands to the minute. Empty: it isn't said. */
  readonly date: string;
}

import type { PathOf } from './places';
import { visible } from './visible';

/** What a report says beside what the analysis knows. */
export interface ReportOptions {
  readonly pathOf: PathOf;
  /** The version of Second Source. */
  readonly version: string;
  /** When the report is made: ISO 8601, shown as it stands to the minute. Empty: it isn't said. */
  readonly date: string;
}

/** A moment to the minute, in the zone that it is given in. What is no moment is shown as it stands. */
export function shownDate(iso: string): string {
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)[\d:.]*(Z|[+-]\d\d:\d\d)?$/.exec(iso);
  if (!parts) return visible(iso);
  const [, day = '', time = '', zone = ''] = parts;
  return `${day} ${time}${zone === 'Z' ? ' UTC' : zone === '' ? '' : ` (${zone})`}`;
}

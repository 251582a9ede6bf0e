import type { WireRange } from './index';

/** Request, client to server: what of an open article is marked beside the scroll bar. */
export const marksMethod = 'secondSource/marks';

export interface MarksParams {
  readonly uri: string;
}

export interface MarksResult {
  /** Quotes and figures that other files have, all alike. */
  readonly linked: readonly WireRange[];
  /** Those that some file has otherwise, problems left out: the editor marks these itself. */
  readonly differing: readonly WireRange[];
}

import type { Parts } from '../parts';

/** What other extensions and scripts get of this one: plain data, versioned. */
export interface SecondSourceApi {
  readonly version: 1;
}

/** Makes what the extension exports. */
export function createApi(_parts: Parts): SecondSourceApi {
  return { version: 1 };
}

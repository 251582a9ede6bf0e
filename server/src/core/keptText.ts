/** A text in as little room as is cheap: most have curly marks, and an engine keeps each of their letters in two bytes then. */
export type KeptText = string | Uint8Array;

/** A text in UTF-8 and how long it is in UTF-16 units, as it comes from another thread: as few look at it as must. */
export interface SentText {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly length: number;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Beyond Latin-1 an engine takes two bytes a unit. */
const isWide = /[^\0-\u00ff]/;
/** Half of a pair stands for nothing in UTF-8, and would be lost. */
const surrogate = /[\ud800-\udfff]/;
const torn = /\p{Surrogate}/u;

/** Keeps a text, to the unit. Takes some microseconds a page. */
export function keepText(text: string): KeptText {
  return isWide.test(text) && !(surrogate.test(text) && torn.test(text)) ? encoder.encode(text) : text;
}

/** A text as it is sent to another thread. It is one that was decoded, for UTF-8 can't hold half of a pair. */
export const sendText = (text: string): SentText => ({ bytes: encoder.encode(text), length: text.length });

/** The text that was kept. */
export const textOf = (kept: KeptText): string => (typeof kept === 'string' ? kept : decoder.decode(kept));

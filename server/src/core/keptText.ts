/** A text in as little room as is cheap: most have curly marks, and an engine keeps each of their letters in two bytes then. */
export type KeptText = string | Uint8Array;

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

/** The text that was kept. */
export const textOf = (kept: KeptText): string => (typeof kept === 'string' ? kept : decoder.decode(kept));

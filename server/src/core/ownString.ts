/** So many units are passed on at once: each is an argument of a call. */
const atOnce = 256;

/**
 * The part of a text from `start` to `end` (UTF-16 offsets; all of it where nothing is said) as a string of its own. For
 * what is kept: a slice of thirteen units and more holds on to the whole text.
 */
export function ownString(text: string, start = 0, end = text.length): string {
  let own = '';
  for (let from = start; from < end; from += atOnce) {
    const codes: number[] = [];
    for (let i = from; i < Math.min(end, from + atOnce); i++) codes.push(text.charCodeAt(i));
    own += String.fromCharCode(...codes);
  }
  return own;
}

/**
 * A number that two equal texts share, and two different ones as good as never: 53 bits over the UTF-16 units, so that it is
 * exact as a number and cheap as a key. Not for keeping secrets: who wants two texts with one hash can make them.
 * Takes time in proportion to the text, about as much as comparing it with another.
 */
export const textHash = (text: string): number => stretchHash('', text, 0, text.length);

/** The hash of `before` and what stands in a text from one offset to another, as one text that is never made. */
export function stretchHash(before: string, text: string, start: number, end: number): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b ^ (before.length + end - start);
  for (let i = 0; i < before.length; i++) {
    const code = before.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 0) * 0x200000 + (a >>> 11);
}

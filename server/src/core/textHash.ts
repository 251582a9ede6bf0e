/**
 * A number that two equal texts share, and two different ones as good as never: 53 bits over the UTF-16 units, so that it is
 * exact as a number and cheap as a key. Not for keeping secrets: who wants two texts with one hash can make them.
 * Takes time in proportion to the text, about as much as comparing it with another.
 */
export function textHash(text: string): number {
  let a = 0x9e3779b9;
  let b = 0x85ebca6b ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x9e3779b1);
    b = Math.imul(b ^ code, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  return (b >>> 0) * 0x200000 + (a >>> 11);
}

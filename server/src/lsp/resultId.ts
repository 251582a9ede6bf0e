/**
 * A short name for a text: the same for the same text, and another for another one but for once in 2^64. Two hashes of
 * 32 bits (FNV-1a with different primes), each stirred at the end. Not fit for secrets.
 */
export function resultIdOf(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c ^ text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return stirred(a ^ (b >>> 7)) + stirred(b);
}

function stirred(hash: number): string {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return ((h ^ (h >>> 16)) >>> 0).toString(36).padStart(7, '0');
}

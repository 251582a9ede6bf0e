/** A short name for a text: the same for the same text (FNV-1a, 53 of its bits, base 36). */
export function hashOf(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x1b873593;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + (low >>> 16)), 0x85ebca6b);
  }
  return ((high >>> 11) * 0x100000000 + (low >>> 0)).toString(36);
}

/** Names that stay unique in one sheet: a second of the same name gets a number. */
export function createNames(): (name: string) => string {
  const counts = new Map<string, number>();
  return (name) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count === 1 ? name : `${name}.${count}`;
  };
}

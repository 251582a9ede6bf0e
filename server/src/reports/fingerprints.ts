/**
 * Names findings by their content, so that a finding keeps its name when lines move. Of several with one content the second
 * and later ones are numbered in their order.
 * @returns a function from what makes the finding up to 16 hexadecimal digits, and the number after a colon.
 */
export function createFingerprints(): (content: readonly string[]) => string {
  const seen = new Map<string, number>();
  return (content) => {
    const hash = hashOf(content.map((part) => part.replace(/\s+/g, ' ').trim()).join('\n'));
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return count === 1 ? hash : `${hash}:${count}`;
  };
}

/** FNV-1a over UTF-16 units, twice with different beginnings: names, not secrets. */
function hashOf(text: string): string {
  let one = 0x811c9dc5;
  let other = 0x2f0b4c47;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit ^ (i & 0xff), 0x01000193);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

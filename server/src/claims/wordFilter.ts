/**
 * A first look at whether a word may be one of a list, without cutting it out of its text: by its first and last letter and
 * its length. For each pair of letters the lengths, one bit each. Letters in any case; no word is longer than 31.
 */
export type WordFilter = Readonly<Uint32Array>;

/** Makes the filter of a list. Words begin and end with a letter from a to z. */
export function wordFilter(words: Iterable<string>): WordFilter {
  const lengths = new Uint32Array(1024);
  for (const word of words) {
    const at = pair(word.charCodeAt(0), word.charCodeAt(word.length - 1));
    lengths[at] = (lengths[at] ?? 0) | (1 << word.length);
  }
  return lengths;
}

/** Whether a word with these first and last code units and this length may be on the list; most words aren't. */
export function mayBeListed(filter: WordFilter, first: number, last: number, length: number): boolean {
  // Written out: this is asked of every word of a text.
  return length < 32 && (((filter[((first & 31) << 5) | (last & 31)] ?? 0) >>> length) & 1) === 1;
}

const pair = (first: number, last: number): number => ((first & 31) << 5) | (last & 31);

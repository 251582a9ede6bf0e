import { ownString } from '../core/ownString';

/** What is known of words, looked up where they stand in a text: no string is made of a word that was met before. */
export interface WordTable<Known> {
  /** What is known of the word from `start` to `end` (UTF-16 offsets) of a text. */
  of(text: string, start: number, end: number): Known;
  /** Forgets all, for when little will be asked: what is typed next has a few words, and they are learned again. */
  forget(): void;
}

/** So many words are known at a time, some 200 bytes each: more than a newsroom uses in a week. */
const mostWords = 1 << 15;

const fewest = 512;

/**
 * Makes a table that knows no words yet; `learn` is asked about each word once, and again where so many others came that
 * all were forgotten: what is typed letter by letter are words too.
 */
export function createWordTable<Known>(learn: (word: string) => Known): WordTable<Known> {
  let words: string[] = [];
  let known: Known[] = [];
  let hashes = new Int32Array(fewest);
  /** By hash, the place of a word in the lists and 1; 0 for none. */
  let slots = new Int32Array(2 * fewest);

  const grow = () => {
    const more = new Int32Array(hashes.length * 2);
    more.set(hashes);
    hashes = more;
    slots = new Int32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let i = 0; i < words.length; i++) {
      let at = (hashes[i] as number) & mask;
      while (slots[at] !== 0) at = (at + 1) & mask;
      slots[at] = i + 1;
    }
  };

  return {
    of(text, start, end) {
      let hash = end - start;
      for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
      hash ^= hash >>> 15;
      const mask = slots.length - 1;
      let at = hash & mask;
      for (; slots[at] !== 0; at = (at + 1) & mask) {
        const i = (slots[at] as number) - 1;
        if (hashes[i] === hash && isWord(words[i] as string, text, start, end)) return known[i] as Known;
      }
      const word = ownString(text, start, end);
      const one = learn(word);
      if (words.length === mostWords) {
        [words, known] = [[], []];
        slots.fill(0);
        at = hash & mask;
      }
      if (words.length === hashes.length) {
        grow();
        at = hash & (slots.length - 1);
        while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
      }
      hashes[words.length] = hash;
      words.push(word);
      known.push(one);
      slots[at] = words.length;
      return one;
    },
    forget() {
      [words, known] = [[], []];
      hashes = new Int32Array(fewest);
      slots = new Int32Array(2 * fewest);
    },
  };
}

function isWord(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

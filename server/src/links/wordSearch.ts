import type { Claims } from '../claims/model';
import { readWords, type Vocabulary } from '../claims/normalize';

/** An article whose words can be looked through. */
export interface WithWords {
  readonly article: { readonly text: string };
  readonly claims: Claims;
}

/** Finds words that stand in an article, whether or not it has them in marks. */
export interface WordSearch {
  /**
   * Whether the words stand in the article one after the other, house style aside. Where they leave something out and say
   * so (…, [brackets]), each of the parts must. Words without a letter stand nowhere.
   */
  has(article: WithWords, words: string): boolean;
}

/** All words of an article in their order, and where each of them stands. */
interface Known {
  readonly words: readonly number[];
  readonly places: ReadonlyMap<number, readonly number[]>;
  /** What was asked before: a draft's quotes are looked for at every keystroke. */
  readonly answers: Map<string, boolean>;
}

/** So many answers are kept an article: who types in a quote asks anew with every letter. */
const mostAnswers = 500;

/** Makes a search whose words are read with `vocabulary`. What was read of an article holds as long as its text stands. */
export function createWordSearch(vocabulary: Vocabulary): WordSearch {
  const known = new WeakMap<Claims, Known>();

  const read = ({ article, claims }: WithWords): Known => {
    const words = claims.paragraphs.flatMap(({ start, end }) => {
      const { words: ids, count } = readWords(article.text.slice(start, end), vocabulary);
      return ids.slice(0, count);
    });
    const places = new Map<number, number[]>();
    words.forEach((word, at) => {
      const list = places.get(word);
      if (list) list.push(at);
      else places.set(word, [at]);
    });
    return { words, places, answers: new Map() };
  };

  const stands = ({ words, places }: Known, sought: readonly number[]): boolean => {
    // The rarest word leads to the fewest places.
    let rarest: readonly number[] | null = null;
    let offset = 0;
    for (const [i, word] of sought.entries()) {
      const list = places.get(word);
      if (!list) return false;
      if (rarest && rarest.length <= list.length) continue;
      rarest = list;
      offset = i;
    }
    return rarest?.some((at) => sought.every((word, i) => words[at - offset + i] === word)) ?? false;
  };

  return {
    has(article, words) {
      let text = known.get(article.claims);
      if (!text) known.set(article.claims, (text = read(article)));
      const before = text.answers.get(words);
      if (before !== undefined) return before;
      const parts = words
        .split(/\[[^\]]{0,200}\]|\([^)]{0,200}\)|…|\.(?:\s?\.){2,}/)
        .map((part) => readWords(part, vocabulary))
        .filter(({ count }) => count > 0);
      const all = text;
      const answer = parts.length > 0 && parts.every((part) => stands(all, part.words.slice(0, part.count)));
      if (text.answers.size >= mostAnswers) text.answers.clear();
      text.answers.set(words, answer);
      return answer;
    },
  };
}

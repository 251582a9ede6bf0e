import { createVocabulary, readWords, type Vocabulary, type Words } from '../../claims/normalize';
import { alignAcrossCuts } from '../../links/align';
import { compare, type Comparison } from '../../links/wording';
import type { Span } from '../../core/span';
import type { SheetWords } from '../../protocol/stories';

/** Wordings read into comparable words. The same wording stands in many cells, and is read once. */
export interface Wordings {
  /** The same for two wordings in which only house style, case and punctuation differ. */
  keyOf(wording: string): string;
  /** How the second wording differs from the first; null where they have no word in common. */
  compare(first: string, second: string): Comparison | null;
  /** Where the words of a step of `compare` stand in a wording; an empty span where it has none there. */
  spanOf(wording: string, from: number, to: number): Span;
}

/** So many forms are kept before the vocabulary is begun anew: a session may last for weeks. */
const mostForms = 100_000;
let vocabulary: Vocabulary = createVocabulary();

/** Makes a reader for the wordings of one sheet. */
export function createWordings(): Wordings {
  if (vocabulary.forms.length > mostForms) vocabulary = createVocabulary();
  const known = new Map<string, { readonly words: Words; readonly key: string }>();
  const compared = new Map<string, Comparison | null>();
  const read = (wording: string) => {
    let found = known.get(wording);
    if (!found) {
      const words = readWords(wording, vocabulary);
      found = { words, key: words.words.map((id) => vocabulary.forms[id] ?? '').join(' ') };
      known.set(wording, found);
    }
    return found;
  };
  return {
    keyOf: (wording) => read(wording).key,
    compare(first, second) {
      const [a, b] = [read(first), read(second)];
      const pair = `${first}\n${second}`;
      let found = compared.get(pair);
      if (found === undefined) {
        const alignment = alignAcrossCuts(a.words, b.words);
        found = alignment && compare(a.words, b.words, alignment, vocabulary, true);
        compared.set(pair, found);
      }
      return found;
    },
    spanOf(wording, from, to) {
      const { starts, ends } = read(wording).words;
      if (from >= to) {
        const at = from > 0 ? (ends[from - 1] ?? 0) : (starts[0] ?? 0);
        return { start: at, end: at };
      }
      return { start: starts[from] ?? 0, end: ends[to - 1] ?? wording.length };
    },
  };
}

/** A wording cut where it begins or ceases to differ. `marks` may lie in any order and overlap; empty ones are kept. */
export function cutWords(wording: string, marks: readonly Span[]): readonly SheetWords[] {
  const words: SheetWords[] = [];
  const push = (start: number, end: number, differs: boolean): void => {
    if (end > start) words.push({ text: wording.slice(start, end), differs });
  };
  let shown = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (end <= shown) continue;
    push(shown, Math.max(shown, start), false);
    push(Math.max(shown, start), end, true);
    shown = end;
  }
  push(shown, wording.length, false);
  return words.length > 0 ? words : [{ text: wording, differs: false }];
}

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

interface Read {
  readonly words: Words;
  readonly key: string;
}

/** So many wordings, and pairs of them, are kept before all is begun anew: a session may last for weeks. */
const mostWordings = 20_000;
const mostPairs = 20_000;
const mostForms = 100_000;

let vocabulary: Vocabulary = createVocabulary();
let wordings = new Map<string, Read>();
/** By the first wording, then by the second. */
let compared = new Map<string, Map<string, Comparison | null>>();
let pairs = 0;

/** Gives a reader of wordings for one sheet. What it has read is kept for the next: most of a story stays as it is. */
export function createWordings(): Wordings {
  if (vocabulary.forms.length > mostForms || wordings.size > mostWordings || pairs > mostPairs) {
    vocabulary = createVocabulary();
    wordings = new Map();
    compared = new Map();
    pairs = 0;
  }
  return { keyOf: (wording) => read(wording).key, compare: compareWordings, spanOf };
}

function read(wording: string): Read {
  let found = wordings.get(wording);
  if (!found) {
    const words = readWords(wording, vocabulary);
    found = { words, key: words.words.map((id) => vocabulary.forms[id] ?? '').join(' ') };
    wordings.set(wording, found);
  }
  return found;
}

function compareWordings(first: string, second: string): Comparison | null {
  let withFirst = compared.get(first);
  if (!withFirst) compared.set(first, (withFirst = new Map<string, Comparison | null>()));
  const known = withFirst.get(second);
  if (known !== undefined) return known;
  const [a, b] = [read(first).words, read(second).words];
  const alignment = alignAcrossCuts(a, b);
  const found = alignment && compare(a, b, alignment, vocabulary, true);
  withFirst.set(second, found);
  pairs++;
  return found;
}

function spanOf(wording: string, from: number, to: number): Span {
  const { starts, ends } = read(wording).words;
  if (from < to) return { start: starts[from] ?? 0, end: ends[to - 1] ?? wording.length };
  const at = from > 0 ? (ends[from - 1] ?? 0) : (starts[0] ?? 0);
  return { start: at, end: at };
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

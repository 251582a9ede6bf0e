import { createVocabulary, readWords, type Vocabulary, type Words } from '../../claims/normalize';
import { alignAcrossCuts } from '../../links/align';
import { compare, type Comparison } from '../../links/wording';
import { ownString } from '../../core/ownString';
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
  /** The number of the last sheet that asked for it. */
  sheet: number;
}

/** What was read and compared for some sheets in a row. */
interface Kept {
  readonly vocabulary: Vocabulary;
  readonly wordings: Map<string, Read>;
  /** By the first wording, then by the second. */
  readonly compared: Map<string, Map<string, Comparison | null>>;
  pairs: number;
  /** The most wordings that one sheet asked for. */
  most: number;
}

/** So many wordings, and pairs of them, are kept beside twice those of a sheet before a new table is begun. */
const besides = 2000;

const nothing = (): Kept => ({
  vocabulary: createVocabulary(),
  wordings: new Map(),
  compared: new Map(),
  pairs: 0,
  most: 0,
});

let now = nothing();
/** The table before: what is still asked for is taken over, and the rest goes with it. */
let before = nothing();
let sheet = 0;
/** How many wordings this sheet has asked for. */
let asked = 0;

/** Gives a reader of wordings for one sheet. What it has read is kept for the next: most of a story stays as it is. */
export function createWordings(): Wordings {
  if (Math.max(now.wordings.size, now.pairs) > besides + 2 * now.most) [before, now] = [now, nothing()];
  sheet++;
  asked = 0;
  return { keyOf: (wording) => read(wording).key, compare: compareWordings, spanOf };
}

/** How many wordings and comparisons are kept. */
export const keptWordings = (): number => now.wordings.size + now.pairs + before.wordings.size + before.pairs;

function read(wording: string): Read {
  const { vocabulary, wordings } = now;
  let found = wordings.get(wording);
  if (!found) {
    const own = ownString(wording);
    const words = readWords(own, vocabulary);
    found = { words, key: words.words.map((id) => vocabulary.forms[id] ?? '').join(' '), sheet: 0 };
    wordings.set(own, found);
  }
  if (found.sheet !== sheet) {
    found.sheet = sheet;
    now.most = Math.max(now.most, ++asked);
  }
  return found;
}

function compareWordings(first: string, second: string): Comparison | null {
  const known = now.compared.get(first)?.get(second);
  if (known !== undefined) return known;
  // A comparison tells of places, not of the words' numbers.
  const found = before.compared.get(first)?.get(second) ?? comparedAnew(first, second);
  const own = ownString(first);
  const withFirst = now.compared.get(first) ?? new Map<string, Comparison | null>();
  now.compared.set(own, withFirst);
  withFirst.set(ownString(second), found);
  now.pairs++;
  return found;
}

function comparedAnew(first: string, second: string): Comparison | null {
  const [a, b] = [read(first).words, read(second).words];
  const alignment = alignAcrossCuts(a, b);
  return alignment && compare(a, b, alignment, now.vocabulary, true);
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

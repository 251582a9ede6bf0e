import { flag, type Words } from '../claims/normalize';

/** Some words of a passage, half-open. `end` is where the passage, or the part of it that is looked at, ends. */
export interface Window {
  readonly words: Words;
  readonly from: number;
  readonly to: number;
  readonly end: number;
}

const matterScore = 8;
const stemScore = 5;
const grammarScore = 3;
const gapCost = -2;
const mismatchCost = -3;

const diagonal = 1;
const down = 2;
const right = 3;

/** Room that every alignment uses again. Of the scores only one row is kept, of the moves all. */
let moves = new Uint8Array(1 << 16);
let scores = new Int32Array(256);
/** Of each word of `b`, in the window: its stem and form, what it costs to pass over it, and not to match it. */
let stemsB = new Int32Array(256);
let formsB = new Int32Array(256);
let passB = new Int32Array(256);
let missB = new Int32Array(256);
/** What it costs to pass over words of `a` right after each word of `b`. */
let openB = new Int32Array(256);
/** The runs as they are found, from the last to the first. */
let found = new Int32Array(256);

/** Alignments made since the process started: what comparing costs, whatever else the machine does. */
let made = 0;

/** How many alignments were made since the process started. */
export const alignmentsMade = (): number => made;

/** Which of two kinds of words each stem stands for in the passage at hand: 1 of matter, 2 of grammar, 3 both. */
let kinds = new Uint8Array(1 << 12);

const flagsOf = (words: Words, i: number): number => words.flags[i] ?? 0;
const stemOf = (words: Words, i: number): number => words.stems[i] ?? 0;

/**
 * The best stretch that two windows have in common, word for word, as runs: three numbers each, where it begins in
 * either passage and how many words it has. Null where they share no word. The first of two that are as good, from the
 * start of `a`, is the one.
 */
export function bestRuns(a: Window, b: Window): readonly number[] | null {
  made++;
  if (areEqual(a, b)) return [a.from, b.from, a.to - a.from];
  const cut = toShared(a, b);
  return cut && (wholeRun(cut.a, cut.b, cut.isMixed) ?? traced(cut.a, cut.b));
}

/** Whether two windows have the same words, none of which may be passed over for nothing: as most quotes that two papers have. */
function areEqual(a: Window, b: Window): boolean {
  const count = a.to - a.from;
  if (count === 0 || count !== b.to - b.from) return false;
  for (let k = 0; k < count; k++) {
    const i = a.from + k;
    const j = b.from + k;
    if (a.words.words[i] !== b.words.words[j] || a.words.stems[i] !== b.words.stems[j]) return false;
    if ((flagsOf(a.words, i) | flagsOf(b.words, j)) & (flag.bracket | flag.afterEllipsis)) return false;
  }
  return true;
}

/** What is left of two windows without the words at their ends that have no match in the other one. */
interface Cut {
  readonly a: Window;
  readonly b: Window;
  /** Whether some word of `a` is of grammar at one place and of matter at another. */
  readonly isMixed: boolean;
}

/** Nothing begins or ends with a word that has no match, and until the first match all scores are nothing. */
function toShared(a: Window, b: Window): Cut | null {
  mark(b);
  let aFrom = a.from;
  let aTo = a.to;
  while (aFrom < aTo && !kinds[stemOf(a.words, aFrom)]) aFrom++;
  while (aTo > aFrom && !kinds[stemOf(a.words, aTo - 1)]) aTo--;
  unmark(b);
  if (aFrom === aTo) return null;
  const cutA = { ...a, from: aFrom, to: aTo };
  const isMixed = mark(cutA);
  let bFrom = b.from;
  let bTo = b.to;
  while (!kinds[stemOf(b.words, bFrom)]) bFrom++;
  while (!kinds[stemOf(b.words, bTo - 1)]) bTo--;
  unmark(cutA);
  return { a: cutA, b: { ...b, from: bFrom, to: bTo }, isMixed };
}

function mark({ words, from, to }: Window): boolean {
  let isMixed = false;
  for (let i = from; i < to; i++) {
    const stem = stemOf(words, i);
    if (stem >= kinds.length) {
      const larger = new Uint8Array(2 * stem);
      larger.set(kinds);
      kinds = larger;
    }
    const kind = (kinds[stem] ?? 0) | (flagsOf(words, i) & flag.grammar ? 2 : 1);
    kinds[stem] = kind;
    if (kind === 3) isMixed = true;
  }
  return isMixed;
}

function unmark({ words, from, to }: Window): void {
  for (let i = from; i < to; i++) kinds[stemOf(words, i)] = 0;
}

/**
 * The one run of two windows of which one stands in the other as it is, which needs no table: each of its words counts
 * in full and nothing is passed over, so that no other way is as good. Null where none does, or where brackets and
 * ellipses let words be passed over for nothing.
 */
function wholeRun(a: Window, b: Window, isMixed: boolean): readonly number[] | null {
  const countA = a.to - a.from;
  const countB = b.to - b.from;
  const count = Math.min(countA, countB);
  if ((countA > countB && isMixed) || isCut(a) || isCut(b)) return null;
  const last = Math.max(countA, countB) - count;
  for (let k = 0; k <= last; k++) {
    const fromA = countA > countB ? a.from + k : a.from;
    const fromB = countA > countB ? b.from : b.from + k;
    if (standsThere(a.words, b.words, fromA, fromB, count, countA > countB)) return [fromA, fromB, count];
  }
  return null;
}

/** Whether so many words are the same from there on; those of grammar may have another form, which costs nothing. */
function standsThere(a: Words, b: Words, fromA: number, fromB: number, count: number, sameKind: boolean): boolean {
  for (let k = 0; k < count; k++) {
    const i = fromA + k;
    const j = fromB + k;
    if (a.stems[i] !== b.stems[j]) return false;
    const isGrammar = flagsOf(a, i) & flag.grammar;
    if (!isGrammar && a.words[i] !== b.words[j]) return false;
    if (sameKind && isGrammar !== (flagsOf(b, j) & flag.grammar)) return false;
  }
  return true;
}

function isCut({ words, from, to }: Window): boolean {
  for (let i = from; i < to; i++) if (flagsOf(words, i) & (flag.bracket | flag.afterEllipsis)) return true;
  return false;
}

// ---- the table ----------------------------------------------------------------------------------------

function traced(a: Window, b: Window): readonly number[] | null {
  const rows = a.to - a.from + 1;
  const columns = b.to - b.from + 1;
  makeRoom(rows, columns);
  prepare(b, columns);
  const bestCell = fill(a, rows, columns);
  return bestCell < 0 ? null : trace(a, b, columns, bestCell);
}

function makeRoom(rows: number, columns: number): void {
  if (rows * columns > moves.length) moves = new Uint8Array(rows * columns * 2);
  if (columns > scores.length) {
    const room = () => new Int32Array(columns * 2);
    [scores, stemsB, formsB, passB, missB, openB] = [room(), room(), room(), room(), room(), room()];
  }
  if (3 * Math.min(rows, columns) > found.length) found = new Int32Array(6 * Math.min(rows, columns));
}

function prepare({ words, from, end }: Window, columns: number): void {
  for (let j = 1; j < columns; j++) {
    const at = from + j - 1;
    const isBracket = flagsOf(words, at) & flag.bracket;
    stemsB[j] = stemOf(words, at);
    formsB[j] = words.words[at] ?? 0;
    passB[j] = isBracket ? 0 : gapCost;
    missB[j] = isBracket ? 0 : mismatchCost;
    openB[j] = hasEllipsisBefore(words, at + 1, end) ? 0 : gapCost;
  }
}

/** Fills the tables row by row and returns the best cell, or -1. This loop is where comparing spends its time. */
function fill({ words, from, end }: Window, rows: number, columns: number): number {
  const [steps, above, stems, forms, pass, miss, open] = [moves, scores, stemsB, formsB, passB, missB, openB];
  above.fill(0, 0, columns);
  steps.fill(0, 0, columns);
  let best = 0;
  let bestCell = -1;
  for (let i = 1; i < rows; i++) {
    const at = from + i - 1;
    const row = i * columns;
    const stem = stemOf(words, at);
    const form = words.words[at] ?? 0;
    const bits = flagsOf(words, at);
    const isBracket = (bits & flag.bracket) !== 0;
    const isGrammar = (bits & flag.grammar) !== 0;
    const sameForm = isGrammar ? grammarScore : matterScore;
    const sameStem = isGrammar ? grammarScore : stemScore;
    // Where an ellipsis of `a` stands before its next word, the words that `b` has there are left out openly.
    const isOpen = hasEllipsisBefore(words, at + 1, end);
    steps[row] = 0;
    let left = 0;
    let corner = 0;
    for (let j = 1; j < columns; j++) {
      const over = above[j] as number;
      let score = corner;
      corner = over;
      if (stem === stems[j]) score += form === forms[j] ? sameForm : sameStem;
      else if (!isBracket) score += miss[j] as number;
      let move = diagonal;
      const up = isBracket ? over : over + (open[j] as number);
      if (up > score) {
        score = up;
        move = down;
      }
      if (!isOpen) left += pass[j] as number;
      if (left > score) {
        score = left;
        move = right;
      }
      if (score <= 0) {
        score = 0;
        move = 0;
      } else if (score > best) {
        best = score;
        bestCell = row + j;
      }
      above[j] = score;
      steps[row + j] = move;
      left = score;
    }
  }
  return bestCell;
}

function hasEllipsisBefore(words: Words, i: number, end: number): boolean {
  return i < end ? (flagsOf(words, i) & flag.afterEllipsis) !== 0 : end === words.count && words.trailsOff;
}

/** Follows the moves back from the best cell and puts together the runs of words that match. */
function trace(a: Window, b: Window, columns: number, bestCell: number): readonly number[] {
  let runs = 0;
  let i = Math.floor(bestCell / columns);
  let j = bestCell % columns;
  for (let move = moves[bestCell]; move; move = moves[i * columns + j]) {
    if (move === down) i--;
    else if (move === right) j--;
    else {
      const atA = a.from + i - 1;
      const atB = b.from + j - 1;
      if (a.words.stems[atA] === b.words.stems[atB]) {
        const last = 3 * (runs - 1);
        if (runs > 0 && found[last] === atA + 1 && found[last + 1] === atB + 1) {
          found[last] = atA;
          found[last + 1] = atB;
          found[last + 2] = (found[last + 2] ?? 0) + 1;
        } else {
          found[3 * runs] = atA;
          found[3 * runs + 1] = atB;
          found[3 * runs + 2] = 1;
          runs++;
        }
      }
      i--;
      j--;
    }
  }
  const inOrder: number[] = [];
  for (let k = 3 * (runs - 1); k >= 0; k -= 3) inOrder.push(found[k] ?? 0, found[k + 1] ?? 0, found[k + 2] ?? 0);
  return inOrder;
}

import { flag, type Words } from '../claims/normalize';

/** Two words at the same place of both passages. `same`: the same form; otherwise only the stem is. */
export interface MatchedWords {
  readonly a: number;
  readonly b: number;
  readonly same: boolean;
}

/** The best stretch that two passages have in common, word for word, in order. */
export interface Alignment {
  readonly matches: readonly MatchedWords[];
  /** Sum of the matched words' weights: 1 for a word of matter, a quarter for one of grammar. */
  readonly weight: number;
  /** Matched words of matter. A word inside a proper name counts half: two remarks on one thing share its name. */
  readonly matter: number;
  /** The longest run of matched words without a change, in words. */
  readonly run: number;
}

const matterScore = 8;
const stemScore = 5;
const grammarScore = 3;
const gapCost = -2;
const mismatchCost = -3;

/** Cells of one alignment at the most: 2,000 words against 2,000. Longer passages are compared around what they share. */
const mostCells = 4_000_000;

let scores = new Int32Array(1 << 16);
let moves = new Uint8Array(1 << 16);
/** What it costs to pass over each word of `b`, and to pass over words of `a` right before it. */
let passB = new Int32Array(256);
let openB = new Int32Array(256);

/**
 * Word-level local alignment of two passages (Smith and Waterman 1981, linear gaps). A gap costs nothing where the
 * other side shows it: at an ellipsis, and for words in brackets. Returns null where nothing matches. Takes time in
 * proportion to the product of both lengths, within a fixed bound.
 */
export function align(a: Words, b: Words): Alignment | null {
  const [aFrom, aTo, bFrom, bTo] = bounds(a, b);
  const rows = aTo - aFrom + 1;
  const columns = bTo - bFrom + 1;
  makeRoom(rows * columns, columns);
  prepare(b, bFrom, columns);
  const bestCell = fill(a, b, aFrom, bFrom, rows, columns);
  return bestCell < 0 ? null : trace(a, b, aFrom, bFrom, columns, bestCell);
}

/** A second stretch must be so many words without a change, to be the same remark after a cut and not a stock phrase. */
const chainedRun = 5;

/**
 * Goes on past a cut: where what follows the best stretch, or comes before it, is the same words again in both, the
 * two stretches are one alignment. A local alignment alone gives up over a clause or a sentence left out.
 */
export function alignAcrossCuts(a: Words, b: Words): Alignment | null {
  const best = align(a, b);
  const first = best?.matches[0];
  const last = best?.matches.at(-1);
  if (!best || !first || !last || best.run < chainedRun - 1) return best;
  const head = stretchOf(a, b, 0, first.a, 0, first.b);
  const tail = stretchOf(a, b, last.a + 1, a.count, last.b + 1, b.count);
  if (head.length === 0 && tail.length === 0) return best;
  const matches = [...head, ...best.matches, ...tail];
  return { matches, ...weigh(a, b, matches) };
}

/** The matches of a further stretch between the given words; none where it does not read as one. */
function stretchOf(a: Words, b: Words, aFrom: number, aTo: number, bFrom: number, bTo: number): MatchedWords[] {
  if (Math.min(aTo - aFrom, bTo - bFrom) < chainedRun) return [];
  const found = align(part(a, aFrom, aTo), part(b, bFrom, bTo));
  if (!found || found.run < chainedRun || found.matter < 1) return [];
  return found.matches.map((match) => ({ a: match.a + aFrom, b: match.b + bFrom, same: match.same }));
}

function part(words: Words, from: number, to: number): Words {
  const cut = (list: readonly number[]) => list.slice(from, to);
  const { count, trailsOff } = words;
  return {
    count: to - from,
    words: cut(words.words),
    stems: cut(words.stems),
    flags: cut(words.flags),
    starts: cut(words.starts),
    ends: cut(words.ends),
    trailsOff: to === count && trailsOff,
  };
}

function makeRoom(cells: number, columns: number): void {
  if (cells > scores.length) {
    scores = new Int32Array(cells * 2);
    moves = new Uint8Array(cells * 2);
  }
  if (columns > passB.length) {
    passB = new Int32Array(columns * 2);
    openB = new Int32Array(columns * 2);
  }
}

function prepare(b: Words, bFrom: number, columns: number): void {
  for (let j = 1; j < columns; j++) {
    const bj = bFrom + j - 1;
    passB[j] = flagsOf(b, bj) & flag.bracket ? 0 : gapCost;
    openB[j] = hasEllipsisBefore(b, bj + 1) ? 0 : gapCost;
  }
}

const flagsOf = (words: Words, i: number): number => words.flags[i] ?? 0;

/** Fills the tables row by row and returns the best cell, or -1. This loop is where linking spends its time. */
function fill(a: Words, b: Words, aFrom: number, bFrom: number, rows: number, columns: number): number {
  const table = scores;
  const steps = moves;
  const pass = passB;
  const open = openB;
  const { words: wordsB, stems: stemsB, flags: bitsB } = b;
  table.fill(0, 0, columns);
  steps.fill(0, 0, columns);
  let best = 0;
  let bestCell = -1;
  for (let i = 1; i < rows; i++) {
    const ai = aFrom + i - 1;
    const row = i * columns;
    const wordA = a.words[ai] as number;
    const stemA = a.stems[ai] as number;
    const bits = flagsOf(a, ai);
    const bracketA = bits & flag.bracket;
    const isGrammar = (bits & flag.grammar) !== 0;
    const sameWord = isGrammar ? grammarScore : matterScore;
    const sameStem = isGrammar ? grammarScore : stemScore;
    // Where an ellipsis of `a` stands before its next word, the words that `b` has there are left out openly.
    const openA = hasEllipsisBefore(a, ai + 1);
    table[row] = 0;
    steps[row] = 0;
    let left = 0;
    for (let j = 1; j < columns; j++) {
      const bj = bFrom + j - 1;
      const cell = row + j;
      let score = table[cell - columns - 1] as number;
      if (wordA === wordsB[bj]) score += sameWord;
      else if (stemA === stemsB[bj]) score += sameStem;
      else if (!(bracketA | ((bitsB[bj] as number) & flag.bracket))) score += mismatchCost;
      let move = 1;
      const up = (table[cell - columns] as number) + (bracketA ? 0 : (open[j] as number));
      if (up > score) {
        score = up;
        move = 2;
      }
      left += openA ? 0 : (pass[j] as number);
      if (left > score) {
        score = left;
        move = 3;
      }
      if (score <= 0) {
        score = 0;
        move = 0;
      } else if (score > best) {
        best = score;
        bestCell = cell;
      }
      table[cell] = score;
      steps[cell] = move;
      left = score;
    }
  }
  return bestCell;
}

function hasEllipsisBefore(words: Words, i: number): boolean {
  return i < words.count ? (flagsOf(words, i) & flag.afterEllipsis) !== 0 : words.trailsOff;
}

function trace(a: Words, b: Words, aFrom: number, bFrom: number, columns: number, bestCell: number): Alignment {
  const matches: MatchedWords[] = [];
  let cell = bestCell;
  while (moves[cell] !== 0) {
    const move = moves[cell];
    if (move === 1) {
      const ai = aFrom + Math.floor(cell / columns) - 1;
      const bj = bFrom + (cell % columns) - 1;
      const same = a.words[ai] === b.words[bj];
      if (same || a.stems[ai] === b.stems[bj]) matches.push({ a: ai, b: bj, same });
      cell -= columns + 1;
    } else cell -= move === 2 ? columns : 1;
  }
  matches.reverse();
  return { matches, ...weigh(a, b, matches) };
}

function weigh(a: Words, b: Words, matches: readonly MatchedWords[]): { weight: number; matter: number; run: number } {
  let weight = 0;
  let matter = 0;
  let run = 0;
  let longest = 0;
  let previous: MatchedWords | undefined;
  for (const match of matches) {
    const grammar = ((a.flags[match.a] ?? 0) & flag.grammar) !== 0;
    weight += (grammar ? 0.25 : 1) * (match.same ? 1 : 0.7);
    if (!grammar) matter += isName(a.flags[match.a] ?? 0) && isName(b.flags[match.b] ?? 0) ? 0.5 : 1;
    const goesOn = match.same && previous?.same === true && previous.a + 1 === match.a && previous.b + 1 === match.b;
    run = match.same ? (goesOn ? run + 1 : 1) : 0;
    longest = Math.max(longest, run);
    previous = match;
  }
  return { weight, matter, run: longest };
}

function isName(flags: number): boolean {
  return (flags & (flag.capital | flag.sentenceStart)) === flag.capital;
}

/** The parts of both passages to align: all of them, or windows around the rarest words they share. */
function bounds(a: Words, b: Words): [number, number, number, number] {
  if ((a.count + 1) * (b.count + 1) <= mostCells) return [0, a.count, 0, b.count];
  const [short, long] = a.count <= b.count ? [a, b] : [b, a];
  const width = Math.min(long.count, Math.max(1, Math.floor(mostCells / (short.count + 1)) - 1));
  const known = new Set(short.stems.filter((_, i) => ((short.flags[i] ?? 0) & flag.grammar) === 0));
  const hit = (i: number) => (known.has(long.stems[i] ?? -1) ? 1 : 0);
  let hits = 0;
  let most = -1;
  let from = 0;
  for (let i = 0; i < long.count; i++) {
    hits += hit(i) - (i >= width ? hit(i - width) : 0);
    if (hits > most) {
      most = hits;
      from = Math.max(0, i - width + 1);
    }
  }
  const to = Math.min(long.count, from + width);
  return short === a ? [0, a.count, from, to] : [from, to, 0, b.count];
}

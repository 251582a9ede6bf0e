import { flag, type Words } from '../claims/normalize';
import type { ChangeGravity } from './model';

/** One step between two wordings: word indices in both passages, half-open. */
export interface Step {
  readonly kind: 'same' | 'style' | 'marked' | 'changed';
  readonly aFrom: number;
  readonly aTo: number;
  readonly bFrom: number;
  readonly bTo: number;
  /** What a changed step puts at risk; `style` on a step of style that some desks mind. */
  readonly gravity?: ChangeGravity;
}

/**
 * The steps over two rows of words, the first with the first and so on: the same words, one stem in two forms (changed),
 * or house style.
 */
export function pairedSteps(a: Words, b: Words, atA: number, atB: number, count: number): Step[] {
  const steps: Step[] = [];
  for (let done = 0; done < count;) {
    const kind = kindOf(a, b, atA + done, atB + done);
    const from = done++;
    while (done < count && kindOf(a, b, atA + done, atB + done) === kind) done++;
    const range = { aFrom: atA + from, aTo: atA + done, bFrom: atB + from, bTo: atB + done };
    steps.push(kind === 'style' ? { kind, ...range, gravity: 'style' } : { kind, ...range });
  }
  return steps;
}

/** What two words with one stem are to one another. */
function kindOf(a: Words, b: Words, i: number, j: number): 'same' | 'style' | 'changed' {
  if (a.words[i] !== b.words[j]) return 'changed';
  return writtenDifferently(a, b, i, j) ? 'style' : 'same';
}

/** Whether one word is half of a contraction, or a sign, where the other is written out: "won't", "&". */
function writtenDifferently(a: Words, b: Words, i: number, j: number): boolean {
  return (((a.flags[i] ?? 0) ^ (b.flags[j] ?? 0)) & (flag.contracted | flag.sign)) !== 0;
}

/** The steps before the first matched words, at `atA` and `atB`: what differs there, after what is the same again. */
export function headSteps(a: Words, b: Words, atA: number, atB: number): Step[] {
  const rest = edge(a, b, atA, atB, -1);
  if (!rest) return [];
  let fromA = atA - rest[0];
  let fromB = atB - rest[1];
  const start = { aFrom: fromA, bFrom: fromB };
  while (fromA < atA && fromB < atB && a.words[fromA] === b.words[fromB]) {
    fromA++;
    fromB++;
  }
  return withWords([
    ...pairedSteps(a, b, start.aFrom, start.bFrom, fromA - start.aFrom),
    { kind: 'changed', aFrom: fromA, aTo: atA, bFrom: fromB, bTo: atB },
  ]);
}

/** The steps after the last matched words, at `atA` and `atB`. */
export function tailSteps(a: Words, b: Words, atA: number, atB: number): Step[] {
  const rest = edge(a, b, atA, atB, 1);
  if (!rest) return [];
  const end = { aTo: atA + 1 + rest[0], bTo: atB + 1 + rest[1] };
  let toA = end.aTo;
  let toB = end.bTo;
  while (toA > atA + 1 && toB > atB + 1 && a.words[toA - 1] === b.words[toB - 1]) {
    toA--;
    toB--;
  }
  return withWords([
    { kind: 'changed', aFrom: atA + 1, aTo: toA, bFrom: atB + 1, bTo: toB },
    ...pairedSteps(a, b, toA, toB, end.aTo - toA),
  ]);
}

const withWords = (steps: readonly Step[]): Step[] => steps.filter((s) => s.aTo > s.aFrom || s.bTo > s.bFrom);

/**
 * How many words of either passage beyond the common stretch belong to the sentence it ends in, where both have some:
 * there the two say different things. Null where one of them simply begins or ends there.
 */
function edge(a: Words, b: Words, atA: number, atB: number, direction: 1 | -1): [number, number] | null {
  const restA = sentenceRest(a, atA, direction);
  const restB = sentenceRest(b, atB, direction);
  if (restA === 0 || restB === 0) return null;
  // Words in brackets stand for whatever the other one has there.
  if (inBrackets(a, atA, restA, direction) || inBrackets(b, atB, restB, direction)) return null;
  // One of them begins the sentence anew with a word or two ("It is ...") where the other is in the middle of a long one.
  const [fewer, more] = restA < restB ? [restA, restB] : [restB, restA];
  return fewer <= restart && more >= 3 * restart ? null : [restA, restB];
}

function inBrackets(words: Words, at: number, rest: number, direction: 1 | -1): boolean {
  const from = direction === 1 ? at + 1 : at - rest;
  return bracketed(words, from, from + rest) === rest;
}

/** So many words may stand in for the start of a sentence that the other passage has whole. */
const restart = 2;

function sentenceRest(words: Words, at: number, direction: 1 | -1): number {
  let rest = 0;
  if (direction === -1) {
    for (let i = at; i > 0; i--) {
      if ((words.flags[i] ?? 0) & (flag.sentenceStart | flag.afterEllipsis)) break;
      rest++;
    }
  } else {
    for (let i = at + 1; i < words.count; i++) {
      if ((words.flags[i] ?? 0) & (flag.sentenceStart | flag.afterEllipsis)) break;
      rest++;
    }
  }
  return rest;
}

/** How many of the words from `from` up to, not including, `to` stand in brackets. */
export function bracketed(words: Words, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) if ((words.flags[i] ?? 0) & flag.bracket) count++;
  return count;
}

import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { Step } from './edges';
import { isSmallChange } from './smallWords';
import { changesTense } from './tense';
import type { ChangeGravity } from './model';

/** The gravest first. */
const order = ['number', 'negation', 'name', 'words', 'tense', 'grammar'] as const;

/** Whether a step of the way says another number, another name, or the opposite. */
export const isGrave = ({ gravity }: Step): boolean =>
  gravity === 'number' || gravity === 'negation' || gravity === 'name';

/** A step with what it puts at risk, where it changes something. */
export function graded(a: Words, b: Words, step: Step, vocabulary: Vocabulary): Step {
  return step.kind === 'changed' ? { ...step, gravity: gravityOf(a, b, step, vocabulary) } : step;
}

function gravityOf(a: Words, b: Words, step: Step, vocabulary: Vocabulary): ChangeGravity {
  if (changesNumber(a, b, step)) return 'number';
  if (turnsSense(a, b, step)) return 'negation';
  if (changesName(a, b, step)) return 'name';
  if (changesTense(a, b, step, vocabulary)) return 'tense';
  return isSmallChange(a, b, step, vocabulary) ? 'grammar' : 'words';
}

/** Only a remark that is otherwise nearly the same can be said to have its sense turned round. */
const sureSenseFrom = 0.7;

/** What the gravest of the changes puts at risk; `similarity` is that of the two wordings. */
export function worstOf(changes: readonly Step[], similarity: number): ChangeGravity {
  const found = changes.map(({ gravity = 'words' }) =>
    gravity === 'negation' && similarity < sureSenseFrom ? 'words' : gravity,
  );
  return order.find((gravity) => found.includes(gravity)) ?? 'words';
}

/**
 * Whether a change adds or drops a negation and little else: "not" alone, "never" for "always", "did not go" for "went".
 * A negation inside a longer rewording ("those who do not know" for "those unfamiliar with") says nothing by itself.
 */
function turnsSense(a: Words, b: Words, step: Step): boolean {
  const inA = count(a, step.aFrom, step.aTo, flag.negation) > 0;
  const inB = count(b, step.bFrom, step.bTo, flag.negation) > 0;
  if (inA === inB) return false;
  if (Math.max(step.aTo - step.aFrom, step.bTo - step.bFrom) <= 2) return true;
  const matter = (words: Words, from: number, to: number) => {
    const stems: number[] = [];
    for (let i = from; i < to; i++) if (!((words.flags[i] ?? 0) & flag.grammar)) stems.push(words.stems[i] ?? -1);
    return stems.join(' ');
  };
  return matter(a, step.aFrom, step.aTo) === matter(b, step.bFrom, step.bTo);
}

function count(words: Words, from: number, to: number, bit: number): number {
  let n = 0;
  for (let i = from; i < to; i++) if ((words.flags[i] ?? 0) & bit) n++;
  return n;
}

function changesNumber(a: Words, b: Words, step: Step): boolean {
  const numbers = (words: Words, from: number, to: number) => {
    const found: number[] = [];
    for (let i = from; i < to; i++) if ((words.flags[i] ?? 0) & flag.number) found.push(words.words[i] ?? -1);
    return found.sort((x, y) => x - y);
  };
  const inA = numbers(a, step.aFrom, step.aTo);
  if (inA.length === 0) return false;
  const inB = numbers(b, step.bFrom, step.bTo);
  return inB.length > 0 && (inA.length !== inB.length || inA.some((number, i) => number !== inB[i]));
}

/** Whether one capitalised name stands where the other passage has a different one. */
function changesName(a: Words, b: Words, step: Step): boolean {
  const names = (words: Words, from: number, to: number) => {
    const found: number[] = [];
    for (let i = from; i < to; i++) if (isName(words, i)) found.push(words.stems[i] ?? -1);
    return found;
  };
  const inA = names(a, step.aFrom, step.aTo);
  if (inA.length === 0) return false;
  const inB = names(b, step.bFrom, step.bTo);
  return inB.length > 0 && !inA.some((name) => inB.includes(name));
}

/** Whether a word reads as part of a name: a capital inside a sentence, or at its start before another capital. */
function isName(words: Words, i: number): boolean {
  const bits = words.flags[i] ?? 0;
  if (!(bits & flag.capital) || bits & flag.grammar) return false;
  if (!(bits & flag.sentenceStart)) return true;
  const next = words.flags[i + 1] ?? 0;
  return (next & (flag.capital | flag.sentenceStart | flag.grammar)) === flag.capital;
}

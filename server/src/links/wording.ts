import { flag, type Vocabulary, type Words } from '../claims/normalize';
import type { Alignment } from './align';
import { bracketed, headSteps, pairedSteps, tailSteps, type Step } from './edges';
import { graded, worstOf } from './gravity';
import type { ChangeGravity, QuoteRelation } from './model';

/** How two passages that report the same words differ. */
export interface Comparison {
  readonly steps: readonly Step[];
  readonly relation: Exclude<QuoteRelation, 'reported'>;
  readonly gravity: ChangeGravity;
  /** 0 to 1: matched words over matched and changed ones, over the stretch that both have. */
  readonly similarity: number;
  /** Words that match, and words that differ on the side where more do. */
  readonly matched: number;
  readonly changed: number;
}

/** Below this share of common words, a remark counts as put in other words throughout. */
const renderingBelow = 0.6;
/** A bracket may stand for so many words of the original before the cut is no longer its own explanation. */
const longestBracketed = 12;

/**
 * Says step by step how the wordings differ, what kind of difference it is and what it puts at risk. Words before and
 * after the common stretch count as changed only where both passages are quotes (`asQuotes`) and both have some within
 * the same sentence: a sentence that reports a quote goes on as it likes.
 */
export function compare(
  a: Words,
  b: Words,
  alignment: Alignment,
  vocabulary: Vocabulary,
  asQuotes: boolean,
): Comparison {
  const { runs } = alignment;
  const last = runs.length - 3;
  const [startA = 0, startB = 0] = runs;
  const endA = (runs[last] ?? 0) + (runs[last + 2] ?? 0);
  const endB = (runs[last + 1] ?? 0) + (runs[last + 2] ?? 0);
  if (last === 0 && startA === 0 && startB === 0 && endA === a.count && endB === b.count) {
    const whole = pairedSteps(a, b, 0, 0, endA);
    // The same words, as nearly always where two papers quote one remark.
    if (whole.length === 1 && whole[0]?.kind === 'same') {
      return { steps: whole, relation: 'verbatim', gravity: 'none', similarity: 1, matched: endA, changed: 0 };
    }
  }
  const steps: OpenStep[] = [];
  if (asQuotes) for (const step of headSteps(a, b, startA, startB)) push(steps, step);
  for (let k = 0; k < runs.length; k += 3) {
    const aFrom = runs[k] ?? 0;
    const bFrom = runs[k + 1] ?? 0;
    const before = runs[k - 1] ?? 0;
    const doneA = (runs[k - 3] ?? aFrom) + before;
    const doneB = (runs[k - 2] ?? bFrom) + before;
    if (aFrom > doneA || bFrom > doneB) {
      push(steps, gap(a, b, { aFrom: doneA, aTo: aFrom, bFrom: doneB, bTo: bFrom }, vocabulary));
    }
    for (const step of pairedSteps(a, b, aFrom, bFrom, runs[k + 2] ?? 0)) push(steps, step);
  }
  if (asQuotes) for (const step of tailSteps(a, b, endA - 1, endB - 1)) push(steps, step);
  const settled: OpenStep[] = [];
  for (const step of steps) push(settled, settle(a, b, step, vocabulary));
  return conclude(a, b, settled);
}

/** A step that may still grow. */
type OpenStep = { -readonly [Key in keyof Step]: Step[Key] };

/** Adjacent steps of one kind are one step. */
function push(steps: OpenStep[], step: Step): void {
  const last = steps.at(-1);
  if (last?.kind === step.kind) {
    last.aTo = step.aTo;
    last.bTo = step.bTo;
    if (step.gravity) last.gravity = step.gravity;
  } else steps.push(step);
}

// ---- between two matches ------------------------------------------------------------------------------

function gap(a: Words, b: Words, g: Omit<Step, 'kind'>, vocabulary: Vocabulary): Step {
  const restA = g.aTo - g.aFrom - bracketed(a, g.aFrom, g.aTo);
  const restB = g.bTo - g.bFrom - bracketed(b, g.bFrom, g.bTo);
  const bracketsA = g.aTo - g.aFrom > restA;
  const bracketsB = g.bTo - g.bFrom > restB;
  if (
    restA === 0 &&
    (bracketsA || cutsHere(a, g.aFrom, g.aTo)) &&
    (restB <= longestBracketed || cutsHere(a, g.aFrom, g.aTo))
  ) {
    return { kind: 'marked', ...g };
  }
  if (
    restB === 0 &&
    (bracketsB || cutsHere(b, g.bFrom, g.bTo)) &&
    (restA <= longestBracketed || cutsHere(b, g.bFrom, g.bTo))
  ) {
    return { kind: 'marked', ...g };
  }
  if (cutsHere(a, g.aFrom, g.aTo) && cutsHere(b, g.bFrom, g.bTo)) return { kind: 'marked', ...g };
  if (takesUp(a, g.aFrom, g.aTo, restB) || takesUp(b, g.bFrom, g.bTo, restA)) return { kind: 'marked', ...g };
  return { kind: sameByStyle(a, b, g, vocabulary) ? 'style' : 'changed', ...g };
}

/** So many small words may take up the sentence again after a cut: "... I pledge", "... and the". */
const takenUp = 2;

/** Whether a stretch is an ellipsis and no more than it takes to go on after it, for a longer one on the other side. */
function takesUp(words: Words, from: number, to: number, replaced: number): boolean {
  if (to - from > takenUp || replaced <= takenUp || !cutsHere(words, from, to)) return false;
  for (let i = from; i < to; i++) {
    const bits = words.flags[i] ?? 0;
    if (!(bits & flag.grammar) || bits & (flag.number | flag.negation)) return false;
  }
  return true;
}

/** Whether an ellipsis stands somewhere between the words before `from` and the word at `to`. */
function cutsHere(words: Words, from: number, to: number): boolean {
  for (let i = from; i <= to && i < words.count; i++) if ((words.flags[i] ?? 0) & flag.afterEllipsis) return true;
  return false;
}

/** Whether two stretches are one by house style: "e-mail" and "email", "$8" and "eight dollars", "IE" for its full name. */
function sameByStyle(a: Words, b: Words, g: Omit<Step, 'kind'>, vocabulary: Vocabulary): boolean {
  const [countA, countB] = [g.aTo - g.aFrom, g.bTo - g.bFrom];
  if (countA === 0 || countB === 0) return false;
  // Most stretches are different words and nothing else, which their length tells.
  const isShort = Math.min(countA, countB) === 1 || (countA === countB && countA <= 3);
  if (!isShort && letters(a, g.aFrom, g.aTo, vocabulary) !== letters(b, g.bFrom, g.bTo, vocabulary)) return false;
  const formsA = forms(a, g.aFrom, g.aTo, vocabulary);
  const formsB = forms(b, g.bFrom, g.bTo, vocabulary);
  if (formsA.join('') === formsB.join('')) return true;
  if (formsA.length === formsB.length && formsA.length <= 3 && formsA.some((form) => form.startsWith('#'))) {
    if ([...formsA].sort().join(' ') === [...formsB].sort().join(' ')) return true;
  }
  if (
    formsA.length === 1 &&
    formsB.length === 1 &&
    (mayStandFor(a, g.aFrom, formsA, formsB) || mayStandFor(b, g.bFrom, formsB, formsA))
  ) {
    return true;
  }
  if (formsA.length === 1 && formsB.length === 1 && sameUnmasked(formsA[0] ?? '', formsB[0] ?? '')) return true;
  return standsFor(a, g.aFrom, formsA, formsB) || standsFor(b, g.bFrom, formsB, formsA);
}

/** What the endings 's and 'd are short for, beside the reading that they are given. */
const otherReadings: ReadonlyMap<string, readonly string[]> = new Map([
  ['is', ['has']],
  ["'s", ['is', 'has']],
  ['would', ['had', 'did']],
]);

/** Whether a contracted word may be short for the one that stands written out on the other side: "she's" for "she has". */
function mayStandFor(words: Words, at: number, short: readonly string[], long: readonly string[]): boolean {
  const ending = short[0] ?? '';
  if (ending !== "'s" && !((words.flags[at] ?? 0) & flag.contracted)) return false;
  return otherReadings.get(ending)?.includes(long[0] ?? '') ?? false;
}

/** Whether one is the other with letters masked by asterisks, as desks do with swear words. */
function sameUnmasked(a: string, b: string): boolean {
  const [mask, word] = a.includes('*') ? [a, b] : [b, a];
  const at = mask.indexOf('*');
  if (at < 1) return false;
  const tail = mask.slice(mask.lastIndexOf('*') + 1);
  return word.startsWith(mask.slice(0, at)) && word.endsWith(tail) && word.length >= at + tail.length;
}

function standsFor(words: Words, at: number, short: readonly string[], long: readonly string[]): boolean {
  const acronym = (short[0] ?? '').replaceAll('.', '');
  const capital = ((words.flags[at] ?? 0) & flag.capital) !== 0;
  return short.length === 1 && capital && long.length >= 2 && acronym === long.map((form) => form.charAt(0)).join('');
}

function letters(words: Words, from: number, to: number, vocabulary: Vocabulary): number {
  let all = 0;
  for (let i = from; i < to; i++) all += vocabulary.forms[words.words[i] ?? -1]?.length ?? 0;
  return all;
}

function forms(words: Words, from: number, to: number, vocabulary: Vocabulary): string[] {
  const out: string[] = [];
  for (let i = from; i < to; i++) out.push(vocabulary.forms[words.words[i] ?? -1] ?? '');
  return out;
}

/**
 * What a merged step is: of changes, one of style after all or one that puts something at risk; of style, one that some
 * desks mind or one that nobody does.
 */
function settle(a: Words, b: Words, step: Step, vocabulary: Vocabulary): Step {
  if (step.kind !== 'changed' && step.kind !== 'style') return step;
  if (step.kind === 'changed' && !sameByStyle(a, b, step, vocabulary)) return graded(a, b, step, vocabulary);
  return step.gravity || isWrittenOut(a, b, step, vocabulary)
    ? { ...step, kind: 'style', gravity: 'style' }
    : { ...step, kind: 'style' };
}

// ---- what it amounts to -----------------------------------------------------------------------------------

function conclude(a: Words, b: Words, steps: readonly Step[]): Comparison {
  const changes = steps.filter((step) => step.kind === 'changed');
  const loud = changes.filter((step) => !inParentheses(a, b, step));
  let changed = 0;
  for (const step of loud) changed += costOf(step);
  let matched = 0;
  for (const step of steps) if (step.kind === 'same' || step.kind === 'style') matched += step.aTo - step.aFrom;
  const similarity = matched + changed === 0 ? 0 : matched / (matched + changed);
  const relation = changes.length > 0 ? 'altered' : coversBoth(a, b, steps) ? 'verbatim' : 'excerpt';
  let gravity: ChangeGravity = 'none';
  if (loud.length > 0) gravity = similarity < renderingBelow ? 'rendering' : worstOf(loud, similarity);
  else if (changes.length > 0 || steps.some((step) => step.gravity === 'style')) gravity = 'style';
  return { steps, relation, gravity, similarity, matched, changed };
}

/** Words left out are one change however many they are, and make no other wording of what is left. */
const longestDrop = 4;

function costOf(step: Step): number {
  const inA = step.aTo - step.aFrom;
  const inB = step.bTo - step.bFrom;
  return Math.min(inA, inB) === 0 ? Math.min(longestDrop, inA + inB) : Math.max(inA, inB);
}

function inParentheses(a: Words, b: Words, step: Step): boolean {
  const all = (words: Words, from: number, to: number) => {
    for (let i = from; i < to; i++) if (!((words.flags[i] ?? 0) & flag.paren)) return false;
    return to > from;
  };
  return (
    (step.bFrom === step.bTo && all(a, step.aFrom, step.aTo)) ||
    (step.aFrom === step.aTo && all(b, step.bFrom, step.bTo))
  );
}

/** Whether a step of style is more than a way of spelling: an acronym or a contraction written out, not "e-mail". */
function isWrittenOut(a: Words, b: Words, step: Step, vocabulary: Vocabulary): boolean {
  const formsA = forms(a, step.aFrom, step.aTo, vocabulary);
  const formsB = forms(b, step.bFrom, step.bTo, vocabulary);
  if (formsA.length === formsB.length) {
    return mayStandFor(a, step.aFrom, formsA, formsB) || mayStandFor(b, step.bFrom, formsB, formsA);
  }
  return formsA.join('') !== formsB.join('');
}

function coversBoth(a: Words, b: Words, steps: readonly Step[]): boolean {
  const first = steps[0];
  const last = steps.at(-1);
  if (!first || !last || steps.some((step) => step.kind === 'marked')) return false;
  return first.aFrom === 0 && first.bFrom === 0 && last.aTo === a.count && last.bTo === b.count;
}

import type { Vocabulary, Words } from '../claims/normalize';
import type { Step } from './edges';

/**
 * Words that come and go between two takes of one remark and leave its sense: articles, the commonest prepositions and
 * conjunctions, forms of be, have and do, fillers. No pronoun, no quantity, no modal, no negation.
 */
const small = new Set(
  `a an the any this that these those of in on at to for by as into onto upon with about and or but so then now well
    also just too who which whom there here oh yes am is are was were be been being has have do does 's`.split(/\s+/),
);

/** So many words may differ in one place. */
const mostWords = 3;

/** Whether a changed step swaps, adds or drops small words alone. */
export function isSmallChange(a: Words, b: Words, step: Step, vocabulary: Vocabulary): boolean {
  return isSmall(a, step.aFrom, step.aTo, vocabulary) && isSmall(b, step.bFrom, step.bTo, vocabulary);
}

function isSmall(words: Words, from: number, to: number, vocabulary: Vocabulary): boolean {
  if (to - from > mostWords) return false;
  for (let i = from; i < to; i++) if (!small.has(vocabulary.forms[words.words[i] ?? -1] ?? '')) return false;
  return true;
}

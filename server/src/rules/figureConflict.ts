import type { Rule } from './rule';

/**
 * `figure-conflict`: the same thing counted, by the same claimant, for the same time, with values that can't both be true.
 */
export const figureConflict: Rule = {
  code: 'figure-conflict',
  defaultLevel: 'graded',
  check: () => [],
};

import type { Rule } from './rule';

/** `date-conflict`: a weekday that isn't that date's, or one event on two dates. */
export const dateConflict: Rule = {
  code: 'date-conflict',
  defaultLevel: 'warning',
  check: () => [],
};

import type { Config, Severity } from '../core/config';
import type { Steps } from '../core/steps';
import { dateConflict } from './dateConflict';
import { figureConflict } from './figureConflict';
import { nameVariant } from './nameVariant';
import { quoteAltered } from './quoteAltered';
import { quoteMarks } from './quoteMarks';
import { quoteMisattributed } from './quoteMisattributed';
import { quoteUnsourced } from './quoteUnsourced';
import type { Problem, Rule, RuleContext } from './rule';

/** All rules, in the order in which their problems are listed where two begin at the same place. */
export const rules: readonly Rule[] = [
  quoteAltered,
  quoteMisattributed,
  quoteMarks,
  figureConflict,
  dateConflict,
  nameVariant,
  quoteUnsourced,
];

/** Runs the rules that the settings leave on, some at each step. Problems come in the order of `start`. */
export function* checkAll(context: RuleContext, config: Config): Steps<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const rule of rules) {
    const level = config.rules[rule.code];
    if (level === 'off') continue;
    for (const problem of rule.check(context)) {
      problems.push(level === 'default' ? problem : { ...problem, severity: atLevel(problem.severity, level) });
      yield;
    }
    yield;
  }
  return problems.sort((a, b) => a.start - b.start);
}

/** A setting replaces a rule's own grade; what the rule itself only hints at stays a hint. */
function atLevel(graded: Severity, level: Severity): Severity {
  return graded === 'hint' ? 'hint' : level;
}

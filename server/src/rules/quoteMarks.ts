import * as l10n from '@vscode/l10n';
import type { MarkFault } from '../claims/model';
import type { Problem, Rule } from './rule';

/** When so many quotes of one article open and close alike, it is that file's way and one notice is enough. */
const habitFrom = 4;

/**
 * `quote-marks`: a quotation mark never opened or never closed, or two that don't belong together. Silent on the
 * paragraphs of one long quote, feet and inches, apostrophes; the scanner has told these apart.
 */
export const quoteMarks: Rule = {
  code: 'quote-marks',
  defaultLevel: 'warning',
  check({ claims }) {
    const problems: Problem[] = [];
    const mixed = new Map<string, MarkFault[]>();
    for (const fault of claims.faults) {
      if (fault.kind === 'mixed') {
        const key = fault.open + fault.close;
        mixed.set(key, [...(mixed.get(key) ?? []), fault]);
      } else problems.push(problem(fault, messageOf(fault)));
    }
    for (const faults of mixed.values()) {
      const [first] = faults;
      if (first && faults.length >= habitFrom) {
        problems.push(
          problem(first, `${messageOf(first)} ${l10n.t('So do {0} other quotes in this file.', faults.length - 1)}`),
        );
      } else for (const fault of faults) problems.push(problem(fault, messageOf(fault)));
    }
    return problems.sort((a, b) => a.start - b.start);
  },
};

function problem(fault: MarkFault, message: string): Problem {
  return { code: 'quote-marks', severity: 'warning', start: fault.start, end: fault.end, message, related: [] };
}

function messageOf(fault: MarkFault): string {
  switch (fault.kind) {
    case 'unclosed':
      return l10n.t('This quote is never closed: it opens with {0}.', fault.open);
    case 'unopened':
      return l10n.t('This quote is never opened: it closes with {0}.', fault.close);
    case 'mixed':
      return l10n.t('Opens {0} and closes {1}.', fault.open, fault.close);
  }
}

import type { ArticleId } from '../../core/article';
import { severities, type Severity } from '../../core/config';
import type { Acceptance } from '../../core/desk';
import { overlaps } from '../../core/span';
import type { SheetProblem } from '../../protocol/stories';
import type { Problem } from '../../rules/rule';
import type { Place } from '../lookup';
import { createGroups } from './groups';

export type PlacedProblem = SheetProblem<Place>;

/** A problem of an article as the sheet has it. */
export function toSheetProblem(articleId: ArticleId, problem: Problem, accepted: Acceptance | null): PlacedProblem {
  const { code, severity, message, start, end } = problem;
  return {
    code,
    severity,
    message,
    place: { articleId, start, end },
    related: problem.related.map((other) => ({
      place: { articleId: other.articleId, start: other.start, end: other.end },
      message: other.message,
    })),
    accepted: accepted && { reason: accepted.reason, by: accepted.by, at: accepted.at },
  };
}

/** What a problem is about: a row of quotes or figures, or something else that stands in no row. */
export function subjectOf({ code }: PlacedProblem): 'quote' | 'figure' | 'other' {
  if (code === 'quote-marks') return 'other';
  if (code.startsWith('quote-')) return 'quote';
  return code === 'figure-conflict' || code === 'date-conflict' ? 'figure' : 'other';
}

/** The gravest of the open problems; null where none is open. */
export function gravest(problems: Iterable<PlacedProblem>): Severity | null {
  let worst: number = severities.length;
  for (const { accepted, severity } of problems) {
    if (accepted === null) worst = Math.min(worst, severities.indexOf(severity));
  }
  return severities[worst] ?? null;
}

/** Whether an open problem of that grade counts as a conflict. */
export const isConflict = (severity: Severity | null): boolean => severity === 'error' || severity === 'warning';

/** Counts disagreements, each once though all its sides carry it. */
export function disagreements(problems: readonly PlacedProblem[]): {
  readonly conflicts: number;
  readonly accepted: number;
  readonly worst: Severity | null;
} {
  const sides = bySide(problems);
  let conflicts = 0;
  let accepted = 0;
  for (const side of sides) {
    if (isConflict(gravest(side))) conflicts++;
    if (side.every((problem) => problem.accepted !== null)) accepted++;
  }
  return { conflicts, accepted, worst: gravest(problems) };
}

/** The problems by disagreement: those that are each other's other sides are one. In the order of the first of each. */
export function bySide(problems: readonly PlacedProblem[]): readonly (readonly PlacedProblem[])[] {
  const byPlace = new Map<string, number[]>();
  const keyOf = (code: string, articleId: ArticleId) => `${code} ${articleId}`;
  problems.forEach(({ code, place }, i) => {
    const key = keyOf(code, place.articleId);
    const known = byPlace.get(key);
    if (known) known.push(i);
    else byPlace.set(key, [i]);
  });
  const groups = createGroups(problems.length);
  problems.forEach(({ code, related }, i) => {
    for (const { place } of related) {
      for (const other of byPlace.get(keyOf(code, place.articleId)) ?? []) {
        const there = problems[other];
        if (there && overlaps(there.place, place)) groups.join(i, other);
      }
    }
  });
  return groups.all().map((group) => group.flatMap((i) => problems[i] ?? []));
}

import { verbsOf } from './claims/tagger';

export type { AcceptedProblem } from './desk/articleProblems';
export { createAnalysisHost } from './analysis/host';
export { takenOver, type Handover } from './analysis/handover';
export { readSaved, type Saved } from './analysis/saved';
export type { AnalysedArticle, Analysis, AnalysisCopy, AnalysisHost, HostOptions } from './analysis/model';

/** Loads what is otherwise loaded when first needed (a third of a second, once a process). */
export function warmUp(): void {
  verbsOf('he said');
}

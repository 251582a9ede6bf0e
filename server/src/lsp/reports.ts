import type { Diagnostic, Location } from 'vscode-languageserver';
import { DiagnosticSeverity } from 'vscode-languageserver';
import type { Analysis } from '../analysis';
import type { Article, ArticleId } from '../core/article';
import type { Severity } from '../core/config';
import type { DiagnosticData } from '../protocol';
import type { Problem } from '../rules/rule';
import type { ClientProfile } from './clientProfile';
import { toLocation, toRange } from './convert';
import { resultIdOf } from './resultId';

/** An article's diagnostics as they go over the wire. */
export interface Report {
  /** The same for the same diagnostics. */
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** Makes reports, and keeps what tells one from another while nothing in it has changed. */
export interface Reports {
  of(analysis: Analysis, id: ArticleId): Report;
  /** The report's result id alone: of an article that has not changed it is known without making the report anew. */
  resultIdOf(analysis: Analysis, id: ArticleId): string;
  /** The diagnostic of one of the article's problems; none where the problem is not among those that are shown. */
  diagnosticsOf(analysis: Analysis, id: ArticleId, problem: Problem): Diagnostic[];
  /** Lets all go: the client spells a document's URI in another way, other problems are shown, revisions begin anew. */
  clear(): void;
}

/** The report of an article without problems, and of what is no article. */
export const emptyReport: Report = { resultId: 'none', items: [] };

/** So many reports are kept whole, the last ones asked for: of a folder's thousands the result ids will do. */
const mostWhole = 64;

/**
 * @param shownOf the problems of an article that are shown, of those that it has.
 */
export function createReports(
  profile: ClientProfile,
  uriOf: (id: ArticleId) => string,
  shownOf: (problems: readonly Problem[]) => readonly Problem[],
): Reports {
  /** The result ids as of `revision`. */
  const resultIds = new Map<ArticleId, string>();
  const whole = new Map<ArticleId, Report>();
  let revision = -1;

  function make(analysis: Analysis, article: Article, problems: readonly Problem[]): Report {
    const items = problems.map((problem) => toDiagnostic(analysis, article, problem));
    return { resultId: resultIdOf(JSON.stringify(items)), items };
  }

  function toDiagnostic(analysis: Analysis, article: Article, problem: Problem): Diagnostic {
    const related: { location: Location; message: string }[] = [];
    for (const passage of problem.related) {
      const location = toLocation(analysis, uriOf, passage.articleId, passage);
      if (location) related.push({ location, message: passage.message });
    }
    const data: DiagnosticData = { code: problem.code, related: related.map(({ location }) => location) };
    return {
      range: toRange(article, problem),
      severity: toSeverity(problem.severity),
      code: problem.code,
      source: 'second-source',
      message: problem.message,
      ...(profile.relatedInformation && related.length > 0 ? { relatedInformation: related } : {}),
      ...(profile.diagnosticData ? { data } : {}),
    };
  }

  /** Lets go of what no longer holds. Returns whether what is kept is of this analysis; an older one has no part in it. */
  function catchUp(analysis: Analysis): boolean {
    if (analysis.revision === revision) return true;
    if (analysis.revision < revision) return false;
    const changed = analysis.changedSince(revision);
    revision = analysis.revision;
    if (changed) {
      for (const id of changed) {
        resultIds.delete(id);
        whole.delete(id);
      }
    } else empty();
    return true;
  }

  function empty(): void {
    resultIds.clear();
    whole.clear();
  }

  function of(analysis: Analysis, id: ArticleId): Report {
    const keeps = catchUp(analysis);
    const known = keeps ? whole.get(id) : undefined;
    if (known) return known;
    const article = analysis.get(id)?.article;
    const problems = article ? shownOf(analysis.problems(id)) : [];
    const report = article && problems.length > 0 ? make(analysis, article, problems) : emptyReport;
    if (!keeps) return report;
    if (article) resultIds.set(id, report.resultId);
    if (report !== emptyReport) {
      whole.set(id, report);
      if (whole.size > mostWhole) for (const first of whole.keys()) if (whole.size > mostWhole) whole.delete(first);
    }
    return report;
  }

  return {
    of,
    diagnosticsOf(analysis, id, problem) {
      const place = shownOf(analysis.problems(id)).indexOf(problem);
      return place < 0 ? [] : of(analysis, id).items.slice(place, place + 1);
    },
    resultIdOf: (analysis, id) => (catchUp(analysis) ? resultIds.get(id) : undefined) ?? of(analysis, id).resultId,
    clear() {
      empty();
      revision = -1;
    },
  };
}

export function toSeverity(severity: Severity): DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return DiagnosticSeverity.Error;
    case 'warning':
      return DiagnosticSeverity.Warning;
    case 'information':
      return DiagnosticSeverity.Information;
    case 'hint':
      return DiagnosticSeverity.Hint;
  }
}

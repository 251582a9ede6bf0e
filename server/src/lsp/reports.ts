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

/** Makes reports, and keeps each while nothing in it has changed. */
export interface Reports {
  of(analysis: Analysis, id: ArticleId): Report;
  /** Lets all go: the client spells a document's URI in another way, or the document is gone. */
  clear(): void;
}

/** The report of an article without problems, and of what is no article. */
export const emptyReport: Report = { resultId: 'none', items: [] };

interface Kept {
  /** The analysis makes new ones when the article, or one that it disagrees with, has changed. */
  readonly problems: readonly Problem[];
  readonly report: Report;
}

export function createReports(profile: ClientProfile, uriOf: (id: ArticleId) => string): Reports {
  const kept = new Map<ArticleId, Kept>();

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

  return {
    of(analysis, id) {
      const article = analysis.get(id)?.article;
      const problems = article ? analysis.problems(id) : [];
      if (!article || problems.length === 0) {
        kept.delete(id);
        return emptyReport;
      }
      const before = kept.get(id);
      if (before?.problems === problems) return before.report;
      const report = make(analysis, article, problems);
      kept.set(id, { problems, report });
      return report;
    },
    clear: () => kept.clear(),
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

import type { Analysis } from '../analysis';
import type { ReportFormat } from '../protocol/reports';
import { csvReport } from './csv';
import { htmlReport } from './html';
import { jsonReport } from './json';
import { markdownReport } from './markdown';
import type { ReportOptions } from './options';
import { sarifReport } from './sarif';

/** A report as the text of its file. The same analysis and options give the same text. Never throws. */
export function makeReport(format: ReportFormat, analysis: Analysis, options: ReportOptions): string {
  switch (format) {
    case 'json':
      return jsonReport(analysis, options.pathOf);
    case 'sarif':
      return sarifReport(analysis, options);
    case 'csv':
      return csvReport(analysis, options);
    case 'markdown':
      return markdownReport(analysis, options);
    case 'html':
      return htmlReport(analysis, options);
  }
}

import type { Analysis } from '../analysis';
import type { ArticleId } from '../core/article';
import {
  reportEndings,
  reportFormats,
  reportMethod,
  type ReportFormat,
  type ReportParams,
  type ReportResult,
} from '../protocol/reports';
import { makeReport } from '../reports/make';
import { storyScope } from '../reports/scope';
import { cancelled, guarded } from './dispatch';
import type { HandlerParts } from './handlers';
import { createBreather } from './turn';

/** The version as the build writes it in. */
const version = process.env.SECOND_SOURCE_VERSION ?? 'development';

/** Reports for the client to save. */
export function registerReports({ connection, host, logger }: HandlerParts): void {
  connection.onRequest(
    reportMethod,
    guarded<ReportParams, ReportResult>(logger, reportMethod, null, async ({ format, story, date }, token) => {
      if (!isFormat(format)) return null;
      const all = host.snapshot();
      const analysis = typeof story === 'string' ? storyScope(all, story) : all;
      if (typeof story === 'string' && analysis.ids.length === 0) return null;
      // Problems are worked out when first asked for: in slices, so that an edit doesn't wait for them.
      const breathe = createBreather();
      for (const id of analysis.ids) {
        await breathe();
        if (token.isCancellationRequested) return cancelled;
        analysis.problems(id);
      }
      const text = makeReport(format, analysis, {
        pathOf: pathsOf(analysis),
        version,
        date: typeof date === 'string' ? date : '',
      });
      return {
        text,
        suggestedName: `${nameOf(analysis, story)}${reportEndings[format]}`,
        articles: analysis.ids.length,
      };
    }),
  );
}

const isFormat = (format: unknown): format is ReportFormat => reportFormats.some((one) => one === format);

/** Articles by their names, which are paths in the folder; an article outside of it is named by all that is known of its place. */
function pathsOf(analysis: Analysis): (id: ArticleId) => string {
  return (id) => analysis.get(id)?.article.name ?? id;
}

/** A plain file name: of one story by its articles' day, where they give one. */
function nameOf(analysis: Analysis, story: string | null | undefined): string {
  const [first] = analysis.ids;
  const day = typeof story === 'string' && first !== undefined ? analysis.storyOf(first)?.date : null;
  return ['second-source', typeof story === 'string' ? story.replace(/\W/g, '') : '', day ?? '']
    .filter((part) => part !== '')
    .join('-');
}

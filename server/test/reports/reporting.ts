import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { createDesk } from '../../src/desk/createDesk';
import { differencesOf } from '../../src/desk/passageText';
import type { AcceptedDifference } from '../../src/protocol/desk';
import type { ReportFormat } from '../../src/protocol/reports';
import { makeReport } from '../../src/reports/make';
import type { ReportOptions } from '../../src/reports/options';
import { parseFiles } from '../support/marked';

/** Two files on one event that differ in a word and in a number. */
export const mill = `
=== herald.txt
COLD ASHBY, 4 May 2025 - The mill at Cold Ashby is open again after forty years, and 300 people came to see the wheel turn.

“I am not going to sell the wheel to anybody from the city,” Abel Thorne said on Sunday.
=== wire.txt
COLD ASHBY, 4 May 2025 - The mill at Cold Ashby is open again after forty years, and 800 people came to see the wheel turn.

“I am going to sell the wheel to anybody from the city,” Abel Thorne said on Sunday.
`;

/** Articles in the test notation, or by their names, analysed as both doors do it. */
export function analysed(
  articles: string | Readonly<Record<string, string>>,
  desk: { readonly accepted?: readonly AcceptedDifference[]; readonly sources?: readonly string[] } = {},
): Analysis {
  const host = createAnalysisHost();
  host.setDesk(createDesk([{ file: { version: 1, ...desk }, nameIn: ({ name }) => name }]));
  const texts =
    typeof articles === 'string'
      ? [...parseFiles(articles)].map(([name, { text }]) => [name, text] as const)
      : Object.entries(articles);
  for (const [name, text] of texts) host.set({ id: name, name, text });
  return host.snapshot();
}

export function report(format: ReportFormat, analysis: Analysis, options: Partial<ReportOptions> = {}): string {
  return makeReport(format, analysis, {
    pathOf: (id) => id,
    version: '1.2.3',
    date: '2025-05-04T21:40:00.000Z',
    ...options,
  });
}

/** All differences of an analysis as they would be written down to be accepted. */
export const acceptAll = (analysis: Analysis, reason: string): readonly AcceptedDifference[] =>
  analysis.ids.flatMap((id) =>
    analysis.problems(id).flatMap((problem) =>
      differencesOf(id, problem, (other) => analysis.get(other)).map((passages) => ({
        code: problem.code,
        passages: passages.map(({ articleId, text }) => ({ file: articleId, text })),
        reason,
        by: 'Ada Quill',
        at: '2025-05-04T21:30:00Z',
      })),
    ),
  );

import * as assert from 'node:assert';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Analysis, createAnalysisHost } from '../../src/analysis';
import { overlaps } from '../../src/core/span';
import { createDesk } from '../../src/desk/createDesk';
import { deskFileName, parseDeskFile } from '../../src/desk/deskFile';

/** The list of what must be found: in the folder of a rule, beside the one that a demo opens. */
const expectedFor = (folder: string): string =>
  folder === 'newsroom' ? 'newsroom.expected.json' : join(folder, 'expected.json');

/** One problem as the list tells it. */
interface ExpectedProblem {
  readonly path: string;
  /** Words that stand once in the article and that the problem's span touches. */
  readonly text: string;
  readonly code: string;
  readonly severity: string;
  /** The files of the passages on the other side, in order, each once. */
  readonly related: readonly string[];
}

const fixtures = join(__dirname, '../../../../test-fixtures');

const folders = [
  'newsroom',
  'problems/quote-altered',
  'problems/quote-misattributed',
  'problems/quote-marks',
  'problems/figure-conflict',
  'problems/date-conflict',
  'problems/name-variant',
  'problems/quote-unsourced',
];

for (const folder of folders) {
  describe(`the problems of test-fixtures/${folder}`, () => {
    const analysis = analyse(join(fixtures, folder));
    const { problems: expected } = JSON.parse(readFileSync(join(fixtures, expectedFor(folder)), 'utf8')) as {
      problems: readonly ExpectedProblem[];
    };

    for (const path of analysis.ids) {
      it(`are those expected in ${path}, and no others`, () => {
        assert.deepStrictEqual(
          found(analysis, path, expected),
          expected.filter((problem) => problem.path === path),
        );
      });
    }

    it('are expected in files that are there', () => {
      const unknown = expected.filter(({ path }) => !analysis.ids.includes(path));
      assert.deepStrictEqual(unknown, []);
    });
  });
}

function analyse(folder: string): Analysis {
  const host = createAnalysisHost();
  for (const name of readdirSync(folder).sort()) {
    if (/\.(?:txt|md)$/.test(name)) host.set({ id: name, name, text: readFileSync(join(folder, name), 'utf8') });
  }
  const declared = join(folder, deskFileName);
  if (existsSync(declared)) {
    const { file, faults } = parseDeskFile(readFileSync(declared, 'utf8'));
    assert.deepEqual(faults, []);
    host.setDesk(createDesk([{ file, nameIn: ({ name }) => name }]));
  }
  return host.snapshot();
}

/** The article's problems in the form of expected.json; a problem that meets no expected words is told in its own. */
function found(analysis: Analysis, path: string, expected: readonly ExpectedProblem[]): readonly ExpectedProblem[] {
  const text = analysis.get(path)?.article.text ?? '';
  return analysis.problems(path).map((problem) => {
    const match = expected.find(({ path: file, text: words, code }) => {
      const at = text.indexOf(words);
      return (
        file === path && code === problem.code && at >= 0 && overlaps(problem, { start: at, end: at + words.length })
      );
    });
    return {
      path,
      text: match?.text ?? text.slice(problem.start, problem.end),
      code: problem.code,
      severity: problem.severity,
      related: [...new Set(problem.related.map(({ articleId }) => articleId))].sort(),
    };
  });
}

import assert from 'node:assert/strict';
import type { Report } from '../../src/reports/jsonForm';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

const lead = 'The mill at Cold Ashby is open again after forty years, and Abel Thorne has the key.';
const said = (words: string) =>
  `${lead}\n\n“I am ${words} to sell the wheel to anybody from the city,” Abel Thorne said.\n`;
const story = {
  'transcript.txt': said('not going'),
  'herald.txt': said('not going'),
  'wire.txt': said('going'),
};
const declaring = (declared: object) => JSON.stringify({ version: 1, ...declared });
const passage = (words: string) => ({
  file: 'any.txt',
  text: `I am ${words} to sell the wheel to anybody from the city,`,
});
const accepted = [
  {
    code: 'quote-altered',
    passages: [passage('going'), passage('not going')],
    reason: 'Heard both ways.',
    by: 'Ines',
    at: '2026-03-02',
  },
];

describe('second-source check with declared sources', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  const check = (...args: readonly string[]) => secondSource(folder.path, ['check', ...args]);
  const report = async (...args: readonly string[]) => {
    const run = await check('--format', 'json', ...args);
    return { ...run, report: JSON.parse(run.stdout) as Report };
  };
  const problemsOf = ({ problems }: Report) => problems.map(({ path, message }) => `${path}: ${message}`);

  const againstTranscript =
    'wire.txt: “not” is missing here: “I am not going to sell the wheel to anybody from the city” in the source transcript.txt.';

  it('reads the file of the folder that it is given', async () => {
    folder.write({ ...story, '.second-source.json': declaring({ sources: ['transcript.txt'] }) });
    const { report: found, code, stderr } = await report('.');
    assert.deepEqual(problemsOf(found), [againstTranscript]);
    assert.deepEqual(
      found.articles.map(({ path, source }) => [path, source]),
      [
        ['herald.txt', false],
        ['transcript.txt', true],
        ['wire.txt', false],
      ],
    );
    assert.deepEqual([code, stderr], [1, '']);
  });

  it('reads that of the current folder for files below it', async () => {
    folder.write({ ...story, '.second-source.json': declaring({ sources: ['transcript.txt'] }) });
    const { report: found } = await report('wire.txt', 'transcript.txt');
    assert.deepEqual(problemsOf(found), [againstTranscript]);
  });

  it('takes sources from --source, which may be repeated', async () => {
    folder.write(story);
    assert.deepEqual(problemsOf((await report('--source', 'transcript.txt', '.')).report), [againstTranscript]);
    const both = await report('--source', 'none.txt', '--source', 'trans*', '.');
    assert.deepEqual(problemsOf(both.report), [againstTranscript]);
  });

  it('says so where --source finds nothing, and refuses what leads out of the folder', async () => {
    folder.write(story);
    const { stderr, code } = await check('--source', 'minutes.txt', '.');
    assert.match(stderr, /^second-source: No article is a source: none is called “minutes\.txt”\.$/m);
    assert.equal(code, 1);
    const refused = await check('--source', '../x.txt', '.');
    assert.match(refused.stderr, /--source “\.\.\/x\.txt” must not lead out of the folder with “\.\.”\./);
    assert.deepEqual([refused.code, refused.stdout], [2, '']);
  });

  it('leaves accepted differences out, counts them, and lists them in the report', async () => {
    folder.write({ ...story, '.second-source.json': declaring({ accepted }) });
    const { report: found, code } = await report('.');
    assert.deepEqual([found.problems, code], [[], 0]);
    assert.deepEqual(
      found.accepted.map(({ path, reason, by, at, severity }) => [path, reason, by, at, severity]),
      ['herald.txt', 'transcript.txt', 'wire.txt'].map((path) => [
        path,
        'Heard both ways.',
        'Ines',
        '2026-03-02',
        'error',
      ]),
    );
    const { stdout } = await check('.');
    assert.match(stdout, /^No problems; .*\n1 accepted difference is not shown\.\n$/);
  });

  it('reports a difference again once a text has changed', async () => {
    folder.write({ ...story, 'wire.txt': said('eager'), '.second-source.json': declaring({ accepted }) });
    const { report: found, code } = await report('.');
    assert.equal(found.accepted.length, 0);
    assert.equal(code, 1);
  });

  it('names what is wrong with the file and uses the rest', async () => {
    folder.write({ ...story, '.second-source.json': '{ "version": 1, "sources": ["transcript.txt", 7], }' });
    const { stderr, report: found } = await report('.');
    assert.match(stderr, /\.second-source\.json in .*: Source 2 must be the name of a file or a file pattern\.\n$/);
    assert.deepEqual(problemsOf(found), [againstTranscript]);
  });

  it('reports quotes that no source has', async () => {
    folder.write({
      ...story,
      'wire.txt': `${story['wire.txt']}\n“The stones were cut in my grandfather's time,” Abel Thorne said.\n`,
    });
    const { stdout } = await check('--source', 'transcript.txt', '.');
    assert.match(
      stdout,
      /warning: No source has this quote: “The stones were cut in my grandfather's time” is not in transcript\.txt\. \(quote-unsourced\)/,
    );
  });
});

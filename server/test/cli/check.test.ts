import assert from 'node:assert/strict';
import type { Report } from '../../src/reports/jsonForm';
import { wireCopy } from '../support/copiedStory';
import { parseFiles } from '../support/marked';
import { useTempFolder } from '../support/tempFolder';
import { buildCommandLine, secondSource } from './commandLine';

const disagreement = `
=== herald.txt
The mill at Cold Ashby is open again after forty years.

“⟦I am not going to sell the wheel to anybody from the city⟧,” ⟦Abel Thorne⟧ said on Sunday.
=== wire.txt
COLD ASHBY (Northern Wire) - The mill at Cold Ashby is open again.

"⟦I am going to sell the wheel to anybody from the city⟧," ⟦Abel Thorne⟧ said.
`;

const agreement = `
=== herald.txt
The mill at Cold Ashby is open again after forty years.

“I am not going to sell the wheel to anybody from the city,” Abel Thorne said on Sunday.
=== wire.txt
COLD ASHBY (Northern Wire) - The mill at Cold Ashby is open again.

"I am not going to sell the wheel to anybody from the city," Abel Thorne said.
`;

describe('second-source check', function () {
  this.timeout(20_000);
  before(buildCommandLine);
  const folder = useTempFolder();

  function write(source: string) {
    const files = parseFiles(source);
    folder.write(Object.fromEntries([...files].map(([name, { text }]) => [name, text])));
    return files;
  }

  const check = (...args: readonly string[]) => secondSource(folder.path, ['check', ...args]);

  it('prints the report in the form of its version', async () => {
    const files = write(disagreement);
    const { stdout, stderr, code } = await check('--format', 'json', '.');
    const report = JSON.parse(stdout) as Report;
    const passages = ['herald.txt', 'wire.txt'].map((path) => {
      const [quote, speaker] = files.get(path)?.marks ?? [];
      assert.ok(quote && speaker);
      return { path, quote, speaker };
    });
    const [herald, wire] = passages;
    assert.ok(herald && wire);

    for (const article of report.articles)
      assert.deepEqual(Object.keys(article), ['path', 'story', 'source', 'quotes', 'figures']);
    assert.deepEqual(Object.keys(report), ['version', 'articles', 'links', 'problems', 'accepted', 'copies']);
    assert.equal(report.version, 1);
    assert.deepEqual(
      report.articles.map(({ path, quotes }) => ({ path, quotes })),
      passages.map(({ path, quote, speaker }) => ({
        path,
        quotes: [
          {
            id: `${path}#q0`,
            start: quote.start,
            end: quote.end + 1, // the comma before the closing mark
            text: `${quote.text},`,
            kind: 'direct',
            speaker: { name: 'Abel Thorne', start: speaker.start, end: speaker.end },
          },
        ],
      })),
    );

    assert.equal(report.links.length, 1, 'a link stands once, not once a direction');
    const [link] = report.links;
    assert.ok(link);
    assert.deepEqual(Object.keys(link), ['from', 'to', 'relation', 'similarity', 'tentative']);
    assert.equal(link.tentative, false);
    assert.deepEqual(Object.keys(link.from), ['id', 'path', 'start', 'end']);
    assert.deepEqual([link.from.id, link.to.id, link.relation], ['herald.txt#q0', 'wire.txt#q0', 'altered']);
    assert.ok(link.similarity > 0.8 && link.similarity < 1);

    assert.equal(report.problems.length, 2, 'both sides carry the problem');
    report.problems.forEach((problem, i) => {
      const [here, there] = i === 0 ? [herald, wire] : [wire, herald];
      assert.deepEqual(Object.keys(problem), ['code', 'severity', 'path', 'start', 'end', 'message', 'related']);
      assert.deepEqual([problem.code, problem.severity, problem.path], ['quote-altered', 'error', here.path]);
      assert.ok(problem.start >= here.quote.start && problem.end <= here.quote.end + 1);
      assert.ok(problem.message.includes('not') && problem.message.includes(there.path), problem.message);
      const [related] = problem.related;
      assert.ok(related && problem.related.length === 1);
      assert.deepEqual(Object.keys(related), ['path', 'start', 'end', 'message']);
      assert.equal(related.path, there.path);
      assert.ok(related.start >= there.quote.start && related.end <= there.quote.end + 1);
    });
    assert.deepEqual({ stderr, code }, { stderr: '', code: 1 });
  });

  it('exits with 0 and says that all is well where the files agree', async () => {
    write(agreement);
    const { stdout, stderr, code } = await check();
    assert.match(stdout, /^No problems; 2 quotes in 2 articles, 2 matched; \d+ figures?, \d+ matched\n$/);
    assert.deepEqual({ stderr, code }, { stderr: '', code: 0 });
  });

  it('shows both passages with the words that differ between asterisks where there is no colour', async () => {
    write(disagreement);
    const { stdout, code } = await check();
    assert.equal(code, 1);
    assert.match(stdout, /^herald\.txt:3:\d+: error: .*\(quote-altered\)$/m);
    assert.ok(stdout.includes('“I am **not** going to sell the wheel to anybody from the city'), stdout);
    assert.match(stdout, /“I am ?‸ ?going to sell the wheel to anybody from the city,?” {2}wire\.txt:3:2$/m);
    assert.match(stdout, /^2 problems in 2 files; 2 quotes in 2 articles, 2 matched; \d+ figures?, \d+ matched\n$/m);
    assert.ok(!stdout.includes('\x1b'));
  });

  it('paints the words that differ where colour is asked for, and never against NO_COLOR or --no-color', async () => {
    write(disagreement);
    assert.ok((await check('--color')).stdout.includes('\x1b[33;4mnot\x1b[24;39m'));
    const env = { FORCE_COLOR: '1' };
    assert.ok((await secondSource(folder.path, ['check'], env)).stdout.includes('\x1b['));
    assert.ok(!(await secondSource(folder.path, ['check', '--no-color'], env)).stdout.includes('\x1b'));
    assert.ok(!(await secondSource(folder.path, ['check'], { ...env, NO_COLOR: '1' })).stdout.includes('\x1b'));
  });

  it('lets no article and no file name speak to the terminal', async () => {
    const evil = '\x1b]0;owned\x07\x9b31m\u202e';
    const story = (not: string) =>
      `The mill is open again.\n\n“I am ${not}going to sell ${evil}the wheel to anybody from the city,” Abel Thorne said.\n`;
    folder.write({ 'a\x1b[2J.txt': story('not '), 'b.txt': story(''), 'c\x1b.txt': '\0' });
    for (const args of [[], ['--format', 'json']]) {
      const { stdout, stderr } = await check(...args);
      assert.ok(stdout.includes('sell'));
      assert.match(stderr, /c␛\.txt was not read/);
      // eslint-disable-next-line no-control-regex
      assert.doesNotMatch(stdout + stderr, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]/);
    }
    const { stdout } = await secondSource(folder.path, ['extract']);
    assert.ok(stdout.includes('␛]0;owned␇<U+009B>31m<U+202E>'), stdout);
  });

  it('lists articles that stand in one another, each pair once, with the passages', async () => {
    folder.write({ 'brief.txt': wireCopy.trim(), 'report.txt': `The wreck was seen by many.\n\n${wireCopy.trim()}` });
    const { stdout } = await check('--format', 'json', '.');
    const { copies } = JSON.parse(stdout) as Report;
    const [copy] = copies;
    assert.ok(copy && copies.length === 1);
    assert.deepEqual(Object.keys(copy), ['from', 'to', 'share', 'shareOfTo', 'oneSource', 'passages']);
    assert.deepEqual([copy.from, copy.to, copy.share, copy.oneSource], ['brief.txt', 'report.txt', 1, true]);
    const [{ from, to } = { from: null, to: null }] = copy.passages;
    assert.ok(from && to);
    assert.deepEqual([from.start, to.start - from.start], [0, 'The wreck was seen by many.\n\n'.length]);
  });

  it('compares nothing when asked to extract', async () => {
    write(disagreement);
    const { stdout, code } = await secondSource(folder.path, ['extract', '--format', 'json']);
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual([report.articles.length, report.links, report.problems, code], [2, [], [], 0]);
    const pretty = await secondSource(folder.path, ['extract']);
    assert.match(pretty.stdout, /^wire\.txt:3:2: Abel Thorne: “I am going to sell the wheel/m);
    assert.match(pretty.stdout, /^2 quotes and \d+ figures? in 2 articles\n$/m);
  });
});

import assert from 'node:assert/strict';
import {
  benchScript,
  type FiguresScript,
  type MeasuredSize,
  type ProcessScript,
  type RecallScript,
  type RowsScript,
  type TargetsScript,
} from './scripts';

describe('the figures of the benchmark', () => {
  let figures: FiguresScript;
  let rows: RowsScript;
  let targets: TargetsScript;
  let processes: ProcessScript;
  let recall: RecallScript;
  before(async () => {
    figures = (await benchScript('figures.mjs')) as FiguresScript;
    rows = (await benchScript('rows.mjs')) as RowsScript;
    targets = (await benchScript('targets.mjs')) as TargetsScript;
    processes = (await benchScript('wholeProcess.mjs')) as ProcessScript;
    recall = (await benchScript('peers/recall.mjs')) as RecallScript;
  });

  const size = (articles: number, measures: MeasuredSize['measures']): MeasuredSize =>
    rows.withRatios({ articles, bytes: articles * 5000, measures });
  /** Takes 100 ms for the baseline of 500 articles. */
  const measured = (articles: number, factor: number): MeasuredSize =>
    size(articles, {
      baseline: { ms: articles / 5, cpu: articles / 4 },
      check: { ms: (articles / 5) * factor, cpu: articles },
      typing: { p50: 1, p95: 4, p99: 8, cpu: { p50: 1, p95: 5, p99: 9 } },
      wire: { p50: 1, p95: articles === 500 ? 10 : 25, p99: 40 },
      heap: { bytes: articles * 50_000 },
      server: { ms: 60_000 },
      warm: { missing: 'the server keeps no cache' },
    });

  it('tell what 95 of 100 stay below', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    assert.equal(figures.percentile(hundred, 0.95), 96);
    assert.equal(figures.percentile([3], 0.5), 3);
    assert.ok(Number.isNaN(figures.percentile([], 0.5)));
  });

  it('tell by which power they grow', () => {
    const power = (exponent: number) => [1e5, 1e6, 4e6].map((bytes) => [bytes, 3 * bytes ** exponent] as const);
    for (const exponent of [0, 0.5, 1, 2]) {
      const found = figures.exponentOf(power(exponent));
      assert.ok(found !== null && Math.abs(found - exponent) < 1e-9, `${found} for ${exponent}`);
    }
    assert.equal(figures.exponentOf([[1e6, 5]]), null);
    assert.equal(figures.exponentOf([]), null);
  });

  it('are told as ratios: of all texts, of one article, of the bytes', () => {
    const { measures } = measured(500, 30);
    assert.equal(measures.baseline?.ratio, 1);
    assert.equal(measures.check?.ratio, 30);
    assert.equal(measures['check-cpu']?.ratio, 4);
    assert.equal(measures.typing?.ratio, 20);
    assert.equal(measures['typing-cpu']?.ratio, 20);
    assert.equal(measures.heap?.ratio, 10);
    assert.deepEqual(
      ['first', 'server-cpu'].map((key) => measures[key]?.missing),
      ['not measured', 'not told'],
    );
    assert.deepEqual([0.5, 2, 25.4].map(figures.asRatio), ['0.50x', '2.0x', '25x']);
  });

  it('stand in one table, a row for each measure and a column for each size, with what is missing said', () => {
    const table = rows.resultTable([measured(500, 30), measured(2000, 30)]);
    const lines = table.split('\n');
    assert.equal(lines.length, rows.rows.length + 2);
    assert.equal(new Set(lines.map((line) => line.length)).size, 1);
    assert.match(lines[0] ?? '', /^\| what +\| +500 articles \| +2,000 articles \| +grows by \|$/);
    assert.match(
      table,
      /\| check --format json, cold, whole process +\| +3\.00 s, 0\.83 MB\/s, 30x \| +12\.00 s, [^|]+\| text\^1\.00 \|/,
    );
    assert.match(table, /\| all keystrokes, over stdio +\| +1\.0 \/ 10\.0 \/ 40\.0 ms, 50x \|/);
    assert.match(
      table,
      /warm cache: until all is compared +\| +the server keeps no cache \| +the server keeps no cache \| +\|/,
    );
    assert.equal(rows.growthOf([measured(500, 30), measured(2000, 30)]).typing, 0);
  });

  it('are held against what must be reached', () => {
    const peers = {
      tools: { ours: { ms: 2000 }, cspell: { ms: 10_000 }, sim_text: { missing: 'not installed' } },
      search: { engines: { ours: { query: 1, recall: 0.9 }, minisearch: { query: 200, recall: 0.95 } } },
    };
    const verdict = (sizes: readonly MeasuredSize[], what: RegExp) =>
      targets.judge(sizes, peers).find((one) => what.test(one.what))?.verdict;
    assert.equal(verdict([measured(2000, 9)], /^cold check/), 'aim met');
    assert.equal(verdict([measured(2000, 24)], /^cold check/), 'met');
    assert.equal(verdict([measured(2000, 26)], /^cold check/), 'short');
    assert.equal(verdict([measured(500, 9)], /^cold check/), 'not measured');
    const both = [measured(500, 9), measured(8000, 9)];
    assert.equal(verdict(both, /p95, 8,000 articles, over stdio/), 'met');
    assert.equal(verdict(both, /p95, 8,000 against 500 articles, over stdio/), 'short');
    assert.equal(verdict(both, /p95, 8,000 against 500 articles, in process/), 'aim met');
    assert.equal(verdict(both, /^opening 8,000 articles again/), 'not measured');
    assert.equal(verdict([], /against cspell/), 'met');
    assert.equal(verdict([], /against sim_text/), 'not measured');
    assert.equal(verdict([], /against minisearch/), 'aim met');
    assert.equal(verdict([], /recall/), 'short');
    assert.ok(targets.judge([], null).every((one) => one.seen === null && one.verdict === 'not measured'));
  });

  it('read the processor time of a process from its shell, and say what it died of', () => {
    assert.equal(processes.cpuOf('all is well\n\n0m0.01s 0m0.00s\n1m2.50s 0m0.50s\n'), 63_000);
    assert.equal(processes.cpuOf('no shell said this'), null);
    assert.equal(
      processes.whyEnded(134, 'FATAL ERROR: Reached heap limit: JavaScript heap out of memory'),
      'ran out of memory',
    );
    assert.equal(processes.whyEnded(2, 'Error: nothing there'), 'ended with 2: Error: nothing there');
    assert.equal(processes.whyEnded(3, ''), 'ended with 3');
  });

  it('tell which share of the passages a search found among its first hits', () => {
    const search = { hits: [7, 1, 1, 2, 9, 3], wanted: [1, 3, 4], alsoRight: [9], own: 7, best: 3 };
    // 1, 2 and 9 are looked at: one of three is found, and two are right.
    assert.deepEqual(recall.recallOf(search), { share: 1 / 3, any: true, shown: 3, right: 2 });
    assert.deepEqual(recall.recallOf({ ...search, hits: [7] }), { share: 0, any: false, shown: 0, right: 0 });
  });
});

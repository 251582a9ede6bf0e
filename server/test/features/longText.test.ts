import assert from 'node:assert/strict';
import { createAnalysisHost } from '../../src/analysis';
import { prettyClaims } from '../../src/cli/pretty';
import { createStyle } from '../../src/cli/terminal';
import { outlineOf } from '../../src/features/symbols';
import { symbolsFor } from '../../src/features/workspaceSymbols';
import { spreadOf } from '../../src/features/figureWording';
import { changeOf } from '../../src/links/ownChange';
import type { PassageRecord } from '../../src/links/passages';

/** More than a function call takes arguments, in a text that is read: a table without its line breaks has as many figures. */
const many = 150_000;

describe('a text with more figures than a call takes arguments', function () {
  this.timeout(60_000);
  const host = createAnalysisHost();
  before(() => {
    host.set({ id: 'table', name: 'table.txt', text: '$1, $2 '.repeat(many / 2) });
  });

  it('has an outline from the first to the last of them', () => {
    const analysis = host.snapshot();
    const { text } = analysis.get('table')?.article ?? { text: '' };
    const [group] = outlineOf(analysis, 'table');
    assert.equal(group?.entries.length, many);
    assert.deepEqual(group.outer, { start: 0, end: text.lastIndexOf(' ') });
  });

  it('has a spread', () => {
    assert.equal(spreadOf(host.snapshot().get('table')?.claims.figures ?? []), '$1 to $2');
  });

  it('is listed in the terminal', () => {
    const article = host.snapshot().get('table');
    assert.ok(article);
    assert.ok(prettyClaims([article], () => 'table.txt', createStyle(false)).includes(`${many} figures`));
  });

  it('is asked for in as many words', () => {
    assert.equal(symbolsFor(host.snapshot(), '$ '.repeat(many)).length, 200);
  });

  it('loses as many passages at once', () => {
    const record = (pid: number) => ({ pid, quote: null }) as PassageRecord;
    const before = Array.from({ length: many }, (_, i) => record(i + 1));
    assert.equal(changeOf(before, before.slice(0, 1))?.gone.length, many - 1);
  });
});

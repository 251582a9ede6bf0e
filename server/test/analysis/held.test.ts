import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const program = join(__dirname, 'heldBytes.js');

/** What one piece of work leaves behind, in bytes, once the first ones are done and all is taken back. */
async function leftBy(work: string, times: number): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, work, '3', String(times)]);
  const [, before = NaN, after = NaN] = JSON.parse(stdout) as readonly number[];
  return Math.round((after - before) / times);
}

describe('what an analysis holds', function () {
  this.timeout(120_000);

  let left: { readonly typing: number; readonly leaving: number };
  before(async () => {
    const [typing, leaving] = await Promise.all([leftBy('typing', 500), leftBy('leaving', 200)]);
    left = { typing, leaving };
  });

  it('grows by little more than the words that are new to it, when all is taken back that was typed', () => {
    // A few new words, and machine code; a paragraph that holds on to its article would be 10 KB and more.
    assert.ok(left.typing < 9000, `${left.typing} bytes for each edit`);
  });

  it('keeps nothing of an article that is gone, though an earlier analysis is asked about it', () => {
    assert.ok(left.leaving < 15_000, `${left.leaving} bytes for each article`);
  });
});

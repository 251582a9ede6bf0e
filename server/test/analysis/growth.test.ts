import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

describe('typing', () => {
  it('does nothing once for each article of the folder: 160 cost no more than 80', async function () {
    this.timeout(120_000);
    const program = join(__dirname, 'typingRuns.js');
    // Code that rests for a while is thrown away, and its counts with it.
    const all = ['--no-flush-bytecode', program, '80', '160', '80'];
    const { stdout } = await promisify(execFile)(process.execPath, all, { maxBuffer: 64e6 });
    const { strokes, runs } = JSON.parse(stdout) as { strokes: number; runs: readonly Record<string, number>[] };
    const [small = {}, large = {}, again = {}] = runs;
    assert.ok(Object.keys(large).length > 300, stdout.slice(0, 1000));
    const oncePerArticle = 80 * strokes;
    for (const [place, count] of Object.entries(large)) {
      // The engine loses the counts of a function now and then: of two runs hardly both times.
      const more = count - Math.max(small[place] ?? 0, again[place] ?? 0);
      assert.ok(more < 0.8 * oncePerArticle, `${place}: ${more} times more, of ${count}, for 80 more articles`);
    }
  });
});

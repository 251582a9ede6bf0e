import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

describe('what an analysis holds', () => {
  it('grows by little more than the words that are new to it, when all is taken back that was typed', async function () {
    this.timeout(120_000);
    const edits = 500;
    const program = join(__dirname, 'heldBytes.js');
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', program, '3', String(edits)]);
    const [, before = NaN, after = NaN] = JSON.parse(stdout) as readonly number[];
    // A few new words, and machine code; a paragraph that holds on to its article would be 10 KB and more.
    const grown = (after - before) / edits;
    assert.ok(grown < 8000, `${Math.round(grown)} bytes for each edit, ${stdout}`);
  });
});

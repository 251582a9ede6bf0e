import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { createProgress } from '../../src/cli/progress';

/** A stream that says it is a terminal, or that it is none. */
function stream(isTTY: boolean): NodeJS.WriteStream {
  return Object.assign(new PassThrough(), { isTTY }) as unknown as NodeJS.WriteStream;
}

const written = (out: NodeJS.WriteStream): string => String((out as unknown as PassThrough).read() ?? '');

describe('the progress line', () => {
  it('shows nothing for short work', () => {
    const out = stream(true);
    const progress = createProgress(out);
    progress.show('Reading', 1, 2);
    progress.end();
    assert.equal(written(out), '');
  });

  it('shows how far long work is, on one line, and goes away at the end', async () => {
    const out = stream(true);
    const progress = createProgress(out);
    await pause(320);
    progress.show('Reading', 3, 4);
    assert.match(written(out), /^\rReading ━{18}─{6} 3 of 4/);
    progress.show('Reading', 4, 4);
    assert.equal(written(out), '', 'a drawing right after another is left out');
    progress.end();
    assert.equal(written(out), '\r\x1b[K');
  });

  it('never shows where the output is no terminal', async () => {
    const out = stream(false);
    const progress = createProgress(out);
    await pause(320);
    progress.show('Reading', 3, 4);
    progress.end();
    assert.equal(written(out), '');
  });
});

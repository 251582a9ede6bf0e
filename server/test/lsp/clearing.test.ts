import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createClearing } from '../../src/lsp/clearing';

describe('memory', () => {
  function watched() {
    const done: string[] = [];
    const quiet = { all: 500, typing: 1500 };
    const clearing = createClearing({ rest: () => done.push('rest') }, () => done.push('release'), { quiet });
    const change = (times: number, by: 'buffer' | 'file' = 'file') => {
      for (let i = 0; i < times; i++) clearing.changed(by);
    };
    return { done, clearing, change };
  }

  it('is given back once, a while after much was read', async () => {
    const { done, clearing, change } = watched();
    change(200);
    clearing.settled();
    clearing.settled();
    assert.deepEqual(done, []);
    await pause(800);
    assert.deepEqual(done, ['rest', 'release']);
    clearing.settled();
    await pause(800);
    assert.equal(done.length, 2);
  });

  it('is not given back while whoever has typed may only be looking for a word', async () => {
    const { done, clearing, change } = watched();
    change(200);
    change(1, 'buffer');
    clearing.settled();
    await pause(1200);
    assert.deepEqual(done, []);
    await pause(900);
    assert.deepEqual(done, ['rest', 'release']);
  });

  it('is not given back for a few articles, nor while something changes', async () => {
    const { done, clearing, change } = watched();
    change(20);
    clearing.settled();
    await pause(700);
    assert.deepEqual(done, []);
    change(200);
    clearing.settled();
    for (let i = 0; i < 8; i++) {
      await pause(100);
      change(1);
    }
    assert.deepEqual(done, []);
  });

  it('is given back once what leaves more to clear up has ended', async () => {
    const done: string[] = [];
    let busy = true;
    const clearing = createClearing({ rest: () => done.push('rest') }, null, { isBusy: () => busy });
    for (let i = 0; i < 200; i++) clearing.changed('file');
    clearing.settled();
    await pause(800);
    assert.deepEqual(done, []);
    busy = false;
    await pause(700);
    assert.deepEqual(done, ['rest']);
  });
});

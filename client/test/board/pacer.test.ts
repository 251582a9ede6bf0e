import assert from 'node:assert/strict';
import { createPacer } from '../../src/stories/pacer';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Work that takes `ms`, and counts how often it was begun and how often at the same time. */
function counted(ms: number) {
  const count = { begun: 0, atOnce: 0, most: 0 };
  const work = async (): Promise<void> => {
    count.begun++;
    count.most = Math.max(count.most, ++count.atOnce);
    await pause(ms);
    count.atOnce--;
  };
  return { count, work };
}

describe('what is asked of the server as texts change', () => {
  it('is asked once for many changes in a row, after a pause', async () => {
    const { count, work } = counted(1);
    const pacer = createPacer(20, work);
    for (let i = 0; i < 10; i++) pacer.later();
    assert.equal(count.begun, 0);
    await pause(120);
    assert.equal(count.begun, 1);
  });

  it('is never asked twice at a time, and once more for what came meanwhile', async () => {
    const { count, work } = counted(60);
    const pacer = createPacer(1, work);
    await Promise.all([pacer.now(), pacer.now(), pacer.now()]);
    await pause(400);
    assert.deepEqual(count, { begun: 2, atOnce: 0, most: 1 });
  });

  it('is asked no more when nobody is there', async () => {
    const { count, work } = counted(20);
    const pacer = createPacer(1, work);
    const first = pacer.now();
    void pacer.now();
    pacer.dispose();
    pacer.later();
    await first;
    await pause(60);
    assert.equal(count.begun, 1);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createNumberLists } from '../../src/links/numberLists';

describe('short lists of numbers', () => {
  it('are what was kept and not removed, however often keys come and go', () => {
    const step = fc.record({
      key: fc.nat({ max: 20 }),
      list: fc.array(fc.nat(), { maxLength: 200 }),
      far: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const lists = createNumberLists();
        const known = new Map<number, readonly number[]>();
        for (const { key: near, list, far } of steps) {
          const key = far ? near * 500 : near;
          if (known.delete(key)) lists.remove(key);
          else {
            lists.set(key, list);
            known.set(key, list);
          }
        }
        for (let key = 0; key <= 10_001; key++) {
          const kept = lists.numbers.subarray(lists.startOf(key), lists.endOf(key));
          assert.deepEqual([...kept], known.get(key) ?? []);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('take no more room than a few times what is kept', () => {
    const lists = createNumberLists();
    for (let i = 0; i < 20_000; i++) {
      lists.set(i, [i, i, i]);
      if (i >= 10) lists.remove(i - 10);
    }
    assert.ok(lists.numbers.length < 10_000, String(lists.numbers.length));
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createCounts, createPostings } from '../../src/links/postings';

/** The numbers in the list of a key, as counting finds them. */
function listOf(postings: ReturnType<typeof createPostings>, key: number, most = Infinity): number[] {
  const counts = createCounts();
  postings.count(key, most, 1, counts);
  const found: number[] = [];
  counts.drain((value) => found.push(value));
  return found.sort((a, b) => a - b);
}

describe('postings', () => {
  it('hold what was added, at once or by and by, and not removed, however often lists grow and shrink', () => {
    const how = fc.constantFrom('add' as const, 'addSoon' as const, 'remove' as const);
    const step = fc.record({ key: fc.nat({ max: 12 }), value: fc.nat({ max: 40 }), how });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), fc.nat({ max: 1 << 29 }), (steps, far) => {
        const postings = createPostings();
        const lists = new Map<number, Set<number>>();
        for (const { key: low, value, how } of steps) {
          const key = low % 2 === 0 ? low : far + low;
          const list = lists.get(key) ?? new Set();
          lists.set(key, list);
          if (how === 'remove') postings.remove(key, value);
          else if (!list.has(value)) postings[how](key, value);
          if (how === 'remove') list.delete(value);
          else list.add(value);
        }
        for (const [key, list] of lists)
          assert.deepEqual(
            listOf(postings, key),
            [...list].sort((a, b) => a - b),
          );
      }),
    );
  });

  it('keep the order in which numbers came, whether they were laid by or not', () => {
    const [laidBy, atOnce] = [createPostings(), createPostings()];
    for (let value = 0; value < 100_000; value++) {
      const key = (value * 7919) % 3000;
      laidBy.addSoon(key, value);
      atOnce.add(key, value);
    }
    while (!laidBy.settle());
    const found = [laidBy, atOnce].map((postings) => {
      const counts = createCounts();
      for (let key = 0; key < 3000; key++) postings.count(key, Infinity, 1, counts);
      const values: number[] = [];
      counts.drain((value) => values.push(value));
      return values;
    });
    assert.equal(found[0]?.length, 100_000);
    assert.deepEqual(found[0], found[1]);
  });

  it('pass over a list that is longer than asked for', () => {
    const postings = createPostings();
    for (let value = 0; value < 5; value++) postings.add(7, value);
    assert.deepEqual(listOf(postings, 7, 5), [0, 1, 2, 3, 4]);
    assert.deepEqual(listOf(postings, 7, 4), []);
  });

  it('keep many keys apart', () => {
    const postings = createPostings();
    for (let key = 0; key < 20_000; key++) postings.add(key, key + 1);
    for (let key = 0; key < 20_000; key += 2) postings.remove(key, key + 1);
    for (let key = 0; key < 20_000; key++) assert.deepEqual(listOf(postings, key), key % 2 === 0 ? [] : [key + 1]);
  });

  it('count each number by the weights of the lists that it stands in, and forget it then', () => {
    const counts = createCounts();
    counts.add(3000, 1);
    counts.add(2, 0);
    counts.add(3000, 1);
    const found: [number, number][] = [];
    counts.drain((value, count) => found.push([value, count]));
    counts.drain((value, count) => found.push([value, count]));
    assert.deepEqual(found, [
      [3000, 2],
      [2, 0],
    ]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { contains, lengthOf, narrowestAround, overlaps, overlapSearch, type Span } from '../../src/core/span';
import { describeGrowth, growthOf } from '../linear/growth';

const spans = fc
  .tuple(fc.nat({ max: 30 }), fc.nat({ max: 12 }))
  .map(([start, length]): Span => ({ start, end: start + length }));

describe('a search among spans', () => {
  it('finds those that overlap the one that is asked about, and no other', () => {
    fc.assert(
      fc.property(fc.array(spans), spans, (all, asked) => {
        const byStart = [...all].sort((a, b) => a.start - b.start);
        assert.deepEqual(
          overlapSearch(all)(asked),
          byStart.filter((one) => overlaps(one, asked)),
        );
      }),
    );
  });

  it('finds the shortest of those that hold the whole of it, at an empty place as well', () => {
    fc.assert(
      fc.property(fc.array(spans), fc.array(spans, { minLength: 1 }), (all, asked) => {
        const sorted = [...all].sort((a, b) => a.start - b.start);
        for (const inner of asked) {
          const [shortest = null] = sorted
            .filter((one) => contains(one, inner))
            .sort((a, b) => lengthOf(a) - lengthOf(b));
          assert.deepEqual(narrowestAround(all, inner), shortest);
        }
      }),
    );
  });

  it('costs no more for each of many than for each of a few', () => {
    const growth = growthOf(
      (count) => Array.from({ length: count }, (_, i): Span => ({ start: 3 * i, end: 3 * i + 2 })),
      (all) => {
        for (const one of all) narrowestAround(all, one);
      },
      { units: 40_000 },
    );
    assert.equal(growth && describeGrowth(growth), null);
  });
});

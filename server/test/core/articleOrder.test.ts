import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byName, createArticleOrder, type Named } from '../../src/core/articleOrder';

describe('the order of articles', () => {
  it('is that of names, then of ids, whatever comes and goes', () => {
    const article = fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      name: fc.constantFrom('wire.txt', 'a.txt', 'b.txt', 'zeta.txt'),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(article, fc.boolean())), (changes) => {
        const order = createArticleOrder();
        const known = new Map<string, Named>();
        for (const [one, asks] of changes) {
          const before = known.get(one.id);
          if (before) order.remove(before);
          if (before?.name === one.name) known.delete(one.id);
          else {
            known.set(one.id, one);
            order.add(one);
          }
          if (!asks) continue;
          const expected = [...known.values()].sort(byName).map(({ id }) => id);
          assert.deepEqual(order.ids(), expected);
          assert.equal(order.ids(), order.ids());
        }
      }),
    );
  });
});

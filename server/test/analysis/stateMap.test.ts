import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createStateMap, type View } from '../../src/analysis/stateMap';

describe('a map that hands out views of itself', () => {
  it('leaves each view as the map was, whatever comes later', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('set' as const), key: fc.nat({ max: 5 }), value: fc.nat() }),
      fc.record({ kind: fc.constant('delete' as const), key: fc.nat({ max: 5 }) }),
      fc.record({ kind: fc.constant('view' as const) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const map = createStateMap<number, number>();
        const copy = new Map<number, number>();
        const views: { view: View<number, number>; as: Map<number, number> }[] = [];
        for (const one of steps) {
          if (one.kind === 'view') views.push({ view: map.view(), as: new Map(copy) });
          if (one.kind === 'set') {
            map.set(one.key, one.value);
            copy.set(one.key, one.value);
          }
          if (one.kind === 'delete') {
            map.delete(one.key);
            copy.delete(one.key);
          }
        }
        for (const { view, as } of [...views, { view: map.view(), as: copy }]) {
          assert.deepEqual(new Map(view.entries()), as);
          for (let key = 0; key <= 5; key++) assert.equal(view.get(key), as.get(key));
        }
      }),
    );
  });
});

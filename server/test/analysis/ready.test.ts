import assert from 'node:assert/strict';
import fc from 'fast-check';
import { everything } from '../support/everything';
import { change, createFolder, newHost } from '../support/randomChanges';

describe('an article that was made ready for edits', () => {
  it('has the same said of it as one that was not, before any edit and after', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 3, maxLength: 12 }), fc.nat(3), (changes, every) => {
        const [host, plain] = [newHost({ mostHot: 2 }), newHost()];
        const [folder, same] = [createFolder(), createFolder()];
        for (const [i, one] of changes.entries()) {
          folder.make(one, host);
          same.make(one, plain);
          if (i % (every + 1) === 0) {
            for (const id of folder.articles.keys()) while (!host.ready(id));
            assert.deepEqual(everything(host.snapshot()), everything(plain.snapshot()));
          }
        }
        assert.deepEqual(everything(host.snapshot()), everything(plain.snapshot()));
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('is one that is known; of another nothing is left to do', () => {
    assert.equal(newHost().ready('nobody.txt'), true);
  });
});

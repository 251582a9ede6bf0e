import assert from 'node:assert/strict';
import { join } from 'node:path';
import { attackDoors, gather } from './run';
import { attackEach } from './slowPatterns';

const root = join(__dirname, '../../../..');

describe('the time that a text takes', () => {
  it('grows with its length and no faster in every regular expression', async () => {
    const { patterns, unseen } = await gather(root);
    assert.ok(patterns.length > 800, `${patterns.length} patterns were found`);
    assert.deepEqual(unseen, [], 'every pattern that is put together at run time was seen');
    const found: string[] = [];
    // A few attacks on each; `npm run linear` tries all.
    const few = 3;
    attackEach(
      patterns,
      (fault) => found.push(fault),
      (all) => all.filter((_, i) => i % Math.ceil(all.length / few) === 0),
    );
    assert.deepEqual(found, []);
  }).timeout(180_000);

  // `npm run linear` goes through all doors with many more pieces.
  it('grows with its length and no faster at the doors of the engine', () => {
    const found: string[] = [];
    for (const door of ['readsAsProse', 'extractClaims', 'parseDeskFile', 'host.set'])
      attackDoors(door, (fault) => found.push(fault), ['“a ', '12 people were killed on Monday. ']);
    assert.deepEqual(found, []);
  }).timeout(180_000);
});

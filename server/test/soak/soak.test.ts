import assert from 'node:assert/strict';
import { join } from 'node:path';
import { noNetwork } from '../lsp/testClient';
import { soak } from './soak';

describe('a server under random work', () => {
  const minutes = process.env.CI === 'true' ? 1 : 0.2;

  it('says afterwards what a fresh server says, has answered all and logged no error', async () => {
    const program = [...noNetwork, join(__dirname, '../../src/lsp/entry.js')];
    const { faults, actions, comparisons } = await soak({ program, minutes, seed: 5 });
    assert.deepEqual(faults, []);
    assert.ok(comparisons >= 3, `${comparisons} comparisons`);
    assert.ok(actions > 20, `${actions} things were done`);
  }).timeout(300_000);
});

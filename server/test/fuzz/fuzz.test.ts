import fc from 'fast-check';
import { join } from 'node:path';
import { keptCases, replay } from './found';
import { large, targets } from './targets';

describe('torn and made-up articles', () => {
  /** Of each thousand runs of the script, so many are made here. */
  const share = 0.2;
  // The huge ones take minutes; a few that are merely large stand for them.
  for (const { name, weight, inputs, check } of targets.map((one) => (one.name === 'huge' ? large : one))) {
    it(`break nothing: ${name}`, () => {
      fc.assert(fc.property(inputs, check), { numRuns: Math.ceil(weight * share) });
    }).timeout(60_000);
  }

  for (const [file, found] of keptCases(join(__dirname, '../../../../server/test/fuzz/found'))) {
    it(`no longer break anything as they did in ${file}: ${found.what}`, () => {
      replay(found);
    }).timeout(20_000);
  }
});

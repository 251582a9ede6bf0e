import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noWordVectors } from '../../src/core/wordVectors';
import { createVocabulary } from '../../src/claims/normalize';
import { createMeaning } from '../../src/links/meaning';
import { createPassageNet } from '../../src/links/passageNet';
import { createStrangers } from '../../src/links/strangers';
import { createTokenIndex } from '../../src/links/tokenIndex';
import { passageOf } from '../support/passageOf';

const words = 'council budget mayor vote road bridge and the of is'.split(' ');
/** More passages than this hold what is a commonplace. */
const commonplace = 400;

describe('the passages of strangers', () => {
  const vocabulary = createVocabulary();
  const passage = (pid: number, isQuote: boolean, said: string) => passageOf(pid, isQuote, said, vocabulary);

  const said = fc.record({
    isQuote: fc.boolean(),
    said: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')),
  });

  it('are met wherever an index of all passages finds one of them, whatever is a commonplace there', () => {
    const slogans = fc.array(
      fc.record({
        isQuote: fc.boolean(),
        said: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((list) => list.join(' ')),
        // With the strangers' own there may be one too many.
        times: fc.constantFrom(commonplace - 1, commonplace, commonplace + 1),
      }),
      { maxLength: 3 },
    );
    const theirs = fc.array(
      said.chain((one) => fc.boolean().map((stays) => ({ ...one, stays }))),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    let found = 0;
    let spared = 0;
    fc.assert(
      fc.property(slogans, theirs, fc.array(said, { maxLength: 20 }), (slogans, theirs, others) => {
        const all = createTokenIndex();
        const strangers = createStrangers();
        let pid = 0;
        for (const { isQuote, said, times } of slogans) {
          for (let i = 0; i < times; i++) all.add(passage(++pid, isQuote, said));
        }
        const first = pid + 1;
        const records = theirs.map((one) => ({ ...one, record: passage(++pid, one.isQuote, one.said) }));
        for (const { record } of records) {
          all.add(record);
          strangers.add(record);
        }
        for (const { record, stays } of records) {
          if (stays) continue;
          all.remove(record);
          strangers.remove(record);
        }
        for (const one of others) {
          const record = passage(++pid, one.isQuote, one.said);
          const those: number[] = [];
          all.candidates(record, (other) => those.push(other));
          const isFound = those.some((other) => other >= first && other < first + theirs.length);
          const mayMeet = strangers.mayMeet(record);
          assert.ok(mayMeet || !isFound, one.said);
          if (isFound) found++;
          if (!mayMeet) spared++;
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(found > 100 && spared > 100, `${found} found, ${spared} spared`);
  }).timeout(30_000);

  it('are not met by a passage that shares nothing with those that are left', () => {
    const strangers = createStrangers();
    const own = passage(1, true, 'the council budget vote');
    assert.equal(strangers.mayMeet(own), false);
    const same = passage(2, false, 'the mayor read the council budget aloud');
    strangers.add(same);
    strangers.add(passage(3, true, 'a road and a bridge'));
    assert.equal(strangers.mayMeet(own), true);
    strangers.remove(same);
    assert.equal(strangers.mayMeet(own), false);
  });

  it('are those that stand in articles that were read, until these are edited or gone', () => {
    const strangers = createStrangers();
    const net = createPassageNet(vocabulary, createMeaning(vocabulary, noWordVectors), { strangers });
    const own = passage(net.nextPid(), true, 'the council budget vote');
    const budget = passage(net.nextPid(), false, 'the mayor read the council budget aloud');
    const road = passage(net.nextPid(), true, 'a road and a bridge');
    net.replace('read', [], [road, budget]);
    assert.equal(strangers.mayMeet(own), true);
    net.replace('read', [road, budget], [road]);
    assert.equal(strangers.mayMeet(own), false);
    net.replace('read', [road], [budget]);
    assert.equal(strangers.mayMeet(own), true);
    net.replace('read', [budget], []);
    assert.equal(strangers.mayMeet(own), false);
  });

  it('may be met by any passage once they are given up', () => {
    const strangers = createStrangers();
    const own = passage(1, true, 'the council budget vote');
    strangers.giveUp();
    strangers.add(passage(2, true, 'a road and a bridge'));
    assert.equal(strangers.mayMeet(own), true);
  });

  it('take no more room than those of some hundred articles: of more, any passage may meet one', () => {
    const strangers = createStrangers();
    const own = passage(1, true, 'the council budget vote');
    const road = passage(2, true, 'a road and a bridge').content;
    const one = passage(3, true, 'a road and a bridge');
    for (let pid = 4; pid < 20_000; pid++) strangers.add({ ...one, pid, content: road });
    assert.equal(strangers.mayMeet(own), true);
  });
});

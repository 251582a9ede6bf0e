import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createVocabulary } from '../../src/claims/normalize';
import { isWorthComparing } from '../../src/links/likeness';
import { pairsOf, type PassageRecord } from '../../src/links/passages';
import { createTokenIndex } from '../../src/links/tokenIndex';
import { passageOf } from '../support/passageOf';

const words = 'council budget mayor vote road bridge and the of is'.split(' ');

describe('the index of passages', () => {
  const vocabulary = createVocabulary();

  const passage = (pid: number, isQuote: boolean, said: string) => passageOf(pid, isQuote, said, vocabulary);

  /** What is worth comparing of all that a word or two in a row could lead to. */
  const expected = (own: PassageRecord, other: PassageRecord): boolean => {
    const pairs = sharedPairs(own, other);
    if (!isWorthComparing(own, other, pairs)) return false;
    const [mine, theirs] = [own.content.matter, other.content.matter];
    if (pairs > 0) return true;
    if (mine.length === 0) return own.content.words.words.join() === other.content.words.words.join();
    return (mine.length <= 3 || theirs.length <= 3) && mine.some((stem) => theirs.includes(stem));
  };

  const sharedPairs = (a: PassageRecord, b: PassageRecord): number => {
    const pairs = pairsOf(a.content.words);
    return pairsOf(b.content.words).filter((pair) => pairs.includes(pair)).length;
  };

  it('visits those that are worth comparing, with the pairs that they share, whatever came and went', () => {
    const said = fc.record({
      isQuote: fc.boolean(),
      said: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 }).map((list) => list.join(' ')),
      stays: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(said, { minLength: 2, maxLength: 40 }), (list) => {
        const index = createTokenIndex();
        const all = list.map((one, i) => ({ ...one, record: passage(i + 1, one.isQuote, one.said) }));
        for (const { record } of all) index.add(record);
        for (const { record, stays } of all) if (!stays) index.remove(record);
        for (const { record: own } of all) {
          const found: (readonly [number, number, boolean])[] = [];
          index.candidates(own, (pid, pairs, areQuotes) => found.push([pid, pairs, areQuotes]));
          const sought = all.flatMap(({ record: other, stays }) =>
            stays && other !== own && expected(own, other)
              ? [[other.pid, sharedPairs(own, other), own.quote !== null && other.quote !== null] as const]
              : [],
          );
          assert.deepEqual(
            found.sort(([a], [b]) => a - b),
            sought,
          );
        }
      }),
    );
  });

  it('takes room for the passages that stand, however many were there before', () => {
    const index = createTokenIndex();
    const late = 20_000_000;
    const before = process.memoryUsage().arrayBuffers;
    for (const [i, one] of ['council budget vote', 'council budget road', 'road', 'is of the'].entries()) {
      index.add(passage(late + i, true, one));
      index.add(passage(late + 10 + i, false, one));
    }
    const found: number[] = [];
    index.candidates(passage(late + 20, true, 'the council budget'), (pid) => found.push(pid));
    assert.deepEqual(found, [late, late + 1, late + 10, late + 11]);
    const taken = process.memoryUsage().arrayBuffers - before;
    assert.ok(taken < 20e6, `${taken} bytes`);
  });
});

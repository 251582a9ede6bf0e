import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createWordTable } from '../../src/claims/wordTable';

describe('a table of words', () => {
  it('learns each word once, wherever it stands, and knows it from then on', () => {
    const word = fc.oneof(
      fc.string({ minLength: 0, maxLength: 6, unit: 'binary' }),
      fc.constantFrom('the', 'The', 'constituency', 'a'),
      fc.string({ minLength: 250, maxLength: 270 }),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 300 }), fc.string({ maxLength: 5 }), (words, lead) => {
        const learnt: string[] = [];
        const table = createWordTable((one) => {
          learnt.push(one);
          return { one };
        });
        for (const one of [...words, ...words]) {
          const text = `${lead}${one} ${lead}`;
          assert.equal(table.of(text, lead.length, lead.length + one.length).one, one);
        }
        assert.deepEqual(learnt, [...new Set(words)]);
      }),
    );
  });

  it('keeps thousands apart, also where it has forgotten the first of them', () => {
    const table = createWordTable((one) => one);
    for (let round = 0; round < 2; round++)
      for (let i = 0; i < 40_000; i++) assert.equal(table.of(`w${i}`, 0, `w${i}`.length), `w${i}`);
  });

  it('learns a word again where it was told to forget all', () => {
    const learnt: string[] = [];
    const table = createWordTable((one) => {
      learnt.push(one);
      return one;
    });
    const words = Array.from({ length: 3000 }, (_, i) => `w${i}`);
    const ask = () => {
      for (const word of words) assert.equal(table.of(word, 0, word.length), word);
    };
    ask();
    table.forget();
    ask();
    ask();
    assert.deepEqual(learnt, [...words, ...words]);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import stem from 'wink-porter2-stemmer';
import { stemOf } from '../../src/claims/wordForms';

const endings =
  'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic alism ator izer ogi bli li ful ness ed ing eed at l ll k an en on or em ist th s es y'.split(
    ' ',
  );

describe('the stem of a form', () => {
  it('is what the stemmer says, also where it is not asked', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0139'),
      minLength: 1,
      maxLength: 9,
    });
    const words = fc.tuple(letters, fc.constantFrom('', ...endings)).map(([word, ending]) => word + ending);
    fc.assert(
      fc.property(words, (word) => {
        assert.equal(stemOf(word), stem(word));
      }),
      { numRuns: 3000 },
    );
  });
});

import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { stem } from '../../src/claims/stemmer';

/** Each line: the stem, then words that have it. */
const families = `
connect connect connected connecting connection connections
nation nation nations
nation nationally
relat relate related relation relational
ski skis
die dying dies
news news
hope hoped hoping hopes
hop hop hopped hopping
agre agreed agrees
feed feed feeds
bleed bleed
happi happy
enjoy enjoy enjoyed enjoying
say say says saying
generous generous generously
general general generally
communiti communities community
gas gas
this this
kiwi kiwis
tie ties tied
cri cries cried cry
possibl possible possibly
hospit hospital hospitals
argument argument arguments
adopt adopt adoption adopted
formal formalize formality formally
exceed exceed exceeds
inning inning innings
roll roll rolled rolling
youth youth
`;

describe('stem', () => {
  for (const line of families.trim().split('\n')) {
    const [expected = '', ...words] = line.split(' ');
    it(`gives ${words.join(', ')} the stem "${expected}"`, () => {
      for (const word of words) assert.equal(stem(word), expected, word);
    });
  }

  it('leaves words of one and two letters and an empty one as they are', () => {
    for (const word of ['', 'a', 'is', 'us']) assert.equal(stem(word), word);
  });

  it('takes off a genitive', () => {
    assert.equal(stem("captain's"), 'captain');
    assert.equal(stem('captain’s'), 'captain');
  });

  it('never throws and never makes a word longer by more than a letter, whatever the characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (word) => stem(word).length <= word.length + 1),
    );
  });
});

import assert from 'node:assert/strict';
import { createVocabulary, flag, readWords } from '../../src/claims/normalize';

const vocabulary = createVocabulary();
const forms = (text: string) => [...readWords(text, vocabulary).words].map((id) => vocabulary.forms[id]).join(' ');
const same = (a: string, b: string) => {
  assert.equal(forms(a), forms(b));
};
const different = (a: string, b: string) => {
  assert.notEqual(forms(a), forms(b));
};

describe('comparable words', () => {
  it('level case, marks and the serial comma', () => {
    same('Tugs, boats, and the FERRY!', 'tugs, boats and the ferry');
  });
  it('level acronyms with and without dots', () => {
    same('the U.N. and the F.B.I.', 'the UN and the FBI');
    same('Nato', 'NATO');
  });
  it('keep the country apart from the pronoun', () => {
    different('for the US', 'for us');
    same('the U.S. said', 'the US said');
  });
  it('level numbers in words and in figures', () => {
    same('twenty-three boats', '23 boats');
    same('eleven million dollars', '$11 million');
    same('1,200 people', '1200 people');
    same('£1.3bn', '1.3 billion pounds');
    same('the eleventh hour', 'the 11th hour');
    different('twenty-three boats', 'thirty-two boats');
  });
  it('level per cent, percent and the sign', () => {
    same('3.8 per cent', '3.8%');
    same('3.8 percent', '3.8 per cent');
  });
  it('level British and American spelling', () => {
    same(
      'The harbour defence organised a programme at the centre',
      'The harbor defense organized a program at the center',
    );
    same('He travelled towards a grey theatre', 'He traveled toward a gray theater');
  });
  it('do not level words that only look alike', () => {
    different('four', 'for');
    different('our hour', 'or');
    different('tour', 'tor');
  });
  it('level hyphens and accents', () => {
    same('the rainy-day fund', 'the rainy day fund');
    same('António Güell', 'Antonio Guell');
  });
  it('level contractions, and say which words came from one', () => {
    same("I won't and they can't", 'I will not and they cannot');
    const words = readWords("don't", vocabulary);
    assert.ok(words.flags.every((bits) => (bits & flag.contracted) !== 0));
  });
  it("keep a name's possessive as a word of its own", () => {
    assert.equal(forms("Roe's boat"), "roe 's boat");
  });
  it('know words in brackets and after an ellipsis', () => {
    const words = readWords('we [the crew] saw … nothing', vocabulary);
    assert.deepEqual(
      [...words.flags].map((bits) => bits & (flag.bracket | flag.afterEllipsis)),
      [0, flag.bracket, flag.bracket, 0, flag.afterEllipsis],
    );
  });
  it('give each word its place in the text', () => {
    const text = 'It isn’t “$4 million”.';
    const words = readWords(text, vocabulary);
    assert.deepEqual(
      [...words.starts].map((start, i) => text.slice(start, words.ends[i])),
      ['It', 'is', 'n’t', '4 million', ''],
    );
  });
  it('pass over holes', () => {
    assert.equal([...readWords('one (gone) two', vocabulary, [{ start: 4, end: 10 }]).words].length, 2);
  });
});

import assert from 'node:assert/strict';
import { extractClaims } from '../../../src/claims/extract';
import { mayBeListed, wordFilter } from '../../../src/claims/wordFilter';
import { lowerCase } from '../../../src/claims/dates/grammar';

const shared = 'Tickets cost 50 cents, and the fair opens again on Friday.';
const article = (date: string, ride: string): string =>
  `HARLOW, ${date} (County Wire) - A ride costs ${ride}.\n\n${shared}\n`;

/** The unit of the cents and the day of the Friday in the paragraph that both articles have. */
function told(text: string): readonly (string | null)[] {
  const { figures } = extractClaims(text);
  const cents = figures.find((figure) => figure.text.includes('cents'));
  const friday = figures.find((figure) => figure.text.includes('Friday'));
  return [cents?.unit ?? null, friday?.iso?.slice(0, 7) ?? null];
}

describe('a paragraph that two articles share', () => {
  it('is read by the money and the date of each, in whatever order they come', () => {
    for (let round = 0; round < 2; round++) {
      assert.deepEqual(told(article('June 9, 2025', '5 euros')), ['EUR', '2025-06']);
      assert.deepEqual(told(article('June 9, 2025', '$5')), ['USD', '2025-06']);
      assert.deepEqual(told(article('July 7, 2025', '$5')), ['USD', '2025-07']);
    }
  });
  it('is read anew as a headline', () => {
    const score = 'Town 3, Carrow 2';
    const kinds = (text: string) => extractClaims(text).figures.map(({ kind }) => kind);
    const running = kinds(`The final of the cup was held here in the rain.\n\nThe board at the gate said: ${score}.\n`);
    assert.deepEqual(kinds(`${score}\n\nThe final of the cup was held here in the rain.\n`), ['score']);
    assert.notDeepEqual(running, ['score']);
  });
});

describe('the sentence around a figure', () => {
  it('is read to the same words whether or not a quote stands in it', () => {
    const subjects = (text: string) => extractClaims(text).figures.map(({ subject }) => subject?.head);
    assert.deepEqual(
      subjects('The council closed 12 libraries in May.'),
      subjects('The council closed 12 libraries in May.\n\n“We had to,” Roe said.'),
    );
    assert.deepEqual(subjects('It was “a sad day” when the council closed 12 libraries.'), ['library']);
  });
});

describe('a filter of words', () => {
  it('lets all listed words through, in any case, and hardly another', () => {
    const filter = wordFilter(['yesterday', 'tonight', 'may']);
    const passes = (word: string) =>
      mayBeListed(filter, word.charCodeAt(0), word.charCodeAt(word.length - 1), word.length);
    for (const word of ['yesterday', 'Yesterday', 'TONIGHT', 'May']) assert.ok(passes(word), word);
    for (const word of ['today', 'mayor', 'yesterdays', 'm', 'y'.repeat(35)]) assert.ok(!passes(word), word);
  });
});

describe('small letters', () => {
  it('keep every word where it stood', () => {
    for (const text of ['On MONDAY', 'İstanbul, May 3', 'ẞ and Σ'])
      assert.equal(lowerCase(text, -5, text.length).length, text.length);
    assert.equal(lowerCase('Said Roe', 0, 4), 'said');
  });
});

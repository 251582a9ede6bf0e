import assert from 'node:assert/strict';
import fc from 'fast-check';
import { extractClaims } from '../../src/claims/extract';
import { storyText, tornText } from '../support/arbitraryArticles';

function checkSound(text: string): void {
  const { paragraphs, sentences, quotes, faults } = extractClaims(text);
  for (const span of [...paragraphs, ...sentences, ...quotes, ...faults]) {
    assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length, JSON.stringify(span));
  }
  for (const list of [paragraphs, sentences]) {
    list.forEach((span, i) => {
      assert.ok(i === 0 || (list[i - 1]?.end ?? 0) <= span.start, 'in order, and none in another');
    });
  }
  quotes.forEach((quote, i) => {
    assert.equal(quote.index, i);
    assert.equal(quote.text, text.slice(quote.start, quote.end));
    assert.ok(quote.outer.start <= quote.start && quote.end <= quote.outer.end);
    const around = quote.nestedIn === null ? null : quotes[quote.nestedIn];
    if (around) assert.ok(around.start <= quote.start && quote.end <= around.end && around.index < i);
    for (const other of quotes.slice(0, i)) {
      const apart = other.end <= quote.start || quote.end <= other.start;
      assert.ok(apart || (other.start <= quote.start && quote.end <= other.end), 'overlap only by standing inside');
    }
    const { speaker } = quote;
    if (speaker) {
      assert.equal(text.slice(speaker.start, speaker.end), speaker.mention);
      assert.ok(speaker.confidence >= 0 && speaker.confidence <= 1);
    }
  });
}

describe('claims of any text', () => {
  it('lie inside the text, in order, and overlap only where one stands in the other', () => {
    fc.assert(fc.property(tornText, checkSound), { numRuns: 500 });
    fc.assert(fc.property(storyText, checkSound), { numRuns: 200 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), checkSound), { numRuns: 300 });
  });

  // A scanner that looked back or ahead without bound would take minutes here, and run into the suite's time-out.
  const hostile: readonly [string, string][] = [
    ['100,000 quotes in one paragraph', '“a,” he said. '.repeat(100_000)],
    ['100,000 opening marks', '“a '.repeat(100_000)],
    ['100,000 closing marks', 'a” '.repeat(100_000)],
    ['200,000 straight marks', '" '.repeat(200_000)],
    ['100,000 apostrophes', " 'a s' ".repeat(100_000)],
    ['100,000 paragraphs left open', '“a\n\n'.repeat(100_000)],
    ['100,000 short lines', 'a “b\n'.repeat(100_000)],
    ['a line of 1 MB', 'The ferry ran on the rocks and '.repeat(33_000)],
    ['100,000 transcript turns', 'MR. PELL: No.\nMS. ROE: Yes.\n'.repeat(50_000)],
    ['500,000 full stops', '. '.repeat(500_000)],
    ['500,000 brackets', '['.repeat(250_000) + '('.repeat(250_000)],
    ['250,000 capitals', 'Ana Bruhl '.repeat(125_000)],
  ];
  for (const [name, text] of hostile) {
    it(`are found in time in ${name}`, () => {
      extractClaims(text);
    }).timeout(20_000);
  }
});

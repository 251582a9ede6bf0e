import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import type { Claims } from '../../src/claims/model';
import { createExtraction } from '../../src/cli/extraction';
import { readClaims } from '../../src/links/reading';

/** Articles of about 8,000 UTF-16 units each, no two alike. */
const article = (n: number) =>
  `ORRIN, May ${(n % 28) + 1}, 2025 — “We counted ${n} ferries,” said Ana Bruhl.\n\n` +
  `The Ferry Board paid $${n}.5 million for the Grey Heron, and 34 passengers came.\n\n`.repeat(100);

describe('extraction on all cores', () => {
  for (const [what, count] of [
    ['few texts', 3],
    ['as many as make workers worth while', 60],
  ] as const) {
    it(`hands over the claims of ${what} in their order, the same as when they are read one by one`, async function () {
      this.timeout(60_000);
      const texts = Array.from({ length: count }, (_, n) => article(n));
      const taken: [number, Claims][] = [];
      await createExtraction().run(texts, (packed, i) => {
        const text = texts[i] ?? '';
        taken.push([i, (packed && readClaims(packed, text)) ?? extractClaims(text)]);
      });
      assert.deepEqual(
        taken,
        texts.map((text, i) => [i, extractClaims(text)]),
      );
    });
  }

  it('begins with texts that are read before it is known in which order they are wanted', async function () {
    this.timeout(60_000);
    const texts = Array.from({ length: 40 }, (_, n) => article(n % 30));
    const extraction = createExtraction();
    extraction.expect(texts.length * 3);
    for (const text of [...texts].reverse().slice(5)) extraction.begin(text);
    const taken: (Claims | null)[] = [];
    await extraction.run(texts, (packed, i) => {
      assert.equal(i, taken.length);
      taken.push(packed && readClaims(packed, texts[i] ?? ''));
    });
    assert.deepEqual(taken, texts.map(extractClaims));
  });

  it('is done at once with no text at all', async () => {
    await createExtraction().run([], () => assert.fail('There is nothing to hand over.'));
  });
});

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { byteReader, byteWriter, readNumber, writeNumber, written } from '../../src/core/bytes';
import { extractClaims } from '../../src/claims/extract';
import type { Claims } from '../../src/claims/model';
import { packClaims, unpackClaims } from '../../src/claims/packed';
import { storyText, tornText } from '../support/arbitraryArticles';

/** Packs what a text claims and unpacks it; gives how many bytes that takes. */
function checkRoundTrip(text: string): number {
  const claims = extractClaims(text);
  const packed = packClaims(claims);
  const again = unpackClaims(packed, text);
  assert.deepEqual(again, claims);
  // The order of properties counts too: answers are compared as they are written out.
  assert.equal(JSON.stringify(again), JSON.stringify(claims));
  return packed.length;
}

/** All spans of some claims, nested ones too. */
function spansIn(value: unknown): { start: number; end: number }[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'start' in value && 'end' in value ? [value as { start: number; end: number }] : [];
  return [...own, ...Object.values(value).flatMap(spansIn)];
}

/** Unpacks any bytes: null, or claims that a text of this length may have. */
function checkSound(packed: Uint8Array, text: string): Claims | null {
  const claims = unpackClaims(packed, text);
  for (const { start, end } of spansIn(claims)) assert.ok(0 <= start && start <= end && end <= text.length);
  for (const quote of claims?.quotes ?? [])
    for (const other of [quote.nestedIn, quote.continues])
      assert.ok(other === null || claims?.quotes[other] !== undefined);
  for (const { quote, sentence } of claims?.figures ?? []) {
    assert.ok(quote === null || claims?.quotes[quote] !== undefined);
    assert.ok(sentence === -1 || claims?.sentences[sentence] !== undefined);
  }
  return claims;
}

const article = `# Ferry runs on the rocks off Hestholm

By Ana Bruhl

HESTHOLM, June 5, 2025 — Finance Minister Aleksei Norvik said on Monday that up to 1,200 people, about 3.5% of the island,
had paid $4.5 million a year for a ferry that was “never, ever fit for the open sea”. Norvik, 61, leaves at 7:30 p.m.

“We saw the rock too late,” Captain Lars Roe told the inquiry. “And she said to me, ‘There was nothing to be done.’ I
believe her.”

“It was dark on the water,” Ada Roe said, “and it was bitterly cold.”

The council voted 7-2 to sell it by December, three times as fast as in the 1990s. He called it "thick as wool.

Aleksey Norvik had no comment, and between 10 and 12 rafts were lost. Dozens of passengers swam. “Up to 40 were hurt by
Monday,” Roe said, “and nobody came.” His sister, Ada Roe, left the island on Tuesday.
`;

describe('packed claims', () => {
  it('unpack to what was packed', () => {
    const bytes = checkRoundTrip(article);
    const { quotes, figures, faults, names, dateline } = extractClaims(article);
    assert.ok(faults.length === 1 && dateline);
    // The article has each thing that a claim can have, and one that lacks it.
    for (const key of ['max', 'unit', 'per', 'iso', 'vague', 'date', 'subject', 'claimant', 'time', 'quote'] as const)
      assert.equal(new Set(figures.map((figure) => Boolean(figure[key] ?? false))).size, 2, key);
    for (const key of ['speaker', 'nestedIn', 'continues'] as const)
      assert.equal(new Set(quotes.map((quote) => quote[key] === null)).size, 2, key);
    for (const key of ['offices', 'roles'] as const)
      assert.equal(new Set(names.map((name) => name[key].length > 0)).size, 2, key);
    assert.equal(new Set(names.map(({ gender }) => gender)).size, 3);
    assert.ok(bytes < article.length, 'in fewer bytes than the article has letters');
  });

  it('unpack to what was packed, whatever the text', () => {
    fc.assert(
      fc.property(storyText, (text) => void checkRoundTrip(text)),
      { numRuns: 100 },
    );
    fc.assert(
      fc.property(tornText, (text) => void checkRoundTrip(text)),
      { numRuns: 150 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void checkRoundTrip(text)),
      { numRuns: 50 },
    );
    for (const text of ['', ' ', '\ud83d', '“\udc00” said Ana \ud83d Bruhl', '“a,” he said. '.repeat(2000)])
      checkRoundTrip(text);
  });

  const shared = resolve(__dirname, '../../../../../shared/stories');
  it('unpack to what was packed in real copy, in less than half of its bytes', function () {
    if (!existsSync(shared)) this.skip();
    let bytes = 0;
    let units = 0;
    for (const file of readdirSync(shared, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.txt')) continue;
      const text = readFileSync(join(shared, file), 'utf8');
      units += text.length;
      bytes += checkRoundTrip(text);
    }
    assert.ok(bytes * 2 < units, `${bytes} bytes for ${units} code units`);
  }).timeout(20_000);

  it('hold every number as it is', () => {
    const check = (value: number | null) => {
      const writer = byteWriter(1);
      writeNumber(writer, value);
      assert.ok(Object.is(readNumber(byteReader(written(writer))), value), String(value));
    };
    for (const value of [null, 0, -0, 0.1, 0.1 + 0.2, 148.6e6, -1.25, 1e21, 2 ** 53, -(2 ** 52), NaN, -Infinity])
      check(value);
    fc.assert(fc.property(fc.double(), check));
    fc.assert(fc.property(fc.maxSafeInteger(), check));
  });

  it('that are torn, changed or of another text give none, or such as the text can have', () => {
    const packed = packClaims(extractClaims(article));
    for (let length = 0; length < packed.length; length++)
      assert.equal(checkSound(packed.subarray(0, length), article), null, `cut to ${length} bytes`);
    assert.equal(checkSound(Uint8Array.from([...packed, 0]), article), null, 'with a byte too many');
    assert.equal(checkSound(packed, article.slice(0, 400)), null, 'of a longer text');
    assert.equal(checkSound(Uint8Array.from([2, ...packed.subarray(1)]), ''), null);
    for (let at = 0; at < packed.length; at++) {
      for (const flip of [1, 2, 16, 64, 128, 255]) {
        const changed = packed.slice();
        changed[at] = (changed[at] ?? 0) ^ flip;
        checkSound(changed, article);
      }
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        checkSound(bytes, article);
        checkSound(Uint8Array.from([1, 0, ...bytes]), article);
      }),
      { numRuns: 1000 },
    );
  });

  it('that promise more than they hold are turned down at once', () => {
    const many = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x0f];
    for (const before of [[1], [1, 0], [1, 0, 0], [1, 1, 0], [1, 0, 0, 0, 1]])
      assert.equal(unpackClaims(Uint8Array.from([...before, ...many]), article), null);
  });
});

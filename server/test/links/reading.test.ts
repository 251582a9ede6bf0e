import assert from 'node:assert/strict';
import fc from 'fast-check';
import { byteWriter, writeVarint, written } from '../../src/core/bytes';
import { extractClaims } from '../../src/claims/extract';
import { createVocabulary } from '../../src/claims/normalize';
import { makePassages, type PassageRecord } from '../../src/links/passages';
import { createTextReader, readClaims, unpackPassages, unpackReading } from '../../src/links/reading';
import { storyText } from '../support/arbitraryArticles';
import { everything } from '../support/everything';
import { newHost } from '../support/randomChanges';

/** What passages are compared by, with their words spelled out. */
const compared = (records: readonly PassageRecord[] | null, { forms, stems }: ReturnType<typeof createVocabulary>) =>
  records?.map(({ start, end, key, quote, content: { words, matter } }) => ({
    start,
    end,
    key,
    quote: quote && [quote.index, quote.kind, quote.speaker?.name, quote.display, quote.nestedIn],
    words: words.words.map((word) => [forms[word], forms[stems[word] ?? -1]]),
    stems: words.stems.map((stem) => forms[stem]),
    places: [words.flags, words.starts, words.ends, words.trailsOff],
    matter: matter.map((stem) => forms[stem]),
  }));

describe('what another thread has read in a text', () => {
  it('has the claims and the passages that are read here, whatever was read before in either place', () => {
    fc.assert(
      fc.property(
        fc.array(storyText, { minLength: 1, maxLength: 4 }),
        fc.shuffledSubarray([0, 1, 2, 3]),
        (texts, order) => {
          const read = createTextReader();
          const packed = texts.map(read);
          const here = createVocabulary();
          for (const n of order) {
            const text = texts[n];
            if (text === undefined) continue;
            const own = createVocabulary();
            const claims = extractClaims(text);
            const bytes = packed[n] ?? new Uint8Array();
            assert.deepEqual(readClaims(bytes, text), claims);
            const reading = unpackReading(bytes);
            assert.ok(reading);
            assert.equal(reading.day, claims.dateline?.iso ?? null);
            let pid = 0;
            const records = unpackPassages('', reading.passages, () => ++pid, here);
            pid = 0;
            const made = makePassages('', text, claims, [], own, () => ++pid);
            assert.deepEqual(compared(records, here), compared(made, own));
          }
        },
      ),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('gives an analysis that says the same, also where only some of the articles were read elsewhere', () => {
    fc.assert(
      fc.property(fc.array(storyText, { minLength: 2, maxLength: 5 }), fc.nat(31), (texts, which) => {
        const read = createTextReader();
        const [host, alone] = [newHost({ mostHot: 3 }), newHost()];
        texts.forEach((text, n) => {
          const article = { id: `${n}`, name: `${n}.txt`, text };
          host.set(article, (which >> n) & 1 ? read(text) : undefined);
          alone.set(article);
        });
        assert.deepEqual(everything(host.snapshot()), everything(alone.snapshot()));
        // An article that is read anew keeps what stands of it.
        const edited = { id: '0', name: '0.txt', text: `${texts[0] ?? ''}\n\nAnd so it ended.` };
        host.set(edited, read(edited.text));
        alone.set(edited);
        assert.deepEqual(everything(host.snapshot()), everything(alone.snapshot()));
      }),
      { numRuns: 40 },
    );
  }).timeout(60_000);

  it('has the same words whichever thread has read it, also after torn bytes', () => {
    const texts = [
      '“We counted 34 ferries,” said Ana Bruhl.',
      '“We counted no ferry at all,” said the Ferry Board on Monday.',
    ];
    const here = createVocabulary();
    const passagesOf = (bytes: Uint8Array) =>
      unpackPassages('', unpackReading(bytes)?.passages ?? new Uint8Array(), () => 1, here);
    const own = createVocabulary();
    const made = texts.map((text) => makePassages('', text, extractClaims(text), [], own, () => 1));
    for (const read of Array.from({ length: 6 }, createTextReader)) {
      const packed = texts.map(read);
      for (const bytes of packed) passagesOf(bytes.slice(0, bytes.length - 20));
      for (const [n, bytes] of [...packed.entries(), ...packed.entries()].reverse()) {
        assert.deepEqual(compared(passagesOf(bytes), here), compared(made[n] ?? null, own));
      }
    }
  });

  it('is nothing where the bytes are torn, and never throws', () => {
    const text = 'ORRIN, May 4, 2025 — “We counted 34 ferries and no ship at all,” said Ana Bruhl of the Ferry Board.';
    const whole = createTextReader()(text);
    const nothing = (bytes: Uint8Array) => {
      const reading = unpackReading(bytes);
      const host = newHost();
      host.set({ id: 'a', name: 'a.txt', text }, bytes);
      assert.ok(host.snapshot().get('a'));
      return reading && unpackPassages('', reading.passages, () => 1, createVocabulary());
    };
    for (let length = 0; length < whole.length; length++) assert.equal(nothing(whole.slice(0, length)), null);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(whole.length), (bytes, at) => {
        nothing(Uint8Array.from([...whole.slice(0, at), ...bytes]));
      }),
      { numRuns: 200 },
    );
  });

  it('does nothing as often as torn bytes say, wherever a number in them is beyond all that can be', () => {
    const whole = createTextReader()('“We counted 34 ferries and no ship,” said Ana Bruhl of the Ferry Board.');
    const vocabulary = createVocabulary();
    const passages = unpackReading(whole)?.passages ?? new Uint8Array();
    for (const most of [2 ** 29, 2 ** 31, 2 ** 32, 2 ** 45]) {
      const number = byteWriter();
      writeVarint(number, most);
      for (let at = 0; at < passages.length; at++) {
        const torn = Uint8Array.from([...passages.slice(0, at), ...written(number)]);
        const records = unpackPassages('', torn, () => 1, vocabulary) ?? [];
        for (const { content } of records) assert.equal(content.words.count, content.words.words.length);
      }
    }
  });
});

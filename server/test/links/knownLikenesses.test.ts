import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createStoryIndex } from '../../src/links/stories';
import type { StoryEvidence, StoryIndex } from '../../src/links/storyIndex';
import { makeSignature } from '../../src/links/storySignature';

const most = 11;
const idOf = (number: number) => `a${String(number).padStart(3, '0')}`;

const aboutThese = (stems: readonly number[]) => makeSignature(stems.map((stem) => [stem, 10] as const));

/** What an article is about, out of few words: an edit makes one of them rarer or more common for many. */
const evidence: fc.Arbitrary<StoryEvidence> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 })
  .map((stems) => ({ signature: aboutThese(stems), shared: new Map(), day: null }));

const step = fc.oneof(
  fc.record({ kind: fc.constant('write' as const), number: fc.nat(most), evidence }),
  fc.record({ kind: fc.constant('leave' as const), number: fc.nat(most) }),
  fc.constant({ kind: 'ask' as const }),
  fc.record({ kind: fc.constant('go on' as const), times: fc.nat(20) }),
);

describe('how alike articles are, taken over from another index', () => {
  it('is what comparing them all says, whatever is written, leaves or is asked in the middle of it', () => {
    fc.assert(
      fc.property(
        fc.array(evidence, { minLength: most + 1, maxLength: most + 1 }),
        fc.array(step, { maxLength: 8 }),
        (first, steps) => {
          const old = indexOf(first.map((one, number) => [number, one]));
          const index = createStoryIndex();
          const now = new Map<number, StoryEvidence>();
          for (const [number, one] of first.entries()) {
            index.set(idOf(number), one);
            now.set(number, one);
          }
          index.adopt({ known: pairsOf(old), idOf }, { articles: first.length, gone: [], fresh: [] });
          for (const one of steps) {
            // A pair at each call.
            if (one.kind === 'go on') for (let i = 0; i < one.times; i++) index.settle(1 / 1000);
            else if (one.kind === 'ask') for (const number of now.keys()) index.clusters().get(idOf(number));
            else if (one.kind === 'leave') {
              index.delete(idOf(one.number));
              now.delete(one.number);
            } else {
              index.set(idOf(one.number), one.evidence);
              now.set(one.number, one.evidence);
            }
          }
          while (!index.settle(1 / 1000));
          assert.deepEqual(likenessesOf(index), likenessesOf(indexOf(now)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is not what it was for articles that were compared meanwhile, because a word became more common', () => {
    const about = (stems: readonly number[]) => ({ signature: aboutThese(stems), shared: new Map(), day: null });
    // More pairs than are taken over when somebody asks.
    const folder = Array.from({ length: 110 }, (_, number) => about(number < 3 ? [1, 2, 9] : [1, 2]));
    const index = indexOf(folder.entries());
    index.adopt({ known: pairsOf(indexOf(folder.entries())), idOf }, { articles: folder.length, gone: [], fresh: [] });
    folder[100] = about([1, 2, 9]);
    index.set(idOf(100), folder[100]);
    assert.equal(index.clusters().get(idOf(0))?.length, folder.length);
    while (!index.settle(1));
    assert.deepEqual(likenessesOf(index), likenessesOf(indexOf(folder.entries())));
  });

  it('is told no longer to whoever asked before it was taken over', () => {
    const about = { signature: aboutThese([1, 2, 3]), shared: new Map(), day: null };
    const folder = [0, 1, 2, 3].map((number) => [number, about] as const);
    const index = indexOf(folder);
    const told = index.likenesses()[Symbol.iterator]();
    index.adopt({ known: pairsOf(indexOf(folder)), idOf }, { articles: 4, gone: [], fresh: [] });
    assert.equal(told.next().done, true);
  });

  it('is not trusted where it breaks off: all are compared then', () => {
    const about = { signature: aboutThese([1, 2, 3]), shared: new Map(), day: null };
    const index = indexOf([0, 1, 2].map((number) => [number, about]));
    const broken: readonly (readonly [number, number, number])[] = [[1, 0, 20]];
    const known = (function* () {
      yield* broken;
      return false;
    })();
    index.adopt({ known, idOf }, { articles: 3, gone: [], fresh: [] });
    while (!index.settle(10));
    assert.deepEqual(likenessesOf(index), likenessesOf(indexOf([0, 1, 2].map((number) => [number, about]))));
  });
});

describe('how alike articles are', () => {
  it('is worked out anew for one that has changed since an earlier view was asked about it', () => {
    const about = (stems: readonly number[]) => ({ signature: aboutThese(stems), shared: new Map(), day: null });
    // Three stories of ten.
    const folder = Array.from({ length: 30 }, (_, number) => about([1, 2, 3].map((stem) => stem + 3 * (number % 3))));
    const index = createStoryIndex();
    for (const [number, one] of folder.entries()) index.set(idOf(number), one);
    const view = index.clusters();
    assert.equal(view.get(idOf(0))?.length, 10);
    folder[0] = about([4, 5, 6, 7, 8, 9]);
    index.set(idOf(0), folder[0]);
    view.get(idOf(29));
    while (!index.settle(10));
    assert.deepEqual(likenessesOf(index), likenessesOf(indexOf(folder.entries())));
  });
});

function indexOf(articles: Iterable<readonly [number, StoryEvidence]>): StoryIndex {
  const index = createStoryIndex();
  for (const [number, one] of articles) index.set(idOf(number), one);
  while (!index.settle(10));
  return index;
}

/** All that an index says, in one order. */
const likenessesOf = (index: StoryIndex) =>
  [...index.likenesses()].map(([id, near]) => [id, [...near].sort()] as const).sort(([a], [b]) => (a < b ? -1 : 1));

/** The same with each pair once, as it is kept. */
function* pairsOf(index: StoryIndex): Generator<readonly [number, number, number], boolean> {
  for (const [id, near] of likenessesOf(index)) {
    for (const [other, likeness] of near) if (other < id) yield [Number(id.slice(1)), Number(other.slice(1)), likeness];
  }
  return true;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { flag, type Words } from '../../src/claims/normalize';
import { align } from '../../src/links/align';
import { createGlance } from '../../src/links/glance';

/** A word: its stem, which of two forms of it, and its flags. */
type Word = readonly [stem: number, form: number, flags: number];

function wordsOf(list: readonly Word[], trailsOff = false): Words {
  const places = list.map((_, i) => i);
  return {
    count: list.length,
    stems: list.map(([stem]) => 2 * stem),
    words: list.map(([stem, form]) => 2 * stem + form),
    flags: list.map(([, , flags]) => flags),
    starts: places,
    ends: places,
    trailsOff,
  };
}

const bits = fc.constantFrom(0, 0, 0, flag.grammar, flag.grammar, flag.capital, flag.bracket, flag.afterEllipsis);
const plainBits = fc.constantFrom(0, flag.grammar);
const text = (most: number, stems: number, flags: fc.Arbitrary<number> = bits) =>
  fc
    .tuple(
      fc.array(fc.tuple(fc.nat(stems), fc.constantFrom(0, 0, 0, 1), flags), { minLength: 1, maxLength: most }),
      fc.boolean(),
    )
    .map(([list, trailsOff]) => wordsOf(list, trailsOff));
/** Two passages of which one often stands in the other. */
const nested = fc
  .tuple(text(12, 6, plainBits), text(6, 6, plainBits), text(6, 6, plainBits), fc.boolean())
  .map(([inner, before, after, turned]) => {
    const outer = wordsOf([...listOf(before), ...listOf(inner), ...listOf(after)]);
    return turned ? ([outer, inner] as const) : ([inner, outer] as const);
  });
const pairs = fc.oneof(fc.tuple(text(14, 5), text(14, 5)), fc.tuple(text(90, 40), text(90, 40)), nested);

const listOf = (words: Words): Word[] =>
  Array.from({ length: words.count }, (_, i) => [
    (words.stems[i] ?? 0) / 2,
    (words.words[i] ?? 0) - (words.stems[i] ?? 0),
    words.flags[i] ?? 0,
  ]);

/** The matched words by the whole table, as plainly as it can be written. */
function byTable(a: Words, b: Words): string {
  const has = (words: Words, i: number, bit: number) => ((words.flags[i] ?? 0) & bit) !== 0;
  const opens = (words: Words, i: number) => (i < words.count ? has(words, i, flag.afterEllipsis) : words.trailsOff);
  const scores = Array.from({ length: a.count + 1 }, () => new Array<number>(b.count + 1).fill(0));
  const moves = Array.from({ length: a.count + 1 }, () => new Array<number>(b.count + 1).fill(0));
  const at = (table: number[][], i: number, j: number) => table[i]?.[j] ?? 0;
  let best = { score: 0, i: 0, j: 0 };
  for (let i = 1; i <= a.count; i++) {
    for (let j = 1; j <= b.count; j++) {
      const [x, y] = [i - 1, j - 1];
      const isGrammar = has(a, x, flag.grammar);
      const step =
        a.words[x] === b.words[y]
          ? isGrammar
            ? 3
            : 8
          : a.stems[x] === b.stems[y]
            ? isGrammar
              ? 3
              : 5
            : has(a, x, flag.bracket) || has(b, y, flag.bracket)
              ? 0
              : -3;
      const ways = [
        { move: 1, score: at(scores, x, y) + step },
        { move: 2, score: at(scores, x, j) - (has(a, x, flag.bracket) || opens(b, j) ? 0 : 2) },
        { move: 3, score: at(scores, i, y) - (has(b, y, flag.bracket) || opens(a, i) ? 0 : 2) },
      ];
      const way = ways.reduce((one, other) => (other.score > one.score ? other : one));
      if (way.score <= 0) continue;
      (scores[i] ?? [])[j] = way.score;
      (moves[i] ?? [])[j] = way.move;
      if (way.score > best.score) best = { score: way.score, i, j };
    }
  }
  const matches: string[] = [];
  for (let { i, j } = best; at(moves, i, j) !== 0;) {
    const move = at(moves, i, j);
    if (move === 1 && a.stems[i - 1] === b.stems[j - 1]) matches.unshift(`${i - 1}-${j - 1}`);
    if (move !== 3) i--;
    if (move !== 2) j--;
  }
  return matches.join(' ');
}

function byRuns(a: Words, b: Words): string {
  const runs = align(a, b)?.runs ?? [];
  const matches: string[] = [];
  for (let k = 0; k < runs.length; k += 3) {
    for (let i = 0; i < (runs[k + 2] ?? 0); i++) matches.push(`${(runs[k] ?? 0) + i}-${(runs[k + 1] ?? 0) + i}`);
  }
  return matches.join(' ');
}

describe('an alignment', () => {
  it('matches the words that the whole table matches, whatever way it takes', () => {
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        assert.equal(byRuns(a, b), byTable(a, b));
      }),
      { numRuns: 1500 },
    );
  }).timeout(30_000);

  it('has no more in common than a glance says', () => {
    const glance = createGlance();
    fc.assert(
      fc.property(pairs, ([a, b]) => {
        const found = align(a, b);
        glance.lookAt(a);
        const most = glance.atMost(b);
        assert.ok((found?.count ?? 0) <= most.words);
        assert.ok((found?.matter ?? 0) <= most.matter);
        for (let run = 1; run <= (found?.run ?? 0); run++) assert.ok(glance.mayShareRun(b, run));
      }),
      { numRuns: 1500 },
    );
  }).timeout(30_000);
});

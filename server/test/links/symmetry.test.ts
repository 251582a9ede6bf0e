import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import type { FigureLink, QuoteLink } from '../../src/links/model';
import { storyText } from '../support/arbitraryArticles';
import { figureStory } from '../support/figureStory';

type End = Pick<FigureLink['from'] | QuoteLink['from'], 'articleId' | 'start' | 'end'>;
const at = ({ articleId, start, end }: End): string => `${articleId} ${start}-${end}`;

/** Checks that every link is found from its other end too, with the same relation, and as sure. */
function checkSymmetry(analysis: Analysis): void {
  const linksOf = [(id: string) => analysis.figureLinksFrom(id), (id: string) => analysis.linksFrom(id)];
  for (const get of linksOf) {
    const there: string[] = [];
    const back: string[] = [];
    for (const { from, to, relation, tentative } of analysis.ids.flatMap<FigureLink | QuoteLink>(get)) {
      there.push(`${at(from)} ${relation} ${at(to)} ${tentative}`);
      back.push(`${at(to)} ${relation} ${at(from)} ${tentative}`);
    }
    assert.deepEqual(back.sort(), there.sort());
  }
}

/** One thing counted by many articles, each with one number or two, in words that are more and less alike. */
const counts = ['12', '14', '21', '38', '44', 'more than 40', 'about 40', '83', '1,240', '1,420'];
const sayings = [
  (n: string) => `The Grey Heron carried ${n} passengers when she struck.`,
  (n: string) => `There were ${n} passengers aboard the Grey Heron, the board said.`,
  (n: string) => `Every ferry may take ${n} tired passengers against a swell from the north, Noor Castellan said.`,
  (n: string) => `Its report says that ${n} passengers were taken off on Monday.`,
  (n: string) => `In the Orrin channel the pilots picked up ${n} passengers.`,
];
const paragraph = fc.tuple(fc.constantFrom(...sayings), fc.constantFrom(...counts)).map(([say, count]) => say(count));
const reports = fc.array(
  fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('\n\n')),
  { minLength: 3, maxLength: 9 },
);

describe('links', () => {
  it('of quotes and figures are the same from either end', () => {
    fc.assert(
      fc.property(fc.array(storyText, { minLength: 2, maxLength: 6 }), (texts) => {
        const host = createAnalysisHost();
        texts.forEach((text, i) => {
          host.set({ id: `f${i}`, name: `f${i}.txt`, text });
        });
        checkSymmetry(host.snapshot());
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('of figures are the same from either end, however many articles count one thing in their own way', () => {
    fc.assert(
      fc.property(reports, (texts) => {
        checkSymmetry(figureStory(...texts).analysis);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('of figures stay the same from either end in a story so large that nothing is followed on', () => {
    const texts = Array.from({ length: 44 }, (_, i) =>
      [sayings[i % 5]?.(counts[i % 3] ?? ''), sayings[(i + 2) % 5]?.(counts[i % 7] ?? '')].join('\n\n'),
    );
    checkSymmetry(figureStory(...texts).analysis);
  }).timeout(20_000);
});

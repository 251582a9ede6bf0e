import assert from 'node:assert/strict';
import { otherCopy, ownCopy, wireCopy } from '../support/copiedStory';
import { readStory } from '../support/story';

/** Articles on one event, each with a sentence of its own; the problems of the first. */
function check(articles: readonly (readonly [copy: string, sentence: string])[], ...expected: string[]): void {
  const names = ['draft.txt', 'courier.txt', 'herald.txt', 'wire.txt'];
  const source = articles.map(([copy, sentence], i) => `=== ${names[i]}\n${copy}\n\n${sentence}\n`);
  const { analysis } = readStory(source.join('\n'));
  assert.deepEqual(
    analysis.problems('draft.txt').map(({ message }) => message),
    expected,
  );
}

const crew = (sailors: number) => `The Grey Heron had a crew of ${sailors} sailors.`;
const said = (words: string) => `“Nobody has put a light on those ${words} in eleven years,” said Lars Roe.`;

describe('files that a problem counts', () => {
  it('are one source where they are copies: a figure does not stand alone against them', () => {
    check(
      [
        [ownCopy, crew(14)],
        [wireCopy, crew(41)],
        [wireCopy, crew(41)],
      ],
      '14 sailors here, 41 in courier.txt and herald.txt (one source).',
    );
  });

  it('are so many sources: a figure stands alone against two', () => {
    check(
      [
        [ownCopy, crew(14)],
        [wireCopy, crew(41)],
        [wireCopy, crew(41)],
        [otherCopy, crew(41)],
      ],
      '14 sailors only here, 41 in 3 other files (courier.txt, herald.txt, +1; 2 sources).',
    );
  });

  it('do not outvote another file with copies of this one', () => {
    check(
      [
        [wireCopy, crew(14)],
        [wireCopy, crew(14)],
        [ownCopy, crew(41)],
      ],
      '14 sailors here and in 1 other file (one source), 41 in herald.txt.',
    );
  });

  it('are one source for a quote as well', () => {
    check(
      [
        [ownCopy, said('rocks')],
        [wireCopy, said('reefs')],
        [wireCopy, said('reefs')],
      ],
      "Lars Roe's quote differs in courier.txt and herald.txt (one source): “rocks” here, “reefs” there.",
    );
    check(
      [
        [wireCopy, said('rocks')],
        [wireCopy, said('rocks')],
        [ownCopy, said('reefs')],
      ],
      "Lars Roe's quote differs in herald.txt: “rocks” here and in 1 other file (one source), “reefs” there.",
    );
  });
});

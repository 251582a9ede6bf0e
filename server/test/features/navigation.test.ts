import assert from 'node:assert/strict';
import { bestMatchesAt, highlightsAt, matchesAt } from '../../src/features/navigation';
import { fixture } from './fixture';

const ferry = 'Nobody on this island has ever seen the ferry leave on time';
const bread = 'The bread came over with the morning boat and was gone by noon';

const others = `
=== b.txt
Ilse Brandt said: “${ferry}.” It was noted down. Ilse Brandt said again: “${ferry}.”

=== c.txt
Ilse Brandt said: “${bread}.”
`;

/** The files that the words at the cursor lead to: all matches, then the best of each file. */
function check(article: string, all: readonly string[], best: readonly string[] = all): void {
  const { analysis, at } = fixture(`=== a.txt\n${article}\n${others}`);
  const names = (matches: ReturnType<typeof matchesAt>): readonly string[] =>
    matches?.there.map(({ articleId }) => articleId) ?? [];
  assert.deepEqual(names(matchesAt(analysis, at.id, at.offset)), all);
  assert.deepEqual(names(bestMatchesAt(analysis, at.id, at.offset)), best);
}

/** The words that are marked `⟦so⟧` are those that are highlighted at the cursor. */
function checkHighlights(article: string): void {
  const { analysis, at, files } = fixture(`=== a.txt\n${article}\n`);
  assert.deepEqual(
    highlightsAt(analysis, at.id, at.offset),
    files.get('a.txt')?.marks.map(({ start, end }) => ({ start, end })),
  );
}

describe('going to the matching quote', () => {
  it('lists every match, and jumps to the best of each file', () => {
    check(
      `Ilse Brandt said: “Nobody on this ‸island has ever seen the ferry leave on time.”`,
      ['b.txt', 'b.txt'],
      ['b.txt'],
    );
  });

  it('works from the quotation marks and from the words around the quote', () => {
    check(`Ilse Brandt said: ‸“${bread}.”`, ['c.txt']);
    check(`Ilse Brandt said: “${bread}.”‸`, ['c.txt']);
    check(`Ilse ‸Brandt said: “${bread}.”`, ['c.txt']);
  });

  it('leads nowhere from another sentence', () => {
    check(`It rained all ‸day. Ilse Brandt said: “${bread}.”`, []);
  });
});

describe('highlights', () => {
  it('are the quote and the same words where the article has them again', () => {
    checkHighlights(`Ilse Brandt said: “⟦${bread}‸.⟧” It was noted down.\n\n“⟦${bread},⟧” Ilse Brandt said.`);
  });

  it('take in the parts of a quote that its cue splits', () => {
    checkHighlights('“⟦The bread came over with the ‸morning boat,⟧” Ilse Brandt said, “⟦and it was gone by noon.⟧”');
  });

  it('are none outside of quotes', () => {
    checkHighlights(`Ilse ‸Brandt said: “${bread}.”`);
  });
});

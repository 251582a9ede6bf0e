import assert from 'node:assert/strict';
import { bestMatchesAt, highlightsAt, matchesAt } from '../../src/features/navigation';
import { figureFixture } from './figureFixture';
import { timeOf } from '../linear/growth';
import { fixture, type Fixture } from './fixture';

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

  it('come in time that grows with the article, a remark of thousands of paragraphs as well', () => {
    // The bare loops are so fast that twice the text tells too little of them on a busy machine.
    const msOf = (units: number): number => {
      const { analysis } = fixture(`=== a.txt\n${'“a \n'.repeat(units / 4)}\n`);
      analysis.linksFrom('a.txt');
      return timeOf((at: number) => void highlightsAt(analysis, 'a.txt', at), 2);
    };
    msOf(8_000);
    const [short, long] = [20_000, 160_000].map((units) => Math.min(...[1, 2, 3].map(() => msOf(units))));
    assert.ok((long ?? 0) < 24 * (short ?? 0) || (long ?? 0) < 200, `${short} and ${long} ms for eight times the text`);
  }).timeout(60_000);

  it('take in the parts of a quote that its cue splits', () => {
    checkHighlights('“⟦The bread came over with the ‸morning boat,⟧” Ilse Brandt said, “⟦and it was gone by noon.⟧”');
  });

  it('are none outside of quotes and figures', () => {
    checkHighlights(`Ilse ‸Brandt said: “${bread}.”`);
  });
});

describe('going from figure to figure', () => {
  const storm = `
=== a.txt
The storm killed ⟦4‸3 people⟧{n count 43}. On Friday the ⟦43 people⟧{n count 43} were named.

=== b.txt
The storm killed ⟦34 people⟧{n count 34}, then ⟦43 people⟧{n count 43}, and nobody on the coast had slept.

=== c.txt
The storm killed ⟦forty-three⟧{n count 43, likely}.
`;
  const places = ({ analysis, at, words }: Fixture, of: typeof matchesAt): readonly string[] =>
    of(analysis, at.id, at.offset)?.there.map((place) => `${place.articleId} ${words(place.articleId, place)}`) ?? [];

  it('lists every match, the surest first, and jumps to the best of each file', () => {
    const story = figureFixture(storm);
    assert.deepEqual(places(story, matchesAt), ['b.txt 43 people', 'b.txt 34 people', 'c.txt forty-three']);
    assert.deepEqual(places(story, bestMatchesAt), ['b.txt 43 people', 'c.txt forty-three']);
    const matches = matchesAt(story.analysis, 'a.txt', story.at.offset);
    assert.deepEqual(
      [matches?.origin, ...(matches?.here ?? [])].map((span) => span && story.words('a.txt', span)),
      ['43 people', '43 people'],
    );
  });

  it('goes to the quote from a figure in it, and to the figure where another file has it alone', () => {
    const remark = 'We have lost ⟦40‸ boats⟧{b count 40} and we will not lose another one in this harbour';
    const story = figureFixture(`
=== a.txt
Ilse Brandt said: “${remark}.”

=== b.txt
Ilse Brandt said: “${remark.replace('‸', '')}.”

=== c.txt
The harbour has lost ⟦40 boats⟧{b count 40}.
`);
    assert.deepEqual(places(story, bestMatchesAt), [
      'b.txt We have lost 40 boats and we will not lose another one in this harbour.',
      'c.txt 40 boats',
    ]);
    const origin = matchesAt(story.analysis, 'a.txt', story.at.offset)?.origin;
    assert.match(origin ? story.words('a.txt', origin) : '', /^“We have lost .*”$/);
  });

  it('highlights the figure wherever the article gives it', () => {
    const { analysis, at, words } = figureFixture(storm);
    assert.deepEqual(
      highlightsAt(analysis, at.id, at.offset).map((span) => words('a.txt', span)),
      ['43 people', '43 people'],
    );
    const other = figureFixture(
      '=== a.txt\nIt had ⟦4‸0 sheep⟧{n count 40, of=sheep}, then ⟦forty sheep⟧{m count 40, of=sheep}, then ⟦40 goats⟧{o count 40, of=goats}.\n',
    );
    assert.deepEqual(
      highlightsAt(other.analysis, 'a.txt', other.at.offset).map((span) => other.words('a.txt', span)),
      ['40 sheep', 'forty sheep'],
    );
  });
});

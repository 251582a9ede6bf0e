import assert from 'node:assert/strict';
import { type PlacedProblem, nextProblem, worstProblems } from '../../src/features/diagnostics';
import { fixture } from './fixture';

const ferry = 'Nobody on this island has ever seen the ferry leave on time';
const bread = 'The bread came over with the morning boat and was gone by noon';

const two = `
=== a.txt
Ilse Brandt said: “${ferry}.”

Ilse Brandt said: “${bread}.”

=== b.txt
It rained on the island for a week.

=== c.txt
Ilse Brandt said: “${ferry.replace('ever', 'never')}.”

Ilse Brandt said: “${bread.replace('bread', 'butter')}.”
`;

describe('the next problem', () => {
  const { analysis, words } = fixture(two);
  const walk = (direction: 'next' | 'previous', steps: number): readonly string[] => {
    const seen: string[] = [];
    let from: { articleId: string; offset: number } | null = null;
    for (let step = 0; step < steps; step++) {
      const found: PlacedProblem | null = nextProblem(analysis, from, direction);
      if (!found) break;
      seen.push(`${found.articleId} ${words(found.articleId, found.problem).split(' ')[1]}`);
      from = { articleId: found.articleId, offset: found.problem.start };
    }
    return seen;
  };

  it('is the one after the cursor, through all articles and around', () => {
    assert.deepEqual(walk('next', 5), ['a.txt on', 'a.txt bread', 'c.txt on', 'c.txt butter', 'a.txt on']);
    assert.deepEqual(walk('previous', 5), ['c.txt butter', 'c.txt on', 'a.txt bread', 'a.txt on', 'c.txt butter']);
  });

  it('is found from an article without problems and from one that is not known', () => {
    assert.equal(nextProblem(analysis, { articleId: 'b.txt', offset: 3 }, 'next')?.articleId, 'c.txt');
    assert.equal(nextProblem(analysis, { articleId: 'b.txt', offset: 3 }, 'previous')?.articleId, 'a.txt');
    assert.equal(nextProblem(analysis, { articleId: 'gone.txt', offset: 3 }, 'next')?.articleId, 'a.txt');
  });

  it('is the same again where there is only one', () => {
    const one = fixture(
      `=== a.txt\nIlse Brandt said: “${ferry}. It was late, and she went home without another word.\n`,
    );
    const problem = nextProblem(one.analysis, null, 'next');
    assert.ok(problem);
    const again = nextProblem(one.analysis, { articleId: 'a.txt', offset: problem.problem.start }, 'next');
    assert.deepEqual(again, problem);
  });

  it('is none where there are no articles', () => {
    assert.equal(nextProblem(fixture('').analysis, null, 'next'), null);
  });
});

describe('the worst problems', () => {
  it('come by weight, and each disagreement once though both sides carry it', () => {
    const { analysis } = fixture(two);
    const all = analysis.ids.flatMap((articleId) =>
      analysis.problems(articleId).map((problem): PlacedProblem => ({ articleId, problem })),
    );
    assert.equal(all.length, 4);
    assert.deepEqual(
      worstProblems(all, 3).map(({ articleId, problem }) => [articleId, problem.severity]),
      [
        ['a.txt', 'error'],
        ['a.txt', 'warning'],
      ],
    );
    assert.equal(worstProblems(all, 1).length, 1);
  });
});

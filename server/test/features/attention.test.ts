import assert from 'node:assert/strict';
import { attentionOf } from '../../src/features/attention';
import { figureFixture } from './figureFixture';
import { fixture } from './fixture';

describe('what is marked beside the scroll bar', () => {
  it('is what other files have all alike, and not what the editor marks as a problem', () => {
    const { analysis, words } = fixture(`
=== a.txt
“The boat was late once more, and nobody said so,” Ilse Brandt said. “Nobody has ever seen this ferry leave the harbour on time,” she said.

“The bread was gone before the first of them had landed,” Tom Vale said.
=== b.txt
“The boat was late once more, and nobody said so,” Ilse Brandt said. “Nobody has ever seen this ferry leave the island on time,” she said.
`);
    const { linked, differing } = attentionOf(analysis, 'a.txt');
    assert.deepEqual(
      linked.map((span) => words('a.txt', span)),
      ['“The boat was late once more, and nobody said so,”'],
    );
    assert.ok(analysis.problems('a.txt').length > 0);
    assert.deepEqual(differing, []);
  });

  it('is what differs without being a problem', () => {
    const { analysis, words } = figureFixture(`
=== a.txt
The storm sank ⟦9 boats⟧{b count 9}, and ⟦43 people⟧{n count 43} drowned.
=== b.txt
The storm sank ⟦9 boats⟧{b count 9}. It took ⟦34⟧{n count 34}, they say.
`);
    const { linked, differing } = attentionOf(analysis, 'a.txt');
    assert.deepEqual(
      [linked, differing].map((spans) => spans.map((span) => words('a.txt', span))),
      [['9 boats'], ['43 people']],
    );
  });

  it('is nothing for an article that is not known', () => {
    assert.deepEqual(attentionOf(fixture('').analysis, 'gone.txt'), { linked: [], differing: [] });
  });
});

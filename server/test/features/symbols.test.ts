import assert from 'node:assert/strict';
import { outlineOf } from '../../src/features/symbols';
import { figureFixture } from './figureFixture';
import { fixture } from './fixture';

describe('the outline', () => {
  it('has a node a speaker with the quotes below it, and those without a speaker last', () => {
    const { analysis } = fixture(`
=== a.txt
“Then it was dark.” And so it went on, night after night, until spring.

Ilse Brandt said: “Nobody has ever seen the ferry leave on time.”

Tom Vale said: “The bread was gone by noon.”

“The boat was late once more,” Ilse Brandt said, pointing at the “Slow Hen” in the harbour.
`);
    assert.deepEqual(
      outlineOf(analysis, 'a.txt').map((group) => [
        group.kind === 'speaker' ? group.name : group.kind,
        ...group.entries.map(({ title }) => title),
      ]),
      [
        ['Ilse Brandt', 'Nobody has ever seen the ferry leave on time.', 'The boat was late once more,'],
        ['Tom Vale', 'The bread was gone by noon.'],
        [null, 'Then it was dark.'],
        ['dates', 'By noon'],
      ],
    );
  });

  it('cuts long quotes between words and puts them on one line', () => {
    const { analysis } = fixture(`
=== a.txt
Ilse Brandt said: “Nobody on this island
has ever seen the ferry leave on time, and nobody on this island expects to see it now.”
`);
    const [speaker] = outlineOf(analysis, 'a.txt');
    assert.equal(
      speaker?.entries[0]?.title,
      'Nobody on this island has ever seen the ferry leave on time, and nobody on this …',
    );
  });

  it('has the figures by what they count, then the dates, below the quotes', () => {
    const { analysis } = figureFixture(`
=== a.txt
Tom Vale said on ⟦Monday⟧{d date, iso=2025-06-23}: “The bread was gone by noon.”

Flour rose by ⟦4.2 percent⟧{p percent 4.2, of=Flour}, and ⟦340⟧{n count 340, of=bakers} of the bakers shut.
`);
    assert.deepEqual(
      outlineOf(analysis, 'a.txt').map(({ kind, entries }) => [
        kind,
        ...entries.map(({ title, detail }) => `${title}${detail === null ? '' : `, ${detail}`}`),
      ]),
      [
        ['speaker', 'The bread was gone by noon.'],
        ['figures', 'Flour: 4.2 percent', '340 of the bakers'],
        ['dates', 'Monday, Monday, June 23, 2025'],
      ],
    );
  });

  it('is empty for an article that is not known', () => {
    assert.deepEqual(outlineOf(fixture('').analysis, 'gone.txt'), []);
  });
});

import assert from 'node:assert/strict';
import { inlayHintsOf, type InlayLevel } from '../../src/features/inlayHints';
import { fixture } from './fixture';
import { figureFixture } from './figureFixture';

type Fixture = Pick<ReturnType<typeof fixture>, 'analysis'>;

/** The words before each note of `a.txt`, and the note. */
function notes({ analysis }: Fixture, level: InlayLevel, words?: string): string[] {
  const text = analysis.get('a.txt')?.article.text ?? '';
  const start = words === undefined ? 0 : text.indexOf(words);
  const within = { start, end: words === undefined ? text.length : start + words.length };
  return inlayHintsOf(analysis, 'a.txt', level, within).map(
    ({ offset, label }) => `${/\S+$/.exec(text.slice(0, offset))?.[0] ?? ''} [${label}]`,
  );
}

const speech = `
=== a.txt
Dana Wren, the harbour master, met the press at noon. “The boat was late once more,” she said. “It will be late again.”

“Nobody has told us why,” Wren said. “We will ask,” she added.
`;

describe('notes between the words', () => {
  it('name whom a pronoun means, once a mention, and nobody who is named there', () => {
    const found = notes(fixture(speech), 'all');
    assert.deepEqual(found, ['she [Dana Wren]', 'she [Dana Wren]']);
  });

  it('lead to where the person is named first', () => {
    const { analysis, words } = fixture(speech);
    const [first] = inlayHintsOf(analysis, 'a.txt', 'all', { start: 0, end: 1000 });
    assert.ok(first?.place);
    assert.equal(words('a.txt', first.place), 'Dana Wren');
  });

  it('are only those that are asked for: none, figures alone, or those of a part', () => {
    assert.deepEqual(notes(fixture(speech), 'off'), []);
    assert.deepEqual(notes(fixture(speech), 'conflicts'), []);
    assert.equal(notes(fixture(speech), 'all', '“Nobody has told us why,” Wren said. “We will ask,” she').length, 1);
  });

  it('say what another file has for a figure, the file, and how many more differ', () => {
    const story = `
=== a.txt
The storm sank ⟦9 boats⟧{b count 9}, and ⟦43 people⟧{n count 43} drowned.
=== b.txt
The storm sank ⟦9 boats⟧{b count 9} and killed ⟦34 people⟧{n count 34}.
`;
    assert.deepEqual(notes(figureFixture(story), 'conflicts'), ['people [34 people in b.txt]']);
    const third = '=== c.txt\nThe storm killed ⟦44 people⟧{n count 44}, some ⟦50⟧{n count 50, likely} by noon.\n';
    assert.deepEqual(notes(figureFixture(story + third), 'all'), ['people [34 people in b.txt +1]']);
  });

  it('are none for an article that is not known', () => {
    assert.deepEqual(inlayHintsOf(fixture('').analysis, 'gone.txt', 'all', { start: 0, end: 9 }), []);
  });
});

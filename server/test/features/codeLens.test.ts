import assert from 'node:assert/strict';
import { type LensLevel, lensAt, lensesOf } from '../../src/features/codeLens';
import { figureFixture } from './figureFixture';
import { readDeskStory } from '../support/deskStory';
import { fixture } from './fixture';

/** Checks the lenses of a.txt: the first words of the paragraph, and the title. */
function check(source: string, expected: readonly string[], level: LensLevel = 'all'): void {
  const { analysis, words } = fixture(source);
  assert.deepEqual(
    lensesOf(analysis, 'a.txt', level).map((paragraph) => {
      const lens = lensAt(analysis, 'a.txt', paragraph.start);
      return `${words('a.txt', paragraph).split(' ')[0]}: ${lens?.title}`;
    }),
    expected,
  );
}

const ferry = 'Nobody on this island has ever seen the ferry leave on time';
const bread = 'The bread came over with the morning boat and was gone by noon';

const two = `
=== a.txt
First, Ilse Brandt said: “${ferry}.”

Nothing happened for a week after that, and the island was quiet.

Then Ilse Brandt said: “${bread}.”
`;

describe('lenses', () => {
  it('stand above paragraphs with linked quotes only, and name the one file', () => {
    check(`${two}\n=== b.txt\nIlse Brandt said: “${ferry}.”\n`, ['First,: 1 match in b.txt']);
  });

  it('count matches and files', () => {
    check(
      `${two}\n=== b.txt\nIlse Brandt said: “${ferry}.”\n\n=== c.txt\nIlse Brandt said: “${ferry}.”\n\nIlse Brandt said: “${bread}.”\n`,
      ['First,: 2 matches in 2 files', 'Then: 1 match in c.txt'],
    );
  });

  it('say how many differ', () => {
    const changed = ferry.replace('island', 'mainland');
    check(`${two}\n=== b.txt\nIlse Brandt said: “${changed}.”\n`, ['First,: 1 differs in b.txt']);
    check(`${two}\n=== b.txt\nIlse Brandt said: “${changed}.”\n\n=== c.txt\nIlse Brandt said: “${ferry}.”\n`, [
      'First,: 2 matches in 2 files, 1 differs',
    ]);
  });

  it('stand only above conflicts, or nowhere, where that is asked for', () => {
    const source = `${two}\n=== b.txt\nIlse Brandt said: “${ferry}.”\n\nIlse Brandt said: “${bread.replace('noon', 'night')}.”\n`;
    check(source, ['Then: 1 differs in b.txt'], 'conflicts');
    check(source, [], 'off');
  });
});

describe('lenses over figures', () => {
  const checkFigures = (source: string, expected: readonly string[], level: LensLevel = 'all'): void => {
    const { analysis } = figureFixture(source);
    const titles = lensesOf(analysis, 'a.txt', level).map(({ start }) => lensAt(analysis, 'a.txt', start)?.title ?? '');
    assert.deepEqual(titles, expected);
  };

  it('count the best match of each figure in each file, and those that differ', () => {
    checkFigures(
      `
=== a.txt
The storm killed ⟦43 people⟧{n count 43} and sank ⟦9 boats⟧{b count 9}.

=== b.txt
The storm killed ⟦34 people⟧{n count 34} and sank ⟦9 boats⟧{b count 9}. Of these ⟦9 boats⟧{b count 9} none was new.

=== c.txt
The storm killed ⟦43 people⟧{n count 43}.
`,
      ['3 matches in 2 files, 1 differs'],
    );
  });

  it('take a file that has the figure right somewhere for one that agrees', () => {
    checkFigures(
      `
=== a.txt
The storm killed ⟦43 people⟧{n count 43}.

=== b.txt
It killed ⟦34 people⟧{n count 34}, or ⟦43 people⟧{n count 43}, or ⟦33 people⟧{n count 33}.
`,
      ['1 match in b.txt'],
    );
  });

  it('leave out what is only likely the same, and dates that agree', () => {
    const storm = '=== a.txt\nThe storm killed ⟦43 people⟧{n count 43} on ⟦Monday⟧{d date, iso=2025-06-23}.\n';
    checkFigures(`${storm}\n=== b.txt\nIt killed ⟦34⟧{n count 34, likely} on ⟦June 23⟧{d date, iso=2025-06-23}.\n`, []);
    checkFigures(`${storm}\n=== b.txt\nIt came on ⟦June 24⟧{d date, iso=2025-06-24}.\n`, ['1 differs in b.txt']);
  });

  it('count quotes and figures together, and a figure in a linked quote with its quote', () => {
    checkFigures(
      `
=== a.txt
Ilse Brandt said: “${ferry} in ⟦40 years⟧{y duration 40}.” The ferry has ⟦9 boats⟧{b count 9}.

=== b.txt
Ilse Brandt said: “${ferry} in ⟦40 years⟧{y duration 40}.” The ferry has ⟦9 boats⟧{b count 9}.
`,
      ['2 matches in b.txt'],
    );
  });

  it('stand only above figures that differ where that is asked for', () => {
    const source = `
=== a.txt
The storm sank ⟦9 boats⟧{b count 9}.

The storm killed ⟦43 people⟧{n count 43}.

=== b.txt
The storm sank ⟦9 boats⟧{b count 9} and killed ⟦34 people⟧{n count 34}.
`;
    checkFigures(source, ['1 match in b.txt', '1 differs in b.txt']);
    checkFigures(source, ['1 differs in b.txt'], 'conflicts');
  });

  it('says “no match” of a draft’s quote that nobody else has, where its story has a source', () => {
    const draft = `=== draft.txt
The mate of the Grey Heron was heard in Varde on Tuesday by the Ferry Board.

Noor Castellan said: “The lamp on the panel told us that the door was shut.”

Then she spoke of the crew. “I would sail with every one of them tomorrow,” she said.

The “roll-on” ferry sank in January.
=== transcript.txt
HEARING ON THE LOSS OF THE GREY HERON, VARDE, TUESDAY

NOOR CASTELLAN: The lamp on the panel told us that the door was shut.

CHAIR: Thank you. Was the crew of the Grey Heron on deck?
`;
    const titles = (...sources: readonly string[]) => {
      const { analysis } = readDeskStory(draft, sources);
      return lensesOf(analysis, 'draft.txt', 'all').map(({ start }) => lensAt(analysis, 'draft.txt', start)?.title);
    };
    assert.deepEqual(titles(), ['1 match in transcript.txt']);
    assert.deepEqual(titles('transcript.txt'), ['1 match in transcript.txt', 'no match']);
    const { analysis } = readDeskStory(draft, ['transcript.txt']);
    assert.deepEqual(lensesOf(analysis, 'transcript.txt', 'all'), []);
    assert.deepEqual(lensesOf(analysis, 'draft.txt', 'conflicts'), []);
  });
});

import assert from 'node:assert/strict';
import { type LensLevel, lensAt, lensesOf } from '../../src/features/codeLens';
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

// What `npm run linear` runs, and in part the tests.
import { join } from 'node:path';
import { attackText, attacksOn, type Attack } from './attacks';
import { doors, type Door } from './doors';
import { describeGrowth, growthOf } from './growth';
import { gatherPatterns, type Gathered } from './patterns';
import { attackEach } from './slowPatterns';

/** Pieces of copy that a story is made of, each of which an article may repeat without end. */
const copyPieces = [
  '“a,” he said. ',
  '“We saw the rock too late,” said Ana Bruhl. ',
  'Ana Bruhl said that “it” was so. ',
  '“a ',
  'a” ',
  '" ',
  " 'a s' ",
  '“a\n\n',
  'MR. PELL: No.\n',
  'Ana Bruhl ',
  'Mr. Roe, 54, of Kellock ',
  '12 people were killed on Monday. ',
  'between 5 and 12 per cent, ',
  '$3.5 million ',
  '3, ',
  '12',
  '1,000,',
  'on Tuesday, June 3, 2025, ',
  'last week ',
  'a',
  'a ',
  'A',
  'A. ',
  'a-',
  'a\n',
  'a\n\n',
  'a. ',
  'of the ',
  'said ',
  'said, ',
  'according to ',
  'and ',
  '. ',
  ', ',
  '... ',
  '[a] ',
  '(',
  '> a\n',
  '| a |\n',
  '# a\n',
  '🚢',
  'e\u0301',
  '\u202e',
  '\u0000',
  '\r\n',
  '\t',
];

/** Gathers every pattern of the sources, with the bundle that it needs in `build/linear`. */
export const gather = (root: string): Promise<Gathered> =>
  gatherPatterns(
    root,
    join(root, 'server', 'test', 'linear', 'allCode.ts'),
    join(root, 'build', 'linear', 'allCode.cjs'),
  );

/** Attacks all patterns whose place or source contains some words. */
export async function attackPatterns(root: string, matching: string, tell: (fault: string) => void) {
  const { patterns } = await gather(root);
  const chosen = patterns.filter(({ place, pattern }) => `${place} ${pattern.source}`.includes(matching));
  return { patterns: chosen.length, attacks: attackEach(chosen, tell) };
}

/** Attacks the doors whose names contain some words, with pieces of copy alone, in a row, in marks and a paragraph each. */
export function attackDoors(
  matching: string,
  tell: (fault: string) => void,
  pieces: readonly string[] = copyPieces,
): { readonly doors: number; readonly attacks: number } {
  const chosen = doors.filter(({ name }) => name.includes(matching));
  let attacks = 0;
  for (const one of chosen)
    for (const piece of pieces)
      for (const attack of [
        { before: '', piece, after: '' },
        { before: '“', piece, after: '”, Ana Bruhl said.' },
      ]) {
        attacks++;
        const fault = attackDoor(one, attack);
        if (fault !== null) tell(fault);
      }
  return { doors: chosen.length, attacks };
}

/** Says how the work behind a door grows with an attack, where that is too fast; else null. */
export function attackDoor({ name, units, prepare }: Door, attack: Attack): string | null {
  const growth = growthOf(
    (length) => prepare(attackText(attack, length)),
    (work) => {
      work();
    },
    { units, least: 8 },
  );
  return growth && `${name}: ${describeGrowth(growth)}, ${JSON.stringify(attack)}`;
}

export { attacksOn };

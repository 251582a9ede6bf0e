import assert from 'node:assert/strict';
import { mostSymbols, symbolsFor } from '../../src/features/workspaceSymbols';
import { fixture } from './fixture';

const story = `
=== a.txt
“The boat was late once more,” Ilse Brandt said. Some 340 bakers struck.

Tom Vale said: “Nobody on this island has ever seen the ferry leave on time, and nobody on this island expects to see it now, whatever Brandt says of the tide.”
=== b.txt
“Brandt knows nothing of boats,” Tom Vale said on Monday.
`;

const find = (query: string, source = story): string[] => {
  const { analysis } = fixture(source);
  return symbolsFor(analysis, query).map(({ articleId, name }) => `${articleId} ${name}`);
};

describe('symbols of all articles', () => {
  it('are found by the speaker', () => {
    assert.deepEqual(find('vale').length, 2);
    assert.deepEqual(find('Ilse'), ['a.txt Ilse Brandt: The boat was late once more,']);
  });

  it('are found by what is counted', () => {
    assert.deepEqual(find('bakers'), ['a.txt Some 340 bakers']);
  });

  it('have what begins so first, then what has it within; words may stand apart', () => {
    assert.deepEqual(
      find('brandt').map((one) => one.slice(0, 20)),
      ['b.txt Tom Vale: Bran', 'a.txt Ilse Brandt: T', 'a.txt Tom Vale: … it'],
    );
    assert.deepEqual(find('late boat'), ['a.txt Ilse Brandt: The boat was late once more,']);
  });

  it('show of a long quote the words that were looked for', () => {
    const [found = ''] = find('whatever brandt says');
    assert.match(found, /^a\.txt Tom Vale: … .*whatever Brandt says of the/);
  });

  it('are found by the first letters of words', () => {
    assert.deepEqual(find('ibtb'), ['a.txt Ilse Brandt: The boat was late once more,']);
    assert.deepEqual(find('xq'), []);
  });

  it('are the same for either kind of mark', () => {
    const source = '=== a.txt\n“We don’t know,” Ilse Brandt said.';
    assert.equal(find("don't", source).length, 1);
    assert.equal(find('don’t', source).length, 1);
  });

  it('are all of them, up to the most, where nothing is typed', () => {
    assert.equal(find('').length, 4);
    const many = Array.from({ length: mostSymbols + 20 }, (_, i) => `“We sold loaf ${i},” Ilse Brandt said.`);
    assert.equal(find('', `=== a.txt\n${many.join('\n\n')}`).length, mostSymbols);
  });
});

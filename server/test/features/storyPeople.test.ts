import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { namesInStory } from '../../src/features/sheet/people';
import { describeGrowth, growthOf } from '../linear/growth';

/** An article in which each of these says something. */
const article = (...speakers: readonly string[]) => ({
  claims: extractClaims(
    speakers.map((name, i) => `“The pier will be open again on day ${i + 3},” said ${name}.`).join('\n\n'),
  ),
});

describe('a speaker of a story', () => {
  it('is called by the fullest name that any article gives', () => {
    const nameOf = namesInStory([article('Okafor'), article('Dana Okafor', 'Lars Roe')]);
    for (const name of ['Okafor', 'Dana Okafor']) assert.equal(nameOf(name), 'Dana Okafor');
    assert.equal(nameOf('Lars Roe'), 'Lars Roe');
  });

  it('keeps the surname where it may be one of two people, and neither gets the other’s name', () => {
    const names = ['Okafor', 'Dana Okafor', 'Peter Okafor'];
    const nameOf = namesInStory(names.map((name) => article(name)));
    for (const name of [...names, 'Nobody Here']) assert.equal(nameOf(name), name);
  });

  it('is told from hundreds of others, not held against each of them', () => {
    const syllables = ['bar', 'del', 'fen', 'gol', 'hun', 'kas', 'lor', 'mev', 'nid', 'pos'];
    const surname = (i: number) =>
      `K${[i % 10, Math.floor(i / 10) % 10, Math.floor(i / 100)].map((one) => syllables[one] ?? '').join('')}`;
    const all = Array.from({ length: 1000 }, (_, i) => article(`Anna ${surname(i)}`));
    const growth = growthOf(
      (count) => all.slice(0, count),
      (articles) => void namesInStory(articles),
      { units: 300 },
    );
    assert.equal(growth && describeGrowth(growth), null);
    assert.equal(namesInStory(all)(`Anna ${surname(7)}`), `Anna ${surname(7)}`);
  });
});

import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { createVocabulary } from '../../src/claims/normalize';
import { changeOf } from '../../src/links/ownChange';
import { makePassages, type PassageRecord } from '../../src/links/passages';

const text = `The ferry board met at the old quay on Monday night.

“We will not sail before the lights are mended,” said Lars Roe, the harbour master.

Noor Castellan said the board had waited eleven years for a lamp.

“Put the lights up before the winter,” Castellan said.
`;

describe('what an edit does to the passages of an article', () => {
  const vocabulary = createVocabulary();
  let last = 0;
  const read = (now: string, before: readonly PassageRecord[] = []) =>
    makePassages('a.txt', now, extractClaims(now), before, vocabulary, () => ++last);
  const said = (records: readonly PassageRecord[], now: string) =>
    records.map(({ start, end }) => now.slice(start, end));
  const edited = (now: string) => {
    const before = read(text);
    const change = changeOf(before, read(now, before));
    return change && { gone: said(change.gone, text), come: said(change.come, now) };
  };

  it('is nothing where words only stand elsewhere', () => {
    assert.deepEqual(edited(`\n\n${text}`), { gone: [], come: [] });
  });

  it('is the passage whose words it changes, as it was and as it is', () => {
    assert.deepEqual(edited(text.replace('eleven years', 'twelve years')), {
      gone: ['Noor Castellan said the board had waited eleven years for a lamp.'],
      come: ['Noor Castellan said the board had waited twelve years for a lamp.'],
    });
  });

  it('is a quote too that is given to somebody else', () => {
    const change = edited(text.replace('Lars Roe', 'Ebba Lund'));
    assert.ok(change);
    const quote = 'We will not sail before the lights are mended,';
    assert.ok(change.gone.includes(quote), JSON.stringify(change));
    assert.ok(change.come.includes(quote));
    assert.ok(!change.come.includes('Put the lights up before the winter,'));
  });

  it('is more than can be said where passages have changed places', () => {
    const [first = '', second = '', ...rest] = text.split('\n\n');
    assert.equal(edited([second, first, ...rest].join('\n\n')), null);
  });
});

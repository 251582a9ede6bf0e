import assert from 'node:assert/strict';
import { createWordings, keptWordings } from '../../src/features/sheet/wordings';

const wording = (i: number): string => `We will mend the roof of house ${i} before the winter comes, said nobody.`;

describe('the wordings of sheets', () => {
  it('are no more than a few sheets ask for, however many come and go', () => {
    for (let sheet = 0; sheet < 200; sheet++) {
      const wordings = createWordings();
      for (let i = 0; i < 60; i++) wordings.compare(wording(sheet * 50 + i), wording(sheet * 50 + i + 1));
    }
    assert.ok(keptWordings() < 10_000, String(keptWordings()));
  });

  it('are compared alike whether they were read for this sheet, for one before or never', () => {
    const all = () => {
      const wordings = createWordings();
      return JSON.stringify(
        Array.from({ length: 40 }, (_, i) => [
          wordings.keyOf(wording(i)),
          wordings.compare(wording(i), wording(i + 1)),
          wordings.compare('Yes.', wording(i)),
          wordings.spanOf(wording(i), 2, 4),
        ]),
      );
    };
    const first = all();
    assert.equal(all(), first);
    const others = createWordings();
    for (let i = 100; i < 9000; i++) others.keyOf(wording(i));
    assert.equal(all(), first);
    assert.equal(all(), first);
  });
});

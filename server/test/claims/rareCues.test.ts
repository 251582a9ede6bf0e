import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { sureSpeaker } from '../../src/claims/model';

/** Checks whom the one quote of a paragraph is given to, and that it is not taken for sure. */
function check(sentence: string, speaker: string | null): void {
  const [quote, ...more] = extractClaims(`The ferry to the island was late again.\n\n${sentence}`).quotes;
  assert.equal(more.length, 0);
  assert.equal(quote?.speaker?.mention ?? null, speaker);
  assert.ok((quote?.speaker?.confidence ?? 0) < sureSpeaker);
}

describe('a verb that is no known cue', () => {
  it('gives the quote before it to its subject', () => {
    check('“It was fog, and nobody saw it,” Ana Bruhl harrumphed.', 'Ana Bruhl');
    check('“It was fog, and nobody saw it,” the mate guffawed.', 'the mate');
  });
  it('gives it to the name after it', () => {
    check('“It was fog, and nobody saw it,” harrumphed Ana Bruhl.', 'Ana Bruhl');
  });
  it('must stand right behind speech', () => {
    check('“Fog” and “mist” are words the crowded pier wearied of.'.replace('“mist”', 'mist'), null);
  });
  it('is no noun that only looks like one', () => {
    check('“It was fog, and nobody saw it,” Thursday papers.', null);
  });
});

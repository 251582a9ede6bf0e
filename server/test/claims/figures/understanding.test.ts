import { strict as assert } from 'node:assert';
import { extractClaims } from '../../../src/claims/extract';

/** What is said of the last figure of a text. */
function lastOf(text: string) {
  const figure = extractClaims(text).figures.at(-1);
  assert.ok(figure, text);
  const { start, end, subject, claimant, time } = figure;
  const at = (span: { start: number; end: number } | null) => span && text.slice(span.start, span.end);
  return {
    text: text.slice(start, end),
    subject: at(subject),
    words: subject?.words ?? [],
    claimant: claimant?.name ?? null,
    time: at(time),
  };
}

describe('a paragraph that was read before', () => {
  it('is read alike wherever it has moved to', () => {
    const closing = 'The harbour board counted 31 empty berths last week, Bruhl said';
    const alone = lastOf(`${closing}, 12 fewer than usual.`);
    assert.deepEqual([alone.subject, alone.claimant, alone.time], ['empty berths', 'Bruhl', 'last week']);
    assert.deepEqual(lastOf(`The ferry was late.\n\n${closing}, 12 fewer than usual.`), alone);
    assert.deepEqual(lastOf(`It was.\n\n${closing}, 12 fewer than usual.`), alone);
  });

  it('gives a pronoun to whomever the article names now', () => {
    const ends = 'He paid $12 million.';
    const owner = (name: string) => lastOf(`Mr. ${name} spoke in the harbour hall.\n\n${ends}`).words;
    assert.ok(owner('Peter Lisle').includes('lisle'));
    assert.ok(owner('Peter Orrin').includes('orrin'));
    assert.ok(owner('Peter Lisle').includes('lisle'));
  });

  it('gives a figure to its source by the name that the article has now', () => {
    const ends = 'Bruhl said that 40 boats were lost.';
    assert.equal(lastOf(`Ana Bruhl heads the ferry board.\n\n${ends}`).claimant, 'Ana Bruhl');
    assert.equal(lastOf(`Lena Bruhl heads the ferry board.\n\n${ends}`).claimant, 'Lena Bruhl');
    assert.equal(lastOf(ends).claimant, 'Bruhl');
  });

  it('gives "I" to whomever the quote is given to now', () => {
    const ends = '“I paid $12 million.”';
    const owner = (name: string) => lastOf(`${name} said:\n\n${ends}`).words;
    assert.deepEqual(
      [owner('Ana Bruhl').includes('bruhl'), owner('Lars Roe').includes('roe'), owner('Lars Roe').includes('bruhl')],
      [true, true, false],
    );
  });

  it('answers the question that is asked before it now', () => {
    const ends = '“Twenty-three,” Bruhl said.';
    const counted = (asked: string) => lastOf(`How many ${asked} are we cutting?\n\n${ends}`).subject;
    assert.equal(counted('positions'), 'positions');
    assert.equal(counted('ferries'), 'ferries');
  });
});

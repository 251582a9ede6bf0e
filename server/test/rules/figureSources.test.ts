import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { isOneSource, namedSource } from '../../src/rules/figureSources';
import { parseMarked } from '../support/marked';

/** Checks how a message names the source that is marked, where the first figure of the article is given to it. */
function check(source: string, expected: string | null, confidence = 1): void {
  const { text, marks } = parseMarked(source);
  const [mark] = marks;
  const [figure] = extractClaims(text).figures;
  assert.ok(mark && figure);
  const claimant = { start: mark.start, end: mark.end, name: mark.text, mention: mark.text, confidence };
  assert.equal(namedSource({ ...figure, claimant }, text), expected);
}

describe('the source of a figure', () => {
  it('is named as the article names it, with a small article', () => {
    check('⟦Ana Bruhl⟧ said 43 were hurt.', 'Ana Bruhl');
    check('⟦Varde⟧ said 43 were hurt.', 'Varde');
    check("⟦The Maritime Bureau's report⟧ said 43 were hurt.", "the Maritime Bureau's report");
    check('⟦The governor of Hestholm⟧ said 43 were hurt.', 'the governor of Hestholm');
  });
  it('may be a plain body', () => {
    check('⟦The union⟧ said 43 were hurt.', 'the union');
    check('⟦Officials⟧ said 43 were hurt, and other officials agreed.', 'officials');
  });
  it('is not told where it is in doubt', () => {
    check('⟦Ana Bruhl⟧ said 43 were hurt.', null, 0.4);
  });
  it('is never a pronoun', () => {
    check('⟦We⟧ said 43 were hurt, and we were right.', null);
    check('⟦I⟧ said 43 were hurt.', null);
  });
  it('is nothing that can give no figure', () => {
    check('⟦Last season⟧ he played 14 games.', null);
    check('⟦The repair measures⟧ cost 14 jobs.', null);
    check('⟦Local⟧ lore has 14 wrecks, and local people believe it.', null);
    check('⟦The Herons⟧ led 41-33.', null);
    check('⟦2,000 people⟧ said so in 14 letters.', null);
    check('⟦People⟧ said so in 14 letters, and people were right.', null);
  });
  it('is one under a title, a surname or another article', () => {
    assert.ok(isOneSource('the county health department', 'The County Health Department'));
    assert.ok(isOneSource('Ms. Bruhl', 'Ana Bruhl'));
    assert.ok(!isOneSource('Lars Roe', 'Ana Bruhl'));
  });
});

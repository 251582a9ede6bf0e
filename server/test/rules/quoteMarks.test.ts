import assert from 'node:assert/strict';
import { readStory } from '../support/story';
import { parseMarked } from '../support/marked';

/** Checks that exactly the marked stretches are reported, with the label for their message. */
function check(source: string): void {
  const { marks } = parseMarked(source);
  const { analysis } = readStory(`=== a.txt\n${source}`);
  assert.deepEqual(
    analysis.problems('a.txt').map((p) => [p.code, p.severity, p.start, p.end, p.message]),
    marks.map((m) => ['quote-marks', 'warning', m.start, m.end, m.label]),
  );
}

describe('quote-marks', () => {
  it('reports a quote never closed', () => {
    check('⟦“We saw the rock too late.⟧{This quote is never closed: it opens with “.}\n\nThe mate said it was fog.');
  });
  it('reports a quote never opened', () => {
    check('It was Monday.\n\n⟦We saw the rock too late,”⟧{This quote is never opened: it closes with ”.} he said.');
  });
  it('reports mixed marks', () => {
    check('He spoke of ⟦“thick fog"⟧{Opens “ and closes ".} all day.');
  });
  it('reports one habit once', () => {
    const rest = Array.from({ length: 4 }, (_, i) => `He spoke of “fog number ${i}" too.`).join(' ');
    check(`He spoke of ⟦“thick fog"⟧{Opens “ and closes ". So do 4 other quotes in this file.} all day. ${rest}`);
  });
  it('is silent on paragraphs of one long quote', () => {
    check('“We saw the rock too late.\n\n“We tried to turn,” he said.');
  });
  it('is silent on feet and inches, apostrophes and years', () => {
    check("The plank was 6'4\" long, the workers' union said in the '90s, goin' home.");
  });
  it('is silent on single marks closing inside double ones', () => {
    check('“I want you to hear the words ‘in this boat,’” he said.');
  });
});

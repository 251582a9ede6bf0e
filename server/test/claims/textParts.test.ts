import assert from 'node:assert/strict';
import { splitParagraphs } from '../../src/claims/paragraphs';
import { splitSentences } from '../../src/claims/sentences';
import { parseMarked } from '../support/marked';

function checkParagraphs(source: string): void {
  const { text, marks } = parseMarked(source);
  assert.deepEqual(
    splitParagraphs(text).map((p) => text.slice(p.start, p.end)),
    marks.map((m) => m.text),
  );
}

function checkSentences(source: string): void {
  const { text, marks } = parseMarked(source);
  assert.deepEqual(
    splitSentences(text, splitParagraphs(text)).map((s) => text.slice(s.start, s.end)),
    marks.map((m) => m.text),
  );
}

describe('paragraphs', () => {
  it('end at an empty line, also with CRLF and spaces in it', () => {
    checkParagraphs('⟦The ferry is afloat.⟧\r\n\r\n  ⟦It left at noon.⟧\n \t\n⟦Nobody was hurt.⟧\n');
  });
  it('end at every line break of a text whose lines are whole paragraphs', () => {
    const long =
      'The ferry that ran on the rocks on Monday was towed off at high water by two tugs and a fishing boat, the harbour office said, and is lying at the north quay.';
    checkParagraphs(`⟦${long}⟧\n⟦Afloat again⟧\n⟦It left at noon.⟧`);
  });
  it('go on over the line breaks of hard-wrapped text', () => {
    checkParagraphs(
      [
        '⟦The ferry that ran on the rocks on Monday was towed off at high',
        'water by two tugs and a fishing boat, the harbour office said, and',
        'is lying at the north quay.⟧',
        '',
        '⟦Nobody was hurt when the ferry struck, and the passengers were taken',
        'off by fishing boats before the tide came in again.⟧',
      ].join('\n'),
    );
  });
  it('keep the lines of a head apart', () => {
    checkParagraphs('⟦HARBOUR INQUIRY⟧\n⟦DAY TWO, MORNING⟧\n⟦COUNCIL CHAMBER⟧');
  });
  it('are none in an empty text', () => {
    checkParagraphs(' \n\t\n');
  });
});

describe('sentences', () => {
  it('end at full stops, question marks and exclamation marks, with the marks that close there', () => {
    checkSentences('⟦The ferry is afloat.⟧ ⟦“Is it?”⟧ ⟦(It is!)⟧ ⟦Good.⟧');
  });
  it('go on after abbreviations, initials and acronyms', () => {
    checkSentences('⟦Capt. J. K. Roe of the U.S. Coast Guard met Mr. Pell on Jan. 3 in St. Ives.⟧ ⟦He left.⟧');
  });
  it('go on after a question inside one', () => {
    checkSentences('⟦“Was it fog?” he asked.⟧ ⟦It was … fog.⟧');
  });
  it('go on through numbers', () => {
    checkSentences('⟦It cost $1.5 million.⟧ ⟦Then 2.5 more.⟧');
  });
});

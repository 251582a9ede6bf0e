import assert from 'node:assert/strict';
import type { ScannedQuote } from '../../src/claims/model';
import { splitParagraphs } from '../../src/claims/paragraphs';
import { scanQuotes } from '../../src/claims/quoteScanner';
import { findTurns } from '../../src/claims/transcript';
import { parseMarked } from '../support/marked';

/**
 * Checks that exactly the marked stretches are found as quotes, and exactly the faults named. A mark's label may be
 * `carried` (goes on from the paragraph before), `in N` (inside quote N) or `block` (a turn without marks).
 */
function check(source: string, faults: readonly string[] = []): void {
  const { text, marks } = parseMarked(source);
  const paragraphs = splitParagraphs(text);
  const scan = scanQuotes(text, paragraphs, findTurns(text, paragraphs));
  assert.deepEqual(
    scan.quotes.map((q) => text.slice(q.start, q.end)),
    marks.map((m) => m.text),
  );
  marks.forEach((mark, i) => {
    const quote = scan.quotes[i] as ScannedQuote;
    assert.deepEqual([quote.start, quote.end], [mark.start, mark.end]);
    assert.equal(quote.carriedOver, mark.label.includes('carried'), `carried over: ${mark.text}`);
    assert.equal(quote.nestedIn, /in (\d+)/.test(mark.label) ? Number(/in (\d+)/.exec(mark.label)?.[1]) : null);
    assert.equal(quote.label !== null, mark.label.includes('block'), `block: ${mark.text}`);
  });
  assert.deepEqual(
    scan.faults.map((fault) => `${fault.kind} ${fault.open}${fault.close}`),
    faults,
  );
}

describe('the quote scanner', () => {
  describe('finds words in marks of every kind', () => {
    it('curly and straight double marks', () => {
      check('“⟦The ferry was late,⟧” said Ana Bruhl. "⟦Nobody was hurt.⟧"');
    });
    it('single marks, as British papers set them', () => {
      check("'⟦The ferry was late,⟧' said Ana Bruhl. ‘⟦Nobody was hurt,⟧’ she added.");
    });
    it('guillemets, pointing outwards and inwards', () => {
      check('« ⟦Le ferry était en retard⟧ », dit-elle.\n\n»⟦Die Fähre kam zu spät⟧«, sagte sie.');
    });
    it('low opening marks, as German papers set them', () => {
      check('„⟦Die Fähre kam zu spät⟧“, sagte Bruhl. ‚⟦Niemand wurde verletzt⟧‘, sagte sie.');
    });
    it('quotes in a headline', () => {
      check("Ferry captain: '⟦We never saw the rock⟧'\n\nThe ferry ran aground on Monday.");
    });
    it('quotes that touch dashes and brackets', () => {
      check('The captain (“⟦a careful man⟧”) said it was fog—“⟦thick as wool⟧”—and nothing else.');
    });
  });

  describe('tells apostrophes from marks', () => {
    it('contractions inside single-quoted speech', () => {
      check("'⟦We didn't see it, and we couldn't have,⟧' he said. '⟦It's not on the chart.⟧'");
    });
    it('plural possessives inside single-quoted speech', () => {
      check("'⟦The workers' union won't have it,⟧' he said.");
    });
    it('a plural possessive where no quote is open', () => {
      check("The workers' union met the owners' lawyers. Nobody's talking.");
    });
    it('dropped letters and years', () => {
      check("Rock 'n' roll in the '90s was 'bout this good, he reckoned, goin' home.");
    });
    it('the same with curly marks the wrong way round', () => {
      check('In the ‘90s they were callin’ it ‘em and us.');
    });
    it('an apostrophe at both ends of a letter, inside single-quoted speech', () => {
      check("'⟦It was rock 'n' roll out there,⟧' he said.");
    });
    it('a scare word in single marks before a small letter', () => {
      check("They called it the '⟦no new boats⟧' policy.");
    });
  });

  describe('leaves feet and inches alone', () => {
    it('in running text', () => {
      check('He is six foot four (6\'4" in his socks). The plank was 5\' 10" long.');
    });
    it('inside a quote', () => {
      check('"⟦The pipe was 12" wide and 3" thick,⟧" he said.');
    });
    it('with curly marks', () => {
      check('“⟦The mate is like 6’2”,⟧” he said.');
    });
  });

  describe('nests', () => {
    it('single marks inside double ones', () => {
      check('“⟦I heard him shout ‘⟦Rock ahead!⟧{in 0}’ and then nothing,⟧” she said.');
    });
    it('double marks inside single ones', () => {
      check('\'⟦I heard him shout "⟦Rock ahead!⟧{in 0}" and then nothing,⟧\' she said.');
    });
    it('where both close at once', () => {
      check('“⟦I heard him shout ‘⟦Rock ahead!⟧{in 0}’⟧”');
    });
    it('straight marks inside straight marks', () => {
      check('"⟦He said "⟦Rock ahead⟧{in 0}" to me,⟧" she said.');
    });
  });

  describe('follows a quote', () => {
    it('over paragraphs, each opening anew and only the last closing', () => {
      check('“⟦We saw the rock too late.⟧\n\n“⟦We tried to turn.⟧{carried}\n\n“⟦It was no use,⟧{carried}” he said.');
    });
    it('over paragraphs in single marks', () => {
      check("'⟦We saw the rock too late.⟧\n\n'⟦It was no use,⟧{carried}' he said.");
    });
    it('over paragraphs where only the last one has its mark', () => {
      check('“⟦We saw the rock too late.⟧\n\n⟦We tried to turn, and it was no use.⟧{carried}” he said.');
    });
    it('over hard-wrapped lines', () => {
      const lines = [
        'The captain of the ferry spoke to reporters on the quay after noon: “⟦We',
        'saw the rock too late, and we tried to turn, and it was no use at all to',
        'try,⟧” he said. Nobody was hurt when the ferry ran on the rocks, and the',
        'passengers were taken off by fishing boats before the tide came in again.',
      ];
      check(lines.join('\n'));
    });
    it('over lines of one sentence each', () => {
      check(
        'He was asked twice.\n“⟦We saw the rock too late.\nWe tried to turn,⟧” he said, and went below to his cabin.',
      );
    });
  });

  describe('recovers from a fault within the paragraph', () => {
    it('a quote never closed', () => {
      check('“⟦We saw the rock too late.⟧\n\nThe mate said: “⟦It was fog.⟧”', ['unclosed “']);
    });
    it('a quote never closed, with another one after it', () => {
      check('“⟦We saw the rock too late.⟧ “⟦It was fog,⟧” he said.', ['unclosed “']);
    });
    it('a quote never closed before one never opened, which somebody else says', () => {
      check('“⟦We saw the rock too late.⟧\n\n⟦It was fog, said the mate, and nothing else.⟧”', [
        'unclosed “',
        'unopened ”',
      ]);
    });
    it('a quote never opened', () => {
      check('The ferry was late.\n\n⟦We saw the rock too late,⟧” he said. “⟦It was fog.⟧”', ['unopened ”']);
    });
    it('a quote never opened after another one', () => {
      check('“⟦It was fog,⟧” he said. ⟦We saw the rock too late.⟧”', ['unopened ”']);
    });
    it('mixed marks', () => {
      check('He called it “⟦thick fog" and she called it "⟦a mist⟧”.'.replace('fog"', 'fog⟧"'), [
        'mixed “"',
        'mixed "”',
      ]);
    });
    it('a single mark that a double one closes', () => {
      check('\'⟦It was fog, and nothing else,⟧" said the mate.', ['mixed \'"']);
    });
    it('an opening mark that points the wrong way', () => {
      check('The mate says,” ⟦there was nothing to see.⟧”');
    });
    it('straight marks with the space on the wrong side', () => {
      check('"⟦It was fog,⟧ "he said. "⟦Nothing else.⟧"');
    });
  });

  describe('reads transcripts', () => {
    it('speakers in capitals', () => {
      check(
        'HARBOUR INQUIRY, DAY 2\n\nMR. PELL: ⟦Where was the mate?⟧{block}\n\nCAPTAIN ROE: ⟦On deck.⟧{block}\n\n⟦I was below.⟧{block carried}\n\nMR. PELL: ⟦Thank you.⟧{block} (LAUGHTER.)',
      );
    });
    it('questions and answers', () => {
      check('Q. ⟦Where was the mate?⟧{block}\n\nA. ⟦On deck.⟧{block}\n\nQ. ⟦And you?⟧{block}\n\nA. ⟦Below.⟧{block}');
    });
    it('quotes inside a turn', () => {
      check(
        'MR. PELL: ⟦Who said "⟦rock ahead⟧{in 0}"?⟧{block}\n\nMS. ROE: ⟦I did.⟧{block}\n\nMR. PELL: ⟦Thank you.⟧{block}',
      );
    });
    it('but not a single labelled paragraph, or labels that never change', () => {
      check('UPDATE: The ferry is afloat.\n\nIt left at noon.');
      check('READ MORE: Ferry afloat\n\nREAD MORE: Captain speaks\n\nREAD MORE: The inquiry');
    });
  });

  it('leaves attributes of stray tags and doubled single marks alone', () => {
    check('<a href="http://example.org" title="Ferry">The ferry</a> was \'\'late\'\'.');
    check(
      '<post by="@quill" date="March 9, 2016\n">The bell rang twice.\n\n“⟦Sail on,⟧” said the <a target=”_top”>skipper</a>.',
    );
  });
  it('finds nothing in empty marks', () => {
    check('He said “” and “ … ” and "" and nothing.');
  });
});

import assert from 'node:assert/strict';
import { hoverAt, type QuoteHover } from '../../src/features/hover';
import { fixture, type Fixture } from './fixture';

function quoteHover(analysis: Fixture['analysis'], at: Fixture['at']): QuoteHover | null {
  return hoverAt(analysis, at.id, at.offset).find((content) => content.kind === 'quote') ?? null;
}

/** What a hover at the cursor says, a line a row: `file, speaker: wording`. */
function check(source: string, expected: readonly string[] | null): void {
  const { analysis, at } = fixture(source);
  const content = quoteHover(analysis, at);
  if (!content || !expected) {
    assert.equal(content && 'a hover', expected);
    return;
  }
  const name = (speaker: { readonly name: string } | null): string => speaker?.name ?? 'nobody';
  assert.deepEqual(
    [
      content.quoted ? name(content.speaker) : 'reported',
      ...content.rows.map(
        (row) =>
          `${row.name}, ${row.quoted ? name(row.speaker) : 'unquoted'}: ${row.wording.map((piece) => piece.text).join('')}`,
      ),
      ...(content.more > 0 ? [`and ${content.more} more`] : []),
    ],
    expected,
  );
}

const ferry = 'Nobody on this island has ever seen the ferry leave on time';

describe('hover content', () => {
  it('has the longest agreeing wording first and one row a file', () => {
    check(
      `
=== a.txt
Harbour master Ilse Brandt said: “${ferry}‸, and nobody expects to see it now.”

=== b.txt
Harbour master Ilse Brandt said: “${ferry}.” Later Ilse Brandt said once more: “Nobody expects to see it now.”

=== c.txt
Harbour master Ilse Brandt said: “${ferry}, and nobody expects to see it now.”
`,
      [
        'Ilse Brandt',
        `c.txt, Ilse Brandt: ${ferry}, and nobody expects to see it now.`,
        `b.txt, Ilse Brandt: ${ferry}.`,
      ],
    );
  });

  it('tells plainly that no speaker is named, and that words stand unquoted', () => {
    check(
      `
=== a.txt
“${ferry}‸.”

=== b.txt
It was late. ${ferry}, said Ilse Brandt, who keeps the harbour.
`,
      ['nobody', `b.txt, unquoted: ${ferry}`],
    );
  });

  it('works from the words that report a quote, too', () => {
    check(
      `
=== a.txt
Ilse Brandt said: “${ferry}.”

=== b.txt
It was late. Nobody on this ‸island has ever seen the ferry leave on time, said Ilse Brandt, who keeps the harbour.
`,
      ['reported', `a.txt, Ilse Brandt: ${ferry}.`],
    );
  });

  it('lists eight files and counts the rest', () => {
    const others = Array.from({ length: 11 }, (_, i) => `\n=== other${i}.txt\nIlse Brandt said: “${ferry}.”\n`);
    const { analysis, at } = fixture(`=== a.txt\nIlse Brandt said: “${ferry}‸.”\n${others.join('')}`);
    const content = quoteHover(analysis, at);
    assert.equal(content?.rows.length, 8);
    assert.equal(content.more, 3);
  });

  it('says who said a quote that no other file has, and nothing of marks that hold nobody’s words', () => {
    check(`=== a.txt\nIlse Brandt said: “${ferry}‸.”\n`, ['Ilse Brandt']);
    check('=== a.txt\nThe boat is known as the “Slow ‸Hen” along the coast, for a reason.\n', null);
    check('=== a.txt\nThe boat left ‸late again on Monday.\n', null);
  });
});

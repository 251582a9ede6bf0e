import assert from 'node:assert/strict';
import { hoverAt } from '../../src/features/hover';
import { hoverPlainText } from '../../src/lsp/hoverText';
import { figureFixture } from './figureFixture';

/** What the hover at the cursor says in plain text, a line a row; differing figures between asterisks. */
function check(source: string, expected: readonly string[]): void {
  const { analysis, at } = figureFixture(source);
  const contents = hoverAt(analysis, at.id, at.offset).map((content) =>
    content.kind === 'quote'
      ? content
      : {
          ...content,
          rows: content.rows.map((row) => ({
            ...row,
            figures: row.figures.map((one) => (one.differs ? { ...one, text: `*${one.text}*` } : one)),
          })),
        },
  );
  const text = hoverPlainText(contents, { placesOf: () => [{ line: 1, uri: '' }], showAll: null });
  assert.deepEqual(text === '' ? [] : text.split('\n'), expected);
}

describe('a hover on a figure', () => {
  it('says what it counts and who gives it, then has a row for each file, those that differ first, and the spread', () => {
    check(
      `
=== a.txt
⟦Up to 12,0‸00 North Korean soldiers⟧{n count 12000, of=North Korean soldiers, by=Ukraine} are in the region, Ukraine said.

=== b.txt
There are ⟦12,000 soldiers⟧{n count 12000, by=Kyiv} in the region, Kyiv said.

=== c.txt
There are ⟦15,000 soldiers⟧{n count 15000} in the region.

=== d.txt
There are ⟦3,000 troops⟧{n count 3000, by=Washington} in the region, Washington said.
`,
      [
        'Up to 12,000 North Korean soldiers, given to Ukraine',
        'c.txt:1 *15,000 soldiers*',
        'd.txt:1 *3,000 troops*, given to Washington',
        'b.txt:1 12,000 soldiers, given to Kyiv',
        '3,000 to 15,000 in 4 files',
      ],
    );
  });

  it('works from what is counted, too', () => {
    check(
      `
=== a.txt
The strike has left 340 of the ⟦340⟧{n count 340, of=island farmers} local and island ‸farmers without feed.

=== b.txt
The strike has left ⟦340 farmers⟧{n count 340} without feed.
`,
      ['340 local and island farmers', 'b.txt:1 340 farmers'],
    );
  });

  it('has files last whose figure is only likely the same', () => {
    check(
      `
=== a.txt
It had ⟦2‸8 sheep⟧{n count 28}.

=== b.txt
It had ⟦82⟧{n count 82, likely} on deck.

=== c.txt
It had ⟦28 sheep⟧{n count 28} on deck.
`,
      ['28 sheep', 'c.txt:1 28 sheep', 'b.txt:1 *82*', '28 to 82 in 3 files'],
    );
  });

  it('has no spread where all can be true', () => {
    check(
      `
=== a.txt
It had ⟦2‸8 sheep⟧{n count 28}.

=== b.txt
It had ⟦28 to 30 sheep⟧{n count 28, max=30} on deck.
`,
      ['28 sheep', 'b.txt:1 28 to 30 sheep'],
    );
  });

  it('has each wording of a file once, and which of them differs', () => {
    check(
      `
=== a.txt
It had ⟦2‸8 sheep⟧{n count 28}.

=== b.txt
⟦Twenty-eight⟧{n count 28} came. It had ⟦twenty-eight⟧{n count 28}, or ⟦82⟧{n count 82} on Friday.
`,
      ['28 sheep', 'b.txt:1 Twenty-eight, *82*', '28 to 82 in 2 files'],
    );
  });

  it('names what is counted wherever the sentence has it, but no pronoun', () => {
    const at = (of: string) =>
      `=== a.txt\nThey said that unemployment fell to ⟦4.‸2 percent⟧{p percent 4.2, of=${of}, by=Ilse}, Ilse said.\n`;
    check(at('unemployment'), ['Unemployment: 4.2 percent, given to Ilse']);
    check(at('They'), ['4.2 percent, given to Ilse']);
  });

  it('names nothing by a preposition or by the word for a number', () => {
    check('=== a.txt\nShe ran onto the bank at ⟦twe‸nty⟧{n count 20, of=onto} to seven.\n', ['Twenty (20)']);
    check('=== a.txt\nBrandt put the figure at ⟦2‸8⟧{n count 28, of=figure, by=Brandt}.\n', ['28, given to Brandt']);
  });

  it('has a source in small letters that has a capital only as the first word of its sentence', () => {
    check('=== a.txt\nThe island council counted ⟦28 sh‸eep⟧{n count 28, by=The island council} there.\n', [
      '28 sheep, given to the island council',
    ]);
  });

  it('is not told of a date from whatever happened on it', () => {
    check('=== a.txt\nThe fer‸ry sank on ⟦Monday⟧{d date, iso=2025-06-23, of=ferry} in the bay.\n', []);
  });

  it('says which day a weekday is, and nothing where the article says it all', () => {
    check('=== a.txt\nThe ferry sank on ⟦Mon‸day⟧{d date, iso=2025-06-23} in the bay.\n', [
      'Monday (Monday, June 23, 2025)',
    ]);
    check('=== a.txt\nThe ferry sank ⟦last ye‸ar⟧{d date, iso=2024} in the bay.\n', ['Last year (2024)']);
    check('=== a.txt\nThe ferry sank on ⟦Monday, 23 Ju‸ne 2025⟧{d date, iso=2025-06-23} in the bay.\n', []);
    check('=== a.txt\nThe ferry sank on ⟦Monday, Ju‸ne 23⟧{d date, iso=2025-06-23} in the bay.\n', []);
    check('=== a.txt\nThe ferry sank on ⟦Tuesday, Ju‸ne 23⟧{d date, iso=2025-06-23} in the bay.\n', [
      'Tuesday, June 23 (Monday, June 23, 2025)',
    ]);
    check('=== a.txt\nThe ferry sank on ⟦30 Feb‸ruary⟧{d date, iso=2025-02-30} in the bay.\n', []);
    check('=== a.txt\nThe ferry sank in ⟦Ju‸ne⟧{d date, iso=2025-06} in the bay.\n', ['June (June 2025)']);
  });

  it('tells the days apart that files give', () => {
    check(
      `
=== a.txt
The ferry sank on ⟦23 Ju‸ne⟧{d date, iso=2025-06-23} in the bay.

=== b.txt
The ferry sank on ⟦June 24⟧{d date, iso=2025-06-24} in the bay.
`,
      [
        '23 June (Monday, June 23, 2025)',
        'b.txt:1 *June 24*',
        'Monday, June 23, 2025 to Tuesday, June 24, 2025 in 2 files',
      ],
    );
  });

  it('says nothing of a figure that no other file has and nobody is named for', () => {
    check('=== a.txt\nThere were ⟦4‸0 sheep⟧{n count 40, of=sheep} on deck.\n', []);
    check('=== a.txt\nThere were ⟦4‸0 sheep⟧{n count 40, by=Ilse} on deck, Ilse said.\n', ['40 sheep, given to Ilse']);
  });

  it('gives a number in words as a number', () => {
    check('=== a.txt\nThere were ⟦two do‸zen sheep⟧{n count 24, of=sheep} on deck.\n', ['Two dozen sheep (24)']);
    check('=== a.txt\nThere were ⟦three sh‸eep⟧{n count 3, of=sheep} on deck.\n', []);
  });

  it('converts what another file has in another unit', () => {
    const { analysis, at } = figureFixture(`
=== a.txt
The mill stands ⟦30 mi‸les⟧{n measure 30, unit=mile} from the sea.

=== b.txt
The mill stands ⟦60 kilometres⟧{n measure 60, unit=kilometre} from the sea.
`);
    const [content] = hoverAt(analysis, at.id, at.offset);
    assert.ok(content?.kind === 'figure');
    assert.equal(content.rows[0]?.converted, 'about 37.3 miles');
    assert.deepEqual(content.spread, { values: '30 to 37.3 miles', files: 2, sources: 2 });
  });

  it('says that a conversion is about right only where it is no more than that', () => {
    const converted = (other: string) => {
      const { analysis, at } = figureFixture(
        `=== a.txt\nThe report took ⟦2 we‸eks⟧{n duration 2, unit=week}.\n\n=== b.txt\nThe report took ${other}.\n`,
      );
      const [content] = hoverAt(analysis, at.id, at.offset);
      return content?.kind === 'figure' ? content.rows[0]?.converted : undefined;
    };
    assert.equal(converted('⟦14 days⟧{n duration 14, unit=day}'), '2 weeks');
    assert.equal(converted('⟦about 14 days⟧{n duration 14, unit=day, approx}'), 'about 2 weeks');
    assert.equal(converted('⟦13 days⟧{n duration 13, unit=day}'), 'about 1.86 weeks');
  });

  it('gives money in its own signs and words', () => {
    const { analysis, at } = figureFixture(`
=== a.txt
The roof costs ⟦$1.3‸bn⟧{n money 1300000000, unit=USD}.

=== b.txt
The roof costs ⟦$1.5 billion⟧{n money 1500000000, unit=USD}.
`);
    const [content] = hoverAt(analysis, at.id, at.offset);
    assert.ok(content?.kind === 'figure');
    assert.equal(content.spread?.values, '$1.3 billion to $1.5 billion');
  });

  it('lists eight files and counts the rest; no spread where all agree', () => {
    const others = Array.from({ length: 10 }, (_, i) => `\n=== o${i}.txt\nIt had ⟦43 sheep⟧{n count 43} on deck.\n`);
    const { analysis, at } = figureFixture(
      `=== a.txt\nIt had ⟦4‸3 sheep⟧{n count 43} on deck.\n${others.join('')}\n=== p.txt\nIt had ⟦34 sheep⟧{m count 34} on deck.\n`,
    );
    const [content] = hoverAt(analysis, at.id, at.offset);
    assert.ok(content?.kind === 'figure');
    assert.deepEqual([content.rows.length, content.more, content.spread], [8, 2, null]);
  });

  const remark = 'We have asked for forty new lifeboats and will not sail without them';
  const other = `=== b.txt\nMarta Kovel said: “${remark.replace('forty', '⟦fourteen⟧{n count 14}')}.”\n`;
  const here = `=== a.txt\nMarta Kovel said: “${remark.replace('forty', '⟦for‸ty⟧{n count 40}')}.”\n`;

  it('leaves a figure to the quote that it stands in, unless another file has it outside of that', () => {
    check(`${here}\n${other}`, [
      'Marta Kovel said here',
      `b.txt:1 Marta Kovel: “${remark.replace('forty', 'fourteen')}.”`,
    ]);
    check(`${here}\n${other}\n=== c.txt\nThe union wants ⟦forty boats⟧{n count 40}.\n`, [
      'Marta Kovel said here',
      `b.txt:1 Marta Kovel: “${remark.replace('forty', 'fourteen')}.”`,
      '',
      'Forty (40)',
      'b.txt:1 *fourteen*',
      'c.txt:1 forty boats',
      '14 to 40 in 3 files',
    ]);
  });

  it('comes first in a long quote of which other files have other words', () => {
    const said = 'I remember the day when the mill lost its roof to the wind';
    check(
      `
=== a.txt
Mayor Dana Okafor said: “${said}. It was long ago. We spent ⟦£40‸,000⟧{m money 40000, unit=GBP} on it.”

=== b.txt
“${said},” Mayor Dana Okafor said.

=== c.txt
The roof cost ⟦£14,000⟧{m money 14000, unit=GBP}.
`,
      [
        '£40,000',
        'c.txt:1 *£14,000*',
        '£14,000 to £40,000 in 2 files',
        '',
        'Dana Okafor said here',
        `b.txt:1 Dana Okafor: “${said},”`,
      ],
    );
  });
});

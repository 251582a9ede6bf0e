import assert from 'node:assert/strict';
import { tokensOf } from '../../src/features/semanticTokens';
import { describeGrowth, growthOf } from '../linear/growth';
import { fixture } from './fixture';

/** Holds the tokens of `a.txt` against its marks: `{type}` or `{type modifier}`, in the order of the text. */
function checkTokens(source: string): void {
  const { analysis, files } = fixture(source);
  const marks = files.get('a.txt')?.marks ?? [];
  const found = tokensOf(analysis, 'a.txt').map(({ start, end, type, modifiers }) => ({
    words: analysis.get('a.txt')?.article.text.slice(start, end),
    is: [type, ...modifiers].join(' '),
  }));
  assert.deepEqual(
    found,
    marks.map(({ text, start, end, label }) => ({ words: text.slice(0, end - start), is: label })),
  );
}

describe('the colours of an article', () => {
  it('are for quotes with their marks, whoever said them, figures and dates', () => {
    checkTokens(`
=== a.txt
⟦“The bread was gone by then,”⟧{quote} ⟦Tom Vale⟧{speaker} said on ⟦Monday⟧{date}. He had sold ⟦340 loaves⟧{figure}.
`);
  });

  it('part a quote at the figure in it', () => {
    checkTokens(`
=== a.txt
⟦“We sold ⟧{quote}⟦340 loaves⟧{figure}⟦ and then we shut,”⟧{quote} ⟦Tom Vale⟧{speaker} said.
`);
  });

  it('tell a speaker who is a guess', () => {
    checkTokens(`
=== a.txt
⟦Tom Vale⟧{speaker unsure} shut the door behind him and looked at the empty shelves. ⟦“The bread was gone by then.”⟧{quote}
`);
  });

  it('leave titles, and the words of a transcript but for who speaks', () => {
    checkTokens(`
=== a.txt
⟦THE MAYOR⟧{speaker}: The bread was gone by then, and I would like to hear why that was.

⟦MS. QUILL⟧{speaker}: Nobody told us that it would be gone, so nobody baked any more of it.

⟦THE MAYOR⟧{speaker}: That is what I was afraid of, and I said as much to the council.
`);
    checkTokens(`
=== a.txt
They were all reading “The Long Loaf” when the doors of the library shut.
`);
  });

  it('tell what another file has otherwise, and leave the figures in a quote that differs', () => {
    checkTokens(`
=== a.txt
⟦“We asked for ⟧{quote conflict}⟦40 new lifeboats⟧{figure}⟦, and we will not sail without them,”⟧{quote conflict} ⟦Tom Vale⟧{speaker} said.
=== b.txt
“We asked for 40 new lifeboats, and we will never sail with them,” Tom Vale said.
`);
  });

  it('are those of a part where only that is asked for', () => {
    const { analysis, files } = fixture(`
=== a.txt
“The bread was gone by then,” Tom Vale said.

⟦“The ferry was late once more,” Ilse Brandt said.⟧
`);
    const [part] = files.get('a.txt')?.marks ?? [];
    assert.ok(part);
    const all = tokensOf(analysis, 'a.txt');
    assert.deepEqual(
      tokensOf(analysis, 'a.txt', part),
      all.filter((one) => one.start >= part.start),
    );
    assert.equal(all.length, 4);
  });

  it('are none for an article that is not known', () => {
    assert.deepEqual(tokensOf(fixture('').analysis, 'gone.txt'), []);
  });

  it('come in time that grows with the article, thousands of problems in it as well', () => {
    const line = 'It “ran on the rocks yet.\n\n';
    const growth = growthOf(
      (units) => {
        const { analysis } = fixture(`=== a.txt\n${line.repeat(Math.ceil(units / line.length))}`);
        assert.ok(analysis.problems('a.txt').length * line.length >= units);
        return analysis;
      },
      (analysis) => void tokensOf(analysis, 'a.txt'),
      { units: 200_000 },
    );
    assert.equal(growth && describeGrowth(growth), null);
  }).timeout(60_000);
});

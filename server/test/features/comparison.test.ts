import assert from 'node:assert/strict';
import fc from 'fast-check';
import { alignArticles, type ComparedArticles } from '../../src/features/comparison';
import { comparableArticles, comparablePassages } from '../../src/features/comparablePassages';
import { layOut } from '../../src/features/comparisonText';
import { shareOf } from '../../src/features/sharedWords';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { wireCopy } from '../support/copiedStory';
import { fixture } from './fixture';

/** The rows of the first two articles, the first on the left: `=` both, `#` a figure, `<` `>` one alone, `~` moved. */
function check(source: string, ...expected: string[]): ComparedArticles {
  const { analysis, words, files } = fixture(source);
  const [left = '', right = ''] = files.keys();
  const compared = alignArticles(analysis, left, right);
  assert.ok(compared);
  const start = (id: string, span: { start: number; end: number } | null): string =>
    span ? (/^[“]?[\p{L}\p{N}’]+( [\p{L}\p{N}’]+)?/u.exec(words(id, span))?.[0] ?? '?') : '';
  assert.deepEqual(
    compared.rows.map((row) => {
      const sign = { both: '=', figure: '#', only: row.left ? '<' : '>', moved: '~' }[row.kind];
      return `${start(left, row.left)} ${sign} ${start(right, row.right)}`.trim();
    }),
    expected,
  );
  return compared;
}

const draftAndWire = `
=== draft.txt
Crews hold out for lifeboats

“We asked for fourteen lifeboats and will not sail without them,” Marta Kovel said. Nobody answered her. It rained all day in Selby.

The strike has kept 1,900 passengers on the outer islands since Monday, the port authority said.

=== wire.txt
Ferry talks go on in the harbour

The strike has kept 1,400 passengers on the outer islands since Monday, the port authority said.

The moon rose over a quiet customs house. “We asked for forty lifeboats and will not sail without them,” said Marta Kovel.
`;

describe('two articles side by side', () => {
  it('put what stands in both on one row and keep each article’s order', () => {
    check(
      draftAndWire.replace(/The strike has kept 1,400.*\n\n/, ''),
      'Crews hold <',
      '> Ferry talks',
      '> The moon',
      '“We asked = “We asked',
      'Nobody answered <',
      'It rained <',
      'The strike <',
    );
  });

  it('tell of what stands in both in another order', () => {
    const rows = check(
      draftAndWire,
      'Crews hold <',
      '“We asked ~',
      'Nobody answered <',
      'It rained <',
      '> Ferry talks',
      'The strike = The strike',
      '> The moon',
      '~ “We asked',
    ).rows;
    const moved = rows.find((row) => row.kind === 'moved');
    assert.equal(moved?.kind === 'moved' && moved.there.start > 0, true);
  });

  it('put a pair on one row that is asked for, whatever else goes', () => {
    const { analysis, files } = fixture(draftAndWire);
    const at = (name: string) => files.get(name)?.text.indexOf('lifeboats and') ?? -1;
    const compared = alignArticles(analysis, 'draft.txt', 'wire.txt', { left: at('draft.txt'), right: at('wire.txt') });
    const row = compared?.rows.find(({ kind }) => kind === 'both');
    assert.ok(row?.left && row.right);
    assert.ok(row.left.start <= at('draft.txt') && at('draft.txt') < row.left.end);
    assert.ok(row.right.start <= at('wire.txt') && at('wire.txt') < row.right.end);
  });

  it('put a pair on one row that has nothing in common, if it is asked for', () => {
    const { analysis } = fixture(draftAndWire);
    const compared = alignArticles(analysis, 'draft.txt', 'wire.txt', { left: 0, right: 0 });
    assert.deepEqual(compared?.rows[0]?.kind, 'both');
  });

  it('are none where an article isn’t known or is the other one', () => {
    const { analysis } = fixture(draftAndWire);
    assert.equal(alignArticles(analysis, 'draft.txt', 'gone.txt'), null);
    assert.equal(alignArticles(analysis, 'draft.txt', 'draft.txt'), null);
  });

  it('share all words with a copy of themselves', () => {
    const { left, right } = check(
      ['a.txt', 'b.txt'].map((name) => `=== ${name}\n${wireCopy.trim().replaceAll('\n', ' ')} No.\n`).join('\n'),
      'The harbour = The harbour',
      'Lars Roe = Lars Roe',
      'The board = The board',
      'No = No',
    );
    assert.equal(left.share, 1);
    assert.equal(right.shared, right.words);
  });

  it('have every sentence of both once, in its own order, whatever the texts', () => {
    const sentence = fc.constantFrom(
      '“We asked for forty lifeboats and will not sail without them,” Marta Kovel said.',
      '“We asked for fourteen lifeboats and will not sail without them,” said Kovel.',
      'The strike has kept 1,900 passengers on the outer islands since Monday.',
      'Nobody answered.',
      'The harbour board voted late in the evening to close the channel to all the ferries.',
      '“Open',
      '“My door is open day and night. It was never shut to anybody,” Brandt said.',
    );
    const text = fc.array(sentence, { maxLength: 8 }).map((all) => all.join('\n\n'));
    fc.assert(
      fc.property(text, text, fc.nat(300), fc.nat(300), (one, other, left, right) => {
        const analysis = analysed({ 'a.txt': one, 'b.txt': other });
        for (const pivot of [null, { left, right }]) {
          const compared = alignArticles(analysis, 'a.txt', 'b.txt', pivot);
          const side = (of: 'left' | 'right') => compared?.rows.flatMap((row) => row[of] ?? []);
          assert.deepEqual(side('left'), analysis.get('a.txt')?.claims.sentences);
          assert.deepEqual(side('right'), analysis.get('b.txt')?.claims.sentences);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the share of words', () => {
  it('counts a word once, whichever stretches it lies in', () => {
    const text = 'One two, three — “four”.';
    assert.deepEqual(shareOf(text, []), { words: 4, shared: 0, share: 0 });
    assert.deepEqual(
      shareOf(text, [
        { start: 0, end: 7 },
        { start: 4, end: 14 },
      ]),
      { words: 4, shared: 3, share: 0.75 },
    );
    assert.deepEqual(shareOf(' — ', [{ start: 0, end: 3 }]), { words: 0, shared: 0, share: 0 });
  });

  it('holds quotes and running text alike', () => {
    const story = `=== a.txt\n“We will open the doors again before the first snow,” Okafor said.\n\nNobody in Eastmoor slept.
=== b.txt\nEastmoor rejoices.\n\nOkafor: “We will open the doors again before the first snow.”`;
    const { analysis } = fixture(story);
    const compared = alignArticles(analysis, 'a.txt', 'b.txt');
    assert.equal(compared?.left.shared, 10);
    assert.equal(compared.left.words, 16);
    assert.equal(compared.right.shared, 10);
    assert.equal(compared.right.words, 13);
  });
});

describe('the two texts for a diff editor', () => {
  const { analysis } = fixture(draftAndWire);
  const laid = (id: string) => {
    const article = analysis.get(id)?.article;
    assert.ok(article);
    const lineOf = (offset: number) => article.text.slice(0, offset).split('\n').length - 1;
    return { article, name: id, lineOf };
  };
  const compared = alignArticles(analysis, 'draft.txt', 'wire.txt');
  assert.ok(compared);
  const { left, right } = layOut(compared, laid('draft.txt'), laid('wire.txt'));

  it('have the same headings in the same order, so that the rows stay together', () => {
    const headings = (lines: typeof left) => lines.filter(({ offset }) => offset === null).map(({ text }) => text);
    assert.deepEqual(headings(left), headings(right));
    const numbered = headings(left).filter((text) => text.startsWith('── '));
    assert.equal(new Set(numbered).size, numbered.length);
    assert.match(numbered.join('\n'), /In both: line 5 left, line 3 right/);
    assert.match(numbered.join('\n'), /In both, in another order: line 3 left, line 5 right/);
    assert.match(numbered.join('\n'), /Only in wire\.txt: line 5/);
  });

  it('begin with how much of each stands in the other', () => {
    assert.match(left[0]?.text ?? '', /^\d\d% of the words of draft\.txt stand in wire\.txt\.$/);
    assert.match(right[1]?.text ?? '', /^\d\d% of the words of wire\.txt stand in draft\.txt\.$/);
  });
});

describe('the passages to compare', () => {
  const at = (source: string): readonly string[] => {
    const { analysis, at, words } = fixture(source);
    return comparablePassages(analysis, at.id, at.offset).map(
      (one) => `${one.differs ? '≠' : '='} ${one.about}: ${words(one.articleId, one.there)} (${one.articleId})`,
    );
  };

  it('are those of the quote at the cursor, the ones that differ first', () => {
    assert.deepEqual(
      at(`
=== a.txt
“We asked for fourteen life‸boats and will not sail without them,” Marta Kovel said.
=== b.txt
Marta Kovel said: “We asked for fourteen lifeboats and will not sail without them.”
=== c.txt
“We asked for forty lifeboats and will not sail without them,” Marta Kovel told the Gull.
`),
      [
        '≠ Marta Kovel: We asked for forty lifeboats and will not sail without them, (c.txt)',
        '= Marta Kovel: We asked for fourteen lifeboats and will not sail without them. (b.txt)',
      ],
    );
  });

  it('are those of the figure at the cursor', () => {
    const [found] = at(
      draftAndWire
        .replace('1,900', '1,9‸00')
        .replace(/“We[^“]*?(said|Kovel)\./g, '“We asked for lifeboats and more lifeboats still,” Marta Kovel said.'),
    );
    assert.match(found ?? '', /^≠ 1,900 passengers: 1,400 passengers \(wire\.txt\)$/);
  });

  it('are none where nothing is linked', () => {
    assert.deepEqual(at('=== a.txt\nNobody ans‸wered.\n=== b.txt\nIt rained.'), []);
  });

  it('of whole articles are those of the story first', () => {
    const { analysis } = fixture(
      `${draftAndWire}\n=== another.txt\nThe county fair at Oakham drew large crowds of farmers and their cattle.`,
    );
    assert.deepEqual(
      comparableArticles(analysis, 'draft.txt').map(({ articleId }) => articleId),
      ['wire.txt', 'another.txt'],
    );
  });
});

function analysed(files: Readonly<Record<string, string>>): Analysis {
  const host = createAnalysisHost();
  for (const [id, text] of Object.entries(files)) host.set({ id, name: id, text });
  return host.snapshot();
}

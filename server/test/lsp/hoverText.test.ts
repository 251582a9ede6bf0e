import assert from 'node:assert/strict';
import type { FigureHover, FigureRow } from '../../src/features/figureHover';
import type { QuoteHover, QuoteRow } from '../../src/features/hover';
import type { WordingPiece } from '../../src/features/wording';
import { hoverMarkdown, hoverPlainText } from '../../src/lsp/hoverText';
import { escaped } from '../../src/protocol/markdownText';

const piece = (kind: WordingPiece['kind'], text: string): WordingPiece => ({ kind, text });

const row = (wording: readonly WordingPiece[], more: Partial<QuoteRow> = {}): QuoteRow => ({
  articleId: 'a',
  name: 'wire.txt',
  quoted: true,
  speaker: { name: 'Ilse Brandt', sure: true },
  wording,
  places: [{ start: 0, end: 1 }],
  ...more,
});

const content = (more: Partial<QuoteHover> = {}): QuoteHover => ({
  kind: 'quote',
  span: { start: 0, end: 1 },
  quoted: true,
  speaker: { name: 'Ilse Brandt', sure: true },
  rows: [],
  more: 0,
  copies: [],
  ...more,
});

const links = { placesOf: () => [{ line: 12, uri: 'file:///copy/night%20desk/wire%20(2).txt' }], showAll: null };
const markdown = (more: Partial<QuoteHover>): string => hoverMarkdown([content(more)], links);

describe('a hover as Markdown', () => {
  it('tells a guess from a fact, and says plainly where nobody is named', () => {
    assert.equal(markdown({}), '**Ilse Brandt** said here');
    assert.equal(markdown({ speaker: { name: 'Ilse Brandt', sure: false } }), '**Ilse Brandt** probably said here');
    assert.equal(markdown({ speaker: { name: 'one uncle', sure: true } }), '**One uncle** said here');
    assert.equal(markdown({ speaker: null }), 'No speaker is named here');
    assert.equal(markdown({ speaker: null, quoted: false }), 'Reported here without quotation marks');
  });

  it('says under the table which files are copies, with names made harmless', () => {
    const copies = [
      {
        kind: 'shared' as const,
        files: [
          { name: 'wire.txt', here: true },
          { name: '[a](b).txt', here: false },
        ],
        share: 0.829,
        earliest: null,
      },
    ];
    const rows = [row([piece('same', 'I did')])];
    assert.equal(
      markdown({ rows, copies }).split('\n').at(-1),
      'This file and \\[a\\]\\(b\\).txt share 82% of their words: one source',
    );
    assert.equal(
      hoverPlainText([content({ rows, copies })], links)
        .split('\n')
        .at(-1),
      'This file and [a](b).txt share 82% of their words: one source',
    );
  });

  it('sets what differs in bold and strikes what is missing through, with spaces where words need them', () => {
    const wording = [
      piece('same', 'I did'),
      piece('missing', 'not'),
      piece('same', ' ask '),
      piece('differs', 'the council'),
      piece('missing', 'at all'),
      piece('same', ', or anybody.'),
    ];
    assert.equal(
      markdown({ rows: [row(wording)] })
        .split('\n')
        .at(-1),
      '| Ilse Brandt | “I did ~~not~~ ask **the council** ~~at all~~, or anybody.” | [wire.txt:12](file:///copy/night%20desk/wire%20%282%29.txt#L12) |',
    );
  });

  it('says where the words stand without marks, or without a speaker', () => {
    const rows = [row([piece('same', 'I did')], { quoted: false, speaker: null }), row([], { speaker: null })];
    const [first, second] = markdown({ rows }).split('\n').slice(-2);
    assert.match(first ?? '', /^\| not in quotation marks \| I did \| /);
    assert.match(second ?? '', /^\| no speaker named \| “” \| /);
  });

  it('keeps each row on one line with three cells, whatever an article is made of', () => {
    const wild = 'a | b\r\nc \\| d\u2028`|`\u0007\u202e';
    const rows = [
      row([piece('same', wild), piece('differs', wild)], { name: wild, speaker: { name: wild, sure: true } }),
    ];
    const last = markdown({ rows }).split('\n').at(-1) ?? '';
    assert.equal(last.replace(/\\./g, '').match(/\|/g)?.length, 4);
    // eslint-disable-next-line no-control-regex
    assert.doesNotMatch(last, /[\r\u2028\u0007\u202e]/);
  });
});

describe('text of an article in Markdown', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['[a](command:b)', '\\[a\\]\\(command:b\\)'],
    ['<b onclick=x>', '&lt;b onclick\\=x&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['https://a.example and www.a.example', 'https\\://a.example and www\\.a.example'],
    ['desk@a.example', 'desk\\@a.example'],
    ['*a* _b_ `c` ~~d~~ $(bug)', '\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$\\(bug\\)'],
    ['a \\[b', 'a \\\\\\[b'],
  ];
  for (const [text, expected] of cases) it(`escapes ${text}`, () => assert.equal(escaped(text), expected));
});

describe('a hover as plain text', () => {
  it('has a line a file and counts the rest', () => {
    const text = hoverPlainText(
      [content({ rows: [row([piece('same', 'I did'), piece('missing', 'not')])], more: 2 })],
      links,
    );
    assert.equal(text, 'Ilse Brandt said here\nwire.txt:12 Ilse Brandt: “I did”\nand 2 more');
  });
});

describe('a hover on a figure', () => {
  const figureRow = (text: string, more: Partial<FigureRow> = {}): FigureRow => ({
    articleId: 'a',
    name: 'wire.txt',
    figures: [{ text, differs: false }],
    converted: null,
    claimant: null,
    time: null,
    places: [{ start: 0, end: 1 }],
    ...more,
  });
  const figure = (more: Partial<FigureHover> = {}): FigureHover => ({
    kind: 'figure',
    span: { start: 0, end: 1 },
    title: 'Up to 12,000 soldiers',
    meaning: null,
    claimant: { name: 'Ukraine', sure: true },
    time: null,
    rows: [],
    more: 0,
    copies: [],
    spread: null,
    ...more,
  });
  const lines = (more: Partial<FigureHover>): readonly string[] => hoverMarkdown([figure(more)], links).split('\n');

  it('has what it is first, and tells a guess from a fact', () => {
    assert.deepEqual(lines({}), ['**Up to 12,000 soldiers**, given to Ukraine']);
    assert.deepEqual(lines({ claimant: { name: 'Ukraine', sure: false }, time: 'by December' }), [
      '**Up to 12,000 soldiers**, probably given to Ukraine, by December',
    ]);
    assert.deepEqual(lines({ title: 'Monday', meaning: 'Monday, June 23, 2025', claimant: null }), [
      '**Monday** (Monday, June 23, 2025)',
    ]);
  });

  it('has a table with the columns that say something, what differs in bold, and the spread below', () => {
    const where = '[wire.txt:12](file:///copy/night%20desk/wire%20%282%29.txt#L12)';
    const rows = [
      figureRow('15,000 soldiers', { figures: [{ text: '15,000 soldiers', differs: true }] }),
      figureRow('12,000', { claimant: { name: 'Kyiv', sure: true }, converted: 'about 29.8 miles' }),
    ];
    assert.deepEqual(lines({ rows, more: 1, spread: { values: '12,000 to 15,000', files: 4, sources: 4 } }).slice(2), [
      '| Figure | Given to | Where |',
      '| :-- | :-- | :-- |',
      `| **15,000 soldiers** | nobody named | ${where} |`,
      `| 12,000 (about 29.8 miles) | Kyiv | ${where} |`,
      '',
      'and 1 more',
      '',
      '12,000 to 15,000 in 4 files',
    ]);
    assert.deepEqual(lines({ claimant: null, rows: [figureRow('12', { time: 'by December' })] }).slice(2), [
      '| Figure | Time | Where |',
      '| :-- | :-- | :-- |',
      `| 12 | by December | ${where} |`,
    ]);
  });

  it('stands below the quote that the figure is in', () => {
    assert.equal(
      hoverMarkdown([content(), figure()], links),
      '**Ilse Brandt** said here\n\n---\n\n**Up to 12,000 soldiers**, given to Ukraine',
    );
  });

  it('keeps an article’s words harmless', () => {
    const wild = 'a | [b](command:c)\r\n';
    const rows = [figureRow(wild, { time: wild, converted: wild, claimant: { name: wild, sure: true }, name: wild })];
    const text = hoverMarkdown([figure({ title: wild, meaning: wild, time: wild, rows })], links);
    assert.ok(!text.includes('](command'));
    assert.equal(text.split('\n').at(-1)?.replace(/\\./g, '').match(/\|/g)?.length, 5);
  });
});

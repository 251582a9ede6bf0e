import assert from 'node:assert/strict';
import { readsAsProse } from '../../src/core/prose';
import { changedScope, storyScope } from '../../src/reports/scope';
import { acceptAll, analysed, mill, report } from './reporting';

/** A table of the report's text, cell by cell; quoted cells may hold commas and doubled marks. */
const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
        quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
      ),
    );

describe('a report as CSV', () => {
  it('has every quote and figure with its place, its values and how it stands', () => {
    const csv = report('csv', analysed(mill));
    assert.ok(csv.startsWith('\ufefffile,line,column,'), 'a byte order mark, or Excel misreads it');
    const [heads = [], ...rows] = cellsOf(csv);
    const records = rows.map((row) => Object.fromEntries(heads.map((head, i) => [head, row[i] ?? ''])));
    const quote = records.find((one) => one.file === 'herald.txt' && one.claim === 'quote');
    assert.deepEqual(
      [quote?.line, quote?.column, quote?.kind, quote?.speaker_or_claimant, quote?.matches, quote?.differs],
      ['3', '2', 'direct', 'Abel Thorne', '1', '1'],
    );
    assert.deepEqual([quote?.problems, quote?.severity], ['quote-altered', 'error']);
    const people = records.find((one) => one.file === 'wire.txt' && one.value === '800');
    assert.deepEqual(
      [people?.claim, people?.kind, people?.subject, people?.bound],
      ['figure', 'count', 'people', 'exact'],
    );
    assert.equal(people?.story, 's1');
  });

  it('lets no cell run as a formula, and none break out of its row', () => {
    const lines = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', 'a";=1+1', 'a;=1', '"x",=1', '\n=cmd'];
    const article = lines.map((line) => `“${line} is what they wrote on the wall of the mill,” Abel Thorne said.`);
    const analysis = analysed({ '=cmd|calc.txt': article.join('\n\n'), '@b.txt': article.join('\n\n') });
    const csv = report('csv', analysis);
    const [heads, ...rows] = cellsOf(csv);
    assert.ok(heads && rows.length > 10);
    for (const row of rows) {
      assert.equal(row.length, heads.length, row.join('|'));
      for (const cell of row) {
        assert.doesNotMatch(cell, /^[=+@\t\r\n＝＋－＠]|^-(?!\d+$)/, cell);
        assert.doesNotMatch(cell, /;"*[=+@-]/, 'a list separator of another country');
      }
    }
    assert.equal(csv.split('\r\n').length, rows.length + 2);
  });
});

describe('a report in Markdown', () => {
  it('tells the problems of each file with both passages, what was accepted, and coverage', () => {
    const text = report('markdown', analysed(mill));
    assert.match(text, /^## Second Source: \d problems$/m);
    assert.match(text, /^### herald\.txt$/m);
    assert.match(text, /^\| 3 \| \*\*error\*\*: .* \| “I am <b>not<\/b> going to sell/m);
    assert.match(text, /\(wire\.txt:3\) \|$/m);
    assert.match(text, /^\| herald\.txt \| 1 \| 1 \| \d \| \d \|$/m);
    const settled = report('markdown', analysed(mill, { accepted: acceptAll(analysed(mill), 'As agreed.') }));
    assert.match(settled, /^## Second Source: no problems$/m);
    assert.match(settled, /As agreed\. \| Ada Quill \| 2025-05-04T21:30:00Z \|$/m);
  });

  it('shows article text and names as they are: no mark-up, no notice to anybody, no link', () => {
    const evil = '| `x` <img src=x onerror=1> @editor **b** [a](http://evil.example) #12 ~~s~~ www.evil.example $1$';
    const story = (not: string) =>
      `COLD ASHBY, 4 May 2025 - The mill is open.\n\n“I am ${not}going to sell ${evil} the wheel to anybody from the city,” Abel Thorne said on Sunday.`;
    const text = report('markdown', analysed({ 'a|b`<b>@me.txt': story('not '), 'wire.txt': story('') }));
    assert.match(text, /quote-altered/);
    assert.doesNotMatch(text, /(?<!\\)<(?!!-- |\/?b>|br>)/, 'our own tags alone');
    assert.doesNotMatch(text, /@(?!<!-- -->)/);
    assert.doesNotMatch(text, /http:\/\//);
    assert.doesNotMatch(text, /#12/);
    assert.doesNotMatch(text, /(?<!\\)\]\(/);
    for (const row of text.split('\n').filter((line) => line.startsWith('| ') && line.includes('**error**'))) {
      assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
    }
  });

  it('fits into a comment, and says what it left out', () => {
    const word = (i: number) => ((i * 7919) % 46_656).toString(36).replace(/\d/g, 'o');
    const many = Array.from({ length: 400 }, (_, i) => {
      const words = Array.from({ length: 30 }, (_word, j) => word(i * 30 + j)).join(' ');
      return `“The ${words}, said Abel Thorne.`;
    });
    const text = report('markdown', analysed({ 'farms.txt': many.join('\n\nThe rain went on.\n\n') }));
    assert.ok(text.length < 65_536, String(text.length));
    assert.match(text, /Further rows were left out, for the report would be too long: \d+\./);
  });

  it('is not read as an article when it lies in the folder', () => {
    const text = report('markdown', analysed(mill));
    assert.equal(readsAsProse(text, 'report.md'), false);
    assert.equal(readsAsProse(text.slice(text.indexOf('\n')), 'report.md'), readsAsProse(text, 'x.md'));
  });
});

describe('a report as JSON', () => {
  it('calls articles by their paths, which are not their ids in the editor', () => {
    const parsed = JSON.parse(report('json', analysed(mill), { pathOf: (id) => `copy/${id}` })) as {
      readonly articles: readonly { readonly path: string; readonly quotes: readonly { readonly id: string }[] }[];
      readonly links: readonly { readonly from: { readonly id: string; readonly path: string } }[];
      readonly problems: readonly { readonly path: string; readonly related: readonly { readonly path: string }[] }[];
    };
    assert.deepEqual(
      parsed.articles.map(({ path, quotes }) => [path, quotes[0]?.id]),
      [
        ['copy/herald.txt', 'copy/herald.txt#q0'],
        ['copy/wire.txt', 'copy/wire.txt#q0'],
      ],
    );
    assert.ok(parsed.links.every(({ from }) => from.path.startsWith('copy/') && from.id.startsWith('copy/')));
    assert.ok(
      parsed.problems.every(({ path, related }) =>
        [path, ...related.map((one) => one.path)].every((one) => one.startsWith('copy/')),
      ),
    );
  });
});

describe('what a report is about', () => {
  const other = `
=== dam.txt
LOW BARROW, 6 June 2025 - Engineers opened the sluice of the Barrow dam, and 40 farms lost their water.

“Nobody told the farms that the sluice would open before the hay was in,” Ines Barrow said on Friday.
=== valley.txt
LOW BARROW, 6 June 2025 - Engineers opened the sluice of the Barrow dam, and 90 farms lost their water.

“Nobody told the farms that the sluice would open after the hay was in,” Ines Barrow said on Friday.
`;
  const both = analysed(mill + other);

  it('may be one story', () => {
    const story = both.storyOf('dam.txt')?.id ?? '';
    const text = report('csv', storyScope(both, story));
    assert.match(text, /^dam\.txt,/m);
    assert.doesNotMatch(text, /herald|wire\.txt/);
    assert.equal(storyScope(both, 's99').ids.length, 0);
  });

  it('may be what has changed, with the articles that it disagrees with', () => {
    const scope = changedScope(both, new Set(['wire.txt']));
    assert.deepEqual(scope.ids, ['herald.txt', 'wire.txt']);
    assert.deepEqual(scope.problems('herald.txt'), both.problems('herald.txt'));
    assert.deepEqual(scope.problems('dam.txt'), []);
    assert.deepEqual(changedScope(both, new Set()).ids, []);
  });

  it('leaves out what other articles have among themselves', () => {
    const third =
      both.get('herald.txt')?.article.text.replace('300', '300').replace('“I am not', '“I am certainly not') ?? '';
    const marks = `${third}\n\nHe also said: “The wheel stays where it is.`;
    const analysis = analysed({
      ...Object.fromEntries(both.ids.map((id) => [id, both.get(id)?.article.text ?? ''])),
      'third.txt': marks,
    });
    const all = analysis.problems('third.txt');
    const kept = changedScope(analysis, new Set(['wire.txt'])).problems('third.txt');
    assert.ok(all.some(({ code }) => code === 'quote-marks') && !kept.some(({ code }) => code === 'quote-marks'));
    assert.ok(kept.every(({ related }) => related.some(({ articleId }) => articleId === 'wire.txt')));
  });
});

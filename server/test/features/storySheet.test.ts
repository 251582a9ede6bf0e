import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { headsInSteps, sheetInSteps, storyHeads, storySheet } from '../../src/features/storySheet';
import type { Place } from '../../src/features/lookup';
import { restId, type StorySheet } from '../../src/protocol/stories';
import { storyText } from '../support/arbitraryArticles';
import { library } from '../lsp/stories';
import { fixture } from './fixture';
import { tableOf } from './sheetText';

/** Checks the sheet of the first story of some articles, as a table. */
function checkSheet(source: string, expected: readonly string[]): StorySheet<Place> {
  const { analysis } = fixture(source);
  const sheet = storySheet(analysis, storyHeads(analysis)[0]?.id ?? '');
  assert.ok(sheet, 'the articles are no story');
  assert.deepEqual(tableOf(sheet), expected);
  return sheet;
}

function counted<T>(all: Generator<void, T>): { readonly steps: number; readonly made: T } {
  for (let steps = 1; ; steps++) {
    const step = all.next();
    if (step.done) return { steps, made: step.value };
  }
}

/** The rows of quotes alone. */
const quotesOf = (source: string): readonly string[] => {
  const { analysis } = fixture(source);
  const sheet = storySheet(analysis, storyHeads(analysis)[0]?.id ?? '');
  return sheet ? tableOf(sheet).filter((line) => /^!?quote/.test(line)) : [];
};

/** Two drafts that each quote another part of one long turn, and a second transcript of it. */
const inquiry = `
=== transcript.txt
HESTHOLM, June 4, 2025 — The inquiry into the grounding of the ferry Orrin, before Noor Castellan of the Kellock Harbour Board.

NOOR CASTELLAN: Captain, tell the board what went wrong.

CAPTAIN LARS ROE: The charts of the harbour have not been renewed for twenty-three years. I wrote to the board in spring and nobody answered me. The rock was where it always was, and the light on it was out that night. We came in slowly, as the rules say. I would bring her in the same way tomorrow morning if they asked me.

NOOR CASTELLAN: Thank you. The board will rise until Thursday.

=== record.txt
HESTHOLM, June 4, 2025 — The Kellock Harbour Board and Noor Castellan heard about the ferry Orrin, on the rocks off Hestholm.

NOOR CASTELLAN: Captain, tell the board what went wrong.

CAPTAIN LARS ROE: The charts of the harbour have not been renewed for twenty-three years. I wrote to the board in spring and nobody answered me. The rock was where it always was, and the light on it was out that night. We came in slowly, as the rules say. I would bring her in the same way tomorrow morning if they asked me.

NOOR CASTELLAN: Thank you. The board will rise until Thursday.

=== early.txt
HESTHOLM, June 5, 2025 — Captain Lars Roe of the ferry Orrin told Noor Castellan of the Kellock Harbour Board what he thinks of the charts.

“The charts of the harbour have not been renewed for twenty-three years,” Lars Roe told the inquiry in Hestholm.

=== late.txt
HESTHOLM, June 6, 2025 — Noor Castellan and the Kellock Harbour Board heard Captain Lars Roe of the ferry Orrin.

“I would bring her in the same way tomorrow morning if they asked me,” Lars Roe said in Hestholm.
`;

describe('the sheet of a story', () => {
  it('has a row for each remark, what differs set apart on the side that is alone', () => {
    checkSheet(library, [
      '!quote | Dana Okafor | courier.txt=: We will open the doors again before the first snow falls, whatever it costs the city. | rewrite.txt≠: We will open the doors again before the first «leaf» falls, whatever it costs the city, | wire.txt=: We will open the doors again before the first snow falls, whatever it costs the city,',
    ]);
  });

  it('cuts a long turn into the remarks that drafts quote, and never glues these into one', () => {
    assert.deepEqual(quotesOf(inquiry), [
      'quote | Noor Castellan | record.txt=: Captain, tell the board what went wrong. | transcript.txt=: Captain, tell the board what went wrong.',
      'quote | Noor Castellan | record.txt=: Thank you. The board will rise until Thursday. | transcript.txt=: Thank you. The board will rise until Thursday.',
      'quote | Captain Lars Roe | record.txt=: The charts of the harbour have not been renewed for twenty-three years | transcript.txt=: The charts of the harbour have not been renewed for twenty-three years | early.txt=: The charts of the harbour have not been renewed for twenty-three years,',
      'quote | Captain Lars Roe | record.txt=: I would bring her in the same way tomorrow morning if they asked me | transcript.txt=: I would bring her in the same way tomorrow morning if they asked me | late.txt=: I would bring her in the same way tomorrow morning if they asked me,',
    ]);
  });

  it('orders the articles by their datelines, those without one last', () => {
    const { analysis } = fixture(inquiry);
    const [head] = storyHeads(analysis);
    assert.deepEqual(
      head?.columns.map(({ name, day }) => `${name} ${day ?? ''}`),
      ['record.txt 2025-06-04', 'transcript.txt 2025-06-04', 'early.txt 2025-06-05', 'late.txt 2025-06-06'],
    );
  });

  it('puts a source first and holds the others against it', () => {
    const { analysis, host } = hostOf(library);
    host.setDesk({ ...analysis.desk, hasSources: true, isSource: ({ name }) => name === 'wire.txt' });
    const now = host.snapshot();
    const sheet = storySheet(now, storyHeads(now)[0]?.id ?? '');
    assert.equal(sheet?.columns[0]?.name, 'wire.txt');
    assert.equal(sheet.columns[0].source, true);
    assert.equal(sheet.rows[0]?.cells[0]?.relation, 'same');
  });

  it('counts a disagreement once though both its sides carry it', () => {
    const { analysis } = fixture(library);
    const problems = analysis.ids.flatMap((id) => analysis.problems(id));
    assert.ok(problems.length >= 2);
    assert.equal(storyHeads(analysis)[0]?.conflicts, 1);
  });

  it('shows how a toll changed from day to day', () => {
    const day = (date: string, toll: string) =>
      `HESTHOLM, ${date} — The ferry Orrin ran aground off Hestholm, said the Kellock Harbour Board and Noor Castellan.\n\n${toll} passengers were killed, the Kellock Harbour Board said.`;
    const { analysis } = fixture(
      `=== a.txt\n${day('June 4, 2025', '12')}\n=== b.txt\n${day('June 5, 2025', '14')}\n=== c.txt\n${day('June 6, 2025', '17')}`,
    );
    const sheet = storySheet(analysis, storyHeads(analysis)[0]?.id ?? '');
    const row = sheet?.rows.find(({ timeline }) => timeline !== null);
    assert.deepEqual(
      row?.timeline?.map(({ at, text, columns }) => `${at}: ${text} (${columns.join()})`),
      ['2025-06-04: 12 passengers (0)', '2025-06-05: 14 passengers (1)', '2025-06-06: 17 passengers (2)'],
    );
  });

  it('calls a story by the headline of its fullest article, never by a letterhead', () => {
    const { analysis } = fixture(
      library.replace('=== wire.txt\n', '=== wire.txt\nLibrary to open again before winter\n\nBy Nora Petrie\n\n'),
    );
    assert.equal(storyHeads(analysis)[0]?.title, 'Library to open again before winter');
  });

  it('has what belongs to no story by itself, last, with what has a problem', () => {
    const { analysis } = fixture(
      `${library}\n=== alone.txt\nThe mill at Crowfoot is for sale.\n\n“Nobody has ground a sack of oats here since my aunt, Else Varn said.\n\nIt has a roof and a view.`,
    );
    const heads = storyHeads(analysis);
    assert.equal(heads.at(-1)?.id, restId);
    const sheet = storySheet(analysis, restId);
    assert.deepEqual(
      sheet?.columns.map(({ name }) => name),
      ['alone.txt'],
    );
    assert.deepEqual(
      sheet.others.map(({ code }) => code),
      ['quote-marks'],
    );
  });

  it('is null for a story that is not there', () => {
    assert.equal(storySheet(fixture(library).analysis, 's99'), null);
    assert.deepEqual(storyHeads(createAnalysisHost().snapshot()), []);
  });

  it('is the same object until something in the story changes', () => {
    const { host, analysis } = hostOf(library);
    const before = storySheet(analysis, 's1');
    assert.equal(storySheet(host.snapshot(), 's1'), before);
    const article = analysis.get('rewrite.txt')?.article;
    assert.ok(article);
    host.set({ ...article, text: `${article.text}\n\nMore was to come.` });
    assert.notEqual(storySheet(host.snapshot(), 's1'), before);
  });

  it('keeps the ids of its rows through an edit elsewhere', () => {
    const { host, analysis } = hostOf(inquiry);
    const idsOf = (of: Analysis) => storySheet(of, 's1')?.rows.map(({ id }) => id);
    const before = idsOf(analysis);
    const article = analysis.get('late.txt')?.article;
    assert.ok(before && article);
    host.set({ ...article, text: `Rain fell on the quay.\n\n${article.text}` });
    assert.deepEqual(idsOf(host.snapshot()), before);
  });

  it('is the same after an edit is undone, and the same as one built anew', () => {
    fc.assert(
      fc.property(fc.array(storyText, { minLength: 2, maxLength: 4 }), storyText, (texts, other) => {
        const host = createAnalysisHost();
        texts.forEach((text, i) => host.set({ id: `a${i}.txt`, name: `a${i}.txt`, text }));
        const before = sheetsOf(host.snapshot());
        host.set({ id: 'a0.txt', name: 'a0.txt', text: other });
        const between = sheetsOf(host.snapshot());
        const fresh = createAnalysisHost();
        [other, ...texts.slice(1)].forEach((text, i) => fresh.set({ id: `a${i}.txt`, name: `a${i}.txt`, text }));
        assert.deepEqual(between, sheetsOf(fresh.snapshot()));
        host.set({ id: 'a0.txt', name: 'a0.txt', text: texts[0] ?? '' });
        assert.deepEqual(sheetsOf(host.snapshot()), before);
      }),
      { numRuns: 15 },
    );
  });

  it('is made in at least a step a row, for whoever has to let others have their turn', () => {
    const read = () => fixture(inquiry).analysis;
    const id = storyHeads(read())[0]?.id ?? '';
    const sheet = storySheet(read(), id);
    assert.ok(sheet && sheet.rows.length > 1);
    const { steps, made } = counted(sheetInSteps(read(), id));
    assert.deepEqual(made, sheet);
    assert.ok(steps > sheet.rows.length, `${steps} steps for ${sheet.rows.length} rows`);
    assert.deepEqual(counted(headsInSteps(read())).made, storyHeads(read()));
  });

  it('points into its articles, shows their own words, and has a place for every problem', () => {
    fc.assert(
      fc.property(fc.array(storyText, { minLength: 2, maxLength: 4 }), (texts) => {
        const host = createAnalysisHost();
        texts.forEach((text, i) => host.set({ id: `a${i}.txt`, name: `a${i}.txt`, text }));
        const analysis = host.snapshot();
        for (const sheet of sheetsOf(analysis)) checkPlaces(analysis, sheet);
      }),
      { numRuns: 30 },
    );
  });
});

function checkPlaces(analysis: Analysis, sheet: StorySheet<Place>): void {
  assert.equal(new Set(sheet.rows.map(({ id }) => id)).size, sheet.rows.length, 'ids are unique');
  const shown: unknown[] = [...sheet.others];
  for (const row of sheet.rows) {
    assert.equal(row.cells.length, sheet.columns.length);
    row.cells.forEach((cell, i) => {
      if (!cell) return;
      const { place, words } = cell;
      assert.equal(place.articleId, sheet.columns[i]?.article);
      const text = analysis.get(place.articleId)?.article.text ?? '';
      assert.ok(place.start >= 0 && place.start < place.end && place.end <= text.length, 'a cell lies in its article');
      const wording = words.map((one) => one.text).join('');
      if (row.kind === 'quote') assert.equal(wording, text.slice(place.start, place.end));
      else assert.ok(text.includes(wording));
      shown.push(...cell.problems);
    });
  }
  const all = sheet.columns.flatMap(({ article }) => analysis.problems(article));
  assert.ok(new Set(shown).size === all.length, 'each problem is shown, and once');
}

const sheetsOf = (analysis: Analysis): readonly StorySheet<Place>[] =>
  storyHeads(analysis).flatMap(({ id }) => storySheet(analysis, id) ?? []);

function hostOf(source: string) {
  const host = createAnalysisHost();
  for (const [id, { text }] of fixture(source).files) host.set({ id, name: id, text });
  return { host, analysis: host.snapshot() };
}

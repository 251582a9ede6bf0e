import assert from 'node:assert/strict';
import { allSpeakers, filterRows } from '../../board/filter';
import { moved } from '../../board/keys';
import { layoutRows, rowsWithin } from '../../board/layout';
import { everything, type BoardFilter } from '../../board/messages';
import { readState } from '../../board/state';
import { dayText, fill } from '../../board/text';
import { cell, row } from './sheets';

const rows = [
  row('boats', [cell('We have asked for forty new lifeboats'), null], { severity: 'error' }),
  row('door', [cell('My door is open', { from: { name: 'Tomas Brandt', sure: true } })], { heading: 'Tomas Brandt' }),
  row('toll', [cell('12 people', { quoted: false, from: { name: 'Łódź police', sure: true }, bound: 'up to' })], {
    kind: 'figure',
    heading: 'dead',
    accepted: true,
  }),
];

describe('the board’s filter', () => {
  const shown = (filter: Partial<BoardFilter>) => filterRows(rows, { ...everything, ...filter }).map(({ id }) => id);

  it('lets everything through at first', () => assert.deepEqual(shown({}), ['boats', 'door', 'toll']));

  it('takes quotes and figures apart', () => {
    assert.deepEqual(shown({ kind: 'quote' }), ['boats', 'door']);
    assert.deepEqual(shown({ kind: 'figure' }), ['toll']);
  });

  it('counts an accepted difference as no conflict', () => assert.deepEqual(shown({ conflicts: true }), ['boats']));

  it('finds a speaker’s quotes and the figures given to them', () => {
    assert.deepEqual(
      allSpeakers(rows, 'en'),
      ['Łódź police', 'Marta Kovel', 'Tomas Brandt'].sort((a, b) => a.localeCompare(b, 'en')),
    );
    assert.deepEqual(shown({ speaker: 'Tomas Brandt' }), ['door']);
    assert.deepEqual(shown({ speaker: 'Łódź police' }), ['toll']);
  });

  it('finds words in any order, in any case and without their accents', () => {
    assert.deepEqual(shown({ text: 'LIFEBOATS asked' }), ['boats']);
    assert.deepEqual(shown({ text: 'łodz up to' }), ['toll']);
    assert.deepEqual(shown({ text: 'dead lifeboats' }), []);
  });
});

describe('the way through the board’s grid', () => {
  const size = { rows: 10, columns: 4, page: 3 };
  const from = { row: 5, column: 1 };
  const ways: readonly [key: string, wide: boolean, row: number, column: number][] = [
    ['ArrowUp', false, 4, 1],
    ['ArrowRight', false, 5, 2],
    ['PageDown', false, 8, 1],
    ['PageUp', false, 2, 1],
    ['Home', false, 5, -1],
    ['End', false, 5, 3],
    ['Home', true, -1, -1],
    ['End', true, 9, 3],
  ];
  for (const [key, wide, row, column] of ways) {
    it(`goes to row ${String(row)}, column ${String(column)} with ${wide ? 'Control+' : ''}${key}`, () =>
      assert.deepEqual(moved(from, key, wide, size), { row, column }));
  }

  it('ends at the heads and at the last row', () => {
    assert.deepEqual(moved({ row: -1, column: -1 }, 'ArrowUp', false, size), { row: -1, column: -1 });
    assert.deepEqual(moved({ row: 9, column: 3 }, 'ArrowDown', false, size), { row: 9, column: 3 });
  });

  it('leaves other keys alone', () => assert.equal(moved(from, 'a', false, size), null));
});

describe('the board’s layout', () => {
  const metrics = { line: 18, charsPerLine: 30 };

  it('gives a long wording more lines, but no more than five', () => {
    const [short, long, endless] = ['A word', 'word '.repeat(18), 'word '.repeat(500)].map((text) => {
      const { tops } = layoutRows([row('one', [cell(text)])], metrics);
      return tops[1] ?? 0;
    });
    assert.ok(Number(short) < Number(long) && Number(long) < Number(endless));
    assert.equal(endless, 5 * 18 + 13);
  });

  it('draws the rows in view with a few to spare, however far down', () => {
    const many = Array.from({ length: 300 }, (_, index) => row(String(index), [cell('A word')]));
    const layout = layoutRows(many, metrics);
    const [from, to] = rowsWithin(layout, layout.tops[200] ?? 0, 500);
    assert.ok(from > 190 && from <= 200, String(from));
    assert.ok(to > 208 && to < 220, String(to));
    assert.deepEqual(rowsWithin(layout, 1e9, 500).at(-1), 300);
    assert.deepEqual(rowsWithin(layoutRows([], metrics), 0, 500), [0, 0]);
  });
});

describe('what a board keeps across a reload', () => {
  it('comes back as it was', () => {
    const state = {
      articles: ['file:///a.txt'],
      filter: { ...everything, text: 'quay', conflicts: true },
      scroll: { top: 120, left: 0 },
      active: { row: 'q1', column: 2 },
    };
    assert.deepEqual(readState(structuredClone(state)), state);
  });

  it('is a new board’s where somebody else has written it', () => {
    assert.equal(readState(undefined), null);
    assert.equal(readState({ articles: 'all' }), null);
    assert.deepEqual(readState({ articles: ['file:///a.txt', 7], filter: { kind: 'rumour' }, scroll: { top: '9' } }), {
      articles: ['file:///a.txt'],
      filter: everything,
      scroll: { top: 0, left: 0 },
      active: null,
    });
  });
});

describe('the board’s words', () => {
  it('are filled in where they have holes', () => assert.equal(fill('{0} of {1} rows', 12, 85), '12 of 85 rows'));

  it('keep a text that has holes of its own', () => assert.equal(fill('Accepted: {0}', '{1} $&'), 'Accepted: {1} $&'));

  it('give a day as exactly as the article does', () => {
    assert.match(dayText('2026-11-18', 'en'), /Nov 18, 2026/);
    assert.match(dayText('2026-11-18T14:30+02:00', 'en'), /Nov 18, 2026.*2:30/);
    assert.match(dayText('2026-11', 'en'), /November 2026/);
    assert.equal(dayText('soon', 'en'), 'soon');
  });
});

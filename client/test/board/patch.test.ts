import assert from 'node:assert/strict';
import type { BoardSheet } from '../../board/messages';
import { applyPatch, patchBetween } from '../../board/patch';
import { cell, row, sheet } from './sheets';

const boats = row('boats', [cell('forty new lifeboats'), cell('forty new lifeboats')]);
const door = row('door', [cell('My door is open'), null]);
const quay = row('quay', [cell('tied up at the quay'), cell('tied up at the quay')]);

/** The patch, after a look at whether it leads where it should. */
function between(before: BoardSheet, after: BoardSheet) {
  const patch = patchBetween(before, after);
  assert.deepEqual(patch ? applyPatch(before, patch) : before, after);
  return patch;
}

describe('what the board is sent when a story changes', () => {
  it('is nothing where nothing that it shows has changed', () => {
    assert.equal(between(sheet([boats, door]), structuredClone(sheet([boats, door]))), null);
  });

  it('is one cell of one row where one passage has changed', () => {
    const changed = cell('fourteen new lifeboats', { relation: 'differs' });
    const after = { ...boats, cells: [cell('forty new lifeboats'), changed] };
    assert.deepEqual(between(sheet([boats, door, quay]), sheet([after, door, quay])), {
      rows: [{ id: 'boats', cells: [[1, changed]] }],
    });
  });

  it('is the head of a row and no cell where only its severity has changed', () => {
    const patch = between(sheet([boats, door]), sheet([{ ...boats, severity: 'error' }, door]));
    assert.deepEqual(
      patch?.rows?.map((one) => Object.keys(one)),
      [['id', 'head']],
    );
  });

  it('is the new row and the order where a passage is new', () => {
    assert.deepEqual(between(sheet([boats, door]), sheet([quay, boats, door])), {
      order: ['quay', 'boats', 'door'],
      rows: [{ row: quay }],
    });
  });

  it('is the order alone where a row has gone or another comes first', () => {
    assert.deepEqual(between(sheet([boats, door, quay]), sheet([quay, boats])), { order: ['quay', 'boats'] });
  });

  it('is every row where an article has come: no cell stands where it stood', () => {
    const two = sheet([boats, door]);
    const three = sheet(
      [boats, door].map((one) => ({ ...one, cells: [null, ...one.cells] })),
      ['briefing.md', 'morning.txt', 'evening.txt'],
    );
    assert.equal(between(two, three)?.rows?.length, 2);
  });

  it('leaves the rows that it does not name as they are, the same objects', () => {
    const before = sheet([boats, door]);
    const patch = patchBetween(before, sheet([{ ...boats, severity: 'error' }, door]));
    const after = applyPatch(before, patch ?? {});
    assert.equal(after.rows[1], before.rows[1]);
    assert.notEqual(after.rows[0], before.rows[0]);
  });

  it('does no harm where it names what the page does not have', () => {
    const before = sheet([boats]);
    const after = applyPatch(before, {
      order: ['boats', 'nowhere'],
      rows: [{ id: 'elsewhere', cells: [[0, null]] }],
    });
    assert.deepEqual(after, before);
  });
});

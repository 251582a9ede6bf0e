import assert from 'node:assert/strict';
import { boardSheet } from '../../src/board/sheet';
import type { WireSheet } from '../../../server/src/protocol/stories';

const place = (line: number) => ({
  uri: 'file:///harbour/evening.txt',
  range: { start: { line, character: 4 }, end: { line, character: 20 } },
});

const story = (line: number): WireSheet => ({
  id: 's1',
  title: 'Crews hold out',
  date: null,
  columns: [
    {
      article: 'file:///harbour/evening.txt',
      name: 'evening.txt',
      day: null,
      source: false,
      quotes: 1,
      figures: 0,
      problems: 1,
    },
  ],
  conflicts: 1,
  accepted: 0,
  worst: 'error',
  rows: [
    {
      id: 'q1',
      kind: 'quote',
      heading: 'Marta Kovel',
      severity: 'error',
      accepted: false,
      timeline: null,
      cells: [
        {
          place: place(line),
          again: [place(line + 3)],
          words: [{ text: 'fourteen new lifeboats', differs: true }],
          quoted: true,
          from: { name: 'Marta Kovel', sure: true },
          bound: null,
          relation: 'differs',
          tentative: false,
          problems: [
            {
              code: 'quote-altered',
              severity: 'error',
              message: '“fourteen” here, “forty” there.',
              place: place(line),
              related: [{ place: place(line + 9), message: 'forty' }],
              accepted: null,
            },
          ],
        },
      ],
    },
  ],
  others: [],
});

describe('a story as the board is told it', () => {
  it('holds no places, so that a line typed above it changes nothing', () => {
    assert.deepEqual(boardSheet(story(2)), boardSheet(story(40)));
    assert.doesNotMatch(JSON.stringify(boardSheet(story(2)).rows), /range|file:/);
  });

  it('says in how many places of its article a passage stands', () => {
    assert.equal(boardSheet(story(2)).rows[0]?.cells[0]?.places, 2);
  });
});

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { scanDates } from '../../../src/claims/dates/dateScanner';
import { findDateline } from '../../../src/claims/dates/dateline';
import { splitParagraphs } from '../../../src/claims/paragraphs';
import { writtenOn } from './checkDates';

const pieces = fc.constantFrom(
  'June',
  'May',
  'Sept.',
  'Monday',
  'Fri',
  ',',
  ' ',
  '\n',
  '\n\n',
  '9',
  '31',
  '2025',
  '1990s',
  '’24',
  "'",
  'ago',
  'two weeks',
  'last',
  'next',
  'this',
  'summer',
  'Q3',
  'third quarter',
  '7:30',
  'p.m.',
  'noon',
  'by',
  'before',
  'the end of',
  '-',
  '–',
  'to',
  '/',
  '10/24/2024',
  '2024-10-24',
  'of',
  'the',
  'said',
  'will',
  'half past',
  'seven',
  'o’clock',
  'é',
  '😀',
  '$',
  'fiscal year',
);
const soup = fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 60 }).map((parts) => parts.join(' '));
const scan = (text: string) => scanDates(text, splitParagraphs(text), writtenOn('2025-06-09'));

describe('dates in any text', () => {
  it('lie in it, in order, none over another, the date itself inside its span', () => {
    fc.assert(
      fc.property(soup, (text) => {
        let last = 0;
        for (const { start, end, number } of scan(text)) {
          assert.ok(last <= start && start < end && end <= text.length);
          assert.ok(start <= number.start && number.start < number.end && number.end <= end);
          last = end;
        }
      }),
      { numRuns: 500 },
    );
  });
  it('never break the search for a dateline', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const found = findDateline(text, splitParagraphs(text));
        if (found) assert.match(found.iso, /^\d{4}-\d{2}-\d{2}$/);
      }),
    );
  });
  it('take time in step with its length', () => {
    const day =
      'on Monday, June 9, 2025, at 7 p.m., two weeks ago, by the end of 1998, in the last summer of ’24 and May to ';
    const timeOf = (text: string) => {
      const paragraph = [{ start: 0, end: text.length, kind: 'body' as const }];
      const before = process.cpuUsage().user;
      scanDates(text, paragraph, writtenOn('2025-06-09'));
      return process.cpuUsage().user - before;
    };
    timeOf(day.repeat(200));
    const short = Math.min(timeOf(day.repeat(200)), timeOf(day.repeat(200)));
    const long = Math.min(timeOf(day.repeat(1600)), timeOf(day.repeat(1600)));
    assert.ok(
      long < 24 * Math.max(short, 2000),
      `${short} µs for the short text, ${long} µs for one eight times as long`,
    );
  });
});

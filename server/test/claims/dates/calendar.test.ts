import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dayAt, dayNumber, isoWeek, weekdayOf } from '../../../src/claims/dates/calendar';
import { inferYear, resolveDate } from '../../../src/claims/dates/resolve';
import type { StatedDate } from '../../../src/claims/figures/model';

const nothing: StatedDate = { weekday: null, day: null, month: null, year: null };
const june = (day: number, weekday: number | null = null): StatedDate => ({ ...nothing, day, month: 6, weekday });

describe('the calendar', () => {
  it('gives every day the weekday that it had', () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 60_000 }), (number) => {
        const date = new Date(number * 86_400_000);
        const iso = date.toISOString().slice(0, 10);
        assert.equal(weekdayOf(iso), ((date.getUTCDay() + 6) % 7) + 1);
        assert.deepEqual(dayAt(number), {
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
        assert.equal(dayNumber(dayAt(number)), number);
      }),
    );
  });
  it('gives no weekday to what is no day', () => {
    for (const bad of ['', '2025', '2025-06', '2025-02-29', '2025-06-31', '2025-13-01', 'Monday', '2025-6-9']) {
      assert.equal(weekdayOf(bad), null, bad);
    }
  });
  it('counts a week to the year of its Thursday', () => {
    assert.equal(isoWeek(dayNumber({ year: 2024, month: 12, day: 30 })), '2025-W01');
    assert.equal(isoWeek(dayNumber({ year: 2021, month: 1, day: 3 })), '2020-W53');
  });
});

describe('a stated date', () => {
  it('is set in the nearest year, whatever its weekday', () => {
    assert.equal(resolveDate(june(9, 2), '2025-06-09'), '2025-06-09');
    assert.equal(resolveDate({ ...nothing, month: 12, day: 30 }, '2025-01-02'), '2024-12-30');
  });
  it('goes by its weekday where the year is far from plain', () => {
    assert.equal(resolveDate({ ...nothing, weekday: 1, month: 2, day: 3 }, '2025-10-24'), '2025-02-03');
    assert.equal(resolveDate({ ...nothing, month: 2, day: 3 }, '2025-10-24'), null);
  });
  it('needs no reference where it states its year', () => {
    assert.equal(resolveDate({ ...june(9), year: 2025 }, ''), '2025-06-09');
    assert.equal(resolveDate({ ...nothing, year: 2022, month: 4 }, ''), '2022-04');
    assert.equal(resolveDate(june(9), 'last year'), null);
  });
  it('is none where the calendar has no such day', () => {
    assert.equal(resolveDate(june(31), '2025-06-09'), null);
    assert.equal(resolveDate({ ...nothing, year: 2025, month: 2, day: 29 }, ''), null);
  });
  it('is a weekday gone by unless the sentence looks ahead', () => {
    const friday = { ...nothing, weekday: 5 };
    assert.equal(resolveDate(friday, '2025-06-09'), '2025-06-06');
    assert.equal(resolveDate(friday, '2025-06-09', 'future'), '2025-06-13');
    assert.equal(resolveDate({ ...nothing, weekday: 4, day: 12 }, '2025-06-09'), '2025-06-12');
  });
});

describe('the year of several weekdays', () => {
  it('is each in which they all are right', () => {
    const july: StatedDate = { ...nothing, weekday: 2, day: 1, month: 7 };
    assert.deepEqual(inferYear([june(23, 1), july], 2010, 2026), [2014, 2025]);
  });
  it('is none where they contradict each other, or none is given', () => {
    assert.deepEqual(inferYear([june(23, 1), june(24, 1)], 2010, 2026), []);
    assert.deepEqual(inferYear([june(23)], 2010, 2026), []);
  });
});

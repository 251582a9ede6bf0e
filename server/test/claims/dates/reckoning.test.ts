import assert from 'node:assert/strict';
import { dayAt, dayNumber, isoDay, isoMonth } from '../../../src/claims/dates/calendar';
import { dayOfPhrase, isoOfPhrase } from '../../../src/claims/dates/reckoning';

const newYear = dayNumber({ year: 2023, month: 1, day: 1 });
const days = Array.from({ length: 800 }, (_, i) => newYear + i);

describe('phrases reckoned from a day', () => {
  it('count days and months as the calendar does, from every day of it', () => {
    for (const today of days) {
      const { year, month } = dayAt(today);
      const before = year * 12 + month - 6;
      assert.equal(isoOfPhrase('9 days ago', 'day', today), isoDay(dayAt(today - 9)));
      assert.equal(
        isoOfPhrase('5 months ago', 'month', today),
        isoMonth(Math.floor(before / 12), (before % 12) + 1),
        isoDay(dayAt(today)),
      );
    }
  });
  it('are none where they aren’t understood as a whole', () => {
    for (const phrase of ['', 'last friday of all', 'nine moons ago', '10 days ago, on 3 May', '𝟙 week ago'])
      assert.equal(dayOfPhrase(phrase, newYear), null, phrase);
  });
});

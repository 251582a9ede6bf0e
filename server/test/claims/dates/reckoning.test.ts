import assert from 'node:assert/strict';
import { Chrono, strict } from 'chrono-node/en';
import { dayAt, dayNumber, isoDay, weekdayName } from '../../../src/claims/dates/calendar';
import { isoAfter, isoAt, pointedDay, type Grain } from '../../../src/claims/dates/reckoning';

const newYear = dayNumber({ year: 2023, month: 1, day: 1 });
const days = Array.from({ length: 800 }, (_, i) => newYear + i);

/** What the date parser chrono makes of a phrase, as a day; the refiners weigh several dates of a text, here is one. */
const parser = new Chrono({ parsers: strict.parsers, refiners: [] });
function dayOf(phrase: string, today: number): number {
  const { year, month, day } = dayAt(today);
  const found = parser.parse(phrase, { instant: new Date(year, month - 1, day, 12) }).find((r) => r.text === phrase);
  const part = (name: 'year' | 'month' | 'day') => found?.start.get(name) ?? NaN;
  return dayNumber({ year: part('year'), month: part('month'), day: part('day') });
}

describe('dates reckoned from a day', () => {
  it('are those of a parser of dates, from every day of two years', () => {
    const stretches: [number, Grain][] = [
      [9, 'day'],
      [1, 'week'],
      [5, 'month'],
      [13, 'month'],
      [3, 'year'],
    ];
    days.forEach((today, i) => {
      const [count, unit] = stretches[i % stretches.length] ?? [0, 'day'];
      // Months are of unequal lengths: from the 31st, the parser overshoots the shorter ones.
      const from = unit === 'month' ? today - dayAt(today).day + 1 : today;
      const many = `${String(count)} ${unit}${count > 1 ? 's' : ''}`;
      const day = isoDay(dayAt(today));
      assert.equal(isoAfter(today, -count, unit), isoAt(dayOf(`${many} ago`, from), unit), `${many} before ${day}`);
      assert.equal(isoAfter(today, count, unit), isoAt(dayOf(`${many} from now`, from), unit), `${many} after ${day}`);
    });
  });
  it('give "last", "this" and "next" weekday as that parser does', () => {
    for (const today of days.slice(0, 21)) {
      for (let weekday = 1; weekday <= 7; weekday++) {
        for (const pointer of ['last', 'this', 'next'] as const) {
          const phrase = `${pointer} ${weekdayName(weekday)}`;
          assert.equal(pointedDay(pointer, weekday, today), dayOf(phrase, today), `${phrase}, ${isoDay(dayAt(today))}`);
        }
      }
    }
  });
  it('are none before the first year', () => {
    const early = dayNumber({ year: 40, month: 3, day: 1 });
    assert.equal(isoAfter(early, -39, 'year'), '0001');
    assert.equal(isoAfter(early, -40, 'year'), null);
    assert.equal(isoAfter(early, -474, 'month'), null);
  });
});

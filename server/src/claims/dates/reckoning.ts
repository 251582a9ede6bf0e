import type * as chrono from 'chrono-node/en';
import { dayAt, dayNumber, isDay, isoDay, isoMonth, isoWeek, isoYear } from './calendar';

/** How exactly a phrase gives its date: "three days ago" to the day, "two weeks ago" to the week. */
export type Grain = 'day' | 'week' | 'month' | 'year';

/** Phrases whose day is kept; an article has a few, and a folder of one week has the same ones over and over. */
const mostKept = 2000;
const kept = new Map<string, number | null>();

let parser: chrono.Chrono | null = null;

/** Loading takes a twentieth of a second, and copy without a dateline never needs it: it is loaded with the first question. */
function loadParser(): chrono.Chrono {
  if (parser) return parser;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import would load it with everything else
  const { Chrono, strict } = require('chrono-node/en') as typeof chrono;
  // The forms that casual speech takes cost half a second to compile, and own code has put the phrase in plain words. The
  // refiners weigh several dates of a text against each other; here is one phrase.
  parser = new Chrono({ parsers: strict.parsers, refiners: [] });
  return parser;
}

/**
 * The day that a phrase names, reckoned from the day of writing.
 * @param phrase in plain words, with digits: "2 weeks ago", "3 months from now", "last friday".
 * @param today counted in days from 1 January 1970, as is the answer. Null for a phrase that isn't understood as a whole.
 */
export function dayOfPhrase(phrase: string, today: number): number | null {
  const key = `${String(today)} ${phrase}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const found = readPhrase(phrase, today);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, found);
  return found;
}

function readPhrase(phrase: string, today: number): number | null {
  const { year, month, day } = dayAt(today);
  try {
    // Noon of the clock that the parser goes by, wherever that is.
    const results = loadParser().parse(phrase, { instant: new Date(year, month - 1, day, 12) });
    const whole = results.find(({ text }) => text.length === phrase.length);
    const [y, m, d] = [whole?.start.get('year'), whole?.start.get('month'), whole?.start.get('day')];
    if (y == null || m == null || d == null || !isDay(y, m, d)) return null;
    return dayNumber({ year: y, month: m, day: d });
  } catch {
    return null;
  }
}

/** The ISO date of a phrase, no more exact than its grain; null where the phrase isn't understood. */
export function isoOfPhrase(phrase: string, grain: Grain, today: number): string | null {
  // Months are of unequal lengths: from the 31st, the parser overshoots the shorter ones.
  const from = grain === 'month' ? today - dayAt(today).day + 1 : today;
  const at = dayOfPhrase(phrase, from);
  return at === null ? null : isoAt(at, grain);
}

/** The ISO date of the stretch that a day lies in: the day itself, its week, month or year. */
export function isoAt(day: number, grain: Grain): string {
  const at = dayAt(day);
  switch (grain) {
    case 'day':
      return isoDay(at);
    case 'week':
      return isoWeek(day);
    case 'month':
      return isoMonth(at.year, at.month);
    case 'year':
      return isoYear(at.year);
  }
}

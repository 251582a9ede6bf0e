import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import type { Claims } from '../../src/claims/model';
import type { Story } from '../../src/links/model';
import { dateConflict } from '../../src/rules/dateConflict';
import { parseFiles, type MarkedText } from '../support/marked';

/**
 * Checks that exactly the marked dates are reported in the first article, with the label for their message; the articles
 * are one story, of `date`.
 */
function check(source: string, date: string | null = null, ...related: string[]): void {
  const files = parseFiles(source);
  const names = [...files.keys()];
  const [first = ''] = names;
  const story: Story | null = names.length > 1 ? { id: 's1', articles: names, date } : null;
  const article = (name: string) => ({ id: name, name, text: files.get(name)?.text ?? '' });
  const claims = new Map<string, Claims>(names.map((name) => [name, extractClaims(article(name).text)]));
  const own = claims.get(first);
  assert.ok(own);
  const found = dateConflict.check({
    article: article(first),
    claims: own,
    links: [],
    figureLinks: [],
    figureLinksOf: () => [],
    nameVariants: [],
    story,
    articleOf: article,
    claimsOf: (name) => claims.get(name),
    isCopy: () => false,
    isSource: () => false,
    sources: [],
    hasWords: () => false,
    nameOf: (name) => name,
  });
  const problems = [...found];
  const { text, marks } = files.get(first) as MarkedText;
  assert.deepEqual(
    problems.map((p) => ({ words: text.slice(p.start, p.end), message: p.message })),
    marks.map((m) => ({ words: m.text, message: m.label })),
  );
  if (related.length === 0) return;
  assert.deepEqual(
    problems.flatMap((p) => p.related.map((r) => `${r.articleId}: ${r.message}`)),
    related,
  );
}

describe('date-conflict', () => {
  it('reports a weekday that is wrong in the year stated', () => {
    check(
      '=== a.txt\nThe bridge was opened on ⟦Friday 3 September 1966⟧{3 September 1966 is a Saturday, not a Friday.}.',
    );
  });
  it('reports a weekday that is wrong in the year of the dateline', () => {
    check(
      `=== a.txt
Bridge closes

Posted 11:02 p.m. June 9, 2025

The council met on Tuesday, June 3, and the hearing is on ⟦Monday, June 24⟧{June 24, 2025 will be a Tuesday, not a Monday.}.`,
      null,
      'a.txt: June 9, 2025',
    );
  });
  it('reports a weekday that is wrong in the year of the story, and shows the file that has it right', () => {
    check(
      `=== wire.txt
The city council on ⟦Tuesday, June 9⟧{June 9, 2025 was a Monday, not a Tuesday.}, adopted a budget.
=== transcript.txt
CITY COUNCIL, REGULAR MEETING
MONDAY, JUNE 9, 2025, 6:30 P.M.

PRESIDENT MOORE: We are on item six, the general fund budget.`,
      '2025-06-09',
      'transcript.txt: MONDAY, JUNE 9, 2025',
    );
  });
  it('shows the file that has the weekday on another day near by', () => {
    check(
      `=== beacon.txt
The hearing is ⟦Monday, June 24⟧{June 24, 2025 will be a Tuesday, not a Monday.}, at 7 p.m.
=== courier.txt
A public hearing on water rates is set for Monday, June 23, at 7 p.m.`,
      '2025-06-09',
      'courier.txt: Monday, June 23',
    );
  });
  it('reports a weekday half a year off that is wrong in both years that it may stand in', () => {
    check(
      '=== a.txt\nPosted January 20, 2025\n\nThe fair is on ⟦Friday, June 24⟧{June 24, 2025 will be a Tuesday, not a Friday.}.',
    );
  });
  it('puts the day before the month where the text does', () => {
    check(
      '=== a.txt\nThe hearing is on ⟦Monday 24 June⟧{24 June 2025 will be a Tuesday, not a Monday.}.\n=== b.txt\nThe council met.',
      '2025-06-09',
    );
  });
  it('reports two weekdays for one date where no year is known', () => {
    check(
      `=== a.txt
The hearing is on ⟦Monday, June 24⟧{June 24 is a Monday here, a Tuesday in b.txt.}, the mayor said.
=== b.txt
The mayor will hear the shopkeepers on Tuesday, June 24.`,
    );
  });
  it('reports the one weekday that fits no year that the others fit', () => {
    check(
      "=== a.txt\nThe council meets on Tuesday, June 17, and Friday, June 20. The hearing is on ⟦Monday, June 24⟧{June 24 can't be a Monday: June 17 is a Tuesday and June 20 a Friday here.}.",
    );
    check(
      `=== a.txt
The hearing is on ⟦Monday, June 24⟧{June 24 can't be a Monday: June 17 is a Tuesday in b.txt, 20 June a Friday in c.txt.}.
=== b.txt
The council meets on Tuesday, June 17.
=== c.txt
The council meets on Friday 20 June.`,
    );
  });

  describe('is silent on', () => {
    const silent: readonly [string, string, string | null][] = [
      ['a weekday that is right', '=== a.txt\nThe bridge was opened on Saturday 3 September 1966.', null],
      ['a weekday where no year is known', '=== a.txt\nThe hearing is on Monday, June 24.', null],
      [
        'two dates that no one year fits',
        '=== a.txt\nThe council meets on Tuesday, June 17. The hearing is on Monday, June 24.',
        null,
      ],
      [
        'a date half a year off that is right in the year before',
        '=== a.txt\nPosted January 20, 2025\n\nIt began on Monday, June 24, and has not ended.',
        null,
      ],
      [
        'a date of a year that the passage has told of',
        '=== a.txt\nPosted 9 April 2013\n\nThe sea came in 2011. On Friday, March 11, the clocks stopped.',
        null,
      ],
      [
        'dates that are all of another year',
        '=== a.txt\nPosted 9 April 2013\n\nThe clocks stopped on Friday, March 11. On Saturday, March 12, they were found.',
        null,
      ],
      [
        'a weekday that ends its sentence before a date of its own',
        '=== a.txt\nPosted 16 July 2018\n\nThey will meet in the capital on Monday. (July 15) AP',
        null,
      ],
      ['old style', '=== a.txt\nHe was born on Friday 3 September 1717 (O.S.) and on Monday 2 March 1703.', null],
      [
        'weekdays without a date',
        '=== a.txt\nPosted June 9, 2025\n\nIt is open from Monday to Friday in the week of June 10.',
        null,
      ],
    ];
    for (const [what, source, date] of silent) {
      it(what, () => {
        check(source, date);
      });
    }
  });
});

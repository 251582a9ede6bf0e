import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { conflictSentence } from '../../src/rules/conflictWording';
import { wordsFor } from '../../src/rules/figureWording';
import { figureStory } from '../support/figureStory';

/** The articles of a story, the first one checked: they are draft.txt, wire.txt, radio.txt, gazette.txt, more-4.txt ... */
function check(articles: readonly string[], ...expected: string[]): void {
  const { analysis, files } = figureStory(...articles);
  const [first = ''] = files.keys();
  assert.deepEqual(
    analysis.problems(first).map((p) => `${p.severity}: ${p.message}`),
    expected,
  );
}

/** What is said of the passages in the other files. */
function related(articles: readonly string[], ...expected: string[]): void {
  const { analysis, files } = figureStory(...articles);
  const [first = ''] = files.keys();
  const passages = analysis.problems(first).flatMap((p) => p.related);
  assert.deepEqual(
    passages.map((p) => `${p.articleId}: ${p.message}`),
    expected,
  );
}

describe('figure-conflict', () => {
  describe('names what is counted', () => {
    it('once, behind the number', () => {
      check(
        [
          'The Grey Heron carried 118 passengers when she struck.',
          'The Grey Heron carried 181 passengers when she struck.',
        ],
        'warning: 118 passengers here, 181 in wire.txt.',
      );
    });
    it('also where the number stands apart from it', () => {
      check(
        [
          'When she struck, 118 of the passengers on the Grey Heron were hurt.',
          'When she struck, 181 passengers on the Grey Heron were hurt.',
        ],
        'warning: 118 passengers here, 181 in wire.txt.',
      );
    });
    it('and leaves the adjective with the noun', () => {
      check(
        ['The wreck took 19 separate dives to survey.', 'The wreck took 16 separate dives to survey.'],
        'warning: 19 separate dives here, 16 in wire.txt.',
      );
    });
    it('and leaves out words around another number', () => {
      check(
        [
          'On leaving the Ferry Board, Ana Bruhl will receive six months, £212,500 in all.',
          'On leaving the Ferry Board, Ana Bruhl will receive six months, £122,500 in all.',
        ],
        'warning: £212,500 here, £122,500 in wire.txt.',
      );
    });
    it('in front of a sum', () => {
      check(
        [
          'The repair budget of the Ferry Board is $184.6 million.',
          'The repair budget of the Ferry Board is $148.6 million.',
        ],
        'warning: Repair budget of the Ferry Board: $184.6 million here, $148.6 million in wire.txt.',
      );
    });
    it('in front of an hour', () => {
      check(
        ['The hearing on the wreck begins at 9:50 a.m.', 'The hearing on the wreck begins at 9:05 a.m.'],
        'warning: Hearing on the wreck: 9:50 a.m. here, 9:05 a.m. in wire.txt.',
      );
    });
    it('and says the weekday of two dates once', () => {
      check(
        [
          'The public hearing on the wreck is set for Tuesday, May 19, in Varde.',
          'The public hearing on the wreck is set for Tuesday, May 20, in Varde.',
        ],
        'warning: Public hearing on the wreck: Tuesday, May 19 here, May 20 in wire.txt.',
      );
    });
    it('and whose age it is', () => {
      check(
        ['The mate, Noor Castellan, 52, was at the wheel.', 'The mate, Noor Castellan, 57, was at the wheel.'],
        'warning: Noor Castellan is 52 here, 57 in wire.txt.',
      );
    });
  });

  describe('puts a compound plainly', () => {
    it('as number and noun where the other file has them so', () => {
      check(
        [
          'It was an eight-game run for the ferrymen of Hestholm.',
          'It was a run of nine games for the ferrymen of Hestholm.',
        ],
        'warning: Eight games here, nine in wire.txt.',
      );
    });
    it('with the noun behind it where both have an adjective', () => {
      check(
        ['The crew took the 35-word oath of the harbour.', 'The crew took the 38-word oath of the harbour.'],
        'warning: 35-word oath here, 38-word in wire.txt.',
      );
    });
    it('without the hyphen between a bound and its number, and with the unit in the plural', () => {
      check(
        [
          'The ferrymen worked on the wreck in minus-20 degree frost.',
          'The ferrymen worked on the wreck in a frost of minus 17 degrees.',
        ],
        'warning: Frost: minus 20 degrees here, minus 17 degrees in wire.txt.',
      );
    });
    it('and says "up to" for a bound of other words', () => {
      check(
        [
          'Up to 120 passengers were on the Grey Heron when she struck.',
          'A crowd as large as 150 passengers was on the Grey Heron when she struck.',
        ],
        'warning: Up to 120 passengers here, up to 150 in wire.txt.',
      );
    });
  });

  describe('tells whose figures they are', () => {
    const hurt = (who: string, count: string) => `${who} said ${count} passengers were hurt in the wreck.`;
    it('once where they are of one source, without regard to its article', () => {
      check(
        [hurt('The county health department', '43'), hurt('County health department', '34')],
        'warning: 43 passengers here, 34 in wire.txt, both given to the county health department.',
      );
    });
    it('beside each value where only some are named', () => {
      check(
        [hurt('Ana Bruhl', '43'), 'In the wreck 34 passengers were hurt.'],
        'warning: 43 passengers here (Ana Bruhl), 34 in wire.txt.',
      );
    });
    it('in the list of the passages too', () => {
      related([hurt('Ana Bruhl', '43'), hurt('Bruhl', '34')], 'wire.txt: 34 passengers, given to Ana Bruhl');
    });
  });

  describe('with several files', () => {
    const struck = (count: string) => `The Grey Heron carried ${count} passengers when she struck.`;
    it('says so where this file stands alone', () => {
      check(
        [struck('118'), struck('181'), struck('181')],
        'warning: 118 passengers only here, 181 in radio.txt and wire.txt.',
      );
    });
    it('says so where the other file stands alone', () => {
      check(
        [struck('118'), struck('181'), struck('118')],
        'warning: 118 passengers here and in 1 other file, 181 only in wire.txt.',
      );
    });
    it('counts no file with it that only allows the number', () => {
      check([struck('118'), struck('181'), struck('more than 110')], 'warning: 118 passengers here, 181 in wire.txt.');
    });
    it('has one "and", before the last of three values', () => {
      check(
        [struck('118'), struck('181'), struck('108')],
        'warning: 118 passengers here, 108 in radio.txt, and 181 in wire.txt.',
      );
    });
    it('counts the values after the third', () => {
      const [own, ...others] = ['118', '181', '108', '811', '178'].map((count) => {
        const text = struck(count);
        const figure = extractClaims(text).figures[0];
        assert.ok(figure);
        return { figure, text };
      });
      assert.ok(own);
      const values = others.map((stated, i) => ({ figures: [stated], files: [`${i + 1}.txt`], sources: 1 }));
      assert.equal(
        conflictSentence(own, wordsFor(own, others), values, {
          supporters: 0,
          supportingSources: 1,
          against: values.length,
        }),
        '118 passengers here, 181 in 1.txt, 108 in 2.txt, +2 more.',
      );
    });
  });
});

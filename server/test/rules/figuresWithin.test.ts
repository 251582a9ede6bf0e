import assert from 'node:assert/strict';
import { extractClaims } from '../../src/claims/extract';
import { figuresWithin } from '../../src/rules/figuresWithin';
import { parseMarked } from '../support/marked';

/** Checks that exactly the marked figures are reported, with the label for their message. */
function check(source: string, severity = 'warning'): void {
  const { text, marks } = parseMarked(source);
  const claims = extractClaims(text);
  const article = { id: 'a.txt', name: 'a.txt', text };
  const problems = figuresWithin({
    article,
    claims,
    links: [],
    figureLinks: [],
    figureLinksOf: () => [],
    nameVariants: [],
    story: null,
    articleOf: () => article,
    claimsOf: () => claims,
    isCopy: () => false,
    isSource: () => false,
    sources: [],
    hasWords: () => false,
    nameOf: (id) => id,
  });
  assert.deepEqual(
    problems.map((p) => ({ severity: p.severity, words: text.slice(p.start, p.end), message: p.message })),
    marks.map((m) => ({ severity, words: m.text, message: m.label })),
  );
  for (const { related } of problems) assert.ok(related.length > 0, 'the other passage is shown');
}

describe('figures within one article', () => {
  describe('a headline', () => {
    it('is held against the text', () => {
      check(`Hailstorm kills ⟦14 hives⟧{The headline has 14 hives; the text has 41 hives.} at Pellow Abbey

By Rosalind Achebe

The monks of Pellow Abbey lost 41 hives to the hailstorm on Sunday night, and the honey of a whole summer with them.

They were all at home, said Brother Cuthbert Laing.`);
    });
    const reported: readonly [string, string, string][] = [
      [
        'with two digits changed round',
        '⟦241 ABOARD⟧{The headline has 241 ABOARD; the text has 214.} AS TRAIN LEAVES THE RAILS',
        'There were 214 on the night train when it left the rails at Pellow, the railway said.',
      ],
      [
        'that counts the dead',
        'Hail brings down abbey roof: ⟦12 dead⟧{The headline has 12 dead; the text has Eleven people.}',
        'Eleven people were killed on Sunday when hail brought down the roof of Pellow Abbey.',
      ],
      [
        'that counts the hurt',
        'Pellow Abbey: ⟦eight hurt⟧{The headline has eight hurt; the text has five monks.} by hail',
        'Hail killed two cows and injured five monks at Pellow Abbey on Sunday.',
      ],
      [
        'with a rate',
        'Pellow winger on ⟦£80,000 a week⟧{The headline has £80,000 a week; the text has £60,000 a week.} says goodbye',
        'He never found his feet at Pellow, where he has been paid £60,000 a week since the spring.',
      ],
      [
        'with an age',
        'Cuthbert Laing, keeper of bees, dies at ⟦92⟧{The headline has 92; the text has 95.}',
        'Cuthbert Laing, 95, who kept the bees of Pellow Abbey, has died.',
      ],
    ];
    for (const [what, headline, body] of reported) {
      it(`${what} is held against the beginning of the text`, () => {
        check(`${headline}\n\nBy Rosalind Achebe\n\n${body}\n\nThey were all at home, said the abbot.`);
      });
    }
    const silent: readonly [string, string, string][] = [
      [
        'that rounds',
        'Hail kills 40 hives at Pellow Abbey',
        'Hail killed more than 38 hives at Pellow Abbey on Sunday.',
      ],
      [
        'that adds up parts',
        'Hail kills 41 hives at Pellow Abbey',
        'Hail killed 29 hives in the orchard of Pellow Abbey and 12 hives on the heath.',
      ],
      [
        'whose value stands further down',
        'Hail kills 41 hives at Pellow Abbey',
        'Hail killed 14 hives at Pellow Abbey outright, the monks said. By Monday 41 hives were dead.',
      ],
      [
        'whose value is told of in another way',
        'Cuthbert Laing wins bee race in six rounds',
        'Cuthbert Laing won the bee race in the sixth round on Sunday. In spring it took him five rounds.',
      ],
      [
        'about another thing',
        'Hail kills 41 hives at Pellow Abbey',
        'The monks of Pellow Abbey, who have 14 cows, lost their hives to hail.',
      ],
    ];
    for (const [what, headline, body] of silent) {
      it(`${what} is left alone`, () => {
        check(`${headline}\n\nBy Rosalind Achebe\n\n${body}\n\nThey were all at home, said Brother Cuthbert Laing.`);
      });
    }
  });

  describe('a number above a list', () => {
    it('is held against a numbered list', () => {
      check(`What the monks ask of their neighbours

Here are ⟦five things⟧{Five things announced, 4 listed.} that the monks ask for:

1. Leave the clover uncut.

2. Spray nothing while the sun shines.

3. Tell the abbey of a swarm.

4. Buy the honey that there is.

The abbey will say more on Friday.`);
    });
    it('is held against a list of bullets', () => {
      check(`What the monks ask of their neighbours

The abbot has ⟦three wishes⟧{Three wishes announced, 4 listed.} for the summer:

- clover left uncut
- no spraying
- a dry August
- patience

The abbey will say more on Friday.`);
    });
    it('is held against the headings of a countdown', () => {
      const items = [4, 3, 2, 1].map(
        (n) => `${n}. The bell\n\nIt rang at ${n + 3} in the morning, and nobody knew why.`,
      );
      check(
        `⟦Five things⟧{Five things announced, 4 listed.} that woke Pellow Abbey this year\n\n${items.join('\n\n')}`,
      );
    });
    const list = '1. Leave the clover uncut.\n\n2. Spray nothing.\n\n3. Buy the honey.\n\nThat is all, the abbot said.';
    const silent: readonly [string, string][] = [
      ['that is right', `What they ask\n\nThe monks ask for three things:\n\n${list}`],
      ['out of more', `What they ask\n\nHere are some of the four things that the monks ask for:\n\n${list}`],
      [
        'for something else',
        `What they ask\n\nThe four monks met on Sunday, and they had much to say. This is their list.\n\n${list}`,
      ],
      ['that no colon joins to the list', `What they ask\n\nThe abbey has four monks.\n\n${list}`],
      ['far larger than the list', `What they ask\n\nThe abbey's 40 monks ask for this:\n\n${list}`],
    ];
    for (const [what, text] of silent) {
      it(`${what} is left alone`, () => {
        check(text);
      });
    }
  });

  describe('a total', () => {
    it('is held against the parts behind it', () => {
      check(
        'The abbey had ⟦120 hives⟧{76 and 54 make 130, not 120.} before the storm: 76 in the orchard and 54 on the heath.',
        'information',
      );
    });
    it('is held against men and women behind a comma', () => {
      check(
        'A jury of ⟦12 people⟧{7 and 4 make 11, not 12.}, seven men and four women, was sworn in on Monday.',
        'information',
      );
    });
    it('is held against the parts before it', () => {
      check(
        'The storm took 29 hives, 14 cows and seven trees, a total of ⟦48⟧{29, 14 and 7 make 50, not 48.}, the abbot said.',
        'information',
      );
    });
    const silent: readonly [string, string][] = [
      ['that is right', 'The abbey lost 41 hives: 29 in the orchard and a dozen on the heath.'],
      ['with a part in words only', 'Four people were hurt: two monks, a novice and the abbot.'],
      ['whose parts overlap', 'Of 212 people asked, 150 gave money: 80 of them by post and 90 of them twice.'],
      ['with a rest', 'The abbey lost 41 hives: 29 in the orchard, five on the heath and others in the yard.'],
      ['that is rounded', 'About 40 hives were lost: 29 in the orchard and 12 on the heath.'],
      [
        'of money that is rounded',
        'The repairs cost £3.4 million: £1.2 million for the roof and £2.3 million for the bells.',
      ],
      ['followed by figures of another kind', 'He scored 24 points: 10 rebounds and five assists.'],
    ];
    for (const [what, text] of silent) {
      it(`${what} is left alone`, () => {
        check(text);
      });
    }
  });

  describe('a change', () => {
    it('is held against its ends in percent', () => {
      check(
        'A hive costs £210, up from £200 last year, a rise of ⟦15%⟧{From £200 to £210 is 5%, not 15%.}.',
        'information',
      );
    });
    it('is held against its ends in their own unit', () => {
      check(
        'The library will go from 48 hours to 26 hours, a cut of ⟦20 hours⟧{From 48 hours to 26 hours is 22 hours, not 20 hours.}.',
        'information',
      );
    });
    const silent: readonly [string, string][] = [
      ['that is right', 'Spending grows from $142.7 million to $148.6 million, an increase of 4.1%.'],
      ['that is right as far as rounding goes', 'Sales rose from £1.2 billion to £1.3 billion, an increase of 5%.'],
      ['in percentage points', 'The rate went from 4.1% to 5.2%, a rise of 1.1 percentage points.'],
      ['that is reckoned otherwise', 'Sales rose from £100 million to £120 million, an underlying increase of 7%.'],
      ['of another thing', 'The price went from £200 to £210, and the abbey reported a loss of £40.'],
    ];
    for (const [what, text] of silent) {
      it(`${what} is left alone`, () => {
        check(text);
      });
    }
  });

  describe('a conversion in brackets', () => {
    it('is held against what stands before it', () => {
      check('The abbey lies 12 miles (⟦29 kilometres⟧{12 miles are 19 kilometres, not 29 kilometres.}) from the sea.');
    });
    const silent: readonly [string, string][] = [
      ['that is right', 'The abbey lies 12 miles (19 km) from the sea.'],
      ['that is rounded', 'The wind blew at 70 mph (110 kph) on Sunday.'],
      ['of a difference in degrees', 'It was 2 degrees Celsius (3.6 degrees Fahrenheit) warmer than usual.'],
      ['of a temperature', 'It was 20 degrees Celsius (68 degrees Fahrenheit) on Sunday.'],
      ['that is of something else', 'The tower is 40 feet (wider by 3 metres) and leans.'],
    ];
    for (const [what, text] of silent) {
      it(`${what} is left alone`, () => {
        check(text);
      });
    }
  });
});

import assert from 'node:assert/strict';
import { readStory } from '../support/story';

/** Checks what is reported in the first article: severity and message, or nothing. */
function check(source: string, ...expected: string[]): void {
  const { analysis, files } = readStory(source);
  const [first] = files.keys();
  const found = analysis.problems(first ?? '').filter((p) => p.code === 'quote-altered');
  assert.deepEqual(
    found.map((p) => `${p.severity}: ${p.message}`),
    expected,
  );
}

const pair = (here: string, there: string) =>
  `=== draft.txt\n“${here},” said Ana Bruhl.\n=== wire.txt\nAna Bruhl told the inquiry: “${there}.”`;

describe('quote-altered', () => {
  it('says so where a verb stands in another tense', () => {
    check(
      pair(
        'It was the third winter without a ferry on this island',
        'It is the third winter without a ferry on this island',
      ),
      "warning: Ana Bruhl's quote has another tense in wire.txt: “was” here, “is” there.",
    );
  });
  it('names both wordings where a word is another', () => {
    check(
      pair(
        'It is the hardest winter that this island has known',
        'It is the longest winter that this island has known',
      ),
      "warning: Ana Bruhl's quote differs in wire.txt: “hardest” here, “longest” there.",
    );
  });
  it('warns of a word that is left out', () => {
    check(
      pair(
        'We learned something important on the ferry that night',
        'We learned something very important on the ferry that night',
      ),
      'warning: “very” is missing here: “We learned something very important on the ferry that night” in wire.txt.',
    );
  });
  for (const [what, here, there, changed] of [
    [
      'a regular verb',
      'We shout at the captain from the quay all night',
      'We shouted at the captain from the quay all night',
      '“shout” here, “shouted” there',
    ],
    [
      'an irregular verb',
      'So my brother says the boat is ours to the last nail',
      'So my brother said the boat is ours to the last nail',
      '“says” here, “said” there',
    ],
    [
      'a perfect',
      'The board saw all of the bills for the new boat',
      'The board has seen all of the bills for the new boat',
      '“saw” here, “has seen” there',
    ],
    [
      'will and would',
      'They will never set foot aboard that ferry again',
      'They would never set foot aboard that ferry again',
      '“will” here, “would” there',
    ],
  ] as const) {
    it(`says that the tense is another: ${what}`, () => {
      check(pair(here, there), `warning: Ana Bruhl's quote has another tense in wire.txt: ${changed}.`);
    });
  }
  it('only informs of small words: articles, prepositions, conjunctions', () => {
    check(
      pair(
        'We will win at the inquiry and at the polls this June',
        'We will win in the inquiry and at the polls this June',
      ),
      "information: Ana Bruhl's quote differs in small words only in wire.txt: “at” here, “in” there.",
    );
    check(
      pair('There is a chance that we could lose the ferry', 'There is a chance we could lose the ferry'),
      'information: “that” stands here, and is missing in wire.txt: “There is a chance we could lose the ferry.”',
    );
  });
  it('takes a pronoun, a quantity or a modal for more than a small word', () => {
    check(
      pair('We may sell the ferry to them before the summer', 'They may sell the ferry to them before the summer'),
      "warning: Ana Bruhl's quote differs in wire.txt: “We” here, “They” there.",
    );
    check(
      pair('They must sell the ferry to him before the summer', 'They may sell the ferry to him before the summer'),
      "warning: Ana Bruhl's quote differs in wire.txt: “must” here, “may” there.",
    );
  });
  it('compares what somebody says twice with its own mate', () => {
    check(
      `=== a.txt
“Without this bill there is a real risk that the ferry company will sink before the summer,” Ana Bruhl said.

Bruhl later said that nobody would do what “raises the real risk that this ferry company might sink.”
=== b.txt
“Without this bill there is a real risk that the ferry company will sink before the summer,” Ana Bruhl said.`,
    );
  });
  it('names the word that is missing here, and what stands there', () => {
    check(
      pair('I am going aboard again, and I am happy about it', 'I am going aboard again, and I am not happy about it'),
      'error: “not” is missing here: “I am going aboard again, and I am not happy about it” in wire.txt.',
    );
  });
  it('names the word that stands here and is missing there', () => {
    check(
      pair('I am going aboard again, and I am not happy about it', 'I am going aboard again, and I am happy about it'),
      'error: “not” stands here, and is missing in wire.txt: “I am going aboard again, and I am happy about it.”',
    );
  });
  it('shows a word whole whose second half is another', () => {
    check(
      pair('I cannot say that the ferry was sound that night', 'I can say that the ferry was sound that night'),
      "error: Ana Bruhl's quote has the opposite sense in wire.txt: “cannot” here, “can” there.",
    );
  });
  it('shows a contraction whole', () => {
    check(
      pair('They should sail in fog like that one, ever', "They shouldn't sail in fog like that one, ever"),
      "error: Ana Bruhl's quote has the opposite sense in wire.txt: “should” here, “shouldn't” there.",
    );
  });
  it('tells the gravest of several changes first, and how many more there are', () => {
    check(
      pair(
        'But I saw it only once, from sixty yards away. I am not going to criticise him',
        'But I have seen it only once, from sixty yards away. I am going to criticise him',
      ),
      'error: “not” stands here, and is missing in wire.txt (and 1 more change): “But I have seen it only once, from sixty yards away. I am going to criticise him.”',
    );
  });
  it('shows a sum with its sign and a compound whole', () => {
    check(
      pair(
        'The price of £18 million was agreed by the board in June',
        'The price of £80 million was agreed by the board in June',
      ),
      "error: Ana Bruhl's quote has another number in wire.txt: “£18 million” here, “£80 million” there.",
    );
    check(
      pair(
        'My great-grandmother baked the bread here before the war',
        'My grandmother baked the bread here before the war',
      ),
      "warning: Ana Bruhl's quote differs in wire.txt: “great-grandmother” here, “grandmother” there.",
    );
  });
  it('sees a name after a title with a full stop', () => {
    check(
      pair(
        'The pump was broken in June and I said so in writing to Mr. Lisle',
        'The pump was broken in June and I said so in writing to Mr. Leith',
      ),
      "error: Ana Bruhl's quote has another name in wire.txt: “Lisle” here, “Leith” there.",
    );
  });
  it('takes a description for nobody else than the person named in the other file', () => {
    check(
      '=== a.txt\nAna Bruhl told the inquiry: “It was the third winter without a ferry on this island.”\n=== b.txt\nThe IMO chief told the inquiry: “It is the third winter without a ferry on this island.”',
      "warning: Ana Bruhl's quote has another tense in b.txt: “was” here, “is” there.",
    );
  });
  it('names no owner where the files give the words to two people', () => {
    check(
      '=== a.txt\n“I told them all about that pump in June and they laughed at me,” Lars Roe said.\n=== b.txt\n“I told them all about that pump in July and they laughed at me,” Ana Bruhl said.',
      'error: This quote has another date in b.txt: “June” here, “July” there.',
    );
  });
  it('calls a changed number an error', () => {
    check(
      pair('The report will be out within 14 days of today', 'The report will be out within forty days of today'),
      "error: Ana Bruhl's quote has another number in wire.txt: “14” here, “forty” there.",
    );
  });
  it('calls a changed name an error, also at the start of a sentence', () => {
    check(
      pair('Dougal Petrie counted the sheep off himself twice', 'Donald Petrie counted the sheep off himself twice'),
      "error: Ana Bruhl's quote has another name in wire.txt: “Dougal” here, “Donald” there.",
    );
  });
  it('calls a remark put in other words throughout another wording, for information', () => {
    const both = '“Nobody on this island will set foot on a ferry before the summer,” Ana Bruhl said.';
    check(
      `=== draft.txt
${both}

“We have never doubted that the ferry company is very serious about its promise, but it is up to us to decide what to do about running it,” Bruhl said.
=== wire.txt
${both}

“We have always believed that the ferry company is highly committed to this, but it is for us to decide how to run it,” Bruhl said.`,
      'information: Another wording of this remark in wire.txt: “We have always believed that the ferry company is highly committed to this, but it is for us to decide how to run it”.',
    );
  });
  it('only hints at a contraction written out', () => {
    check(
      pair('We are not going to sail in fog like that one', "We aren't going to sail in fog like that one"),
      "hint: Ana Bruhl's quote differs in wire.txt: “are not” here, “aren't” there.",
    );
  });
  it('only hints at "has" that another file contracts', () => {
    check(
      pair(
        'She has been telling me for years that it would sink',
        "She's been telling me for years that it would sink",
      ),
      "hint: Ana Bruhl's quote differs in wire.txt: “She has” here, “She's” there.",
    );
  });
  it('says so where this file stands alone', () => {
    const others = ['b', 'c', 'd'].map(
      (n) => `=== ${n}.txt\n“It is the third winter without a ferry on this island,” Bruhl said.`,
    );
    check(
      `=== a.txt\n“It was the third winter without a ferry on this island,” Bruhl said.\n${others.join('\n')}`,
      "warning: Bruhl's quote has another tense in 3 other files (b.txt, c.txt, +1): “was” only here, “is” there.",
    );
  });
  it('says so where the other file stands alone', () => {
    const others = ['b', 'c'].map(
      (n) => `=== ${n}.txt\n“It is the third winter without a ferry on this island,” Bruhl said.`,
    );
    check(
      `=== a.txt\n“It is the third winter without a ferry on this island,” Bruhl said.\n${others.join('\n')}\n=== z.txt\n“It was the third winter without a ferry on this island,” Bruhl said.`,
      "warning: Bruhl's quote has another tense in z.txt: “is” here and in 2 other files, “was” only there.",
    );
  });
  it('reports one problem a quote, with every file that differs', () => {
    const { analysis } = readStory(
      `=== a.txt\n“It was the third winter without a ferry on this island,” Bruhl said.\n=== b.txt\n“It is the third winter without a ferry on this island,” Bruhl said.\n=== c.txt\n“It was the fourth winter without a ferry on this island,” Bruhl said.`,
    );
    const [problem, ...more] = analysis.problems('a.txt');
    assert.equal(more.length, 0);
    assert.deepEqual(
      problem?.related.map((r) => r.articleId),
      ['c.txt', 'b.txt'],
    );
  });
  it('names a file by its path where two have the same name', () => {
    check(
      '=== a.txt\n“It was the third winter without a ferry on this island,” Bruhl said.\n=== wire/b.txt\n“It is the third winter without a ferry on this island,” Bruhl said.\n=== web/b.txt\nThe ferry is late.',
      "warning: Bruhl's quote has another tense in wire/b.txt: “was” here, “is” there.",
    );
  });
  it('compares a headline with what the body says', () => {
    check(
      '=== a.txt\nBruhl: ‘I will never set foot on that ferry again’\n\nThe head of the ferry board has had enough.\n\n“I shall never set foot on that ferry again,” Ana Bruhl told the inquiry on Monday, and sat down.',
      "warning: Ana Bruhl's quote differs in this file: “will” here, “shall” there.",
      "warning: Ana Bruhl's quote differs in this file: “shall” here, “will” there.",
    );
  });

  describe('is silent on', () => {
    const silent: readonly [string, string, string][] = [
      [
        'case, punctuation and the serial comma',
        'Tugs, boats, and the old ferry came out to us',
        'tugs, boats and the old Ferry - came out to us',
      ],
      [
        'British and American spelling',
        'The colour of the harbour wall is grey again',
        'The color of the harbor wall is gray again',
      ],
      [
        'numbers in words and figures',
        'It took twenty-three boats and 4 per cent of the fuel',
        'It took 23 boats and four percent of the fuel',
      ],
      [
        'a hundred and 100',
        'I have rung that bell a hundred times in my life',
        'I have rung that bell 100 times in my life',
      ],
      [
        'acronyms with and without dots',
        'The U.N. inspector came aboard the old ferry today',
        'The UN inspector came aboard the old ferry today',
      ],
      [
        'hyphens',
        'I sent an e-mail to the ferry-board office today',
        'I sent an email to the ferry board office today',
      ],
      [
        'abbreviated titles',
        'Capt. Roe and Sen. Pell came aboard the old ferry',
        'Captain Roe and Senator Pell came aboard the old ferry',
      ],
      ['an excerpt', 'We saw the rock too late, and there was nothing to be done', 'there was nothing to be done'],
      [
        'an ellipsis',
        'We saw the rock too late, and there was nothing to be done',
        'We saw the rock … there was nothing to be done',
      ],
      [
        'a word that takes up the sentence after an ellipsis',
        'We saw the rock too late, there was no time to turn the ship, nobody could have done a thing',
        'We saw the rock too late ... and nobody could have done a thing',
      ],
      [
        'words in brackets',
        'They saw the rock too late, and there was nothing to do',
        '[The crew] saw the rock too late, and there was nothing to do',
      ],
      [
        'masked letters',
        'I am not going to pay for that fucking ferry',
        'I am not going to pay for that f***ing ferry',
      ],
    ];
    for (const [what, here, there] of silent) {
      it(what, () => {
        check(pair(here, there));
      });
    }
    it('another wording in a file that has the right one too', () => {
      check(
        '=== a.txt\n“It was the third winter without a ferry on this island,” Bruhl said.\n=== b.txt\n“It was the third winter without a ferry on this island,” Bruhl said. “It is the third winter without a ferry on this island,” she says every year.',
      );
    });
  });
});

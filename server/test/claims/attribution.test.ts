import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extractClaims } from '../../src/claims/extract';
import { checkAttribution } from './checkAttribution';

describe('attribution: the cue beside the quote', () => {
  it('finds the speaker before a verb of speech that follows the quote', () => {
    checkAttribution('“⟦The ferry is safe,⟧{direct, Ada Quill}” Ada Quill said.');
    checkAttribution('"⟦The ferry is safe,⟧{direct, Ada Quill}" Ada Quill later told the harbor board.');
    checkAttribution('“⟦Is the ferry safe?⟧{direct, Ada Quill}” Ada Quill, who lives on Tar Lane, asked.');
    checkAttribution('“⟦The ferry sank!⟧{direct, Ada Quill}” Ada Quill, 46, of Port Hale, said on Monday.');
  });

  it('finds the speaker after a verb of speech that stands before its subject', () => {
    checkAttribution('“⟦The ferry is safe,⟧{direct, Ada Quill}” said Ada Quill, who lives on Tar Lane.');
    checkAttribution('‘⟦The ferry is safe,⟧{direct, Ada Quill}’ chirped harbour chief Ada Quill.');
  });

  it('finds the speaker before the quote', () => {
    checkAttribution('Ada Quill said the ferry was “⟦as safe as a church⟧{partial, Ada Quill}”.');
    checkAttribution('Ada Quill said: “⟦The ferry is safe.⟧{direct, Ada Quill}”');
    checkAttribution('Ada Quill blamed the crew, calling them “⟦a band of sleepers⟧{partial, Ada Quill}”.');
    checkAttribution('In a statement, Ada Quill said the ferry was “⟦as safe as a church⟧{partial, Ada Quill}”.');
    checkAttribution('Ada Quill lamented the delay and criticized “⟦the sleepers⟧{partial, Ada Quill}” of the crew.');
  });

  it('gives what somebody is called to whoever calls them so', () => {
    checkAttribution('On Monday, Ada Quill referred to Walter Brand as “⟦a charming pirate⟧{partial, Ada Quill}”.');
    checkAttribution('Asked about the ferry, Early described it as “⟦news to me⟧{partial, Early}”.');
    checkAttribution('Walter Brand postured himself as the “⟦law and order sailor⟧{partial, Walter Brand}”.');
    checkAttribution('It was an incident that Ada Quill brought up as “⟦very fishy⟧{partial, Ada Quill}” on Monday.');
    checkAttribution('He’s predicting that the crew will do “⟦very, very well⟧{partial, He}” in the storm.');
  });

  it('gives words to nobody where what stands for a speaker can’t speak', () => {
    checkAttribution('The report listed the boats, and one read, “⟦Sail on, sailor.⟧{direct, null}”');
    checkAttribution(
      'The policy mistake would see the board creating an “⟦unsinkable ferry fund⟧{partial, null}” again.',
    );
    checkAttribution('The “⟦peace at sea⟧{scare}” movement of Port Hale, which proposed a race, won.');
  });

  it('lets people, bodies and texts speak', () => {
    checkAttribution('“⟦It sank twice,⟧{direct, a nun}” said a nun.');
    checkAttribution('The harbor authority called the ferry “⟦a wreck⟧{partial, The harbor authority}”.');
    checkAttribution('The lawsuit says the ferry was “⟦a wreck from the start⟧{partial, The lawsuit}”.');
    checkAttribution('“⟦It sank twice,⟧{direct, one of the sailors}” said one of the sailors.');
  });

  it('does not give a name to the thing that bears it', () => {
    checkAttribution('Ada Quill slammed the loophole called an “⟦accidental gift⟧{partial, Ada Quill}”.');
  });

  it('leaves a verb out of the name before it', () => {
    checkAttribution(
      'The spokesman refused to sail, but said it was “⟦a wreck from the start⟧{partial, The spokesman}”.',
    );
    checkAttribution('Ada Quill used to sail, but said the ferry was “⟦a wreck from the start⟧{partial, Ada Quill}”.');
  });

  it('does not take a whole headline before a colon for a name', () => {
    checkAttribution(
      'Ada Quill heckles Brand supporters: ‘⟦You are all misled by the board.⟧{direct, null}’\n\nThe board met on Monday.',
    );
  });

  it('finds the subject of a verb that goes on', () => {
    checkAttribution('And Ada Quill, they say, is predicting that the ferry “⟦has no chance⟧{partial}” of sailing.');
    checkAttribution('On Monday the mayor is predicting that the ferry “⟦has no chance⟧{partial, the mayor}”.');
    checkAttribution(
      '“⟦It sank twice,⟧{direct, Ada Quill}” said Ada Quill, urging the crew to “⟦row for it.⟧{partial, Ada Quill}”',
    );
  });

  it('gives a find that somebody reports to whoever reports it', () => {
    checkAttribution(
      'Mr Brand added that divers had found no damage “⟦to the hull, only to the paint⟧{partial, Brand}”.',
    );
  });

  it('does not give words to whoever their clause is about, unless it is somebody known', () => {
    checkAttribution('Passengers will be given tea and “⟦60 per cent off the next crossing⟧{partial, null}”.');
  });

  it('reads “it” as the body or the text that spoke before', () => {
    checkAttribution('The harbor board wrote to the crew. It called the ferry “⟦a wreck⟧{partial, The harbor board}”.');
    checkAttribution('It read, “⟦Sail on, sailor.⟧{direct, It}”');
  });

  it('gives a relative clause to the person beside it', () => {
    checkAttribution(
      'The board asked for the support of a retired admiral who said the ferry was “⟦a wreck⟧{partial, a retired admiral}”.',
    );
    checkAttribution('Ada Quill, who has called the ferry “⟦a wreck⟧{partial, Ada Quill}”, walked out.');
  });

  it('leaves a time out of the name behind it', () => {
    checkAttribution('Last week Ada Quill said it was “⟦as safe as a church⟧{partial, Ada Quill}”.');
  });

  it('gives a sentence that ends in a quote and the next one to their own speakers', () => {
    checkAttribution(
      'Ada Quill said the ferry was “⟦as safe as a church.⟧{partial, Ada Quill}” Walter Brand added, “⟦It sank twice.⟧{direct, Walter Brand}”',
    );
  });

  it('looks past an aside between the speaker and the verb', () => {
    checkAttribution(
      'On Monday, Ada Quill, who runs the ferry, a relic, said it was “⟦very safe⟧{partial, Ada Quill}”.',
    );
  });

  it('finds the speaker behind a participle, before or after the quote', () => {
    checkAttribution('Ada Quill left early, insisting that the ferry was “⟦as safe as a church⟧{partial, Ada Quill}”.');
    checkAttribution('Insisting that the ferry was “⟦as safe as a church⟧{partial, Ada Quill}”, Ada Quill left early.');
    checkAttribution('Nobody will sail, Ada Quill said, adding, “⟦The sea is rough.⟧{direct, Ada Quill}”');
  });

  it('gives each clause of a sentence its own speaker', () => {
    checkAttribution(
      'Ada Quill called it “⟦a wreck⟧{partial, Ada Quill}”, while Walter Brand described it as “⟦a beauty⟧{partial, Walter Brand}”.',
    );
    checkAttribution(
      'What the mayor calls “⟦savings,⟧{partial, the mayor}” the crew calls “⟦cuts.⟧{partial, the crew}”',
    );
  });

  it('finds a speaker put in between two commas', () => {
    checkAttribution('The trouble, says Ada Quill, is that the ferry is “⟦eaten through⟧{partial, Ada Quill}”.');
    checkAttribution('The ferry is “⟦eaten through⟧{partial, Ada Quill}” by rust, said Ada Quill.');
  });

  it('does not take the object of a verb for its subject', () => {
    checkAttribution('“⟦Why not?⟧{direct, Ada Quill}” Ada Quill told Walter Brand.');
  });

  it('finds the subject of a later clause past its aside', () => {
    checkAttribution('The board met and Ada Quill, 46, of Port Hale, said it was “⟦very safe⟧{partial, Ada Quill}”.');
  });

  it('reads a name before a colon as the speaker', () => {
    checkAttribution('Ada Quill: “⟦The ferry is as safe as a church.⟧{direct, Ada Quill}”');
    checkAttribution('The news surprised nobody more than Ada Quill: “⟦I thought it had sunk.⟧{direct, Ada Quill}”');
  });

  it('reads "according to" and "as she put it"', () => {
    checkAttribution('The ferry is “⟦as safe as a church,⟧{partial, Ada Quill}” according to Ada Quill.');
    checkAttribution('As Ada Quill put it, the ferry is “⟦as safe as a church⟧{partial, Ada Quill}”.');
  });

  it('gives both fragments of a sentence to the speaker at its end', () => {
    checkAttribution(
      'The ferry is “⟦old and leaky⟧{partial, Ada Quill}” and “⟦no place for a dog,⟧{partial, Ada Quill}” Ada Quill said.',
    );
  });

  it('finds who did it in a passive', () => {
    checkAttribution('The crew was called “⟦a band of sleepers⟧{partial, the harbor board}” by the harbor board.');
  });

  it('takes documents and bodies as speakers', () => {
    checkAttribution('The report found the hull was “⟦eaten through by rust⟧{partial, The report}”.');
    checkAttribution('“⟦No ferry will sail,⟧{direct, the ministry}” the ministry said in a statement.');
  });

  it('takes the owner of a noun of speech where no verb says more', () => {
    checkAttribution('Ada Quill’s claim that it is “⟦as safe as a church⟧{partial, Ada Quill}” made the crew laugh.');
  });

  it('does not take a noun for its verb', () => {
    checkAttribution('Ada Quill said the claims of the crew were “⟦as thin as paper⟧{partial, Ada Quill}”.');
  });

  it('leaves the dateline out of the speaker', () => {
    checkAttribution(
      'PORT HALE — Ada Quill waved at the crew and called it “⟦a band of sleepers⟧{partial, Ada Quill}”.',
    );
  });
});

describe('attribution: quotes that go on', () => {
  it('gives both halves of a split quote to one speaker', () => {
    checkAttribution(
      '“⟦We sail,⟧{direct, Ada Quill}” Ada Quill said, “⟦and we sail at dawn.⟧{partial, Ada Quill, continues}”',
    );
  });

  it('gives a next sentence in marks to the speaker of the one before', () => {
    checkAttribution(
      '“⟦We sail at dawn,⟧{direct, Ada Quill}” Ada Quill said. “⟦Nobody stays behind.⟧{direct, Ada Quill, continues}”',
    );
  });

  it('gives a paragraph of quote alone to the speaker before it', () => {
    checkAttribution(`
“⟦We sail at dawn,⟧{direct, Ada Quill}” Ada Quill said.

“⟦Nobody stays behind.⟧{direct, Ada Quill, continues}”`);
  });

  it('goes on with a quote that was left open at the end of its paragraph', () => {
    checkAttribution(`
Ada Quill said: “⟦We sail at dawn.⟧{direct, Ada Quill}

“⟦Nobody stays behind.⟧{direct, Ada Quill, continues}”`);
  });

  it('gives a quote alone to whoever speaks in the sentence before it', () => {
    checkAttribution(
      'Ada Quill wasn’t buying it. “⟦The ferry is a wreck, and everybody knows it.⟧{direct, Ada Quill}”',
    );
    checkAttribution(`
Ada Quill told the board that the ferry was safe. It was built in 1961.

“⟦We sail at dawn, and nobody stays behind.⟧{direct, Ada Quill}”`);
  });

  it('reads the credit under a pull quote', () => {
    const { quotes } = extractClaims('The ferry sails on.\n\n> “We sail at dawn.”\n> Ada Quill\n\nNobody came.');
    assert.equal(quotes[0]?.speaker?.name, 'Ada Quill');
    assert.equal(quotes[0].display, true);
  });

  it('reads the credit after a dash and under a post', () => {
    checkAttribution(
      'The board asked around.\n\n“⟦The ferry is as good as lost.⟧{direct, Ada Quill}” — Ada Quill, a sailor',
    );
    checkAttribution('“⟦The ferry is as good as lost.⟧{direct, Ada Quill}”\n\n— Ada Quill (@quill) July 16, 2018');
    checkAttribution('Ada Quill told the board that it was “⟦as good as lost⟧{partial, Ada Quill}” - Harbor Photos');
  });

  it('reads on past a long aside after the quote', () => {
    checkAttribution(
      '“⟦It is lost,⟧{direct, Ada Quill}” Ada Quill, R-N.C., a member of the board — where the vote will be held — said.',
    );
    checkAttribution('“⟦It is lost,⟧{direct, Ada Quill}” Ada Quill and the harbor master Otto Pike said in a letter.');
  });

  it('leaves a quote without any speaker in reach without one', () => {
    checkAttribution('“⟦We sail at dawn, and nobody stays behind.⟧{direct, null}”');
  });
});

describe('attribution: names', () => {
  it('resolves a surname to the full name, wherever that stands', () => {
    checkAttribution('Quill: “⟦We sail at dawn, all of us.⟧{direct, Ada Quill}” The board heard Ada Quill out.');
  });

  it('leaves titles and offices out of the name', () => {
    checkAttribution('“⟦We sail at dawn,⟧{direct, Walter Brand}” Mayor Walter Brand said.');
    checkAttribution('“⟦We sail at dawn,⟧{direct, Walter Brand}” said Vestland Prime Minister Walter Brand.');
  });

  it('resolves a pronoun to the person last spoken of who fits it', () => {
    checkAttribution('Ada Quill met Walter Brand at the pier. “⟦We sail at dawn,⟧{direct, Ada Quill}” she said.');
    checkAttribution('Walter Brand met Ada Quill at the pier. “⟦We sail at dawn,⟧{direct, Walter Brand}” he said.');
  });

  it('resolves a pronoun to a stranger who has just spoken', () => {
    checkAttribution(`
Walter Brand owns the ferry.

A deckhand from Port Hale told the paper that it leaked.

“⟦I would not put my dog on it,⟧{direct, A deckhand from Port Hale}” he said.`);
  });

  it('resolves a description to the person who holds the office', () => {
    checkAttribution(`
The council president, Ada Quill, and Mayor Walter Brand met Joan Pike, the harbor master.

“⟦We sail at dawn,⟧{direct, Walter Brand}” the mayor said.

“⟦We do not,⟧{direct, Ada Quill}” the council chief said.

“⟦Then I stay ashore,⟧{direct, Joan Pike}” said the harbor master.`);
  });

  it('takes the name beside a description', () => {
    checkAttribution('The mayor’s wife, Joan Brand, said it was “⟦a long night⟧{partial, Joan Brand}”.');
    checkAttribution('The harbor master, Ada Quill, said it was “⟦a long night⟧{partial, Ada Quill}”.');
  });

  it('knows people by their age', () => {
    checkAttribution(`
Walter Brand, 46, and Ada Quill, 52, fell out over the ferry.

The 46-year-old said he was “⟦sorry for all of it⟧{partial, Walter Brand}”.`);
  });

  it('does not take the person who is spoken of for the one who speaks', () => {
    checkAttribution(
      'Ada Quill has known Joan Brand for years. Brand, she said, “⟦never forgets a face⟧{partial, Ada Quill}”.',
    );
  });

  it('remembers who spoke under a description when a pronoun follows', () => {
    checkAttribution(`
Mayor Walter Brand and the harbor master, Otto Pike, watched the ferry with Karl Stone.

“⟦We sail at dawn,⟧{direct, Otto Pike}” the harbor master said. “⟦Nobody stays behind.⟧{direct, Otto Pike}” He added that it was “⟦an order⟧{partial, Otto Pike}”.`);
  });

  it('takes no name from a picture credit or a headline in capitals', () => {
    checkAttribution(`
FERRY SINKS OFF PORT HALE

Karl Stone/Harbor Photos

Walter Brand left early. “⟦We sail at dawn,⟧{direct, Walter Brand}” he said.`);
    checkAttribution(`
Karl Loses Ferry Vote Again

The vote was close. “⟦We sail at dawn,⟧{direct, he}” he said.`);
  });

  it('keeps a description that fits nobody as it stands', () => {
    checkAttribution('Ada Quill waited. “⟦We sail at dawn,⟧{direct, a sailor}” said a sailor.');
  });

  it('does not take a possessor for the speaker’s name', () => {
    checkAttribution('Walter Brand waited. “⟦We sail at dawn,⟧{direct, Brand’s spokesman}” Brand’s spokesman said.');
  });

  it('names the speakers of transcript turns after the people of the article', () => {
    checkAttribution(`
The clerk wrote down what Walter Brand and others said.

MAYOR BRAND: ⟦We sail at dawn.⟧{block, Walter Brand}

MS. PIKE-LOWE: ⟦We do not.⟧{block, Ms. Pike-Lowe}

MAYOR BRAND: ⟦Then I sail alone.⟧{block, Walter Brand}`);
  });
});

describe('attribution: bad input', () => {
  it('is linear in the number of quotes and the length of a line', () => {
    const time = (text: string): number => {
      const start = performance.now();
      extractClaims(text);
      return performance.now() - start;
    };
    for (const piece of ['"Yes," said Jo Roe. ', 'Roe, who, ', '“It is so.”\n\n', "Roe's ", 'the spokesman of ']) {
      const text = piece.repeat(1500) + '"so it goes on and on" Roe said.';
      time(text);
      const once = time(text);
      const many = time(piece.repeat(12000) + '"so it goes on and on" Roe said.');
      assert.ok(many < once * 40 + 200, `${JSON.stringify(piece)}: ${once} ms, eight times as much: ${many} ms`);
    }
  });

  it('gives one attribution to each quote, inside the text, whatever the text', () => {
    const pieces = [
      '"',
      '“',
      '”',
      '‘',
      '’',
      "'",
      ' said ',
      'Roe',
      ', who',
      ' he ',
      ':',
      '.',
      '\n\n',
      '> ',
      'A: ',
      '(',
      ')',
      '—',
      '😀',
      ' according to ',
      "'s ",
    ];
    let seed = 7;
    for (let round = 0; round < 400; round++) {
      let text = '';
      for (let i = 0; i < 40; i++) {
        seed = (seed * 1103515245 + 12345) % 2147483648;
        text += pieces[seed % pieces.length] ?? '';
      }
      for (const { speaker, continues, index } of extractClaims(text).quotes) {
        assert.ok(continues === null || continues < index);
        if (!speaker) continue;
        assert.ok(speaker.start >= 0 && speaker.start < speaker.end && speaker.end <= text.length);
        assert.equal(text.slice(speaker.start, speaker.end), speaker.mention);
        assert.ok(speaker.confidence > 0 && speaker.confidence <= 1 && speaker.name.length > 0);
      }
    }
  });
});

describe('attribution: the names of speakers', () => {
  it('leaves a trade before a name out of it', () => {
    checkAttribution(
      'Skipper Ada Quill, 58, was glad. “⟦The crew was wonderful,⟧{direct, Ada Quill}” she said.\n\nBoss Walter Brand called it “⟦a miracle at sea⟧{partial, Walter Brand}”.',
    );
    checkAttribution('Golfer Walter Brand said it was “⟦a long drive home⟧{partial, Walter Brand}”.');
    checkAttribution('On Monday, Parker Brand said it was “⟦a long drive home⟧{partial, Parker Brand}”.');
  });

  it('knows a transcript’s labels by the full names that its turns hold', () => {
    checkAttribution(
      'MAYOR ROE: ⟦We hear Ada Quill and Walter Brand tonight.⟧{block, Mayor Roe}\n\nMS QUILL: ⟦The ferry sank.⟧{block, Ada Quill}\n\nMS BRAND: ⟦It did not.⟧{block, Ms Brand}\n\nMR BRAND: ⟦It did.⟧{block, Walter Brand}\n',
    );
  });
});

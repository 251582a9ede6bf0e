import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extractClaims } from '../../src/claims/extract';
import { checkAttribution } from './checkAttribution';

describe('kinds of quotes', () => {
  it('calls a sentence direct and a fragment partial', () => {
    checkAttribution('Ada Quill said: “⟦The ferry is as safe as a church.⟧{direct}”');
    checkAttribution('Ada Quill said the ferry was “⟦as safe as a church⟧{partial}”.');
    checkAttribution('Ada Quill called it “⟦dreadful⟧{partial}”.');
  });

  it('calls the title of a work scare', () => {
    checkAttribution('Ada Quill first sang in the musical “⟦The Ferry of Doom⟧{scare}” at nineteen.');
    checkAttribution('Walter Brand spoke about it on “⟦Harbor Tonight⟧{scare}” last week.');
    checkAttribution('She wrote “⟦The Tides of Port Hale⟧{scare}” in 1998.');
  });

  it('calls the title of an article with its author scare', () => {
    checkAttribution('“⟦Harbor board votes to sell the last ferry,⟧{scare}” by the Courier’s Jane Roe, ran on Friday.');
    checkAttribution('“⟦Nobody would have asked⟧{partial, Ada Quill}” by the pier, Ada Quill said.');
  });

  it('calls what a thing is named scare, and what somebody is called speech', () => {
    checkAttribution('Her memoir, “⟦The Long Tide⟧{scare}”, followed a film called “⟦Tide⟧{scare}”.');
    checkAttribution(
      'Ada Quill, known to her crew as “⟦the Gull⟧{scare}”, says she has “⟦no fear⟧{partial, Ada Quill}”.',
    );
    checkAttribution('Ada Quill called Walter Brand “⟦Leaky Walt⟧{partial, Ada Quill}”.');
    checkAttribution('Calling Walter Brand “⟦Port Hale’s Biggest Loser⟧{partial, the crew}”, the crew sang.');
  });

  it('calls a few words in a headline scare, but not what a name and a colon introduce', () => {
    checkAttribution('Board calls ferry ‘⟦a wreck⟧{scare}’ again\n\nThe board met on Monday, and nobody came.');
    checkAttribution('Quill: ‘⟦No idea⟧{scare}’ who sank the ferry\n\nThe board met on Monday, and nobody came.');
    checkAttribution('Quill: ‘⟦We were misled⟧{partial, Quill}’\n\nThe board met on Monday, and nobody came.');
  });

  it('keeps a name that is all of a sentence after speech', () => {
    checkAttribution('“⟦We share an enemy,⟧{direct}” Ada Quill told the crew. “⟦Walter Brand.⟧{direct, Ada Quill}”');
  });

  it('calls a nickname scare', () => {
    checkAttribution('The ferry was run by John “⟦Hook⟧{scare}” Brand for years.');
    checkAttribution('The council voted to name the new tug “⟦Sir Tugs-a-Lot⟧{scare}” by a vote of nine to nothing.');
  });

  it('calls a term or words held at a distance scare', () => {
    checkAttribution('The so-called “⟦safety fund⟧{scare}” paid for a party.');
    checkAttribution('The “⟦repairs⟧{scare}” took four years and a bucket.');
  });

  it('calls one word far behind a verb of thought scare', () => {
    checkAttribution(
      'Gulf sources believe the board has joined a league of ports and a new harbor where the old ferry may sail again “⟦provisionally⟧{scare}”.',
    );
  });

  it('calls what is pressed or typed scare', () => {
    checkAttribution('Ada Quill said: enter your name and click “⟦sign up⟧{scare}”.');
    checkAttribution('Ada Quill said to use the “⟦subscribe⟧{scare}” button.');
  });

  it('keeps five words and more as speech, with or without a verb that says so', () => {
    checkAttribution('The ferry, “⟦eaten through by rust and neglect⟧{partial}”, went down in the night.');
  });

  it('keeps a slogan that a crowd is heard to chant', () => {
    checkAttribution('The crew stood on the pier chanting “⟦Save Our Ferry⟧{partial, The crew}” for an hour.');
  });

  it('calls what a quoted speaker puts in a mouth hearsay', () => {
    checkAttribution(
      '“⟦I won’t vote for ‘⟦none of the above⟧{scare, null}’ again,⟧{direct, Ada Quill}” Ada Quill said.',
    );
    checkAttribution(
      '“⟦The answer you want is, ‘⟦Let it sink.⟧{scare, null}’ It isn’t mine,⟧{direct, Ada Quill}” Ada Quill said.',
    );
  });

  it('keeps words that a quoted speaker repeats for the record', () => {
    checkAttribution(
      'Ada Quill said: “⟦I want to hear the words ‘⟦in this harbor⟧{partial, null}’ from you.⟧{direct}”',
    );
    checkAttribution(
      '“⟦When Walter Brand says ‘⟦a ferry for all⟧{partial}’, he means a yacht,⟧{direct, Ada Quill}” Ada Quill said.',
    );
  });

  it('keeps what a transcript’s speaker quotes from somebody by name', () => {
    checkAttribution(
      'MEMBER QUILL: ⟦Last week Walter Brand told me, “⟦Let it sink.⟧{direct, Walter Brand}” People say, “⟦Let it swim.⟧{scare, People}”⟧{block}\n\nMAYOR ROE: I do not recall it.\n\nMEMBER QUILL: I do.\n',
    );
  });

  it('takes words with their year in brackets for a title or a poster', () => {
    checkAttribution(
      'The board put up posters.\n\n“⟦We sail whenever we like⟧{scare}” (Port Hale poster 2003) — “⟦No more bells for Larkin!⟧{scare}” (2015).',
    );
    checkAttribution('Ada Quill said “⟦we sail whenever we like⟧{partial, Ada Quill}” (the boat was built in 2003).');
  });

  it('ends a pull quote before the credit inside its marks, and gives it to whoever is credited', () => {
    checkAttribution(`
The board met on Monday.

"⟦We must ring the bell, whatever it costs us now.⟧{direct, Ada Quill}
Ada Quill, Larkin Harbor Board."

The board rose at noon.`);
  });

  it('marks headlines, cross-heads and pull quotes as display', () => {
    const { quotes } = extractClaims(
      "Harbor board calls ferry 'a wreck'\n\nThe board said the ferry was \"a wreck and a danger to all\".\n\n'We sail.'\n\nNobody came.\n",
    );
    assert.deepEqual(
      quotes.map((q) => q.display),
      [true, false, true],
    );
  });
});

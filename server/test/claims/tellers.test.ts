import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { extractClaims } from '../../src/claims/extract';
import { sureSpeaker } from '../../src/claims/model';
import { parseMarked } from '../support/marked';
import { checkAttribution } from './checkAttribution';

/** Checks that each marked quote has the mention that its label names: `⟦a wreck⟧{the mayor}`. */
function checkMention(source: string): void {
  const { text, marks } = parseMarked(source);
  const { quotes } = extractClaims(text);
  const got = marks.map((mark) => quotes.find((q) => q.start === mark.start)?.speaker?.mention ?? 'nobody');
  assert.deepEqual(
    got,
    marks.map((mark) => mark.label),
  );
}

describe('attribution: whose remark it is', () => {
  it('gives what a remark says to its owner, over whoever mentions it', () => {
    checkMention('The mayor fanned a row over her remark that “⟦nobody sails for free⟧{her}”.');
    checkMention(
      'On Monday the mayor blamed the press for Ada Quill’s claim that the crew “⟦stole the bell⟧{Ada Quill}”.',
    );
    checkMention('Walter Brand drew fire for his promise to be “⟦neutral⟧{his}” in the ferry dispute.');
  });

  it('gives dated words to their owner', () => {
    checkMention(
      'The minister thanked the envoy, Ada Quill, and recalled her words of 2 September that “⟦a bell has one tongue⟧{her}”.',
    );
  });

  it('leaves the verb of a remark to whoever judges it', () => {
    checkMention(
      'A board spokesman said that Ada Quill’s claim that the hull is safe is “⟦simply not true⟧{A board spokesman}”.',
    );
    checkMention('Walter Brand responded on Monday, calling Ada Quill’s charge “⟦pathetic⟧{Walter Brand}”.');
  });
});

describe('attribution: who tells a clause', () => {
  it('gives what somebody would say or find to whoever tells so', () => {
    checkMention('Ada Quill said that the board would call her a “⟦chicken⟧{Ada Quill}”.');
    checkMention('Ada Quill said a lot of sailors found it “⟦very hard to look past⟧{Ada Quill}” the leak.');
  });

  it('leaves what somebody is told to have said to them', () => {
    checkMention('The Courier reported that Walter Brand called the ferry a “⟦wreck⟧{Walter Brand}”.');
  });

  it('takes the plainer mention where somebody tells of themselves', () => {
    checkMention('Walter Brand told the Courier that he found the ferry “⟦very charming⟧{Walter Brand}”.');
  });

  it('finds the subject before a clause that hangs on it', () => {
    checkMention(
      'The former head of a port where more than 200 boats were left unread has told the board that she “⟦should have asked⟧{The former head}”.',
    );
    checkMention('The skipper had already let rip on Larkin Radio: “⟦Nobody rang the bell.⟧{The skipper}”');
  });

  it('passes over a subject that cannot speak', () => {
    checkMention(
      'A source at the port said the parts of the engine that failed suggested “⟦a lack of care⟧{A source at the port}”.',
    );
  });

  it('leaves a quote to the verb that leads up to it where what follows says something else', () => {
    checkMention(
      'But even as Walter Brand claimed that “⟦the ferry was a wreck⟧{Walter Brand},” one of the divers said the two were alike.',
    );
    checkMention('In a clip that the judge called “⟦distasteful⟧{the judge},” Walter Brand expressed a wish to sail.');
  });
});

describe('attribution: the subject of a verb', () => {
  it('stands behind a place in two parts, a time, an adverb and an aside', () => {
    checkMention(
      'Speaking at the pier in Salem, New Hampshire, Walter Brand went after the crew, calling them “⟦sleepers⟧{Walter Brand}”.',
    );
    checkMention(
      'The harbor board less than two weeks ago said for the first time that it found “⟦a leak⟧{The harbor board}”.',
    );
    checkMention(
      'Shortly after the vote ended, the union sent out a statement saying the mayor owes “⟦an answer⟧{the union}”.',
    );
    checkMention(
      'The clerk blocked it, while Milo Brand, the former harbor master, proposed we “⟦wake up and smell the tar⟧{Milo Brand}”.',
    );
  });

  it('is no noun that looks like a verb', () => {
    checkMention(
      'Former harbor chief Ada Quill called the use of closing orders “⟦quite dangerous⟧{Former harbor chief Ada Quill}”.',
    );
    checkMention(
      'After the pier attacks, Walter Brand released a film calling it “⟦dangerous⟧{Walter Brand}” to sail.',
    );
    checkMention(
      'Ada Quill denounced sailors who hold sexist views, saying her crew doesn’t want “⟦that rot⟧{Ada Quill}” aboard.',
    );
  });

  it('is whoever wrote what reads so', () => {
    checkMention('Walter Brand posted a message on the board reading “⟦Thank you, sailors⟧{Walter Brand}” at noon.');
  });

  it('can be a share of those who were asked', () => {
    checkMention('About four in 10 said they were “⟦angry⟧{About four in 10}” with the ferry.');
  });

  it('is what notes or states in a line of its own', () => {
    checkAttribution(
      'As the harbor website notes:\n\n“⟦In the fall the ferry sailed twice a day.⟧{direct, the harbor website}”',
    );
    checkAttribution('“⟦They know the ferry is safe,⟧{direct, a voice in the film}” a voice in the film states.');
  });
});

describe('attribution: words that name nobody', () => {
  it('go on from the speaker of the sentence before', () => {
    checkAttribution(
      '“⟦She is the captain,⟧{direct, Ada Quill}” Ada Quill said. That makes her “⟦by definition a good person to sail with⟧{partial, Ada Quill}”.',
    );
  });
});

describe('attribution: how sure a speaker is', () => {
  const confidence = (text: string): number => extractClaims(text).quotes.at(-1)?.speaker?.confidence ?? 0;

  it('is sure where a cue stands beside the quote or leads up to it', () => {
    assert.ok(confidence('“The ferry is safe,” Ada Quill said.') >= sureSpeaker);
    assert.ok(confidence('Ada Quill said: “The ferry is safe.”') >= sureSpeaker);
    assert.ok(confidence('Ada Quill told the board. “It is safe,” she said.') >= sureSpeaker);
  });

  it('is a guess where only the sentence beside it says who, or a verb of thought does', () => {
    assert.ok(confidence('Ada Quill shook her head. “The ferry is safe.”') < sureSpeaker);
    assert.ok(
      confidence('Ada Quill kept the crew, whom she wanted to see rewarded, as a “band of sleepers” on deck.') <
        sureSpeaker,
    );
  });

  it('does not take somebody in a sentence about “her” for her', () => {
    checkAttribution(
      'Dora Walz is blunt. She said she would rather see money spent to elect Hillary Brand.\n\n“⟦They want to sink us,⟧{direct, Dora Walz}” she said.',
    );
  });
});

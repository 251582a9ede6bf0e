import { describe, it } from 'mocha';
import { checkAttribution } from './checkAttribution';

describe('words that are said without a verb of saying', () => {
  it('reads a remark that goes by its words, and gives it to its owner', () => {
    checkAttribution('Ada Quill’s “⟦47 buckets⟧{partial, Ada Quill}” comment was nearly as rude.');
    checkAttribution(
      'Nobody laughed at Ada Quill’s “⟦leaky⟧{partial, Ada Quill}” and “⟦rusty⟧{partial, Ada Quill}” remarks.',
    );
    checkAttribution('It was a rebuttal to Ada Quill’s “⟦Sail On Together⟧{partial, Ada Quill}” rallying cry.');
    checkAttribution('Walter Brand was asked about the “⟦not there yet⟧{partial, null}” comment.');
  });

  it('does not give a remark to whoever mentions it', () => {
    checkAttribution('Walter Brand said that the “⟦47 buckets⟧{partial, null}” comment was rude.');
  });

  it('reads chants and cries, and gives them to the crowd where one is named', () => {
    checkAttribution('Ferry supporters broke into chants of “⟦Sail on!⟧{partial, Ferry supporters}” at noon.');
    checkAttribution('Walking in to chants of “⟦Walter!⟧{partial, null}” and “⟦Sail on!⟧{partial, null}”, he waved.');
    checkAttribution('“⟦Call the roll,⟧{direct, the crowd}” came shouts from the crowd.');
    checkAttribution('The protesters chanted “⟦Sail on⟧{partial, The protesters}” for an hour.');
    checkAttribution(
      'Holding signs calling Brand “⟦Port Hale’s Biggest Loser⟧{partial, the crew}”, the crew chanted all day.',
    );
  });

  it('reads what somebody is called in the passive as speech, of nobody unless the sentence says whose', () => {
    checkAttribution('The new ferry has been called the “⟦pride of the coast⟧{partial, null}” for its paint.');
    checkAttribution('The ferry was described as “⟦unsafe⟧{partial, the board}” by the board.');
    checkAttribution('The crew was told to “⟦smile more⟧{partial, null}” and left.');
    checkAttribution('The mayor was said to be “⟦furious⟧{partial, null}” with the crew.');
    checkAttribution('The ferry was branded a “⟦wreck⟧{partial, Ada Quill}” last year, Ada Quill wrote.');
  });

  it('reads the words of a slogan as speech, though they have capitals like a title', () => {
    checkAttribution('The crew walked under the slogan “⟦Sail On Together⟧{partial, null}” in 1960.');
  });

  it('keeps what a thing is named for a name', () => {
    checkAttribution('The old ferry is named “⟦Petunia⟧{scare}” after a cow.');
  });
});

import assert from 'node:assert/strict';
import { noWordVectors } from '../../src/core/wordVectors';
import { linksOf, readStory, shippedVectors, type Story } from '../support/story';

/** What makes two reports one story: the same names, and a remark that both have word for word. */
const background = `Ana Bruhl, who heads the Hestholm Ferry Board, met Lars Roe and Noor Castellan in Kellock after the Orrin
grounding.\n\n“Nobody on this island will set foot on a ferry before the summer,” Roe said.`;

const story = (here: string, there: string, wordVectors = shippedVectors): Story =>
  readStory(`=== a.txt\n${background}\n\n${here}\n=== b.txt\n${background}\n\n${there}`, wordVectors);

/** The links beside the one that makes the two a story. */
const found = (one: Story): string[] => linksOf(one).filter((link) => !link.includes('Nobody on this island'));

const problems = ({ analysis }: Story): string[] =>
  analysis.problems('a.txt').map(({ severity, message }) => `${severity}: ${message}`);

const here = '“About the engine the captain told the families lies, and the council paid,” Bruhl said.';
const there =
  'Bruhl told reporters: “The council has paid, and relatives heard untruths about the motor from the skipper.”';

describe('one remark in other words', () => {
  it('is told of as information where nearly all of it is there in words of like meaning', () => {
    assert.deepEqual(problems(story(here, there)), [
      'information: Another wording of this remark in b.txt: “The council has paid, and relatives heard untruths about the motor from the skipper”.',
    ]);
  });
  it('is not found without the table of word vectors', () => {
    assert.deepEqual(found(story(here, there, noWordVectors)), []);
  });
});

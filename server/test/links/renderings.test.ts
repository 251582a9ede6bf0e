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

const here = '“If the council loves its pensioners, let it repair the pier before winter,” Bruhl said.';
const there =
  'Bruhl told reporters: “The pier must be mended ahead of winter by a council that has any love for pensioners.”';

describe('one remark in other words', () => {
  it('is told of as information', () => {
    assert.deepEqual(problems(story(here, there)), [
      'information: Another wording of this remark in b.txt: “The pier must be mended ahead of winter by a council that has any love for pensioners.”',
    ]);
  });
  it('is not told of without the table of word vectors', () => {
    assert.deepEqual(problems(story(here, there, noWordVectors)), []);
  });
  it('is not told of where another person says it', () => {
    assert.deepEqual(problems(story(here, there.replace('Bruhl told', 'Lars Roe told'))), []);
  });
  it('is not told of where the two name different people', () => {
    assert.deepEqual(
      problems(story(here.replace('its pensioners', 'old Castellan'), there.replace('for pensioners', 'for Roe'))),
      [],
    );
  });
});

describe('a remark that another article reports in a sentence of its own', () => {
  it('is linked where the sentence names the speaker, person and tense undone', () => {
    assert.deepEqual(found(story('“I will not sign,” Bruhl said.', 'Bruhl said on Monday that she would not sign.')), [
      'perhaps reported: I will not sign, ~ she would not sign',
    ]);
  });
  it('is not linked to a sentence about somebody else', () => {
    assert.deepEqual(
      found(story('“I will not sign,” Bruhl said.', 'Castellan said on Monday that she would not sign.')),
      [],
    );
  });
});

import assert from 'node:assert/strict';
import { linksOf, readStory } from '../support/story';

/** Checks the links between two articles. The remarks are put in marks and given to one person. */
function check(
  here: string,
  there: string,
  relation: string | null,
  speakers: readonly [string, string] = ['Ana Bruhl', 'Ana Bruhl'],
): void {
  const story = readStory(
    `=== a.txt\n“${here}” said ${speakers[0]}.\n=== b.txt\n${speakers[1]} told the inquiry: “${there}”`,
  );
  assert.deepEqual(linksOf(story), relation === null ? [] : [`${relation}: ${here} ~ ${there}`]);
}

const remark = 'The charts of this harbour have not been renewed for twenty-three years, and everybody knows it';

describe('links between quotes', () => {
  it('join the same words', () => {
    check(`${remark},`, `${remark}.`, 'verbatim');
  });
  it('join the same words in another house style', () => {
    check(remark, 'The charts of this harbor have not been renewed for 23 years and everybody knows it.', 'verbatim');
    check(
      'The U.N. pays 4 per cent of the $1.2bn cost,',
      'The UN pays four percent of the 1.2 billion dollars cost.',
      'verbatim',
    );
  });
  it('join a quote and an excerpt of it', () => {
    check(
      remark,
      'everybody knows it. The charts of this harbour have not been renewed for twenty-three years.'.slice(20),
      'excerpt',
    );
  });
  it('take an ellipsis for a cut that is shown', () => {
    check(remark, 'The charts of this harbour … and everybody knows it.', 'excerpt');
    check(remark, 'The charts of this harbour . . . and everybody knows it.', 'excerpt');
  });
  it('take brackets for words put in or explained', () => {
    check(
      remark,
      'The charts of this harbour [at Kellock] have not been renewed for twenty-three years, and everybody knows it.',
      'excerpt',
    );
    check(
      remark,
      'The charts of [Kellock] have not been renewed for twenty-three years, and everybody knows it.',
      'excerpt',
    );
  });
  it('join a remark and the same remark altered', () => {
    check(
      remark,
      'The charts of this harbour have been renewed for twenty-three years, and everybody knows it.',
      'altered',
    );
    check(
      remark,
      'The maps of this harbour have not been redrawn in twenty-three years, and everybody knows it.',
      'altered',
    );
  });
  it('take words left out without a sign for altered', () => {
    check(remark, 'The charts of this harbour have not been renewed, and everybody knows it.', 'altered');
  });
  it('see a change at the start or the end of a sentence', () => {
    check('I will never set foot on that ferry again', 'We will never set foot on that ferry again', 'altered');
    check('I will never set foot on that ferry again', 'I will never set foot on that ferry today', 'altered');
  });
  it('join a remark and the same words in another order', () => {
    check('My knees say yes and my heart says no', 'My heart says yes and my knees say no', 'altered');
  });
  it('do not join two remarks that share a common phrase', () => {
    check(
      'The ferry was late because of the fog on Monday.',
      'I was late because of my mother, who is ill again.',
      null,
    );
  });
  it('do not join two remarks that share a name', () => {
    check(
      'I asked the Marine Accident Office for help.',
      'Nobody at the Marine Accident Office ever answers letters.',
      null,
    );
  });
  it('join a short phrase where the same person says it', () => {
    const story = readStory('=== a.txt\n“Thick fog,” said Ana Bruhl.\n=== b.txt\nAna Bruhl called it “thick fog”.');
    assert.deepEqual(linksOf(story), ['verbatim: Thick fog, ~ thick fog']);
  });
  it('do not join a short phrase that two people say', () => {
    check('thick fog,', 'thick fog', null, ['Ana Bruhl', 'Lars Roe']);
  });
  it('do not take alike remarks of two people for one altered', () => {
    check(
      'It is a sad day for everyone who loves this boat,',
      'It is a great day for everyone who loves a fast boat.',
      null,
      ['Ana Bruhl', 'Lars Roe'],
    );
  });
  it('join the same words given to two people', () => {
    check(remark, remark, 'verbatim', ['Ana Bruhl', 'Lars Roe']);
  });
});

describe('links to unquoted sentences', () => {
  it('join a quote and a sentence with its words', () => {
    const story = readStory(
      `=== a.txt\n“${remark},” said Ana Bruhl.\n=== b.txt\nBruhl said that the charts of this harbour have not been renewed for twenty-three years.`,
    );
    assert.deepEqual(linksOf(story), [
      `reported: ${remark}, ~ the charts of this harbour have not been renewed for twenty-three years`,
    ]);
  });
  it('pass over the words in marks inside the sentence', () => {
    const story = readStory(
      `=== a.txt\n“${remark},” said Ana Bruhl.\n=== b.txt\nBruhl was asked on Monday. “${remark},” she said then.`,
    );
    assert.deepEqual(linksOf(story), [`verbatim: ${remark}, ~ ${remark},`]);
  });
});

describe('likely renderings', () => {
  it('join two translations of one remark, by the same person, in two reports of one event, and say that they only may', () => {
    const both =
      'Ana Bruhl, who heads the Hestholm Ferry Board, met Lars Roe and Noor Castellan in Kellock after the Orrin grounding.\n\n“Nobody on this island will set foot on a ferry before the summer,” Bruhl said.';
    const story = readStory(
      `=== a.txt\n${both}\n\n“Photographs do not lie. If there are photographs, they are of something,” Bruhl said.\n=== b.txt\n${both}\n\n“A photograph, if there are any, shows something,” Bruhl said.`,
    );
    const [, likely] = linksOf(story);
    assert.match(likely ?? '', /^perhaps altered: Photographs do not lie.* ~ A photograph, if there are any/);
    assert.deepEqual(story.analysis.problems('a.txt'), []);
  });
});

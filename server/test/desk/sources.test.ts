import assert from 'node:assert/strict';
import { matcherOf } from '../../src/desk/createDesk';
import { describeGrowth, growthOf } from '../linear/growth';
import { messagesOf, readDeskStory } from '../support/deskStory';

const lead =
  'The Ferry Board of Port Ennis met on Tuesday over the wreck of the Grey Heron, and Ana Bruhl spoke for the Board.';
const quoteIn = (words: string) => `${lead}

“The wheel ${words} at midnight and nobody on the bridge had slept since Sunday,” Ana Bruhl said.`;

const threeDrafts = `
=== transcript.txt
${quoteIn('was unmanned')}
=== right.txt
${quoteIn('was unmanned')}
=== wrong.txt
${quoteIn('is unmanned')}
`;

describe('a declared source', () => {
  it('has no problems, and is told to whoever differs from it', () => {
    const { analysis } = readDeskStory(threeDrafts, ['transcript.txt']);
    assert.deepEqual(messagesOf(analysis, 'transcript.txt'), []);
    assert.deepEqual(messagesOf(analysis, 'wrong.txt'), [
      "Ana Bruhl's quote has another tense in the source transcript.txt: “is” here, “was” there.",
    ]);
  });

  it('clears the draft that agrees with it of what other drafts make of the words', () => {
    const { analysis } = readDeskStory(threeDrafts, ['transcript.txt']);
    assert.deepEqual(messagesOf(analysis, 'right.txt'), []);
  });

  it('has no problem of any kind itself', () => {
    const { analysis } = readDeskStory(`\n=== notes.txt\nShe said: “We never closed the mark.\n\nThe end of it.\n`, [
      '*.txt',
    ]);
    assert.deepEqual(messagesOf(analysis, 'notes.txt'), []);
  });

  it('changes nothing for words that it does not have', () => {
    const { analysis } = readDeskStory(`${threeDrafts}=== silent.txt\n${lead}\n`, ['silent.txt']);
    const isAbout = 'quote-altered';
    assert.equal(messagesOf(analysis, 'right.txt', isAbout).length, 1);
    assert.match(messagesOf(analysis, 'right.txt', isAbout)[0] ?? '', /in wrong\.txt: “was” here/);
  });

  it('is found by a pattern, in any case', () => {
    const { analysis } = readDeskStory(threeDrafts, ['TRANS*.txt']);
    assert.deepEqual(messagesOf(analysis, 'right.txt'), []);
  });

  it('that disagrees with another source is told beside it', () => {
    const { analysis } = readDeskStory(`${threeDrafts}=== release.txt\n${quoteIn('has been unmanned')}\n`, [
      'transcript.txt',
      'release.txt',
    ]);
    const [message = ''] = messagesOf(analysis, 'wrong.txt');
    assert.match(message, /transcript\.txt/);
    assert.match(message, /release\.txt/);
    assert.match(messagesOf(analysis, 'right.txt')[0] ?? '', /the source release\.txt/);
  });
});

/** Three reports of the wreck with a figure each. */
const tolls = (source: string, ...drafts: readonly string[]) =>
  [
    `=== briefing.txt\n${figureIn(source)}`,
    ...drafts.map((figure, i) => `=== draft${i + 1}.txt\n${figureIn(figure)}`),
  ].join('\n');
const figureIn = (count: string) =>
  `PORT ENNIS, 14 May 2024 - The coastguard at Port Ennis said ${count} passengers were taken off the ferry Slow Hen after it struck the Cormorant rocks on Monday.

The Slow Hen, built in 1961, had left Port Ennis for Ardbeg island with 61 sheep on deck.
`;

describe('a figure', () => {
  it('that a source has otherwise is held against the source alone', () => {
    const { analysis } = readDeskStory(tolls('43', '34', '53'), ['briefing.txt']);
    assert.deepEqual(messagesOf(analysis, 'draft1.txt'), ['34 passengers here, 43 in the source briefing.txt.']);
    assert.deepEqual(messagesOf(analysis, 'draft2.txt'), ['53 passengers here, 43 in the source briefing.txt.']);
  });

  it('that a source has as the draft does is right', () => {
    const { analysis } = readDeskStory(tolls('43', '43', '34'), ['briefing.txt']);
    assert.deepEqual(messagesOf(analysis, 'draft1.txt'), []);
    assert.deepEqual(messagesOf(analysis, 'draft2.txt'), ['34 passengers here, 43 in the source briefing.txt.']);
  });

  it('is a matter between peers where nothing is declared', () => {
    const { analysis } = readDeskStory(tolls('43', '43', '34'), []);
    assert.deepEqual(messagesOf(analysis, 'draft1.txt'), [
      '43 passengers here and in 1 other file, 34 only in draft2.txt.',
    ]);
  });
});

describe('a date', () => {
  const heard = (day: string) =>
    `The public hearing on the wreck of the Grey Heron is set for ${day}, in Varde, the Ferry Board said.

Ana Bruhl of the Ferry Board will preside over the hearing in Varde.
`;
  it('that a source has otherwise is told of the source', () => {
    const story = `=== notice.txt\n${heard('Tuesday, May 19')}\n=== a.txt\n${heard('Tuesday, May 12')}\n=== b.txt\n${heard('Tuesday, May 19')}`;
    const { analysis } = readDeskStory(story, ['notice.txt']);
    assert.deepEqual(messagesOf(analysis, 'b.txt'), []);
    assert.deepEqual(messagesOf(analysis, 'notice.txt'), []);
    assert.match(messagesOf(analysis, 'a.txt')[0] ?? '', /in the source notice\.txt\.$/);
  });
  it('on the weekday that a source gives it is right', () => {
    const story = `=== notice.txt\n${heard('Tuesday, May 19')}\n=== a.txt\n${heard('Wednesday, May 19')}\n=== b.txt\n${heard('Tuesday, May 19')}`;
    const { analysis } = readDeskStory(story, ['notice.txt']);
    assert.deepEqual(messagesOf(analysis, 'b.txt'), []);
    assert.deepEqual(messagesOf(analysis, 'a.txt'), [
      'May 19 is a Wednesday here, a Tuesday in the source notice.txt.',
    ]);
  });
});

describe('a name', () => {
  const named = (name: string, n: number) =>
    `The Ferry Board of Port Ennis heard the mate of the Grey Heron on Tuesday, for the ${n} time.

${name}, the mate, was at the wheel of the Grey Heron when she struck the Cormorant rocks off Port Ennis.

The Ferry Board will hear the mate ${name} again in May.
`;
  const spelled = (...names: readonly string[]) =>
    names.map((name, i) => `=== ${i === 0 ? 'roll' : `draft${i}`}.txt\n${named(name, i)}`).join('\n');

  it('is right as a source spells it', () => {
    const { analysis } = readDeskStory(spelled('Noor Castellan', 'Noor Castelan', 'Noor Castellan'), ['roll.txt']);
    assert.deepEqual(messagesOf(analysis, 'draft2.txt', 'name-variant'), []);
    assert.deepEqual(messagesOf(analysis, 'draft1.txt', 'name-variant'), [
      '“Noor Castelan” here, “Noor Castellan” in the source roll.txt.',
    ]);
  });
  it('is told of however many drafts have it otherwise', () => {
    const drafts = Array.from({ length: 6 }, () => 'Noor Castelan');
    const peers = readDeskStory(spelled('Noor Castellan', ...drafts), []).analysis;
    assert.deepEqual(messagesOf(peers, 'draft3.txt', 'name-variant'), []);
    const { analysis } = readDeskStory(spelled('Noor Castellan', ...drafts), ['roll.txt']);
    assert.deepEqual(messagesOf(analysis, 'draft3.txt', 'name-variant'), [
      '“Noor Castelan” here, “Noor Castellan” in the source roll.txt.',
    ]);
  });
});

describe('a speaker', () => {
  const words = 'A slipway that floods at every spring tide is a fish pond with a fence around it';
  const given = (name: string) => `The board met on Tuesday. “${words},” board member ${name} said.`;
  it('whom a source names is the one', () => {
    const story = `=== transcript.txt\n${given('Lucan Tallis')}\n=== a.txt\n${given('Lucan Tallis')}\n=== b.txt\n${given('Piers Corwen')}`;
    const { analysis } = readDeskStory(story, ['transcript.txt']);
    assert.deepEqual(messagesOf(analysis, 'a.txt'), []);
    assert.deepEqual(messagesOf(analysis, 'b.txt'), [
      'Given to Piers Corwen here, to Lucan Tallis in the source transcript.txt.',
    ]);
  });
  it('is a matter between drafts where the source names nobody', () => {
    const story = `=== sheet.txt\nThe board met on Tuesday. “${words}.”\n=== a.txt\n${given('Lucan Tallis')}\n=== b.txt\n${given('Piers Corwen')}`;
    const { analysis } = readDeskStory(story, ['sheet.txt']);
    assert.deepEqual(messagesOf(analysis, 'a.txt'), ['Given to Lucan Tallis here, to Piers Corwen in b.txt.']);
  });

  it('is looked for in time that grows with its name, whatever the pattern asks for', () => {
    const matches = matcherOf(['(a+)+b', '((a|aa)+)+b.txt', '[a]+[a]+[a]+b']);
    const name = (units: number) => `${'a'.repeat(units)}!`;
    assert.ok(matches);
    assert.equal(matches(name(60)), false);
    const growth = growthOf(name, (long) => void matches(long), { units: 60 });
    assert.equal(growth && describeGrowth(growth), null);
  });
});

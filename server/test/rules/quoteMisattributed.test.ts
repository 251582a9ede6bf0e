import assert from 'node:assert/strict';
import { readStory } from '../support/story';

/** Checks what is reported in the first article: severity and message, or nothing. */
function check(source: string, ...expected: string[]): void {
  const { analysis, files } = readStory(source);
  const [first] = files.keys();
  const found = analysis.problems(first ?? '').filter((p) => p.code === 'quote-misattributed');
  assert.deepEqual(
    found.map((p) => `${p.severity}: ${p.message}`),
    expected,
  );
}

const words = 'A slipway that floods at every spring tide is a fish pond with a fence around it';

/** Two articles with the same words: what stands before and after them in each. */
const pair = (here: readonly [string, string], there: readonly [string, string]): string =>
  `=== echo.txt\n${here[0]} “${words},” ${here[1]}\n=== tidings.txt\n${there[0]} “${words},” ${there[1]}`;

const toTallis = ['The board met on Tuesday.', 'board member Lucan Tallis said.'] as const;

describe('quote-misattributed', () => {
  it('names the two people whom two files give the same words to', () => {
    check(
      pair(['The board met on Tuesday.', 'board member Piers Corwen said.'], toTallis),
      'warning: Given to Piers Corwen here, to Lucan Tallis in tidings.txt.',
    );
  });
  it('names the person in full where one of the files does', () => {
    const source = `=== echo.txt
“${words},” board member Piers Corwen said.
=== minutes.txt
MEMBER TALLIS: ${words}.

MEMBER CORWEN: I would rather spend the money once.

MEMBER TALLIS: So would I.
=== tidings.txt
“${words},” board member Lucan Tallis said.`;
    check(source, 'warning: Given to Piers Corwen here, to Lucan Tallis in minutes.txt and tidings.txt.');
  });
  it('counts the files that give the words to the same person', () => {
    const given = (who: string) => `“${words},” board member ${who} said.`;
    check(
      `=== a.txt\n${given('Lucan Tallis')}\n=== b.txt\n${given('Lucan Tallis')}\n=== c.txt\n${given('Piers Corwen')}`,
      'warning: Given to Lucan Tallis here and in b.txt, to Piers Corwen in c.txt.',
    );
  });
  it('lists every other person', () => {
    const given = (who: string) => `“${words},” board member ${who} said.`;
    check(
      `=== a.txt\n${given('Lucan Tallis')}\n=== b.txt\n${given('Edda Ostrey')}\n=== c.txt\n${given('Piers Corwen')}`,
      'warning: Given to Lucan Tallis here, to Edda Ostrey in b.txt, to Piers Corwen in c.txt.',
    );
  });
  it('compares a headline with the text', () => {
    check(
      `=== a.txt\nCorwen: ‘The slipway on Dock Lane will never open again’\n\nThe harbour board met on Tuesday night to talk about its slipway, and it was not of one mind. Board member Piers Corwen came late.\n\n“The slipway on Dock Lane will never open again,” board member Lucan Tallis told the meeting.\n\nThe others were silent.`,
      'warning: Given to Piers Corwen here, to Lucan Tallis elsewhere in this file.',
      'warning: Given to Lucan Tallis here, to Piers Corwen elsewhere in this file.',
    );
  });
  it('tells brother and sister apart where both are named in full', () => {
    check(
      pair(['', 'said Laura Tallis, a fisherman.'], ['', 'said Robert Tallis, a fisherman.']),
      'warning: Given to Laura Tallis here, to Robert Tallis in tidings.txt.',
    );
  });
  it('takes a description with its name behind it for that person', () => {
    check(
      pair(['Mr Corwen came late.', "the town's mayor, Piers Corwen, told the board."], toTallis),
      'warning: Given to Piers Corwen here, to Lucan Tallis in tidings.txt.',
    );
  });
  it('tells a father and a daughter apart by what the articles call them', () => {
    check(
      pair(['His daughter Jess Tallis was there.', 'Jess Tallis said.'], ['', 'said her father, Derek Tallis.']),
      'warning: Given to Jess Tallis here, to Derek Tallis in tidings.txt.',
    );
  });

  describe('is silent on', () => {
    const silent: readonly [string, readonly [string, string], readonly [string, string]][] = [
      ['a description', ['The board met on Tuesday.', 'the chairwoman said.'], toTallis],
      ['a body and its member', ['The board met on Tuesday.', 'the harbour board said.'], toTallis],
      ['a firm and whoever works there', ['', 'according to Trent Marine.'], toTallis],
      ['an unnamed spokesman', ['The board met on Tuesday.', 'a spokesman said.'], toTallis],
      ['a spokeswoman and whom she speaks for', ['', 'said Anneke Dorsey, a spokeswoman for the union.'], toTallis],
      ['a spelling', ['The board met on Tuesday.', 'board member Lucan Talis said.'], toTallis],
      ['a surname in two words', ['', 'said Lucan Del Torre, who fishes.'], ['', 'said Lucan DelTorre, who fishes.']],
      ['two given names of nobody known', ['', 'said Jess Tallis.'], ['', 'said Derek Tallis.']],
      ['a maiden name', ['', 'said Edda Tallis Ostrey.'], toTallis],
      ['a bare surname that two people have', ['', 'said Laura Tallis.'], ['Robert Tallis was there.', 'Tallis said.']],
      ['words that somebody quotes', ['Board member Piers Corwen ended by quoting a friend.', 'he said.'], toTallis],
      ['a joint statement', ['', 'Piers Corwen said in a joint statement with a colleague.'], toTallis],
    ];
    for (const [what, here, there] of silent) {
      it(what, () => {
        check(pair(here, there));
      });
    }
    it('a pronoun that may mean another', () => {
      check(
        pair(
          ['Piers Corwen asked for a vote. That did not satisfy old Mr. Hale and Lars Tallis.', 'he said.'],
          toTallis,
        ),
      );
    });
    it('a few words that anybody says', () => {
      check(
        `=== a.txt\n“We are very happy today,” Piers Corwen said.\n=== b.txt\n“We are very happy today,” Lucan Tallis said.`,
      );
    });
    it('condolences', () => {
      const sorry = 'Our thoughts and prayers are with the families of the crew';
      check(`=== a.txt\n“${sorry},” Piers Corwen said.\n=== b.txt\n“${sorry},” Lucan Tallis said.`);
    });
    it('a file that gives the words to the right person as well', () => {
      check(
        `=== a.txt\n“${words},” board member Lucan Tallis said.\n=== b.txt\n“${words},” board member Lucan Tallis said.\n\nThe board laughed and went home.\n\n“${words},” board member Piers Corwen said.`,
      );
    });
    it('words in marks inside another speech', () => {
      check(
        `=== a.txt\n“I have heard it said that ‘${words.toLowerCase()},’ and I laughed,” board member Piers Corwen said.\n=== b.txt\n“${words},” board member Lucan Tallis said.`,
      );
    });
  });
});

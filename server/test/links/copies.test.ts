import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { sourcesOf } from '../../src/links/copies/copies';
import { tornText } from '../support/arbitraryArticles';
import { readStory } from '../support/story';

const wire = `
The harbour board of Hestholm voted late on Tuesday to close the Orrin channel to all ferries until divers have looked at
the wreck of the Grey Heron, which went down off the Kellock rocks with a cargo of barley and no loss of life.
Lars Roe, the harbour master, told the meeting that two buoys had drifted in the gale of the week before and that nobody
had put them back. The board will hear from the owners of the ship next month, and a report is to be written by the spring.
Fishermen from the eastern quay, who have asked for new lights on the rocks for eleven years, left the room in anger.
The last wreck in the channel was that of a tug, and the harbour was shut for six days until a crane came from Varde.`;

const rewrite = `
Hestholm's harbour board decided late on Tuesday to close the Orrin channel to all ferries until divers have inspected
the wreck of the Grey Heron, which sank off the Kellock rocks with a cargo of barley and no loss of life.
Harbour master Lars Roe told the meeting two buoys had drifted in the gale the week before and that no one had
put them back. The board is to hear from the owners of the ship next month, with a report to be written by the spring.
Fishermen from the eastern quay, who had asked for new lights on the rocks for eleven years, walked out in anger.
The last wreck in the channel was a tug, and the harbour was shut for six days until a crane arrived from Varde.`;

const ownReport = `
Nobody on the eastern quay slept much this week. From her kitchen window Noor Castellan saw the Grey Heron strike at a
quarter past four, a low grey shape that leaned and then was gone; by breakfast the barley lay along the beach like sand.
On Tuesday night the board shut the Orrin channel. Ferries will not run again before divers have been down, said Lars Roe,
who blamed buoys that the last gale had carried off. Fishermen had hoped for lights, and walked out when none were promised.
What happens now is up to a report due in spring. Until then Varde is an hour and a half further away by road than by sea.`;

const speech = `
“We have asked for lights on those rocks for eleven years, and for eleven years we have been told that the money is not there.
I have buried two friends in that time, and I will not stand on this quay and be told once more that a lamp costs too much.
Put the lights up before the winter, or explain to every family on this street why you would rather pay for a crane each time.”`;

function copyOf(source: string, a = 'a.txt', b = 'b.txt') {
  const { analysis } = readStory(source);
  return analysis.copyBetween(a, b);
}

const story = (...texts: readonly string[]): string =>
  texts.map((text, i) => `=== ${String.fromCharCode(97 + i)}.txt\n${text}\n`).join('\n');

describe('what one article has copied from another', () => {
  it('is all of it where the texts are the same', () => {
    const copy = copyOf(story(wire, wire));
    assert.ok(copy);
    assert.deepEqual([copy.share, copy.shareOfTo, copy.oneSource, copy.passages.length], [1, 1, true, 1]);
  });

  it('is told for each of the two: a brief stands in the report that it was cut from', () => {
    const brief = wire.split('\n').slice(0, 5).join('\n');
    const copy = copyOf(story(brief, wire));
    assert.ok(copy);
    assert.equal(copy.share, 1);
    assert.ok(copy.shareOfTo < 0.7);
    assert.ok(copy.oneSource);
  });

  it('is found in a rewrite that changes a few words of every sentence', () => {
    const copy = copyOf(story(wire, rewrite));
    assert.ok(copy?.oneSource);
    assert.ok(copy.share > 0.5 && copy.share < 0.95);
  });

  it('is found across house style: spelling, numbers in words, marks', () => {
    const styled = wire.replace('harbour board', 'harbor board').replace('eleven', '11').replace('six', '6');
    assert.equal(copyOf(story(wire, styled))?.share, 1);
  });

  it('is nothing where two papers tell the same events in their own words', () => {
    assert.equal(copyOf(story(wire, ownReport))?.oneSource ?? false, false);
  });

  it('leaves quoted words out: two papers heard the same speech', () => {
    assert.equal(copyOf(story(`${wire}\n${speech}`, `${ownReport}\n${speech}`))?.oneSource ?? false, false);
  });

  it('is no copy where only a notice under the text is the same', () => {
    const notice =
      'Write to the desk at the paper if you have seen this wreck or know who owns the ship and its cargo.';
    assert.equal(
      copyOf(story(`A short note on the wreck.\n${notice}`, `Another one.\n${notice}`))?.oneSource ?? false,
      false,
    );
  });

  it('is no copy where two long reports have a paragraph of background in common', () => {
    const background = wire.trim().split('\n').slice(0, 3).join('\n');
    const long = (name: string) =>
      Array.from(
        { length: 30 },
        (_, i) => `${name}${i} was at work ${name}ly when the ${name}-${i} boat came in.`,
      ).join('\n');
    const copy = copyOf(story(`${long('ana')}\n${background}`, `${long('lars')}\n${background}`));
    assert.ok(copy && copy.words >= 60 && copy.share > 0.1);
    assert.equal(copy.oneSource, false);
  });

  it('counts every word once, though the other text has it twice', () => {
    const copy = copyOf(story(wire, `${wire}\n${wire}`));
    assert.deepEqual([copy?.share, copy?.shareOfTo], [1, 0.5]);
  });

  it('is shown passage by passage, whatever their order', () => {
    const lines = wire.trim().split('\n');
    const moved = [...lines.slice(2, 4), ownReport.trim().split('\n')[0], ...lines.slice(0, 2)].join('\n');
    const { analysis, files } = readStory(story(wire, moved));
    const copy = analysis.copyBetween('a.txt', 'b.txt');
    assert.ok(copy);
    const shown = copy.passages.map(({ from, to }) => [
      files.get('a.txt')?.text.slice(from.start, from.end).slice(0, 17),
      files.get('b.txt')?.text.slice(to.start, to.end).slice(0, 17),
    ]);
    assert.deepEqual(shown, [
      ['The harbour board', 'The harbour board'],
      ['Lars Roe, the har', 'Lars Roe, the har'],
    ]);
  });

  it('is told of all articles of the story, in the order of names', () => {
    const { analysis } = readStory(story(wire, rewrite, wire));
    const told = analysis.copiesOf('b.txt').map(({ from, to }) => `${from} ${to}`);
    assert.deepEqual(told, ['b.txt a.txt', 'b.txt c.txt']);
  });

  it('follows an edit', () => {
    const host = createAnalysisHost();
    host.set({ id: 'a.txt', name: 'a.txt', text: wire });
    host.set({ id: 'b.txt', name: 'b.txt', text: wire });
    const before = host.snapshot();
    assert.equal(before.copyBetween('a.txt', 'b.txt')?.share, 1);
    host.set({ id: 'b.txt', name: 'b.txt', text: ownReport });
    assert.equal(host.snapshot().copyBetween('a.txt', 'b.txt')?.oneSource ?? false, false);
    assert.equal(before.copyBetween('a.txt', 'b.txt')?.share, 1);
  });

  it('is nothing for an article that is gone, or held against itself', () => {
    const { analysis } = readStory(story(wire, wire));
    assert.equal(analysis.copyBetween('a.txt', 'gone.txt'), null);
    assert.equal(analysis.copyBetween('a.txt', 'a.txt'), null);
  });

  for (const phrase of ['The board met and the board met again. ', '“a ', 'A. ']) {
    it(`takes no longer than in proportion where one text says over and over “${phrase.trim()}”`, () => {
      const timeOf = (times: number): number => {
        const { analysis } = readStory(story(phrase.repeat(times), `${phrase.repeat(times)}so`));
        // The running texts are made by the first question.
        for (const id of analysis.ids) analysis.copyBetween(id, id);
        const { user } = process.cpuUsage();
        analysis.copyBetween('a.txt', 'b.txt');
        return process.cpuUsage().user - user;
      };
      const least = (times: number): number => Math.min(...[1, 2, 3].map(() => timeOf(times)));
      // Sixteen times the words take sixteen times as long; with the square of them it would be 256. Times in µs.
      const [few, many] = [least(250), least(4000)];
      assert.ok(many <= 48 * Math.max(few, 200), `${few} and ${many} µs`);
    });
  }
});

describe('the sources behind some articles', () => {
  const among = (articles: string, ...copies: readonly string[]): string =>
    sourcesOf([...articles], (a, b) => copies.includes(a + b) || copies.includes(b + a))
      .map((group) => group.join(''))
      .join(' ');

  it('are as many as there are where none is a copy', () => assert.equal(among('abc'), 'a b c'));
  it('are one where all are copies', () => assert.equal(among('abc', 'ab', 'bc', 'ac'), 'abc'));
  it('are two where one article holds two others', () => assert.equal(among('abc', 'ab', 'ac'), 'ab c'));
  it('are none where there is nothing', () => assert.equal(among(''), ''));
});

describe('copies of any texts', () => {
  const arbitraryPair = fc.tuple(tornText, tornText);
  const pairOf = ([a, b]: readonly [string, string]): Analysis => {
    const host = createAnalysisHost();
    // What they have in common, so that some pairs are copies.
    host.set({ id: 'a', name: 'a', text: `${a}\n\n${wire}` });
    host.set({ id: 'b', name: 'b', text: `${rewrite}\n\n${b}` });
    return host.snapshot();
  };

  it('have shares from 0 to 1, passages inside the texts, and no passage across another', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const analysis = pairOf(pair);
        const copy = analysis.copyBetween('a', 'b');
        assert.ok(copy);
        assert.ok(copy.share > 0 && copy.share <= 1 && copy.shareOfTo > 0 && copy.shareOfTo <= 1);
        for (const side of ['from', 'to'] as const) {
          const length = analysis.get(copy[side])?.article.text.length ?? 0;
          const spans = copy.passages.map((passage) => passage[side]).sort((x, y) => x.start - y.start);
          spans.forEach(({ start, end }, i) => {
            assert.ok(0 <= start && start < end && end <= length);
            assert.ok(start >= (spans[i - 1]?.end ?? 0));
          });
        }
      }),
      { numRuns: 40 },
    );
  });

  it('are the same from both sides', () => {
    fc.assert(
      fc.property(arbitraryPair, (pair) => {
        const analysis = pairOf(pair);
        const [copy, back] = [analysis.copyBetween('a', 'b'), analysis.copyBetween('b', 'a')];
        assert.ok(copy && back);
        assert.deepEqual([back.share, back.shareOfTo, back.words], [copy.shareOfTo, copy.share, copy.words]);
        const sorted = (list: readonly string[]) => [...list].sort();
        assert.deepEqual(
          sorted(back.passages.map(({ from, to }) => JSON.stringify([to, from]))),
          sorted(copy.passages.map(({ from, to }) => JSON.stringify([from, to]))),
        );
      }),
      { numRuns: 40 },
    );
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createAnalysisHost, type AnalysisHost } from '../../src/analysis';
import type { ArticleId } from '../../src/core/article';
import { rehearsal, rehearsedArticles } from '../../src/lsp/rehearsal';
import { createRehearsing } from '../../src/lsp/rehearsing';

const silent = { info: () => undefined, warn: () => undefined, error: (fault: string) => assert.fail(fault) };
const quiet = 20;

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await pause(1);
};

describe('rehearsing edits', () => {
  function watched(pieces: number) {
    let done = 0;
    function* work(): Generator<void, void> {
      for (; done < pieces; done++) yield;
    }
    const begun: true[] = [];
    const rehearsing = createRehearsing(() => (begun.push(true), work()), silent, quiet);
    return { rehearsing, begun, done: () => done };
  }

  it('goes through all once, when all has been quiet for a while', async () => {
    const { rehearsing, begun, done } = watched(50);
    rehearsing.changed('file');
    assert.deepEqual(begun, []);
    rehearsing.settled();
    rehearsing.settled();
    assert.deepEqual(begun, []);
    await until(() => done() === 50 && !rehearsing.isBusy());
    rehearsing.settled();
    await pause(5 * quiet);
    assert.equal(begun.length, 1);
  });

  it('stops for whoever types, and goes on afterwards', async () => {
    const { rehearsing, begun, done } = watched(1e9);
    rehearsing.settled();
    await until(() => done() > 0);
    const typed = performance.now();
    rehearsing.changed('buffer');
    await until(() => !rehearsing.isBusy());
    const stopped = done();
    await until(() => done() > stopped);
    // A timer may come a millisecond before its time.
    assert.ok(performance.now() - typed >= quiet - 1);
    for (let edit = 0; edit < 100; edit++) rehearsing.changed('buffer');
    await until(() => !rehearsing.isBusy());
    const over = done();
    await pause(5 * quiet);
    assert.equal(done(), over, 'who has typed a while needs none');
    assert.equal(begun.length, 1);
  });

  const accident = (ship: string, place: string, more: string): string =>
    `A ${ship} ran aground near ${place} at dawn.\n\n“We have lost the ${ship} and nothing else ${more},” said Ida Roe.\n\n` +
    `Harbourmaster Ida Roe told reporters in ${place} that the ${ship} had 42 people on board.\n`;

  /** Hears of each text that a host is given. */
  function overheard(host: AnalysisHost) {
    const texts = new Set<string>();
    const watching: AnalysisHost = {
      ...host,
      set(article) {
        texts.add(article.text);
        host.set(article);
      },
    };
    return { texts, watching };
  }

  it('types into the articles of a story, and leaves the analysis alone', () => {
    const host = createAnalysisHost();
    for (const name of ['a', 'b', 'c', 'd', 'e'])
      host.set({ id: name, name: `${name}.txt`, text: accident('ferry', 'Vilm', name) });
    const analysis = host.snapshot();
    const stories = rehearsedArticles(analysis, ['c']);
    assert.deepEqual(
      stories.map((articles) => articles.length),
      [4],
    );
    const looked: ArticleId[] = [];
    const apart = createAnalysisHost();
    const { texts, watching } = overheard(apart);
    const pieces = [...rehearsal(watching, stories, (of, id) => (looked.push(id), of.problems(id)))].length;
    assert.ok(pieces > 300, `${pieces} pieces`);
    assert.ok(
      [...texts].some((edited) => edited.includes('4a2 people')),
      'letters come within a figure',
    );
    const articles = stories.flat();
    assert.deepEqual(new Set(looked), new Set(articles.map(({ id }) => id)));
    assert.equal(host.snapshot(), analysis);
    for (const { id, text: known } of articles) assert.equal(apart.snapshot().get(id)?.article.text, known);
  });

  it('types into stories told in other ways, the open document’s first', () => {
    const host = createAnalysisHost();
    const told: Readonly<Record<string, string>> = {
      bridge:
        'Engineers closed the Orrest bridge. “Two bolts sheared under the lorries,” said Ann Hale. It carries 42 buses a day.',
      ferry:
        'A ferry ran aground off Vilm. “We have lost the rudder and the anchor,” said Ida Roe. It had 42 people on board.',
      school:
        'Tarn will shut its school. “Pupils must travel to Brandby by coach,” said Piet Lum. It teaches 42 children now.',
      strike:
        'Bakers walked out in Quell. “Our ovens stay cold until wages rise,” said Olga Wren. Some 42 shops went without rolls.',
      museum:
        'Thieves emptied a museum in Lund. “Every silver coin is missing,” said Jon Falk. Police took away 42 display cases.',
    };
    for (const [story, text] of Object.entries(told))
      for (const name of ['a', 'b', 'c', 'd']) host.set({ id: `${story}/${name}`, name, text: `${text} (${name})` });
    const stories = rehearsedArticles(host.snapshot(), ['school/c']);
    assert.deepEqual(
      stories.map((articles) => articles.map(({ id }) => id.replace(/\/.*/, ''))),
      ['school', 'bridge', 'ferry', 'museum', 'strike'].map((story) => [story, story, story, story]),
    );
    const { texts, watching } = overheard(createAnalysisHost());
    Array.from(rehearsal(watching, stories, (of, id) => of.problems(id)));
    for (const { id, text } of stories.flat()) {
      const end = text.slice(-20);
      const edited = [...texts].filter((one) => one.endsWith(end) && one !== text);
      assert.ok(edited.length >= 8, `${id}: ${edited.length} edits`);
    }
  });

  it('does without a story, and without articles', () => {
    const host = createAnalysisHost();
    assert.deepEqual(rehearsedArticles(host.snapshot(), []), [[]]);
    assert.deepEqual([...rehearsal(createAnalysisHost(), [], () => undefined)], []);
    host.set({ id: 'a', name: 'a.txt', text: 'Nothing was said.' });
    assert.deepEqual(
      rehearsedArticles(host.snapshot(), ['gone', 'a']).map((articles) => articles.map(({ id }) => id)),
      [['a']],
    );
  });
});

import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { createAnalysisHost, type AnalysisHost } from '../../src/analysis';
import type { ArticleId } from '../../src/core/article';
import { rehearsal, rehearsedArticles } from '../../src/lsp/rehearsal';
import { createRehearsing } from '../../src/lsp/rehearsing';

const silent = { info: () => undefined, warn: () => undefined, error: (fault: string) => assert.fail(fault) };
const quiet = 20;

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
    await pause(10 * quiet);
    assert.equal(done(), 50);
    rehearsing.settled();
    await pause(5 * quiet);
    assert.equal(begun.length, 1);
  });

  it('stops for whoever types, and goes on afterwards', async () => {
    const { rehearsing, begun, done } = watched(1e9);
    rehearsing.settled();
    await pause(5 * quiet);
    const before = done();
    assert.ok(before > 0);
    rehearsing.changed('buffer');
    await pause(1);
    const stopped = done();
    await pause(quiet / 2);
    assert.equal(done(), stopped);
    await pause(5 * quiet);
    assert.ok(done() > stopped);
    for (let edit = 0; edit < 100; edit++) rehearsing.changed('buffer');
    await pause(1);
    const over = done();
    await pause(5 * quiet);
    assert.equal(done(), over, 'who has typed a while needs none');
    assert.equal(begun.length, 1);
  });

  it('types into the articles of a story, and leaves the analysis alone', () => {
    const host = createAnalysisHost();
    const text = (more: string): string =>
      `A ferry ran aground near Vilm at dawn.\n\n“We have lost the ferry and nothing else ${more},” said Ida Roe.\n\n` +
      `Harbourmaster Ida Roe told reporters in Vilm that the Lodestar had 42 people on board.\n`;
    for (const name of ['a', 'b', 'c', 'd', 'e']) host.set({ id: name, name: `${name}.txt`, text: text(name) });
    const analysis = host.snapshot();
    const articles = rehearsedArticles(analysis, ['c']);
    assert.equal(articles.length, 4);
    const looked: ArticleId[] = [];
    const texts = new Set<string>();
    const apart = createAnalysisHost();
    const watching: AnalysisHost = {
      ...apart,
      set(article) {
        texts.add(article.text);
        apart.set(article);
      },
    };
    const pieces = [...rehearsal(watching, articles, (of, id) => (looked.push(id), of.problems(id)))].length;
    assert.ok(pieces > 300, `${pieces} pieces`);
    assert.ok(
      [...texts].some((edited) => edited.includes('4a2 people')),
      'letters come within a figure',
    );
    assert.deepEqual(new Set(looked), new Set(articles.map(({ id }) => id)));
    assert.equal(host.snapshot(), analysis);
    for (const { id, text: known } of articles) assert.equal(apart.snapshot().get(id)?.article.text, known);
  });

  it('does without a story, and without articles', () => {
    const host = createAnalysisHost();
    assert.deepEqual(rehearsedArticles(host.snapshot(), []), []);
    assert.deepEqual([...rehearsal(createAnalysisHost(), [], () => undefined)], []);
    host.set({ id: 'a', name: 'a.txt', text: 'Nothing was said.' });
    assert.deepEqual(
      rehearsedArticles(host.snapshot(), ['gone', 'a']).map(({ id }) => id),
      ['a'],
    );
  });
});

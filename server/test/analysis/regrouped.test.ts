import assert from 'node:assert/strict';
import { type Analysis, createAnalysisHost } from '../../src/analysis';
import { benchScript, type CorpusScript, type MadeArticle } from '../bench/scripts';

/** Keeps for each article with whom it shares a story, as whoever shows it does: until it is named as changed. */
function createOnlooker() {
  const told = new Map<string, string>();
  let revision = -1;
  return (analysis: Analysis): ReadonlyMap<string, string> => {
    const changed = analysis.changedSince(revision);
    if (changed) for (const id of changed) told.delete(id);
    else told.clear();
    revision = analysis.revision;
    for (const id of analysis.ids) if (!told.has(id)) told.set(id, storyIn(analysis, id));
    return told;
  };
}

const storyIn = (analysis: Analysis, id: string): string => analysis.storyOf(id)?.articles.join() ?? '';

describe('stories', () => {
  it('that lost an article while many waited to be compared are named once all are', async () => {
    const corpus = (await benchScript('corpus.mjs')) as CorpusScript;
    // Without quotes nothing is linked: of the others in its story a deleted article says nothing.
    const withoutQuotes = ({ path, text }: MadeArticle) => ({
      id: path,
      name: path,
      text: text.replace(/[“”‘’«»"]/g, ''),
    });
    const articles = Array.from(corpus.articlesOf({ articles: 60, seed: 2 }), withoutQuotes);
    const others = Array.from(corpus.articlesOf({ articles: 14, seed: 9 }), withoutQuotes);
    const host = createAnalysisHost();
    const onlooker = createOnlooker();
    for (const article of articles) host.set(article);
    while (!host.prepare(20));
    const gone = articles[3]?.id ?? '';
    assert.match(onlooker(host.snapshot()).get(gone) ?? '', /,/);
    host.delete(gone);
    for (const { id, name, text } of others) host.set({ id: `new/${id}`, name, text });
    onlooker(host.snapshot());
    while (!host.prepare(20));
    const now = host.snapshot();
    const told = onlooker(now);
    for (const id of now.ids) assert.equal(told.get(id), storyIn(now, id), id);
  });
});

// node --expose-gc search.mjs ENGINE LOADED FOLDER TABLES: has a search engine take up all paragraphs of the articles that
// makeQueries wrote to FOLDER, and look for each of its quotes. LOADED is the bundled engine or a folder of packages.
// Prints one line of JSON: times in ms, memory in bytes, and what was found.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cpuSince } from '../baseline.mjs';
import { createParagraphs } from './paragraphs.mjs';
import { recallOf } from './recall.mjs';

const [name, loaded, folder, tables] = process.argv.slice(2);
/** So many hits are looked at: what an editor sees without scrolling. */
const best = 10;

const texts = readFileSync(join(folder, 'texts.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const queries = JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8'));
const paragraphs = createParagraphs(texts);
const require = createRequire(join(loaded, 'any.js'));

/** Each makes an index and gives what asks it: the numbers of paragraphs, the best first; `more` than are wanted. */
const engines = {
  ours() {
    const { createAnalysisHost, findQuote, vectorTable } = createRequire(import.meta.url)(loaded);
    const wordVectors = vectorTable(tables, (message) => {
      throw new Error(message);
    });
    const host = createAnalysisHost(undefined, { wordVectors });
    for (const [article, text] of texts.entries()) host.set({ id: String(article), name: `${article}.txt`, text });
    const analysis = host.snapshot();
    return (text) =>
      findQuote(analysis, text).map(({ articleId, start }) => paragraphs.numberAt(Number(articleId), start));
  },
  minisearch() {
    const MiniSearch = require('minisearch');
    const index = new MiniSearch({ fields: ['text'], storeFields: [] });
    index.addAll(paragraphs.all.map((text, id) => ({ id, text })));
    return (text) => index.search(text).map(({ id }) => id);
  },
  flexsearch() {
    const { Index } = require('flexsearch');
    const index = new Index({ tokenize: 'strict' });
    for (const [id, text] of paragraphs.all.entries()) index.add(id, text);
    // With `suggest` a paragraph need not have every word of the quote: without it no altered one is found.
    return (text, more) => index.search(text, { limit: more, suggest: true });
  },
};

globalThis.gc();
const before = process.memoryUsage();
const [from, used] = [performance.now(), process.cpuUsage()];
const search = engines[name]();
const index = { ms: performance.now() - from, cpu: cpuSince(used) };
globalThis.gc();
const after = process.memoryUsage();

const [askedFrom, askedUsed] = [performance.now(), process.cpuUsage()];
const hits = queries.map(({ text }) => search(text, best + 1));
const query = { ms: performance.now() - askedFrom, cpu: cpuSince(askedUsed) };

const judged = queries.map(({ article, start, matches, reported }, i) => {
  const numbers = (places) => places.map((place) => paragraphs.numberAt(place.article, place.start));
  const own = paragraphs.numberAt(article, start);
  return recallOf({ hits: hits[i], wanted: numbers(matches), alsoRight: numbers(reported), own, best });
});
const sum = (list) => list.reduce((total, one) => total + one, 0);
const mean = (list) => sum(list) / list.length;
console.log(
  JSON.stringify({
    index: index.ms,
    indexCpu: index.cpu,
    query: query.ms,
    queryCpu: query.cpu,
    recall: mean(judged.map(({ share }) => share)),
    anyFound: mean(judged.map(({ any }) => (any ? 1 : 0))),
    precision: sum(judged.map(({ right }) => right)) / sum(judged.map(({ shown }) => shown)),
    bytes: after.heapUsed + after.external - before.heapUsed - before.external,
  }),
);

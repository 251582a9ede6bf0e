// Runs in a process of its own, with --expose-gc: loads all articles into one analysis and types into some of them.
// The analysis gets the table of word vectors, as the server's does: without it, it would do less than the server.
// node inProcess.mjs BUNDLE TABLES CORPUS COUNT, TABLES being the folder of the built table; prints JSON.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { keystrokes } from './typing.mjs';

const [bundle, tables, corpusFile, count] = process.argv.slice(2);
const { createAnalysisHost, vectorTable } = createRequire(import.meta.url)(bundle);
const corpus = JSON.parse(await readFile(corpusFile, 'utf8'));
const texts = corpus.map(({ text }) => text);

globalThis.gc();
const before = process.memoryUsage();
const wordVectors = vectorTable(tables, (message) => {
  throw new Error(message);
});
const host = createAnalysisHost(undefined, { wordVectors });
const loadFrom = performance.now();
for (const { path, text } of corpus) host.set({ id: path, name: path, text });
let problems = 0;
let links = 0; // each is told by both of its articles
let quotes = 0;
let figures = 0;
for (const id of host.snapshot().ids) {
  problems += host.snapshot().problems(id).length;
  links += host.snapshot().linksFrom(id).length + host.snapshot().figureLinksFrom(id).length;
  quotes += host.snapshot().get(id).claims.quotes.length;
  figures += host.snapshot().get(id).claims.figures.length;
}
const load = performance.now() - loadFrom;
globalThis.gc();
const after = process.memoryUsage();

const times = { quote: [], plain: [] };
for (const { article, kind, at, cut, insert } of keystrokes(corpus, Number(count))) {
  const text = texts[article].slice(0, at) + insert + texts[article].slice(at + cut);
  texts[article] = text;
  const { path } = corpus[article];
  const from = performance.now();
  host.set({ id: path, name: path, text });
  host.snapshot().problems(path);
  times[kind].push(performance.now() - from);
}
console.log(
  JSON.stringify({
    load,
    quotes,
    figures,
    links: links / 2,
    problems,
    times,
    heap: after.heapUsed - before.heapUsed,
    rss: after.rss,
  }),
);

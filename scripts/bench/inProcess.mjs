// Runs in a process of its own, with --expose-gc: loads all articles into one analysis and types into some of them.
// The analysis gets the table of word vectors, as the server's does: without it, it would do less than the server.
// node inProcess.mjs BUNDLE TABLES FOLDER PATHS TYPISTS: TABLES is the folder of the built table, PATHS a file that names
// the articles, one a line, TYPISTS how many articles are typed into. Prints one line of JSON for each measure, as soon
// as it is taken, so that what is known stays known when a later one fails.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { baselineOf, cpuSince } from './baseline.mjs';
import { spread } from './figures.mjs';
import { edited, keystrokes, kinds, typedInto } from './typing.mjs';

const [bundle, tables, folder, pathsFile, typists] = process.argv.slice(2);
const tell = (measure, value) => console.log(JSON.stringify({ measure, value }));
const paths = readFileSync(pathsFile, 'utf8').trim().split('\n');
const read = (path) => readFileSync(join(folder, path), 'utf8');

tell('baseline', baselineOf(paths.map((path) => join(folder, path))));

const { createAnalysisHost, vectorTable } = createRequire(import.meta.url)(bundle);
const before = held();
const wordVectors = vectorTable(tables, (message) => {
  throw new Error(message);
});
const host = createAnalysisHost(undefined, { wordVectors });

const counts = { quotes: 0, figures: 0, links: 0, problems: 0 };
const [from, used] = [performance.now(), process.cpuUsage()];
for (const path of paths) host.set({ id: path, name: path, text: read(path) });
const analysis = host.snapshot();
for (const id of analysis.ids) {
  counts.problems += analysis.problems(id).length;
  counts.links += (analysis.linksFrom(id).length + analysis.figureLinksFrom(id).length) / 2; // Each is told by both sides.
  counts.quotes += analysis.get(id).claims.quotes.length;
  counts.figures += analysis.get(id).claims.figures.length;
}
tell('inProcess', { ms: performance.now() - from, cpu: cpuSince(used) });
tell('counts', counts);
tell('heap', { bytes: held() - before });

const times = Object.fromEntries(kinds.map((kind) => [kind, { clock: [], cpu: [] }]));
const chosen = typedInto(paths.length, Number(typists)).map((place) => paths[place]);
for (const [i, path] of chosen.entries()) {
  let text = read(path);
  for (const stroke of keystrokes(text, read(chosen[(i + 1) % chosen.length]))) {
    text = edited(text, stroke);
    const [from, used] = [performance.now(), process.cpuUsage()];
    host.set({ id: path, name: path, text });
    host.snapshot().problems(path);
    times[stroke.kind].clock.push(performance.now() - from);
    times[stroke.kind].cpu.push(cpuSince(used));
  }
}
for (const kind of kinds) tell(`typing-${kind}`, { ...spread(times[kind].clock), cpu: spread(times[kind].cpu) });
const typing = kinds.filter((kind) => kind !== 'paste').map((kind) => times[kind]);
tell('typing', {
  ...spread(typing.flatMap(({ clock }) => clock)),
  cpu: spread(typing.flatMap(({ cpu }) => cpu)),
});

/** Bytes that stay after a garbage collection: those of the heap and those of buffers beside it. */
function held() {
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

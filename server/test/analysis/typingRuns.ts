// Run by itself: what was compiled before counting begins is counted less finely.
// node typingRuns.js N N...: for a folder of each of so many articles, how often each function of the engine is run while
// somebody types in it, or the busiest of its loops and branches, by its place. Prints `{ strokes, runs: [...] }`. The
// first 40 articles are the same in all; the others tell of other things in other words, so that nothing links to them.
import { Session } from 'node:inspector/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createAnalysisHost } from '../../src/analysis';
import { benchScript, type CorpusScript, type MadeArticle, type TypingScript } from '../bench/scripts';

const sources = pathToFileURL(join(__dirname, '../../src')).href;
const sizes = process.argv.slice(2).map(Number);
const alike = 40;

/** All but its short words, which are the same in all articles, is turned round. */
const inOtherWords = (text: string): string =>
  text.replace(/\p{L}{5,}/gu, (word) => {
    const turned = [...word.toLowerCase()].reverse().join('');
    return /^\p{Lu}/u.test(word) ? turned.charAt(0).toUpperCase() + turned.slice(1) : turned;
  });

async function main(): Promise<void> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const corpus = (await benchScript('corpus.mjs')) as CorpusScript;
  const typing = (await benchScript('typing.mjs')) as TypingScript;
  const all = [...corpus.articlesOf({ articles: Math.max(...sizes), seed: 1 })].map((article, i) =>
    i < alike ? article : { ...article, text: inOtherWords(article.text) },
  );
  const [{ path, text: begun }, { text: page }] = [all[7], all[9]] as [MadeArticle, MadeArticle];
  const strokes = typing.keystrokes(begun, page);
  const runs: Record<string, number>[] = [];
  for (const size of sizes) {
    const host = createAnalysisHost();
    for (const one of all.slice(0, size)) host.set({ id: one.path, name: one.path, text: one.text });
    const analysis = host.snapshot();
    for (const id of analysis.ids) analysis.problems(id);
    const type = (): void => {
      let text = begun;
      for (const stroke of strokes) {
        text = typing.edited(text, stroke);
        host.set({ id: path, name: path, text });
        host.snapshot().problems(path);
      }
    };
    // What is made at the first edit of an article, and kept, is no part of what each costs.
    type();
    await session.post('Profiler.takePreciseCoverage');
    type();
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const counted: Record<string, number> = {};
    for (const { url, functions } of result) {
      if (!url.startsWith(sources)) continue;
      for (const { functionName, ranges } of functions) {
        const place = `${functionName} in ${url.slice(sources.length)} at ${String(ranges[0]?.startOffset)}`;
        counted[place] = Math.max(...ranges.map(({ count }) => count));
      }
    }
    runs.push(counted);
  }
  process.stdout.write(JSON.stringify({ strokes: strokes.length, runs }));
}

void main();

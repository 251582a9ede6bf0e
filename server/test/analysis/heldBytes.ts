// Run by itself, with --expose-gc: the bytes that an analysis holds after each of some rounds of typing, all of which is
// taken back. node --expose-gc heldBytes.js ROUNDS EDITS. Prints a list of numbers.
import { createAnalysisHost } from '../../src/analysis';
import { benchScript, type CorpusScript } from '../bench/scripts';

async function main(rounds: number, edits: number): Promise<void> {
  const corpus = (await benchScript('corpus.mjs')) as CorpusScript;
  const articles = [...corpus.articlesOf({ articles: 20, seed: 3 })];
  const host = createAnalysisHost();
  const set = (path: string, text: string) => host.set({ id: path, name: path, text });
  for (const { path, text } of articles) set(path, text);
  const held: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < edits; i++) {
      const { path, text } = articles[i % articles.length] as { path: string; text: string };
      // Somewhere else each time, so that no paragraph is as it was before.
      const at = (i * 7919 + round * 104_729) % text.length;
      set(path, `${text.slice(0, at)}, and ${i}${text.slice(at)}`);
      host.snapshot().problems(path);
    }
    for (const { path, text } of articles) set(path, text);
    const analysis = host.snapshot();
    for (const id of analysis.ids) analysis.problems(id);
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    held.push(heapUsed + external);
  }
  process.stdout.write(JSON.stringify(held));
}

const [rounds, edits] = process.argv.slice(2).map(Number) as [number, number];
void main(rounds, edits);

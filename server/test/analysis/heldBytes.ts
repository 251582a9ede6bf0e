// Run by itself, with --expose-gc: the bytes that an analysis holds after each of some rounds of work, all of which is taken
// back. node --expose-gc heldBytes.js WORK ROUNDS TIMES. Prints a list of numbers.
import { type AnalysisHost, createAnalysisHost } from '../../src/analysis';
import { benchScript, type CorpusScript, type MadeArticle } from '../bench/scripts';

type Work = (host: AnalysisHost, article: MadeArticle, i: number) => void;

const works: Readonly<Record<string, Work>> = {
  /** Puts a few words into an article, somewhere else each time, so that no paragraph is as it was before. */
  typing(host, { path, text }, i) {
    const at = (i * 7919) % text.length;
    host.set({ id: path, name: path, text: `${text.slice(0, at)}, and ${i}${text.slice(at)}` });
    if (i % 5 === 0) host.snapshot().problems(path);
  },
  /** An article comes and goes, and somebody asks about it who doesn't know yet that it is gone. */
  leaving(host, { text }, i) {
    const id = `late-${i}.txt`;
    host.set({ id, name: id, text });
    const earlier = host.snapshot();
    host.delete(id);
    host.snapshot();
    earlier.problems(id);
  },
};

async function main(work: Work, rounds: number, times: number): Promise<void> {
  const corpus = (await benchScript('corpus.mjs')) as CorpusScript;
  const articles = [...corpus.articlesOf({ articles: 20, seed: 3 })];
  const host = createAnalysisHost();
  const takeBack = () => {
    for (const { path, text } of articles) host.set({ id: path, name: path, text });
    const analysis = host.snapshot();
    for (const id of analysis.ids) analysis.problems(id);
  };
  takeBack();
  const held: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < times; i++) {
      work(host, articles[i % articles.length] as MadeArticle, round * times + i);
    }
    takeBack();
    globalThis.gc?.();
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    held.push(heapUsed + external);
  }
  process.stdout.write(JSON.stringify(held));
}

const [work = '', rounds, times] = process.argv.slice(2);
void main(works[work] as Work, Number(rounds), Number(times));

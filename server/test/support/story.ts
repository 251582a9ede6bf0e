import { join } from 'node:path';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import type { LoadWordVectors } from '../../src/core/wordVectors';
import { vectorTable } from '../../src/disk/vectorTable';
import type { QuoteLink } from '../../src/links/model';
import { parseFiles, type MarkedText } from './marked';

/** Several articles in the test notation, analysed together. */
export interface Story {
  readonly analysis: Analysis;
  readonly files: ReadonlyMap<string, MarkedText>;
}

/** The table of word vectors that is shipped; the build makes it. */
export const shippedVectors = vectorTable(join(__dirname, '../../../../dist'), (message) => {
  throw new Error(`${message} Run "npm run build".`);
});

/** Analyses the articles of one source string, with a table of word vectors if one is given; their names are their ids. */
export function readStory(source: string, wordVectors?: LoadWordVectors): Story {
  const files = parseFiles(source);
  const host = createAnalysisHost(undefined, wordVectors ? { wordVectors } : {});
  for (const [name, { text }] of files) host.set({ id: name, name, text });
  return { analysis: host.snapshot(), files };
}

/** The links between the first two articles, seen from the first, in a form to compare with. */
export function linksOf({ analysis, files }: Story): string[] {
  const [first] = files.keys();
  return analysis.linksFrom(first ?? '').map((link) => describe(link, files));
}

function describe(link: QuoteLink, files: ReadonlyMap<string, MarkedText>): string {
  const words = (end: QuoteLink['from']) =>
    files.get(end.articleId)?.text.slice(end.start, end.end).replace(/\s+/g, ' ');
  return `${link.tentative ? 'perhaps ' : ''}${link.relation}: ${words(link.from)} ~ ${words(link.to)}`;
}

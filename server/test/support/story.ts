import { createAnalysisHost, type Analysis } from '../../src/analysis';
import type { QuoteLink } from '../../src/links/model';
import { parseFiles, type MarkedText } from './marked';

/** Several articles in the test notation, analysed together. */
export interface Story {
  readonly analysis: Analysis;
  readonly files: ReadonlyMap<string, MarkedText>;
}

/** Analyses the articles of one source string; their names are their ids. */
export function readStory(source: string): Story {
  const files = parseFiles(source);
  const host = createAnalysisHost();
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

import { createAnalysisHost, type Analysis, type AnalysisHost } from '../../src/analysis';
import { createDesk } from '../../src/desk/createDesk';
import type { AcceptedDifference } from '../../src/protocol/desk';
import { parseFiles, type MarkedText } from './marked';

/** A story in the test notation of which some files are declared sources, and some differences may stand. */
export interface DeskStory {
  readonly files: ReadonlyMap<string, MarkedText>;
  readonly host: AnalysisHost;
  readonly analysis: Analysis;
}

/** Analyses articles together; their names are their ids. */
export function readDeskStory(
  source: string,
  sources: readonly string[],
  accepted: readonly AcceptedDifference[] = [],
): DeskStory {
  const files = parseFiles(source);
  const host = createAnalysisHost();
  for (const [name, { text }] of files) host.set({ id: name, name, text });
  host.setDesk(deskOf(sources, accepted));
  return { files, host, analysis: host.snapshot() };
}

export const deskOf = (sources: readonly string[], accepted: readonly AcceptedDifference[] = []) =>
  createDesk([{ file: { version: 1, sources, accepted }, nameIn: ({ name }) => name }]);

/** The messages of an article's open problems of some codes. */
export const messagesOf = (analysis: Analysis, id: string, ...codes: readonly string[]): readonly string[] =>
  analysis
    .problems(id)
    .filter(({ code }) => codes.length === 0 || codes.includes(code))
    .map(({ message }) => message);

import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { extractClaims } from '../../src/claims/extract';
import { decode } from '../../src/core/decode';
import { readsAsProse } from '../../src/core/prose';
import { parseDeskFile } from '../../src/desk/deskFile';
import { askAbout, askAt, compareTwo, lookFor, makeReports, makeSheets } from '../fuzz/everyFeature';

/** A way into the engine: what is done with a text there, after what need not be measured. */
export interface Door {
  readonly name: string;
  /** How long the long text is, in UTF-16 units: short for what does much with each. */
  readonly units: number;
  readonly prepare: (text: string) => () => void;
}

const door = (name: string, units: number, work: (text: string) => void): Door => ({
  name,
  units,
  prepare: (text) => () => {
    work(text);
  },
});

/** Two articles of the same text, so that all of one can be found in the other. */
function twice(text: string): Analysis {
  const host = createAnalysisHost();
  for (const id of ['a', 'b']) host.set({ id, name: `${id}.txt`, text });
  return host.snapshot();
}

const feature = (name: string, work: (analysis: Analysis, text: string) => void): Door => ({
  name,
  units: 3_000,
  prepare(text) {
    const analysis = twice(text);
    for (const id of analysis.ids) {
      analysis.linksFrom(id);
      analysis.figureLinksFrom(id);
      analysis.problems(id);
    }
    return () => {
      work(analysis, text);
    };
  },
});

export const doors: readonly Door[] = [
  door('decode', 60_000, (text) => void decode(Buffer.from(text))),
  door('readsAsProse', 30_000, (text) => void readsAsProse(text, 'a.txt')),
  door('extractClaims', 6_000, (text) => void extractClaims(text)),
  door('parseDeskFile', 20_000, (text) => void parseDeskFile(text)),
  door(
    'desk sources',
    6_000,
    (text) => void parseDeskFile(JSON.stringify({ version: 1, sources: [text, '**/*.txt'] })),
  ),
  door('host.set and problems', 3_000, (text) => {
    const analysis = twice(text);
    for (const id of analysis.ids) analysis.problems(id);
  }),
  feature('what an editor sees of an article', (analysis) => {
    askAbout(analysis, 'a', 3);
  }),
  feature('what an editor sees at a place', (analysis, text) => {
    askAt(analysis, 'a', text.length >> 1);
  }),
  feature('comparing', (analysis, text) => {
    compareTwo(analysis, 'a', 'b', text.length >> 1);
  }),
  feature('finding', lookFor),
  feature('sheets', makeSheets),
  feature('reports', makeReports),
];

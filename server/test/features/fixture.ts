import { type Analysis, createAnalysisHost } from '../../src/analysis';
import { type MarkedText, parseFiles } from '../support/marked';

/** Articles in the test notation, analysed as the server does it. Ids are the file names. */
export interface Fixture {
  readonly analysis: Analysis;
  readonly files: ReadonlyMap<string, MarkedText>;
  /** The file with the cursor `‸`, and the cursor's offset. */
  readonly at: { readonly id: string; readonly offset: number };
  /** The words of a stretch of an article. */
  readonly words: (id: string, span: { readonly start: number; readonly end: number }) => string;
}

export function fixture(source: string): Fixture {
  const files = parseFiles(source);
  const host = createAnalysisHost();
  let at = { id: '', offset: -1 };
  for (const [id, { text, cursor }] of files) {
    host.set({ id, name: id, text });
    if (cursor >= 0) at = { id, offset: cursor };
  }
  const analysis = host.snapshot();
  return {
    analysis,
    files,
    at,
    words: (id, { start, end }) => analysis.get(id)?.article.text.slice(start, end) ?? '',
  };
}

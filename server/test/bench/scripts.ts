import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export const repository = resolve(__dirname, '../../../..');

/** A place of a made-up article that prints a remark; the same `remark` in two articles is the same remark. */
export interface MadeQuote {
  readonly remark: string;
  readonly how: 'verbatim' | 'cut' | 'altered' | 'reported';
  readonly start: number;
  readonly end: number;
}

export interface MadeArticle {
  readonly path: string;
  readonly story: number;
  readonly text: string;
  readonly quotes: readonly MadeQuote[];
}

export interface CorpusScript {
  articlesOf(options: { readonly articles: number; readonly seed?: number }): Iterable<MadeArticle>;
}

export interface Stroke {
  readonly kind: string;
  readonly at: number;
  readonly cut: number;
  readonly insert: string;
}

export interface TypingScript {
  readonly kinds: readonly string[];
  readonly typedInto: (articles: number, count: number) => readonly number[];
  readonly keystrokes: (text: string, page: string) => readonly Stroke[];
  readonly edited: (text: string, stroke: Stroke) => string;
}

export interface FiguresScript {
  readonly percentile: (numbers: readonly number[], share: number) => number;
  readonly exponentOf: (points: readonly (readonly [number, number])[]) => number | null;
  readonly asRatio: (ratio: number) => string;
}

/** A figure of one measure: times in ms, sizes in bytes; or why there is none. */
export interface Measured {
  readonly missing?: string;
  readonly ms?: number;
  readonly cpu?: number | object | null;
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly bytes?: number;
  readonly ratio?: number;
}

export interface MeasuredSize {
  readonly articles: number;
  readonly bytes: number;
  readonly measures: Readonly<Record<string, Measured>>;
}

export interface RowsScript {
  readonly rows: readonly { readonly key: string; readonly title: string }[];
  withRatios(size: MeasuredSize): MeasuredSize;
  growthOf(sizes: readonly MeasuredSize[]): Readonly<Record<string, number | null>>;
  resultTable(sizes: readonly MeasuredSize[]): string;
}

export interface Judged {
  readonly what: string;
  readonly must: number;
  readonly aim: number;
  readonly seen: number | null;
  readonly verdict: string;
}

export interface TargetsScript {
  judge(sizes: readonly MeasuredSize[], peers: object | null): readonly Judged[];
}

export interface ProcessScript {
  cpuOf(output: string): number | null;
  whyEnded(code: number, output: string): string;
}

export interface RecallScript {
  recallOf(search: {
    readonly hits: readonly number[];
    readonly wanted: readonly number[];
    readonly alsoRight: readonly number[];
    readonly own: number;
    readonly best: number;
  }): { readonly share: number; readonly any: boolean; readonly shown: number; readonly right: number };
}

/** A module of scripts/bench; the caller says what it is. */
export async function benchScript(path: string): Promise<unknown> {
  return (await import(pathToFileURL(resolve(repository, 'scripts/bench', path)).href)) as unknown;
}

import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createAnalysisHost, type Analysis } from '../../src/analysis';
import { extractClaims } from '../../src/claims/extract';
import { decode } from '../../src/core/decode';
import { readsAsProse } from '../../src/core/prose';
import { matcherOf } from '../../src/desk/createDesk';
import { parseDeskFile } from '../../src/desk/deskFile';
import { everything } from '../support/everything';
import { smallVectors } from '../support/smallVectors';
import { askAbout, askAt, compareTwo, lookFor, makeReports, makeSheets } from './everyFeature';
import { mutated, mutations, type Mutation } from './mutations';
import { anyCopy } from './newsroomCopy';
import { checkAnalysis, checkClaims } from './soundness';

/** One thing that must hold for all inputs. Inputs are plain JSON, so that a found case can be kept in a file. */
export interface Target<Input = never> {
  readonly name: string;
  /** Of how many runs in all it gets how many. */
  readonly weight: number;
  /** Only in every so many-th round of the targets; in each where it isn't said. */
  readonly every?: number;
  /** The most processor time that one run may take, in ms; a few seconds where it isn't said. */
  readonly longest?: number;
  readonly inputs: fc.Arbitrary<Input>;
  /** Throws where it doesn't hold. */
  readonly check: (input: Input) => void;
}

/** A text as it was written, and what has happened to it since. */
interface Torn {
  readonly text: string;
  readonly changes: readonly Mutation[];
}
const torn: fc.Arbitrary<Torn> = fc.record({ text: anyCopy, changes: mutations });
const textOf = ({ text, changes }: Torn): string => mutated(text, changes);

const target = <Input>(one: Target<Input>): Target => one as unknown as Target;

function analysed(texts: readonly string[]): Analysis {
  const host = createAnalysisHost(undefined, { wordVectors: smallVectors });
  texts.forEach((text, i) => {
    host.set({ id: `f${i}`, name: `f${i}.txt`, text });
  });
  return host.snapshot();
}

const scanners = target<Torn>({
  name: 'scanners',
  weight: 800,
  inputs: torn,
  check(input) {
    const text = textOf(input);
    checkClaims(extractClaims(text), text);
    readsAsProse(text, 'a.txt');
  },
});

/** Neighbours of one event: each a text of its own, or the first one torn once more. */
const neighbours: fc.Arbitrary<readonly Torn[]> = fc
  .tuple(torn, fc.array(fc.oneof(torn, mutations), { minLength: 1, maxLength: 2 }))
  .map(([first, others]) => [
    first,
    ...others.map((other) => ('text' in other ? other : { text: first.text, changes: [...first.changes, ...other] })),
  ]);

const linker = target<readonly Torn[]>({
  name: 'linker',
  weight: 80,
  inputs: neighbours,
  check(input) {
    checkAnalysis(analysed(input.map(textOf)));
  },
});

const features = target<{ texts: readonly Torn[]; at: readonly number[]; words: string }>({
  name: 'features',
  weight: 40,
  inputs: fc.record({ texts: neighbours, at: fc.array(fc.nat(1500), { minLength: 1, maxLength: 3 }), words: anyCopy }),
  check({ texts, at, words }) {
    const analysis = analysed(texts.map(textOf));
    for (const id of analysis.ids) {
      askAbout(analysis, id);
      const { length } = analysis.get(id)?.article.text ?? '';
      for (const one of at) askAt(analysis, id, one % (length + 1));
    }
    compareTwo(analysis, 'f0', 'f1', at[0] ?? 0);
    lookFor(analysis, words);
    lookFor(analysis, (analysis.get('f0')?.article.text ?? '').slice(at[0], (at[0] ?? 0) + 60));
    makeSheets(analysis);
  },
});

const reports = target<readonly Torn[]>({
  name: 'reports',
  weight: 20,
  inputs: neighbours,
  check(input) {
    makeReports(analysed(input.map(textOf)));
  },
});

type Step =
  | { readonly kind: 'write'; readonly file: number; readonly text: Torn }
  | { readonly kind: 'edit'; readonly file: number; readonly change: readonly Mutation[] }
  | { readonly kind: 'rename'; readonly file: number; readonly name: string }
  | { readonly kind: 'delete'; readonly file: number };
const file = fc.nat({ max: 3 });
const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('write' as const), file, text: torn }) },
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('edit' as const), file, change: mutations }) },
    fc.record({ kind: fc.constant('rename' as const), file, name: fc.constantFrom('a.txt', 'wire/a.txt', 'b.txt') }),
    fc.record({ kind: fc.constant('delete' as const), file }),
  ),
  { minLength: 3, maxLength: 10 },
);

const incremental = target<readonly Step[]>({
  name: 'incremental',
  weight: 30,
  inputs: steps,
  check(changes) {
    const host = createAnalysisHost(undefined, { wordVectors: smallVectors });
    const articles = new Map<string, { id: string; name: string; text: string }>();
    for (const step of changes) {
      const id = `f${step.file}`;
      const known = articles.get(id);
      if (step.kind === 'delete') {
        articles.delete(id);
        host.delete(id);
        continue;
      }
      const article = { id, name: `${id}.txt`, text: '', ...known };
      if (step.kind === 'write') article.text = textOf(step.text);
      if (step.kind === 'edit') article.text = mutated(article.text, step.change);
      if (step.kind === 'rename') article.name = step.name;
      articles.set(id, article);
      host.set(article);
      for (const one of articles.keys()) host.snapshot().problems(one);
    }
    const anew = createAnalysisHost(undefined, { wordVectors: smallVectors });
    for (const article of [...articles.values()].reverse()) anew.set(article);
    assert.deepEqual(everything(host.snapshot()), everything(anew.snapshot()));
  },
});

const bytes = target<readonly number[]>({
  name: 'bytes',
  weight: 15,
  inputs: fc.oneof(
    fc.array(fc.nat(255), { maxLength: 200 }),
    torn.map((one) => [...Buffer.from(textOf(one), 'utf16le')]),
    torn.map((one) => [0xff, 0xfe, ...Buffer.from(textOf(one), 'utf16le')]),
    torn.map((one) => [...Buffer.from(textOf(one), 'latin1')]),
  ),
  check(input) {
    const result = decode(Uint8Array.from(input));
    if (result.kind === 'text') readsAsProse(result.text, 'a.txt');
    else assert.notEqual(result.reason, '');
  },
});

const deskText: fc.Arbitrary<string> = fc
  .json({ maxDepth: 3 })
  .chain((json) =>
    fc.constantFrom(
      json,
      `{"version": 1, "sources": ${json}}`,
      `{"version": 1, "accepted": [${json}]}`,
      `{"version": 1, "sources": ["**/*.txt", ${JSON.stringify(json)}], "accepted": []}`,
      `{"version": 1, "accepted": [{"code": "quote-altered", "passages": ${json}, "reason": "x", "by": "", "at": ""}]}`,
    ),
  );
const deskFiles = target<Torn>({
  name: 'desk file',
  weight: 15,
  inputs: fc.record({ text: deskText, changes: mutations }),
  check(input) {
    const { file, faults } = parseDeskFile(textOf(input));
    for (const fault of faults) assert.notEqual(fault.trim(), '');
    matcherOf(file.sources ?? [])?.('wire/a.txt');
  },
});

/** A text of one line and 1 MB, or of 100,000 quotes: what no article has, and some file in a folder does. */
interface Huge {
  readonly unit: Torn;
  readonly size: { readonly units: number } | { readonly quotes: number };
  readonly breaks: '' | '\n' | '\n\n';
  readonly at: number;
}

/** As long as a file may be that is read at all, in UTF-16 units. */
const longestRead = 1_000_000;
const quoteForms = ['“ran on the rocks” ', '“We saw it too late,” said Ana Bruhl. ', '"a" ', '“a ', "'a' "];

/** @param share of the full size. */
const hugeInputs = (share: number): fc.Arbitrary<Huge> =>
  fc.record({
    unit: fc.oneof(
      torn,
      fc.constantFrom(...quoteForms).map((text) => ({ text, changes: [] })),
    ),
    size: fc.constantFrom({ units: longestRead * share }, { quotes: 100_000 * share }),
    breaks: fc.constantFrom('', '', '\n', '\n\n'),
    at: fc.nat(),
  });

function hugeText({ unit, size, breaks }: Huge): string {
  const one = textOf(unit);
  if ('quotes' in size) {
    const marked = /["“”„«'‘]/.test(one) ? one : `“${one}” `;
    return (marked.slice(0, 60) + breaks).repeat(size.quotes).slice(0, longestRead);
  }
  // One line, unless it is to be broken.
  const line = one.replace(/[\r\n\u2028\u2029]+/g, ' ') + (breaks || ' ');
  return line.repeat(Math.ceil(size.units / line.length)).slice(0, size.units);
}

const checkHuge = (input: Huge): void => {
  const text = hugeText(input);
  readsAsProse(text, 'a.txt');
  checkClaims(extractClaims(text), text);
  const part = text.slice(0, 3000);
  const analysis = analysed([text, part]);
  const offset = input.at % (text.length + 1);
  askAbout(analysis, 'f0', 2);
  askAt(analysis, 'f0', offset);
  compareTwo(analysis, 'f0', 'f1', offset);
  lookFor(analysis, text.slice(offset, offset + 60));
  lookFor(analysis, text);
  makeSheets(analysis);
  makeReports(analysis);
};

const huge = target<Huge>({
  name: 'huge',
  weight: 2,
  every: 40,
  longest: 90_000,
  inputs: hugeInputs(1),
  check: checkHuge,
});

/** The same at a twentieth of the size, for the tests. */
export const large = target<Huge>({ ...huge, name: 'large', inputs: hugeInputs(0.05), check: checkHuge });

/** Every target: those that take most of the time get the fewest runs. */
export const targets: readonly Target[] = [scanners, linker, features, reports, incremental, bytes, deskFiles, huge];

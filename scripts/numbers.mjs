// Reads a set of labelled short texts and says, for each kind of figure, in how many of them the scanner finds every
// labelled figure, with its span and value, and no other.
//
//   node scripts/numbers.mjs SET.json [--show [MODEL]]
//
// SET.json: { docs: [{ id, model, text }], figures: [{ doc, start, end, resolution: { value, unit } }] }, offsets in
// code points. Models are judged by the kinds of figure that they label; a model this script doesn't know is left out.

import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import vm from 'node:vm';

const [path, flag, only] = process.argv.slice(2);
if (!path) {
  console.error('usage: node scripts/numbers.mjs SET.json [--show [MODEL]]');
  process.exit(2);
}

const root = join(import.meta.dirname, '..');
const bundle = await build({
  entryPoints: [join(root, 'server/src/claims/figures/figureScanner.ts')],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'cjs',
  logLevel: 'error',
});
const loaded = { exports: {} };
const wrap = vm.runInThisContext(`(function (module, exports, require) {${bundle.outputFiles[0].text}\n})`);
wrap(loaded, loaded.exports, createRequire(import.meta.url));
const { scanFigures } = loaded.exports;

/** Which figures a model labels. Numbers are labelled whatever they count. */
const kinds = {
  NumberModel: (f) => f.kind !== 'ordinal' && f.kind !== 'score',
  NumberRangeModel: (f) => f.bound !== 'exact' && f.bound !== 'approx' && !f.vague,
  OrdinalModel: (f) => f.kind === 'ordinal',
  PercentModel: (f) => f.kind === 'percent',
  AgeModel: (f) => f.kind === 'age',
  CurrencyModel: (f) => f.kind === 'money',
  DimensionModel: (f) => f.kind === 'measure' && !/Celsius|Fahrenheit/.test(f.unit),
  TemperatureModel: (f) => f.kind === 'measure',
};

const near = (a, b) => Math.abs(a - b) <= 1e-4 * Math.max(1e-9, Math.abs(b));

/** An interval such as "[20,30)"; null where the text isn't one. */
function interval(value) {
  const parts = /^[[(](-?[\d.]*),(-?[\d.]*)[\])]$/.exec(value);
  if (!parts) return null;
  return { low: parts[1] === '' ? null : Number(parts[1]), high: parts[2] === '' ? null : Number(parts[2]) };
}

function valueFits(figure, resolution) {
  const wanted = String(resolution.value ?? '');
  const range = interval(wanted);
  if (range) {
    if (figure.bound === 'range') return near(figure.value, range.low ?? NaN) && near(figure.max, range.high ?? NaN);
    if (figure.bound === 'atLeast') return range.high === null && near(figure.value, range.low);
    return figure.bound === 'atMost' && range.low === null && near(figure.value, range.high);
  }
  const number = Number(wanted.replace('%', ''));
  const hundredth = /^(?:cent|penny|pence|kopek)$/i.test(resolution.unit ?? '') ? 100 : 1;
  return near(figure.value * hundredth, number) || near(figure.value * 1000, number * 1000);
}

const set = JSON.parse(await readFile(path, 'utf8'));
const labelled = Map.groupBy ? Map.groupBy(set.figures, (f) => f.doc) : groupByDoc(set.figures);
function groupByDoc(figures) {
  const groups = new Map();
  for (const figure of figures) groups.set(figure.doc, [...(groups.get(figure.doc) ?? []), figure]);
  return groups;
}

const counts = new Map();
for (const doc of set.docs) {
  const model = doc.model.split('/').at(-1);
  const wants = kinds[model];
  if (!wants) continue;
  const { text } = doc;
  const offset = (points) => Array.from(text).slice(0, points).join('').length;
  const paragraphs = [{ start: 0, end: text.length, kind: 'body' }];
  const found = scanFigures(text, paragraphs, []).filter(wants);
  const expected = (labelled.get(doc.id) ?? [])
    .filter((f) => !/null/.test(String(f.resolution?.value ?? null)))
    .map((f) => ({ ...f, start: offset(f.start), end: offset(f.end) }));
  const left = [...found];
  const extras = (f) => model !== 'NumberModel' || f.kind === 'count' || f.kind === 'multiple';
  const missed = expected.filter((want) => {
    const at = left.findIndex(
      (f) =>
        f.start <= want.start + 1 &&
        f.end >= want.end - 1 &&
        f.number.start >= want.start - 1 &&
        f.number.end <= want.end + 1 &&
        valueFits(f, want.resolution),
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const count = counts.get(model) ?? { inputs: 0, right: 0, shown: [] };
  counts.set(model, count);
  count.inputs++;
  // A labelled number may have a unit; a measure that is labelled elsewhere is no false number.
  const over = left.filter(extras);
  if (missed.length === 0 && over.length === 0) count.right++;
  else {
    const shown = (f) =>
      `“${text.slice(f.start, f.end)}” ${f.value ?? f.resolution.value}${f.max == null ? '' : `..${f.max}`}`;
    count.shown.push(
      `${text.slice(0, 150)}\n      missed ${missed.map(shown).join(', ')}\n      extra  ${over.map(shown).join(', ')}`,
    );
  }
}

for (const [model, { inputs, right, shown }] of counts) {
  console.log(
    `${model.padEnd(18)} ${String(right).padStart(4)} of ${String(inputs).padStart(4)}  ${(right / inputs).toFixed(3)}`,
  );
  if (flag === '--show' && (!only || only === model)) for (const line of shown) console.log(`    ${line}`);
}

import { asMegabytes, asRatio, asSeconds, exponentOf, table } from './figures.mjs';

/**
 * What is measured, in the order of the table. `as` tells what kind of figure it is:
 * - `whole`: something done once to all texts, `{ ms, cpu }`; its ratio is to the baseline of all texts
 * - `moment`: a wait, `{ ms }`; its ratio likewise
 * - `strokes`: many waits, `{ count, p50, p95, p99 }`; the ratio of `p95` is to the baseline of one article, the least
 *   that reading the edited text anew can cost
 * - `stroke`: one of these, `{ ms }`
 * - `size`: `{ bytes }`; its ratio is to the bytes of the texts
 *
 * A row with `of` shows the processor time of another, of all threads together, against the baseline's: on a machine that
 * has other work to do it says more than the clock.
 */
export const rows = [
  { key: 'baseline', as: 'whole', title: 'baseline: one regular expression over all texts' },
  { key: 'check', as: 'whole', title: 'check --format json, cold, whole process' },
  { key: 'check-cpu', as: 'whole', of: 'check', title: '– its processor time' },
  { key: 'inProcess', as: 'whole', title: 'load, compare and ask all, in process' },
  { key: 'server', as: 'whole', title: 'server over stdio, cold: until all is compared' },
  { key: 'server-cpu', as: 'whole', of: 'server', title: '– its processor time' },
  { key: 'first', as: 'moment', title: '– first diagnostics of a file opened at once' },
  { key: 'last', as: 'moment', title: '– last change of these' },
  { key: 'waits', as: 'strokes', title: '– how long a message waits meanwhile, p50 / p95 / p99' },
  { key: 'warm', as: 'whole', title: 'server over stdio, warm cache: until all is compared' },
  { key: 'warm-cpu', as: 'whole', of: 'warm', title: '– its processor time' },
  { key: 'warm-first', as: 'moment', title: '– first diagnostics of a file opened at once' },
  { key: 'warm-last', as: 'moment', title: '– last change of these' },
  { key: 'warm-waits', as: 'strokes', title: '– how long a message waits meanwhile, p50 / p95 / p99' },
  { key: 'typing-quote', as: 'strokes', title: 'keystroke in a quote, in process, p50 / p95 / p99' },
  { key: 'typing-figure', as: 'strokes', title: 'keystroke in a figure, in process' },
  { key: 'typing-plain', as: 'strokes', title: 'keystroke in plain text, in process' },
  { key: 'typing-paste', as: 'strokes', title: 'page pasted or cut out, in process' },
  { key: 'typing', as: 'strokes', title: 'all keystrokes, in process' },
  { key: 'typing-cpu', as: 'strokes', of: 'typing', title: '– their processor time' },
  { key: 'wire-quote', as: 'strokes', title: 'keystroke in a quote, over stdio, p50 / p95 / p99' },
  { key: 'wire-figure', as: 'strokes', title: 'keystroke in a figure, over stdio' },
  { key: 'wire-plain', as: 'strokes', title: 'keystroke in plain text, over stdio' },
  { key: 'wire-paste', as: 'strokes', title: 'page pasted or cut out, over stdio' },
  { key: 'wire', as: 'strokes', title: 'all keystrokes, over stdio' },
  { key: 'wire-work', as: 'stroke', title: 'the server’s work for one edit, with all that follows, processor time' },
  { key: 'heap', as: 'size', title: 'index: heap and buffers that the analysis holds' },
  { key: 'resident', as: 'size', title: 'resident memory of the server after load (at its most)' },
  { key: 'cache', as: 'size', title: 'cache on disk' },
];

/** The one number that a figure is compared by: ms, ms at p95, or bytes. */
export const mainNumber = (value) => value.ms ?? value.p95 ?? value.bytes;

/**
 * Adds to each figure of a size its ratio to the baseline of the same run.
 * @param size `{ articles, bytes, measures }`; a measure is a figure or `{ missing: why }`.
 */
export function withRatios(size) {
  const { articles, bytes, measures } = size;
  const base = measures.baseline;
  const ratioOf = (as, of, value) => {
    if (as === 'size') return { ratio: value.bytes / bytes };
    const all = of === undefined ? base?.ms : base?.cpu;
    if (all === undefined) return {};
    return { ratio: mainNumber(value) / (as === 'strokes' || as === 'stroke' ? all / articles : all) };
  };
  const known = rows.map(({ key, as, of }) => {
    const value = (of === undefined ? measures[key] : workOf(measures[of])) ?? { missing: 'not measured' };
    return [key, value.missing === undefined ? { ...value, ...ratioOf(as, of, value) } : value];
  });
  return { ...size, measures: Object.fromEntries(known) };
}

/** The processor time that was taken with a figure, as a figure of its own. */
function workOf(value) {
  if (value === undefined || value.missing !== undefined) return value;
  const { cpu } = value;
  if (cpu === undefined || cpu === null) return { missing: 'not told' };
  return typeof cpu === 'number' ? { ms: cpu } : cpu;
}

/** For each measure by which power of the text it grows from the smallest size to the largest; null where that isn't known. */
export function growthOf(sizes) {
  return Object.fromEntries(
    rows.map(({ key }) => {
      const points = sizes.flatMap(({ bytes, measures }) => {
        const number = mainNumber(measures[key] ?? {});
        return number === undefined ? [] : [[bytes, number]];
      });
      return [key, exponentOf(points)];
    }),
  );
}

/** All figures as one table: a row for each measure, a column for each size, and how it grows with the text. */
export function resultTable(sizes) {
  const growth = growthOf(sizes);
  const head = ['what', ...sizes.map(({ articles }) => `${articles.toLocaleString('en-GB')} articles`), 'grows by'];
  const body = rows.map(({ key, as, title }) => {
    const exponent = growth[key];
    const cells = sizes.map(({ bytes, measures }) => cellOf(as, measures[key], bytes));
    return [title, ...cells, exponent === null ? '' : `text^${exponent.toFixed(2)}`];
  });
  return table([head, ...body]);
}

function cellOf(as, value, bytes) {
  if (value === undefined || value.missing !== undefined) return value?.missing ?? 'not measured';
  const ratio = value.ratio === undefined ? '' : `, ${asRatio(value.ratio)}`;
  if (as === 'whole') return `${asSeconds(value.ms)}, ${(bytes / 1e3 / value.ms).toFixed(2)} MB/s${ratio}`;
  if (as === 'moment') return `${asSeconds(value.ms)}${ratio}`;
  if (as === 'stroke') return `${value.ms.toFixed(1)} ms${ratio}`;
  if (as === 'strokes') return `${[value.p50, value.p95, value.p99].map((ms) => ms.toFixed(1)).join(' / ')} ms${ratio}`;
  const most = typeof value.most === 'number' ? ` (${asMegabytes(value.most)})` : '';
  return `${asMegabytes(value.bytes)}${most}${ratio}`;
}

/** The value below which `share` (0 to 1) of the numbers lie; NaN for none. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (numbers) => percentile(numbers, 0.5);

/** What is kept of a list of times: how many, the middle one, and those that 95 and 99 of 100 stay below. */
export const spread = (times) => ({
  count: times.length,
  p50: percentile(times, 0.5),
  p95: percentile(times, 0.95),
  p99: percentile(times, 0.99),
});

/**
 * By which power of the text a figure grows: 1 where twice the text costs twice as much, 0 where it costs the same. The
 * slope of a straight line through the logarithms.
 * @param points pairs of bytes and figure, both above 0.
 * @returns null for fewer than two sizes.
 */
export function exponentOf(points) {
  const logs = points.filter(([x, y]) => x > 0 && y > 0).map(([x, y]) => [Math.log(x), Math.log(y)]);
  const mean = (at) => logs.reduce((sum, pair) => sum + pair[at], 0) / logs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  const width = logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  if (logs.length < 2 || width < 1e-9) return null;
  return logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / width;
}

/** `0.41x`, `4.1x`, `41x`: two figures are enough to compare by. */
export const asRatio = (ratio) =>
  `${ratio < 1 ? ratio.toFixed(2) : ratio < 9.95 ? ratio.toFixed(1) : ratio.toFixed(0)}x`;

export const asSeconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

export const asMegabytes = (bytes) => `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;

/**
 * Rows of cells as a Markdown table, columns lined up; the first row is the head.
 * @param left how many columns, from the first on, stand to the left; the others stand to the right.
 */
export function table(rows, { left = 1 } = {}) {
  const widths = rows[0].map((_, column) => Math.max(3, ...rows.map((row) => row[column].length)));
  const lined = (row) => row.map((cell, i) => (i < left ? cell.padEnd(widths[i]) : cell.padStart(widths[i])));
  const rule = widths.map((width, i) => (i < left ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [lined(rows[0]), rule, ...rows.slice(1).map(lined)].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

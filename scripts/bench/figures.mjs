/** The value below which `share` (0 to 1) of the numbers lie; NaN for none. */
export function percentile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

export const median = (numbers) => percentile(numbers, 0.5);

/** A pattern such as any tool that reads text begins with: words with their hyphens and apostrophes, else one sign. */
const token = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s]/gu;

/** Milliseconds that one tokenising regular expression takes over all texts: the median of seven runs. */
export function baselineOf(texts) {
  const times = [];
  for (let run = 0; run < 7; run++) {
    const from = performance.now();
    for (const text of texts) text.match(token);
    times.push(performance.now() - from);
  }
  return median(times);
}

/** Rows of cells as a Markdown table, columns lined up; the first row is the head, all columns but the first to the right. */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const line = (row) =>
    `| ${row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : '-'.repeat(width - 1) + ':')).join(' | ')} |`;
  return [line(rows[0]), rule, ...rows.slice(1).map(line)].join('\n');
}

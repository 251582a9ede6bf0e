import { readFileSync } from 'node:fs';
import { median } from './figures.mjs';

/** A pattern such as any tool that reads text begins with: words with their hyphens and apostrophes, else one sign. */
const token = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*|[^\s]/gu;

/** So many files are held at a time. */
const atOnce = 200;

/**
 * What one tokenising regular expression takes over all the files, reading them left out: the median of seven rounds, of
 * three where there is much to read.
 * @returns `{ ms, cpu }`, both in milliseconds; `cpu` is the processor's time, of all cores together.
 */
export function baselineOf(files) {
  const rounds = files.length > 3000 ? 3 : 7;
  const times = Array.from({ length: rounds }, () => {
    let [ms, cpu] = [0, 0];
    for (let first = 0; first < files.length; first += atOnce) {
      const texts = files.slice(first, first + atOnce).map((file) => readFileSync(file, 'utf8'));
      const [from, used] = [performance.now(), process.cpuUsage()];
      for (const text of texts) text.match(token);
      ms += performance.now() - from;
      cpu += cpuSince(used);
    }
    return { ms, cpu };
  });
  return { ms: median(times.map(({ ms }) => ms)), cpu: median(times.map(({ cpu }) => cpu)) };
}

/** Milliseconds that this process has kept the processors busy since `before`, a `process.cpuUsage()`. */
export function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { startThread } from '../readers/thread';
import { settleEngine } from './engine';

/** From so many files on a thread is started before anything else. */
const manyFiles = 75;
/** So many names are looked at to tell: a few milliseconds' worth. */
const mostNames = 3000;
const reading = new Set(['check', 'extract']);
const nameOfArticle = /\.(?:txt|md)$/i;

/** The file that threads of the command line run, beside this one. */
export const threadScript = join(__dirname, 'answerThread.js');

/**
 * Starts the first thread where the command line asks for many files by the look of its folders: the thread gets ready while
 * the command line itself is being loaded. Whether it is of use is decided later, by whoever knows what is read.
 * @param args the arguments, without program and script.
 */
export function startAhead(args: readonly string[]): Worker | null {
  const [command, ...more] = args;
  if (command === undefined || !reading.has(command) || more.includes('--help') || more.includes('-h')) return null;
  const named = more.filter((arg, i) => !arg.startsWith('-') && !takesValue(more[i - 1] ?? ''));
  try {
    if (!haveMany(named.length > 0 ? named : ['.'])) return null;
    settleEngine();
    return startThread(threadScript);
  } catch {
    return null;
  }
}

/** Whether what follows an argument is an option's value, and no path. */
const takesValue = (arg: string): boolean => /^(?:--(?!(?:no-)?color$)[^=]+|-\w)$/.test(arg);

/** Whether the paths hold so many names of articles, as far as a quick look tells. */
function haveMany(paths: readonly string[]): boolean {
  let found = 0;
  let looked = 0;
  const waiting = [...paths];
  for (let path = waiting.pop(); path !== undefined && looked < mostNames; path = waiting.pop()) {
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      found++;
      continue;
    }
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      if (++looked > mostNames || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) waiting.push(join(path, entry.name));
      else if (nameOfArticle.test(entry.name) && ++found >= manyFiles) return true;
    }
  }
  return found >= manyFiles;
}

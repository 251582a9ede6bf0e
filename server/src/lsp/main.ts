import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ProposedFeatures, createConnection } from 'vscode-languageserver/node';
import { createAnalysisCache } from '../disk/analysisCache';
import { engineVersion } from '../disk/engineVersion';
import { filePathOf } from '../disk/filePaths';
import { vectorTable, vectorTableIn } from '../disk/vectorTable';
import { createReaders } from '../readers/readers';
import { openDisk } from './disk';
import type { Outside } from './outside';
import { connectServer } from './server';

/**
 * Left to itself the engine lets its heap grow up to fourfold before it clears up. At 60% more than what lives, reading
 * 2,000 articles takes 5% more processor time and holds two thirds as much at its most, 8,000 take 0.8 GB instead of 1.3.
 * What is taken over from a cache leaves little behind: at 200%, 8,000 articles take a tenth less processor time, and
 * 0.50 GB instead of 0.46.
 */
const heapGrowth = { wide: '--heap-growing-percent=200', close: '--heap-growing-percent=60' };

const transports = ['--stdio', '--node-ipc', '--socket', '--pipe'];

/**
 * Starts the language server over the transport that the command line names (`--stdio`, `--node-ipc`,
 * `--socket=PORT`, `--pipe=NAME`), or over stdin and stdout where it names none. Returns at once; the process ends
 * when the client says `exit` or goes away.
 */
export function startServer(): void {
  setFlagsFromString(heapGrowth.wide);
  const named = process.argv.some((arg) => transports.includes(arg.split('=')[0] ?? ''));
  const connection = named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  connectServer(connection, {
    openDisk,
    readers: createReaders(),
    openKept,
    releaseMemory,
    limitHeap: () => {
      setFlagsFromString(heapGrowth.close);
    },
    wordVectors: (complain) => vectorTable(__dirname, complain),
  });
  connection.listen();
}

/**
 * The engine takes new room rather than clear up, and after reading a large folder holds twice what it needs for minutes.
 * This has it clear up once and close the gaps: without the second flag it closes few at a time, and half of the room stays
 * taken. What an inspector asks for clears up at least twice: twice the time for a twentieth less memory.
 */
function releaseMemory(): void {
  try {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
    setFlagsFromString('--compact-on-every-full-gc');
    collect();
  } catch {
    // An engine without it clears up when it likes.
  } finally {
    setFlagsFromString('--no-compact-on-every-full-gc');
  }
}

/** Analyses are kept in a folder of this machine, for as long as the program is the same to the byte. */
const openKept: Outside['openKept'] = (storage, more, logger) => {
  const folder = filePathOf(storage);
  if (folder === null) return null;
  const beside = ['readerThread.js', 'anyAscii.js', 'compromise.js'].map((name) => join(__dirname, name));
  const files = [__filename, ...beside, vectorTableIn(__dirname)];
  let engine: Promise<string> | null = null;
  return createAnalysisCache(folder, () => (engine ??= engineVersion(files, more)), logger);
};

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { extractClaims } from '../claims/extract';
import type { Claims } from '../claims/model';

/** Marks our own workers: whoever loads this file in a worker for another purpose is left in peace. */
const task = 'second-source extraction';

/** From this much text on, in UTF-16 units, a worker is worth its start (about a tenth of a second). */
const worthAWorker = 300_000;
/** So many articles are handed over at a time: few, so that nobody waits for a last long row. */
const row = 8;
/** What a row leaves behind is soon rubbish: with room for it, a tenth of the time goes that its clearing takes. */
const maxYoungGenerationSizeMb = 128;
/** So many rows lie before each worker, so that it never waits for this thread to look up from its own work. */
const ahead = 4;
/** More threads than this wait for the one that links. */
const mostWorkers = 3;

/**
 * Extracts the claims of many texts: in workers where there is enough to do, so that they are read while those before
 * them are compared; otherwise in this thread.
 * @param take is handed each text's claims by its index, in the order of the texts.
 * @returns when all are taken. A worker that fails costs time and nothing else: its texts are read here.
 */
export async function extractAll(texts: readonly string[], take: (claims: Claims, index: number) => void) {
  const known = new Array<Claims | undefined>(texts.length);
  let taken = 0;
  let next = 0;
  const deliver = () => {
    for (let claims = known[taken]; claims !== undefined; claims = known[taken]) {
      known[taken] = undefined;
      take(claims, taken++);
    }
  };
  const size = texts.reduce((sum, text) => sum + text.length, 0);
  const helpers = size < worthAWorker ? 0 : Math.min(mostWorkers, availableParallelism() - 1);
  // Whoever takes the claims has work of its own to do with them: with workers this thread reads nothing itself.
  await Promise.all(Array.from({ length: helpers }, () => work()));
  for (let i = taken; i < texts.length; i++) {
    known[i] ??= extractClaims(texts[i] ?? '');
    deliver();
  }

  /** One worker, row after row, until there are none left. */
  async function work(): Promise<void> {
    let worker: Worker;
    try {
      worker = new Worker(__filename, { workerData: task, resourceLimits: { maxYoungGenerationSizeMb } });
    } catch {
      return;
    }
    await new Promise<void>((done) => {
      /** Where the rows begin that the worker has yet to answer. */
      const handed: number[] = [];
      const hand = () => {
        if (next < texts.length) {
          handed.push(next);
          worker.postMessage(texts.slice(next, next + row));
          next += row;
        }
        if (handed.length === 0) done();
      };
      worker.on('message', (claims: readonly Claims[]) => {
        const from = handed.shift() ?? 0;
        claims.forEach((one, i) => (known[from + i] = one));
        hand();
        deliver();
      });
      worker.on('error', () => done());
      worker.on('exit', () => done());
      for (let i = 0; i < ahead; i++) hand();
    });
    await worker.terminate();
  }
}

/** Whether this thread is one of our workers: then it answers rows of texts, and is nobody's command line. */
export const isExtractionWorker = !isMainThread && workerData === task;

if (isExtractionWorker) {
  const port = parentPort;
  port?.on('message', (texts: readonly string[]) => port.postMessage(texts.map(extractClaims)));
}

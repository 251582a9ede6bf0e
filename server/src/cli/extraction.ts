import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { extractClaims } from '../claims/extract';
import type { Claims } from '../claims/model';

/** Marks our own workers: whoever loads this file in a worker for another purpose is left in peace. */
const task = 'second-source extraction';

/** From this much text on, in UTF-16 units, a worker is worth its start (about a tenth of a second). */
const worthAWorker = 300_000;
/** So many articles are handed over at a time: few, so that nobody waits for a last long row. */
const row = 8;
/** More threads than this wait for the one that links. */
const mostWorkers = 3;

/**
 * Extracts the claims of many texts on all cores: in this thread, and in workers where there is enough to do.
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
  const working = Array.from({ length: helpers }, () => work());
  while (next < texts.length) {
    const from = next;
    next = Math.min(from + row, texts.length);
    for (let i = from; i < next; i++) known[i] = extractClaims(texts[i] ?? '');
    deliver();
    // Lets the answers of the workers in.
    if (helpers > 0) await setImmediate();
  }
  await Promise.all(working);
  for (let i = taken; i < texts.length; i++) known[i] ??= extractClaims(texts[i] ?? '');
  deliver();

  /** One worker, row after row, until there are none left. */
  async function work(): Promise<void> {
    let worker: Worker;
    try {
      worker = new Worker(__filename, { workerData: task });
    } catch {
      return;
    }
    await new Promise<void>((done) => {
      let from = 0;
      const hand = () => {
        if (next >= texts.length) {
          done();
          return;
        }
        from = next;
        next = Math.min(from + row, texts.length);
        worker.postMessage(texts.slice(from, next));
      };
      worker.on('message', (claims: readonly Claims[]) => {
        claims.forEach((one, i) => (known[from + i] = one));
        hand();
      });
      worker.on('error', () => done());
      worker.on('exit', () => done());
      hand();
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

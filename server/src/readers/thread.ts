import { Worker } from 'node:worker_threads';
import { threadMark } from './messages';

/** What a row leaves behind is soon rubbish: with room for it, a tenth of the time goes that its clearing takes. */
const maxYoungGenerationSizeMb = 64;

/**
 * Starts a thread that reads, which keeps nobody alive; its faults are told by its end.
 * @param script the file that it runs.
 * @throws where no thread can be started.
 */
export function startThread(script: string): Worker {
  const worker = new Worker(script, { workerData: threadMark, resourceLimits: { maxYoungGenerationSizeMb } });
  // Nothing that is read is a reason to stay alive.
  worker.unref();
  worker.on('error', () => undefined); // 'exit' follows
  return worker;
}

/** Whether a thread has not ended: one that has, has no number any more. */
export const isAlive = ({ threadId }: Worker): boolean => threadId >= 0;

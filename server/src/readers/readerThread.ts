import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readsAsProse } from '../core/prose';
import { readArticle } from '../disk/readArticle';
import { createTextReader } from '../links/reading';
import { threadMark, type Answer, type AnsweredRow, type Row, type Task } from './messages';

// A thread that reads files and finds the claims in texts, row by row, for the thread that started it.

const readText = createTextReader();
const port = isMainThread || workerData !== threadMark ? null : parentPort;

port?.on('message', ({ number, tasks }: Row) => {
  void Promise.all(tasks.map(answerTo)).then((answers) => {
    const row: AnsweredRow = { number, answers };
    port.postMessage(row, answers.flatMap(bufferOf));
  });
});

/** What goes wrong here is done by whoever asked: nothing is thrown. */
async function answerTo(task: Task): Promise<Answer> {
  try {
    if (task.kind === 'read') {
      const result = await readArticle(task.path, task.maxBytes);
      return result.kind === 'text' ? { ...result, isCopy: readsAsProse(result.text, task.name) } : result;
    }
    return readText(task.text);
  } catch {
    return null;
  }
}

/** The bytes that change hands instead of being copied. */
const bufferOf = (answer: Answer): ArrayBuffer[] => (answer instanceof Uint8Array ? [answer.buffer] : []);

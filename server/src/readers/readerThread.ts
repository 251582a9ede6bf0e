import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { threadMark, type Row } from './messages';
import { createRowReader } from './rows';

// A thread that reads files and finds the claims in texts, row by row, for the thread that started it.

const port = isMainThread || workerData !== threadMark ? null : parentPort;

if (port) {
  const read = createRowReader();
  port.on('message', (row: Row) => {
    void read(row).then((sent) => {
      port.postMessage(sent.row, sent.moved);
    });
  });
}

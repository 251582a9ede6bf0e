import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { takenOver } from '../analysis';
import { defaultConfig } from '../core/config';
import { emptyDesk } from '../core/desk';
import { threadMark, type Row } from '../readers/messages';
import { createRowReader } from '../readers/rows';
import { answer } from './answers';
import type { Answered, Job } from './answerThreads';
import { deskOf } from './desk';

// A thread of the command line. First it reads texts as any reader does; then it takes the analysis over that was made of
// them, and answers of one group of articles after the other, until none is left. One thread for both: what it has read
// with is compiled already when it answers, and no second one need be started while all cores are busy.

const port = isMainThread || workerData !== threadMark ? null : parentPort;

if (port) {
  const read = createRowReader();
  port.on('message', (message: Row | Job) => {
    if ('tasks' in message) {
      void read(message).then((sent) => {
        port.postMessage(sent.row, sent.moved);
      });
      return;
    }
    answerAll(message, (answered) => {
      port.postMessage(answered);
    });
    port.close();
  });
}

function answerAll({ handover, desk, groups, wanted, next, mostHot }: Job, tell: (answered: Answered) => void): void {
  const paths = new Map(desk?.paths);
  const analysis = takenOver(handover, {
    config: defaultConfig,
    desk: desk ? deskOf(desk.source, (id) => paths.get(id)) : emptyDesk,
    mostHot,
  });
  const taken = new Int32Array(next);
  for (let number = Atomics.add(taken, 0, 1); number < groups.length; number = Atomics.add(taken, 0, 1)) {
    const group = groups[number] ?? [];
    tell({ number, answers: answer(analysis, group, wanted) });
    // What is kept is moved about by every clearing of rubbish.
    analysis.letGo(group);
  }
}

import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { takenOver } from '../analysis';
import { defaultConfig } from '../core/config';
import { emptyDesk } from '../core/desk';
import { answer } from './answers';
import { answerMark, type Answered, type Job } from './answerThreads';
import { deskOf } from './desk';

// A thread that takes an analysis over and answers of one group of articles after the other, until none is left.

const port = isMainThread || workerData !== answerMark ? null : parentPort;

port?.once('message', ({ handover, desk, groups, wanted, next, mostHot }: Job) => {
  const paths = new Map(desk?.paths);
  const analysis = takenOver(handover, {
    config: defaultConfig,
    desk: desk ? deskOf(desk.source, (id) => paths.get(id)) : emptyDesk,
    mostHot,
  });
  const taken = new Int32Array(next);
  for (let number = Atomics.add(taken, 0, 1); number < groups.length; number = Atomics.add(taken, 0, 1)) {
    const answered: Answered = { number, answers: answer(analysis, groups[number] ?? [], wanted) };
    port.postMessage(answered);
  }
  port.close();
});

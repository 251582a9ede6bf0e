import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import type { Analysis, Handover } from '../analysis';
import type { ArticleId } from '../core/article';
import { isAlive } from '../readers/thread';
import { answer, groupsOf, type Answer, type Group, type Wanted } from './answers';
import type { DeskSource } from './desk';

/** What a thread is sent. */
export interface Job {
  readonly handover: Handover;
  /** What the desk is made of, with the paths of the articles; null where nothing is declared. */
  readonly desk: { readonly source: DeskSource; readonly paths: readonly (readonly [ArticleId, string])[] } | null;
  readonly groups: readonly Group[];
  readonly wanted: Wanted;
  /** The number of the group that nobody has taken yet, for all threads. */
  readonly next: SharedArrayBuffer;
  readonly mostHot: number;
}

/** What a thread says of a group. */
export interface Answered {
  readonly number: number;
  readonly answers: readonly Answer[];
}

/** What is asked for, and how. */
export interface Asked {
  readonly wanted: Wanted;
  /** Makes what a thread is sent; not called where there is no thread. */
  readonly job: () => Pick<Job, 'handover' | 'desk' | 'mostHot'>;
  /** Told of how many articles answers are there. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Answers of all articles of an analysis, here and in threads that run `answerThread.ts`, and ends these. A thread that
 * fails costs time and nothing else: what it had in hand is answered here.
 */
export async function answerAll(
  analysis: Analysis,
  threads: readonly Worker[],
  { wanted, job, onProgress }: Asked,
): Promise<ReadonlyMap<ArticleId, Answer>> {
  const groups = groupsOf(analysis);
  const next = new SharedArrayBuffer(4);
  const taken = new Int32Array(next);
  const answers = new Map<ArticleId, Answer>();
  const left = new Set(groups.keys());
  let allFound = (): void => undefined;
  const take = (number: number, found: readonly Answer[]) => {
    left.delete(number);
    for (const one of found) answers.set(one.id, one);
    onProgress?.(answers.size);
    if (left.size === 0) allFound();
  };
  const ended = sendAll();
  for (let number = Atomics.add(taken, 0, 1); number < groups.length; number = Atomics.add(taken, 0, 1)) {
    const group = groups[number] ?? [];
    take(number, answer(analysis, group, wanted));
    // What has its part of the report is asked about no more, and what is kept is moved about by every clearing of rubbish.
    if (wanted === 'part') analysis.letGo(group);
    // Lets in what the threads have found meanwhile.
    if (threads.length > 0) await new Promise(setImmediate);
  }
  // A thread takes some time to end after its last answer; that is nothing to wait for.
  if (left.size > 0) await Promise.race([Promise.all(ended), new Promise<void>((resolve) => (allFound = resolve))]);
  for (const number of left) take(number, answer(analysis, groups[number] ?? [], wanted));
  return answers;

  /** @returns when each of the threads has ended, however it did. */
  function sendAll(): readonly Promise<unknown>[] {
    for (const thread of threads) thread.on('error', () => undefined); // 'exit' follows
    const most = groups.length < 2 ? 0 : availableParallelism() - 1;
    for (const thread of threads.slice(most)) void thread.terminate();
    const used = threads.slice(0, most).filter(isAlive);
    if (used.length === 0) return [];
    const made: Job = { ...job(), groups, wanted, next };
    return used.map((thread) => {
      thread.ref();
      thread.on('message', ({ number, answers: found }: Answered) => {
        take(number, found);
      });
      const end = new Promise((resolve) => thread.on('exit', resolve));
      thread.postMessage(made);
      return end;
    });
  }
}

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Analysis, Handover } from '../analysis';
import type { ArticleId } from '../core/article';
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

/** Marks our own threads: whoever loads their file for another purpose is left in peace. */
export const answerMark = 'second-source answers';

/** Threads that answer of articles beside this one. */
export interface AnswerThreads {
  /** Starts them where they are worth it, so that they are there when they are needed. */
  start(articles: number): void;
  /**
   * Answers of all articles of an analysis, here and in the threads, and ends these. A thread that fails costs time and
   * nothing else: what it had in hand is answered here.
   * @param job makes what a thread is sent; not called where there is no thread.
   * @param onProgress told of how many articles answers are there.
   */
  answerAll(
    analysis: Analysis,
    wanted: Wanted,
    job: () => Pick<Job, 'handover' | 'desk' | 'mostHot'>,
    onProgress?: (done: number) => void,
  ): Promise<ReadonlyMap<ArticleId, Answer>>;
}

export interface AnswerThreadsOptions {
  /** How many there are at the most; as many as there are cores beside the first, up to three, where nothing is said. */
  readonly most?: number;
  /** The file that the threads run; for tests. */
  readonly script?: string;
}

/** From so many articles on a thread is worth its start (about a tenth of a second) and the handing over. */
const worthAThread = 100;
/** Each thread has the articles once more. */
const mostThreads = 3;
/** Room for what is soon rubbish. */
const maxYoungGenerationSizeMb = 64;

/** Makes threads that are not started yet. Nothing of it throws. */
export function createAnswerThreads({ most, script }: AnswerThreadsOptions = {}): AnswerThreads {
  const size = most ?? Math.min(mostThreads, availableParallelism() - 1);
  const path = script ?? join(__dirname, 'answerThread.js');
  const workers = new Set<Worker>();
  return {
    start(articles) {
      if (articles < worthAThread) return;
      while (workers.size < size) {
        try {
          const worker = new Worker(path, { workerData: answerMark, resourceLimits: { maxYoungGenerationSizeMb } });
          workers.add(worker);
          worker.on('error', () => undefined); // 'exit' follows
          worker.on('exit', () => void workers.delete(worker));
          worker.unref();
        } catch {
          return;
        }
      }
    },
    async answerAll(analysis, wanted, job, onProgress) {
      const groups = groupsOf(analysis);
      const next = new SharedArrayBuffer(4);
      const taken = new Int32Array(next);
      const answers = new Map<ArticleId, Answer>();
      const left = new Set(groups.keys());
      const take = (number: number, found: readonly Answer[]) => {
        left.delete(number);
        for (const one of found) answers.set(one.id, one);
        onProgress?.(answers.size);
      };
      const ended = sendAll();
      for (let number = Atomics.add(taken, 0, 1); number < groups.length; number = Atomics.add(taken, 0, 1)) {
        take(number, answer(analysis, groups[number] ?? [], wanted));
        // Lets in what the threads have found meanwhile.
        if (workers.size > 0) await new Promise(setImmediate);
      }
      await Promise.all(ended);
      for (const number of left) take(number, answer(analysis, groups[number] ?? [], wanted));
      return answers;

      function sendAll(): readonly Promise<unknown>[] {
        if (workers.size === 0 || groups.length < 2) return [...workers].map((worker) => worker.terminate());
        const made: Job = { ...job(), groups, wanted, next };
        return [...workers].map((worker) => {
          worker.ref();
          worker.on('message', ({ number, answers: found }: Answered) => {
            take(number, found);
          });
          const end = new Promise((resolve) => worker.on('exit', resolve));
          worker.postMessage(made);
          return end;
        });
      }
    },
  };
}

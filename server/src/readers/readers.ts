import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { textOf } from '../core/keptText';
import type { ReadResult } from '../core/workspace';
import type { Answer, AnsweredRow, Row, SentResult, Task } from './messages';
import type { Readers } from './model';
import { isAlive, startThread } from './thread';

export interface ReadersOptions {
  /** How many threads at the most; all cores but one, and at least one, where nothing is said. */
  readonly most?: number;
  /** The file that the threads run; for tests. */
  readonly script?: string;
  /** A thread of that file that was started already (`startThread`): the first that is used. */
  readonly ahead?: Worker | null;
  /** How long threads with nothing to do are kept, in ms. */
  readonly idle?: number;
}

/** From this many files on, a thread is worth its start (about a tenth of a second). */
const worthAThread = 24;
/** More threads than this wait for the one that compares. */
const mostThreads = 3;
/** So many tasks are handed over at a time: few, so that nobody waits for a last long row. */
const rowLength = 4;
/**
 * So much lies before each thread, so that it never waits for this one to look up from its own work: three rows of texts, or
 * nine of files, each of which is read in a small part of the time that a text takes.
 */
const mostAhead = 36;
const loadOf = ({ kind }: Task): number => (kind === 'extract' ? 3 : 1);
/** After so many deaths no thread is started any more. */
const mostDeaths = 6;
const defaultIdle = 5000;

/** Readers that are threads of this process. */
export interface ReaderThreads extends Readers {
  /**
   * Gives the threads away that have nothing in hand, and ends the others. Whoever takes them listens to them and ends
   * them; here there are none from then on.
   */
  leave(): readonly Worker[];
}

interface Job {
  readonly task: Task;
  readonly answer: (answer: Answer | 'lost') => void;
  /** How many threads have died with nothing else in hand. */
  deaths: number;
}

interface Thread {
  readonly worker: Worker;
  /** The rows that it has yet to answer, by their numbers. */
  readonly rows: Map<number, Job[]>;
}

/** Makes readers without threads yet. Nothing of it throws: a thread that fails costs time and nothing else. */
export function createReaders({ most, script, ahead = null, idle = defaultIdle }: ReadersOptions = {}): ReaderThreads {
  const size = most ?? Math.min(mostThreads, Math.max(1, availableParallelism() - 1));
  const path = script ?? join(__dirname, 'readerThread.js');
  const threads = new Set<Thread>();
  /** Texts whose claims are wanted go before files that nobody has seen yet. */
  const texts: Job[] = [];
  const files: Job[] = [];
  /** What a thread has died of, perhaps: handed out one by one. */
  const suspects: Job[] = [];
  let early = ahead;
  let deaths = 0;
  let lastRow = 0;
  let ending: NodeJS.Timeout | null = null;

  function start(): boolean {
    if (deaths >= mostDeaths || threads.size >= size) return false;
    let worker: Worker;
    try {
      worker = early && isAlive(early) ? early : startThread(path);
      early = null;
    } catch {
      deaths = mostDeaths;
      return false;
    }
    const thread: Thread = { worker, rows: new Map() };
    threads.add(thread);
    worker.on('message', ({ number, answers }: AnsweredRow) => {
      const row = thread.rows.get(number) ?? [];
      thread.rows.delete(number);
      row.forEach((job, i) => {
        job.answer(answers[i] ?? null);
      });
      hand(thread);
      if (threads.size > 0 && isIdle()) endSoon();
    });
    worker.on('exit', () => {
      bury(thread);
    });
    return true;
  }

  function bury(thread: Thread): void {
    if (!threads.delete(thread)) return;
    deaths++;
    const lost = [...thread.rows.values()].flat();
    for (const job of lost) {
      if (lost.length === 1) job.deaths++;
      if (job.deaths >= 2) job.answer('lost');
      else suspects.push(job);
    }
    thread.rows.clear();
    if (start()) handAll();
    else if (threads.size === 0) giveBack();
  }

  /** Nobody is left to do it. */
  function giveBack(): void {
    for (const job of [...suspects.splice(0), ...texts.splice(0), ...files.splice(0)]) {
      job.answer(job.deaths > 0 ? 'lost' : null);
    }
  }

  function hand(thread: Thread): void {
    while (loadBefore(thread) < mostAhead) {
      if (suspects.length > 0) {
        // A suspect has a thread to itself: then it is plain what the thread died of.
        if (thread.rows.size === 0) send(thread, suspects.splice(0, 1));
        return;
      }
      const row = texts.splice(0, rowLength);
      row.push(...files.splice(0, rowLength - row.length));
      if (row.length === 0) return;
      send(thread, row);
    }
  }

  function loadBefore({ rows }: Thread): number {
    let load = 0;
    for (const row of rows.values()) for (const { task } of row) load += loadOf(task);
    return load;
  }

  function send(thread: Thread, row: Job[]): void {
    thread.rows.set(++lastRow, row);
    const message: Row = { number: lastRow, tasks: row.map(({ task }) => task) };
    thread.worker.postMessage(message);
  }

  function handAll(): void {
    for (const thread of threads) hand(thread);
  }

  const isIdle = (): boolean =>
    texts.length + files.length + suspects.length === 0 && [...threads].every(({ rows }) => rows.size === 0);

  function endSoon(): void {
    if (ending) clearTimeout(ending);
    ending = setTimeout(() => {
      ending = null;
      if (isIdle()) void end();
    }, idle);
    ending.unref();
  }

  async function end(): Promise<void> {
    const all = [...threads];
    threads.clear();
    for (const { rows } of all) for (const job of [...rows.values()].flat()) job.answer(null);
    giveBack();
    await Promise.all(all.map(({ worker }) => worker.terminate()));
  }

  function leave(): readonly Worker[] {
    const free = [...threads].filter(({ rows }) => rows.size === 0);
    for (const thread of free) {
      threads.delete(thread);
      thread.worker.removeAllListeners();
      // Whatever it still dies of is no fault of this process.
      thread.worker.on('error', () => undefined);
    }
    void end();
    return free.map(({ worker }) => worker);
  }

  function ask(task: Task, queue: Job[]): Promise<Answer | 'lost'> {
    if (threads.size === 0) return Promise.resolve(null);
    return new Promise((answer) => {
      queue.push({ task, answer, deaths: 0 });
      handAll();
    });
  }

  return {
    expect(tasks) {
      if (tasks < worthAThread) return;
      while (start());
      endSoon();
    },
    threads: () => threads.size,
    async read(path, name, maxBytes, roots) {
      const answer = await ask({ kind: 'read', path, name, maxBytes, roots: roots ?? null }, files);
      return answer === 'lost' || answer instanceof Uint8Array || answer === null ? null : received(answer);
    },
    async extract(text) {
      const answer = await ask({ kind: 'extract', text }, texts);
      return answer === 'lost' || answer instanceof Uint8Array ? answer : 'here';
    },
    end,
    leave,
  };
}

/** What a thread has sent, with its text to be made when somebody asks. */
function received(answer: SentResult): ReadResult {
  if (answer.kind === 'skipped') return answer;
  let text: string | null = null;
  return {
    ...answer,
    get text() {
      return (text ??= textOf(answer.sent.bytes));
    },
  };
}

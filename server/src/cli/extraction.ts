import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import type { Readers } from '../readers/model';
import { createReaders } from '../readers/readers';
import { threadScript } from './ahead';

/** From this much text on, in UTF-16 units, a thread is worth its start (about a tenth of a second). */
const worthAThread = 300_000;
/** So many texts are handed over at a time for each thread, so that none waits while this one compares. */
const underWay = 24;
/** So many texts are begun with while files are still being read: what is found in them waits in memory. */
const mostBegun = 2000;
/** After so many texts this thread looks up from its own work, so that what the others have done is answered with more. */
const beforeLooking = 4;
/** A file of an article has this many bytes, roughly: what is to come is told by the number of files. */
const usualLength = 4000;

/** Threads that find the claims in texts, where there is enough to do. */
export interface Extraction {
  /** Told how many files are about to be read: threads start meanwhile. */
  expect(files: number): void;
  /** Hands a text to a thread that will be among those of `run`, as long as there is little in hand. */
  begin(text: string): void;
  /**
   * Finds the claims of many texts in other threads, so that they are read while those before them are compared.
   * @param take is handed each text's claims, packed, by its index and in the order of the texts; null where they are to be
   *   found here.
   * @returns when all are taken. A thread that fails costs time and nothing else.
   */
  run(texts: readonly string[], take: (packed: Uint8Array | null, index: number) => void): Promise<void>;
  /** The threads, once all are taken: they do as they are asked by whoever takes them, who is to end them. */
  leave(): readonly Worker[];
}

/**
 * Makes an extraction whose threads are yet to start.
 * @param thread the first of them, where it was started ahead; it is one of them as soon as any are wanted.
 */
export function createExtraction(thread: Worker | null = null): Extraction {
  const readers = createReaders({ script: threadScript, ahead: thread });
  const begun = new Map<string, ReturnType<Readers['extract']>>();
  return {
    expect(files) {
      if (files * usualLength >= worthAThread) readers.expect(files);
    },
    begin(text) {
      if (begun.size < mostBegun && readers.threads() > 0) begun.set(text, readers.extract(text));
    },
    async run(texts, take) {
      const size = texts.reduce((sum, text) => sum + text.length, 0);
      if (readers.threads() === 0 && size >= worthAThread) readers.expect(texts.length);
      const handed: ReturnType<Readers['extract']>[] = [];
      const handOn = (): void => {
        while (handed.length < texts.length && handed.length < taken + underWay * readers.threads()) {
          const text = texts[handed.length] ?? '';
          handed.push(begun.get(text) ?? readers.extract(text));
        }
      };
      let taken = 0;
      while (taken < texts.length) {
        handOn();
        if (taken % beforeLooking === 0) await nextTurn();
        const packed = (await handed[taken]) ?? 'here';
        take(packed instanceof Uint8Array ? packed : null, taken++);
      }
    },
    leave: () => readers.leave(),
  };
}

import type { ReadResult } from '../core/workspace';

/** Threads that read files and find the claims in texts, so that the thread which answers people stays free. */
export interface Readers {
  /** Says that much is about to be read. Where it is worth them, threads are started; without them all is read here. */
  expect(tasks: number): void;
  /** How many threads there are to be kept busy: 0 where all is read here. */
  threads(): number;
  /**
   * Reads a file, and says whether it reads as copy.
   * @param path absolute.
   * @param name by which it is judged whether it is copy.
   * @param roots absolute: a file that a link leads out of all of these is skipped. Null: wherever it leads.
   * @returns null where no thread could: then it is to be read here.
   */
  read(path: string, name: string, maxBytes: number, roots?: readonly string[]): Promise<ReadResult | null>;
  /**
   * The claims and the passages of a text, as `createTextReader` gives them.
   * @returns `here` where no thread could; `lost` where a thread with nothing else in hand died of it twice (its memory
   *   was used up): the text had better be left alone.
   */
  extract(text: string): Promise<Uint8Array | 'here' | 'lost'>;
  /** Ends all threads. What they have in hand is to be read here. */
  end(): Promise<void>;
}

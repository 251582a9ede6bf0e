import type { ReadResult } from '../core/workspace';

/** Something to be done by a thread that reads. */
export type Task =
  | { readonly kind: 'read'; readonly path: string; readonly name: string; readonly maxBytes: number }
  | { readonly kind: 'extract'; readonly text: string };

/** A row of tasks, answered by as many answers in the same order. */
export type Row = readonly Task[];

/** Of `read` what became of the file, of `extract` the packed claims; null where it went wrong: it is done elsewhere then. */
export type Answer = ReadResult | Uint8Array<ArrayBuffer> | null;

/** Marks our own threads: whoever loads their file for another purpose is left in peace. */
export const threadMark = 'second-source reader';

import type { SentText } from '../core/keptText';
import type { ReadResult } from '../core/workspace';

/** Something to be done by a thread that reads. */
export type Task =
  | {
      readonly kind: 'read';
      readonly path: string;
      readonly name: string;
      readonly maxBytes: number;
      readonly roots: readonly string[] | null;
    }
  | { readonly kind: 'extract'; readonly text: string };

/** Tasks that are handed over together. Rows may be answered in another order than they came in: reading waits for disks. */
export interface Row {
  readonly number: number;
  readonly tasks: readonly Task[];
}

/** As many answers as the row has tasks, in the order of these. */
export interface AnsweredRow {
  readonly number: number;
  readonly answers: readonly Answer[];
}

/** Of `read` what became of the file, of `extract` what `createTextReader` finds in the text; null where it went wrong: it is done elsewhere then. */
export type Answer = SentResult | Uint8Array<ArrayBuffer> | null;

type Of<Kind extends ReadResult['kind']> = Extract<ReadResult, { kind: Kind }>;

/** What became of reading a file, with its text as it is sent. */
export type SentResult = Of<'skipped'> | (Omit<Of<'text'>, 'text' | 'sent'> & { readonly sent: SentText });

/** Marks our own threads: whoever loads their file for another purpose is left in peace. */
export const threadMark = 'second-source reader';

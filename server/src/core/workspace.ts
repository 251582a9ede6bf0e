import type { ArticleId } from './article';
import type { SentText } from './keptText';

/** A file that may be an article, as its folder lists it. */
export interface FileEntry {
  readonly id: ArticleId;
  /** Relative to the workspace folder, with `/`. */
  readonly name: string;
}

/** What became of reading a file: its text and the encoding it was in, or why there is none, said for an editor. */
export type ReadResult =
  | {
      readonly kind: 'text';
      readonly text: string;
      /** The same text, where another thread has read it: then `text` is made of it when somebody asks. */
      readonly sent?: SentText | undefined;
      readonly encoding: string;
      /** Whether it reads as running text, where whoever read it has looked. */
      readonly isCopy?: boolean;
      /** What `textHash` makes of the text, where whoever read it has reckoned that. */
      readonly hash?: number;
    }
  | {
      readonly kind: 'skipped';
      readonly reason: string;
      /** Whether it is nothing but its size that is in the way. */
      readonly isTooLarge?: boolean;
    };

/** The files of the workspace, as the host sees them. Nothing else of the outside world reaches the core. */
export interface Workspace {
  /** All files that may be articles, in a stable order. Never throws: what can't be listed is logged and left out. */
  list(): Promise<readonly FileEntry[]>;
  /** Reads one file. Never throws: a fault is a `skipped` with its reason. */
  read(id: ArticleId): Promise<ReadResult>;
}

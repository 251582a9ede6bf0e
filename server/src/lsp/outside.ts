import type { ArticleId } from '../core/article';
import type { Logger } from '../core/logger';
import type { LoadWordVectors } from '../core/wordVectors';
import type { Workspace } from '../core/workspace';
import type { Readers } from '../readers/model';

/** A folder as whoever reads its files needs it. */
export interface OpenFolder {
  /** Without a slash at its end. */
  readonly id: ArticleId;
  /** Put before the names of its files, with a `/`; undefined where there is one folder only. */
  readonly name: string | undefined;
}

/** Which files of a folder are wanted. */
export interface FileOptions {
  /** Globs relative to each folder; an empty list stands for all text and Markdown files. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** In bytes: larger files are skipped. */
  readonly maxBytes: number;
  /** The most files that are listed of a folder. */
  readonly maxFiles?: number;
  /** Called for a folder that has more; without it that is logged. */
  readonly onTooMany?: () => void;
}

/** One way of reaching files. None of it throws: what can't be read is logged, or `skipped` with its reason. */
export interface FileAccess {
  /** The files of the folders. */
  open(folders: readonly OpenFolder[], options: FileOptions): Workspace;
  /** Whether a folder stands there now. */
  isFolder(id: ArticleId): Promise<boolean>;
  /** The text of a file that is no article; null where it is missing, and, logged, where it can't be read. */
  readText(id: ArticleId, maxBytes: number): Promise<string | null>;
}

/** The disk of the machine on which the server runs. */
export interface Disk extends FileAccess {
  /** Whether this is a file or a folder of this machine, going by its URI. */
  reaches(id: ArticleId): boolean;
}

/** Keeps analyses between two runs; see `AnalysisCache` in `disk/`. */
export interface KeptAnalyses {
  read(folders: readonly string[]): Promise<readonly Uint8Array[] | null>;
  write(
    folders: readonly string[],
    chunks: Iterable<Uint8Array>,
    breathe: () => Promise<void>,
    isWanted: () => boolean,
  ): Promise<boolean>;
}

/** What the server needs of where it runs. All else comes from the client. */
export interface Outside {
  /** Null where there is no disk, as in a web worker. */
  readonly openDisk: ((logger: Logger, readers: Readers | null) => Disk) | null;
  /** Threads that read away from the one that answers; null where there are none. */
  readonly readers: Readers | null;
  /**
   * Where analyses may be kept, by the URI of a folder that the client gives for it and by what they depend on beside the
   * program: null where there is no such place.
   */
  readonly openKept: ((storage: string, more: readonly string[], logger: Logger) => KeptAnalyses | null) | null;
  /**
   * Gives back the memory that nobody needs any more, at once, and the server stands still for it: some tenths of a second
   * where much was read. Null where whoever runs the server can't be asked for that.
   */
  readonly releaseMemory: (() => void) | null;
  /**
   * From now on has memory cleared up sooner than takes the least time; asked again, it does nothing. Null as above.
   */
  readonly limitHeap: (() => void) | null;
  /** The table of word vectors; null where the client must be asked for it. */
  readonly wordVectors: ((complain: (message: string) => void) => LoadWordVectors) | null;
}

/** Where nothing of a machine is at hand, as in a web worker: all comes from the client. */
export const nothingOutside: Outside = {
  openDisk: null,
  readers: null,
  openKept: null,
  releaseMemory: null,
  limitHeap: null,
  wordVectors: null,
};

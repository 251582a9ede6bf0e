/**
 * Requests from the server to the client, for files that the server can't reach by itself: all of them where it runs in
 * a web worker, and those of folders that are not on this machine's disk. Only a client that has said
 * `answersFiles` in its options is asked. URIs are as the client spells them, or percent-encoded by one rule.
 */

/** What lies directly in a folder, in any order. */
export const listFolderMethod = 'secondSource/files/listFolder';

export interface ListFolderParams {
  readonly uri: string;
}

export type ListFolderResult =
  | { readonly kind: 'listed'; readonly entries: readonly FolderEntry[] }
  | { readonly kind: 'fault'; readonly fault: FileFault };

export interface FolderEntry {
  readonly name: string;
  readonly type: FileKind;
}

/** `linkedFolder`: a symbolic link to a folder. A link to a file counts as a file. */
export type FileKind = 'file' | 'folder' | 'linkedFolder' | 'other';

/** A file's bytes. */
export const readFileMethod = 'secondSource/files/read';

export interface ReadFileParams {
  readonly uri: string;
  /** A larger file is not read. */
  readonly maxBytes: number;
}

export type ReadFileResult =
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'tooLarge'; readonly size: number }
  | { readonly kind: 'fault'; readonly fault: FileFault };

/** Why a file was not read, as far as the editor's file system says. */
export type FileFault = 'notFound' | 'denied' | 'folder' | 'other';

/** What stands at a URI: null where there is nothing. */
export const fileKindMethod = 'secondSource/files/kind';

export interface FileKindParams {
  readonly uri: string;
}

export type FileKindResult = FileKind | null;

/** The table of word vectors that comes with the extension, in base64; null where it can't be had. */
export const wordVectorsMethod = 'secondSource/files/wordVectors';

export type WordVectorsResult = string | null;

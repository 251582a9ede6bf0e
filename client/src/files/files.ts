import { FileSystemError, FileType, Uri, workspace, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  fileKindMethod,
  listFolderMethod,
  readFileMethod,
  wordVectorsMethod,
  type FileFault,
  type FileKind,
  type FileKindParams,
  type FileKindResult,
  type ListFolderParams,
  type ListFolderResult,
  type ReadFileParams,
  type ReadFileResult,
  type WordVectorsResult,
} from '../../../server/src/protocol/files';
import { inWorkspace } from '../workspaceUri';
import { toBase64 } from './base64';

/**
 * Reads files for a server that can't reach them itself. Register before the client is started. Only what lies in a folder
 * of the workspace is read: whatever else the server asks for isn't there.
 */
export function registerFiles(client: BaseLanguageClient, extensionUri: Uri): Disposable[] {
  const missing = { kind: 'fault', fault: 'notFound' } as const;
  return [
    client.onRequest(listFolderMethod, async ({ uri }: ListFolderParams): Promise<ListFolderResult> => {
      const folder = inWorkspace(uri);
      return folder ? listFolder(folder) : missing;
    }),
    client.onRequest(readFileMethod, async ({ uri, maxBytes }: ReadFileParams): Promise<ReadFileResult> => {
      const file = inWorkspace(uri);
      return file ? readFile(file, maxBytes) : missing;
    }),
    client.onRequest(fileKindMethod, async ({ uri }: FileKindParams): Promise<FileKindResult> => {
      const there = inWorkspace(uri);
      return there ? kindOf(there) : null;
    }),
    client.onRequest(wordVectorsMethod, () => wordVectors(Uri.joinPath(extensionUri, 'dist', 'vectors.bin'))),
  ];
}

async function listFolder(uri: Uri): Promise<ListFolderResult> {
  try {
    const entries = await workspace.fs.readDirectory(uri);
    return { kind: 'listed', entries: entries.map(([name, type]) => ({ name, type: fileKind(type) })) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) };
  }
}

async function readFile(uri: Uri, maxBytes: number): Promise<ReadFileResult> {
  try {
    const { type, size } = await workspace.fs.stat(uri);
    if (fileKind(type) !== 'file') return { kind: 'fault', fault: type & FileType.Directory ? 'folder' : 'other' };
    if (size > maxBytes) return { kind: 'tooLarge', size };
    const bytes = await workspace.fs.readFile(uri);
    // A file system need not know the size of what it would have to fetch.
    if (bytes.length > maxBytes) return { kind: 'tooLarge', size: bytes.length };
    return { kind: 'bytes', base64: toBase64(bytes) };
  } catch (error) {
    return { kind: 'fault', fault: faultOf(error) };
  }
}

async function kindOf(uri: Uri): Promise<FileKindResult> {
  try {
    return fileKind((await workspace.fs.stat(uri)).type);
  } catch {
    return null;
  }
}

/** The table that comes with the extension, wherever that is installed. */
async function wordVectors(uri: Uri): Promise<WordVectorsResult> {
  try {
    return toBase64(await workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}

/** VS Code's type is a set of bits: a link has its own beside that of what it leads to. */
function fileKind(type: FileType): FileKind {
  if (type & FileType.Directory) return type & FileType.SymbolicLink ? 'linkedFolder' : 'folder';
  return type & FileType.File ? 'file' : 'other';
}

function faultOf(error: unknown): FileFault {
  if (!(error instanceof FileSystemError)) return 'other';
  switch (error.code) {
    case 'FileNotFound':
    case 'FileNotADirectory':
      return 'notFound';
    case 'NoPermissions':
      return 'denied';
    case 'FileIsADirectory':
      return 'folder';
    default:
      return 'other';
  }
}

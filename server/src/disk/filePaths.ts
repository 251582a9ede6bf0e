import { fileURLToPath, pathToFileURL } from 'node:url';

/** The path of a file on this machine, or null for a URI that names none (an untitled document, a remote file). */
export function filePathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

/** The URI of an absolute path on this machine, as Node spells it. */
export const uriOfPath = (path: string): string => pathToFileURL(path).href;

import { stat } from 'node:fs/promises';

/** Whether a folder stands at the path now. */
export async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

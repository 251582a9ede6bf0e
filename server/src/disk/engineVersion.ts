import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * Names the version of a program by the bytes of its files, and by what it runs on: whatever changes in one of them, what
 * it has found out before may no longer hold. A file that isn't there counts as such.
 * @param more what else its findings depend on.
 */
export async function engineVersion(files: readonly string[], more: readonly string[]): Promise<string> {
  const digest = createHash('sha1');
  for (const file of files) digest.update((await readFile(file).catch(() => null)) ?? 'missing').update('\n');
  const { v8, unicode = '' } = process.versions;
  for (const word of [...more, v8, unicode]) digest.update(word).update('\n');
  return digest.digest('hex');
}

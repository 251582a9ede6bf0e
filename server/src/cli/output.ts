import { randomBytes } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { faultReason } from '../disk/fault';
import type { ReadArticle } from './gather';

/** Where a report goes, or why it can't go there, as a sentence. */
export type Target =
  | { readonly kind: 'file'; readonly path: string; readonly mode: number | null }
  | { readonly kind: 'stream'; readonly path: string }
  | { readonly kind: 'fault'; readonly message: string };

/**
 * Looks at where a report is to go before the work is done. An article that was read is never written over, by whatever name
 * it is called.
 */
export async function targetOf(given: string, articles: readonly ReadArticle[]): Promise<Target> {
  if (given === '') return fault('“”', 'the name is empty');
  let path = resolve(given);
  let there: Stats;
  try {
    path = await realpath(path);
    there = await stat(path);
  } catch (error) {
    // A file that isn't there yet needs a folder that is.
    if (!isMissing(error)) return fault(given, faultReason(error));
    try {
      const folder = await realpath(dirname(path));
      if ((await stat(folder)).isDirectory()) return { kind: 'file', path: join(folder, basename(path)), mode: null };
      return fault(given, `${dirname(given)} is no folder`);
    } catch {
      return fault(given, `there is no folder ${dirname(given)}`);
    }
  }
  if (there.isDirectory()) return fault(given, 'it is a folder');
  if (!there.isFile()) return { kind: 'stream', path };
  const isArticle = articles.some((article) => article.path === path || isSameFile(article.path, there));
  return isArticle
    ? fault(given, 'it is one of the articles that were read')
    : { kind: 'file', path, mode: there.mode };
}

/**
 * Writes the report, a file as a whole or not at all: whoever reads it meanwhile has the one before.
 * @returns why it could not be written, as a sentence, or null.
 */
export async function writeTarget(
  target: Exclude<Target, { kind: 'fault' }>,
  given: string,
  text: string,
): Promise<string | null> {
  const beside = join(dirname(target.path), `.${basename(target.path)}.${randomBytes(6).toString('hex')}`);
  try {
    if (target.kind === 'stream') {
      await writeFile(target.path, text);
      return null;
    }
    await writeFile(beside, text, { flag: 'wx' });
    if (target.mode !== null) await chmod(beside, target.mode & 0o777);
    await rename(beside, target.path);
    return null;
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return fault(given, faultReason(error)).message;
  }
}

const fault = (given: string, reason: string): Extract<Target, { kind: 'fault' }> => ({
  kind: 'fault',
  message: `The report was not written to ${given}: ${reason}.`,
});

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Whether a path leads to the same file by another name: a link, other capitals. */
function isSameFile(path: string, { dev, ino }: Stats): boolean {
  const other = statSync(path, { throwIfNoEntry: false });
  return ino !== 0 && other?.dev === dev && other.ino === ino;
}

import { createHash, randomUUID } from 'node:crypto';
import { open, mkdir, readdir, readFile, rename, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '../core/logger';
import { faultReason } from './fault';

/** Keeps what was found out about folders between two runs: one file for each set of folders. */
export interface AnalysisCache {
  /**
   * What was last kept of these folders, chunk by chunk; null where there is nothing, or nothing of use: of another version,
   * torn, or changed by somebody else. Never throws.
   */
  read(folders: readonly string[]): Promise<readonly Uint8Array[] | null>;
  /**
   * Keeps chunks for these folders in the place of what was kept before, whole or not at all. Never throws: that a disk is
   * full or may not be written to is logged once.
   * @param breathe is waited for between two chunks.
   * @param isWanted asked now and then, and at the end: false leaves what was kept before.
   * @returns whether they are kept.
   */
  write(
    folders: readonly string[],
    chunks: Iterable<Uint8Array>,
    breathe: () => Promise<void>,
    isWanted: () => boolean,
  ): Promise<boolean>;
}

/** The files begin with this; another form of the file has another mark. */
const mark = Buffer.from('second-source analysis 1\n', 'latin1');
const ending = '.analysis';
const temporary = '.part';
/** In bytes: chunks are gathered to this much before they are written. */
const written = 1 << 20;
/** What nobody has opened for so long is removed, in ms; half a write that nobody goes on with sooner. */
const kept = { whole: 45 * 86_400_000, part: 3_600_000 };
/** In bytes: beyond this the files that were not used for the longest time are removed. */
const mostBytes = 512 * 1024 * 1024;
const hash = 'sha1';
const hashLength = 20;

/**
 * @param folder where the files are kept; made when first written to.
 * @param engine names the version of whatever makes and reads the chunks: those of another are of no use.
 */
export function createAnalysisCache(folder: string, engine: () => Promise<string>, logger: Logger): AnalysisCache {
  let complained = false;

  const pathOf = (name: string): string => join(folder, `${createHash(hash).update(name).digest('hex')}${ending}`);

  /** What a file must begin with to be of use for these folders. */
  const headOf = async (folders: readonly string[]): Promise<Buffer> => {
    const words = Buffer.from(JSON.stringify({ engine: await engine(), folders: sorted(folders) }));
    return Buffer.concat([mark, sizeOf(words), words]);
  };

  async function read(folders: readonly string[]): Promise<readonly Uint8Array[] | null> {
    const path = pathOf(nameOf(folders));
    try {
      const bytes = await readFile(path);
      const chunks = await chunksIn(bytes, await headOf(folders));
      if (chunks) {
        const now = new Date();
        await utimes(path, now, now).catch(() => undefined); // it was of use: others are removed first
      } else logger.info('What was kept of these folders is of another version, or damaged: they are read anew.');
      return chunks;
    } catch (error) {
      if (!isMissing(error)) logger.info(`What was kept of these folders was not read: ${faultReason(error)}.`);
      return null;
    }
  }

  async function write(
    folders: readonly string[],
    chunks: Iterable<Uint8Array>,
    breathe: () => Promise<void>,
    isWanted: () => boolean,
  ): Promise<boolean> {
    const path = pathOf(nameOf(folders));
    // Of this write alone: two may begin in the same millisecond.
    const part = `${path}.${process.pid}.${randomUUID()}${temporary}`;
    let file: FileHandle | null = null;
    try {
      const head = await headOf(folders);
      await mkdir(folder, { recursive: true });
      // Copy may be nobody else's business.
      file = await open(part, 'wx', 0o600);
      const whole = await writeAll(file, head, chunks, breathe, isWanted);
      if (whole) await file.datasync();
      await file.close();
      file = null;
      if (!whole || !isWanted()) return false;
      await rename(part, path);
      await tidy(path);
      return true;
    } catch (error) {
      if (!complained) logger.warn(`What was found out about the folders was not kept: ${whyNotKept(error)}.`);
      complained = true;
      return false;
    } finally {
      await file?.close().catch(() => undefined);
      await rm(part, { force: true }).catch(() => undefined);
    }
  }

  /** Removes what is old, and of the rest what is too much. Other windows may be doing the same. */
  async function tidy(own: string): Promise<void> {
    const names = await readdir(folder).catch(() => []);
    const files: { readonly path: string; readonly size: number; readonly used: number }[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const isPart = name.endsWith(temporary);
      if ((!isPart && !name.endsWith(ending)) || path === own) continue;
      const found = await stat(path).catch(() => null);
      if (!found?.isFile()) continue;
      if (Date.now() - found.mtimeMs > (isPart ? kept.part : kept.whole)) await rm(path, { force: true });
      else if (!isPart) files.push({ path, size: found.size, used: found.mtimeMs });
    }
    let bytes = (await stat(own).catch(() => null))?.size ?? 0;
    for (const { path, size } of files.sort((a, b) => b.used - a.used)) {
      bytes += size;
      if (bytes > mostBytes) await rm(path, { force: true });
    }
  }

  return { read, write };
}

/** @returns whether all was written: false where it is no longer wanted. */
async function writeAll(
  file: FileHandle,
  head: Buffer,
  chunks: Iterable<Uint8Array>,
  breathe: () => Promise<void>,
  isWanted: () => boolean,
): Promise<boolean> {
  const digest = createHash(hash);
  let waiting: Uint8Array[] = [];
  let size = 0;
  const put = (bytes: Uint8Array): void => {
    waiting.push(bytes);
    size += bytes.length;
    digest.update(bytes);
  };
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    await file.writeFile(bytes);
  };
  put(head);
  for (const chunk of chunks) {
    put(sizeOf(chunk));
    put(chunk);
    if (size >= written) await flush();
    await breathe();
    if (!isWanted()) return false;
  }
  put(end);
  waiting.push(digest.digest());
  await flush();
  return true;
}

/** The chunks of a file, in slices; null where it is not sound or not for this head. */
async function chunksIn(bytes: Buffer, head: Buffer): Promise<readonly Uint8Array[] | null> {
  const tail = bytes.length - hashLength;
  if (tail < head.length + end.length || !bytes.subarray(0, head.length).equals(head)) return null;
  const digest = createHash(hash);
  for (let at = 0; at < tail; at += written) {
    digest.update(bytes.subarray(at, Math.min(tail, at + written)));
    await new Promise(setImmediate);
  }
  if (!digest.digest().equals(bytes.subarray(tail))) return null;
  const chunks: Uint8Array[] = [];
  for (let at = head.length; at + 4 <= tail;) {
    const size = bytes.readUInt32LE(at);
    at += 4;
    if (size === endSize) return at === tail ? chunks : null;
    if (at + size > tail) return null;
    chunks.push(bytes.subarray(at, at + size));
    at += size;
  }
  return null;
}

/** No chunk is as long as this: it stands behind the last one. */
const endSize = 0xffffffff;
const end = Buffer.from([255, 255, 255, 255]);

function sizeOf(bytes: Uint8Array): Buffer {
  const size = Buffer.allocUnsafe(4);
  size.writeUInt32LE(bytes.length);
  return size;
}

const sorted = (folders: readonly string[]): readonly string[] => [...new Set(folders)].sort();

/** One file for each set of folders, in whatever order they are open. */
const nameOf = (folders: readonly string[]): string => JSON.stringify(sorted(folders));

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

function whyNotKept(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full';
    case 'EROFS':
      return 'the disk can only be read';
    default:
      return faultReason(error);
  }
}

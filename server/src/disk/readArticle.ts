import * as fs from 'node:fs';
import { promisify } from 'node:util';
import { decode } from '../core/decode';
import type { ReadResult } from '../core/workspace';
import { faultReason } from './fault';
import { defaultMaxBytes, tooLarge } from './limits';

// Plain descriptors: node:fs/promises makes an object a file, which costs more than reading an article does.
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const read = promisify(fs.read);
const close = promisify(fs.close);

/**
 * Reads one file of the disk as text. Never throws and never waits on a pipe or a device; what can't be read is
 * `skipped` with its reason.
 * @param path absolute.
 * @param maxBytes a larger file is skipped.
 */
export async function readArticle(path: string, maxBytes: number = defaultMaxBytes): Promise<ReadResult> {
  let file: number | undefined;
  try {
    // Without O_NONBLOCK, opening a pipe waits for somebody to write into it. Windows has no such flag, and no need of it.
    file = await open(path, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
    const stat = await fstat(file);
    if (stat.isDirectory()) return skipped('it is a folder');
    if (!stat.isFile()) return skipped('it is not a regular file');
    if (stat.size > maxBytes) return oversized(stat.size, maxBytes);
    const bytes = await readUpTo(file, stat.size, maxBytes);
    return bytes === null ? oversized(maxBytes + 1, maxBytes) : decode(bytes);
  } catch (error) {
    return skipped(faultReason(error));
  } finally {
    if (file !== undefined) await close(file).catch(() => undefined);
  }
}

/** All bytes of the file, however it grows or shrinks meanwhile; null where there are more than `maxBytes`. */
async function readUpTo(file: number, expected: number, maxBytes: number): Promise<Uint8Array | null> {
  // One byte more than expected, so that a file which grows meanwhile is noticed.
  let buffer = Buffer.allocUnsafe(expected + 1);
  let length = 0;
  for (;;) {
    const { bytesRead } = await read(file, buffer, length, buffer.length - length, length);
    length += bytesRead;
    if (bytesRead === 0 || length === expected) return buffer.subarray(0, length);
    if (length > maxBytes) return null;
    if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(Math.max(length, 4096))]);
  }
}

const skipped = (reason: string) => ({ kind: 'skipped', reason }) as const;

const oversized = (size: number, maxBytes: number): ReadResult => ({
  ...skipped(tooLarge(size, maxBytes)),
  isTooLarge: true,
});

import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createAnalysisCache, type AnalysisCache } from '../../src/disk/analysisCache';
import { useTempFolder } from '../support/tempFolder';

const folders = ['file:///copy/desk', 'file:///copy/wire'];
const chunks = [Uint8Array.from([1, 2, 3]), new Uint8Array(0), new Uint8Array(3_000_000).fill(7)];
const noWait = (): Promise<void> => Promise.resolve();

describe('what is kept of folders', () => {
  const temporary = useTempFolder();
  let said: string[] = [];
  beforeEach(() => {
    said = [];
  });

  const cache = (engine = 'one', folder = join(temporary.path, 'storage')): AnalysisCache =>
    createAnalysisCache(folder, () => Promise.resolve(engine), {
      info: (line) => said.push(`info ${line}`),
      warn: (line) => said.push(`warn ${line}`),
      error: (line) => said.push(`error ${line}`),
    });
  const write = (to: AnalysisCache, of = folders, what: Iterable<Uint8Array> = chunks): Promise<boolean> =>
    to.write(of, what, noWait, () => true);
  const names = (): string[] => readdirSync(join(temporary.path, 'storage'));
  const onlyFile = (): string => join(temporary.path, 'storage', names()[0] ?? '');

  it('is read as it was written, in whatever order the folders are open', async () => {
    assert.equal(await cache().read(folders), null);
    assert.equal(await write(cache()), true);
    const read = await cache().read([...folders].reverse());
    assert.deepEqual(
      read?.map((chunk) => Buffer.from(chunk)),
      chunks.map((chunk) => Buffer.from(chunk)),
    );
    assert.equal(await cache().read(['file:///copy/desk']), null);
    assert.deepEqual(said, []);
    assert.equal(names().length, 1);
  });

  it('counts as nothing where it is of another version or for other folders, with one line that says so', async () => {
    await write(cache());
    assert.equal(await cache('two').read(folders), null);
    assert.equal(said.length, 1);
    assert.match(said[0] ?? '', /^info .*another version, or damaged: they are read anew\.$/);
  });

  it('counts as nothing where a single byte of it is another, is missing or is too many', async () => {
    const small = [Uint8Array.from([1, 2, 3]), Uint8Array.from([4])];
    await write(cache(), folders, small);
    const sound = readFileSync(onlyFile());
    for (let at = 0; at < sound.length; at++) {
      const torn = Buffer.from(sound);
      torn[at] = (torn[at] ?? 0) ^ 64;
      writeFileSync(onlyFile(), torn);
      assert.equal(await cache().read(folders), null, `byte ${at}`);
      writeFileSync(onlyFile(), sound.subarray(0, at));
      assert.equal(await cache().read(folders), null, `the first ${at} bytes`);
    }
    writeFileSync(onlyFile(), Buffer.concat([sound, Buffer.from([0])]));
    assert.equal(await cache().read(folders), null);
    writeFileSync(onlyFile(), sound);
    assert.equal((await cache().read(folders))?.length, 2);
  });

  it('stays as it was where the new one is no longer wanted or is not made to its end', async () => {
    await write(cache(), folders, [Uint8Array.from([9])]);
    assert.equal(await cache().write(folders, chunks, noWait, () => false), false);
    const failing = function* (): Generator<Uint8Array> {
      yield Uint8Array.from([1]);
      throw new Error('broken');
    };
    assert.equal(await write(cache(), folders, failing()), false);
    assert.deepEqual(
      (await cache().read(folders))?.map((chunk) => [...chunk]),
      [[9]],
    );
    assert.equal(names().length, 1);
  });

  it('is whole though two windows write it at a time: one of them has the last word', async () => {
    const of = (byte: number): Uint8Array[] => Array.from({ length: 50 }, () => new Uint8Array(100_000).fill(byte));
    const slowly = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));
    const all = await Promise.all([1, 2, 3].map((byte) => cache().write(folders, of(byte), slowly, () => true)));
    assert.deepEqual(all, [true, true, true]);
    const read = await cache().read(folders);
    assert.equal(read?.length, 50);
    assert.equal(new Set(read.map((chunk) => chunk[0])).size, 1);
    assert.equal(names().length, 1);
  });

  it('is done without where it may not be written, with one warning', async function () {
    const locked = join(temporary.path, 'locked');
    mkdirSync(locked);
    // Who may write everywhere meets a file in the way instead.
    const place = process.getuid?.() === 0 ? join(temporary.path, 'file') : join(locked, 'storage');
    writeFileSync(join(temporary.path, 'file'), '');
    chmodSync(locked, 0o500);
    const kept = cache('one', place);
    assert.equal(await write(kept), false);
    assert.equal(await write(kept), false);
    assert.equal(await kept.read(folders), null);
    chmodSync(locked, 0o700);
    assert.equal(said.filter((line) => line.startsWith('warn ')).length, 1);
    assert.match(said[0] ?? '', /^warn What was found out about the folders was not kept: /);
  });

  it('makes room: what was not used for long and half writes go, other files stay', async () => {
    const storage = join(temporary.path, 'storage');
    mkdirSync(storage);
    const old = new Date(Date.now() - 60 * 86_400_000);
    const yesterday = new Date(Date.now() - 86_400_000);
    for (const [name, used] of [
      ['old.analysis', old],
      ['recent.analysis', yesterday],
      ['torn.analysis.7.x.part', yesterday],
      ['notes.txt', old],
    ] as const) {
      writeFileSync(join(storage, name), 'x');
      utimesSync(join(storage, name), used, used);
    }
    await write(cache());
    assert.deepEqual(
      names().filter((name) => name.length < 40),
      ['notes.txt', 'recent.analysis'],
    );
    assert.equal(names().length, 3);
  });
});

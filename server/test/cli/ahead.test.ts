import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { startAhead } from '../../src/cli/ahead';
import { createReaders } from '../../src/readers/readers';
import { isAlive, startThread } from '../../src/readers/thread';

describe('a thread started ahead', () => {
  let folder = '';
  const started: Worker[] = [];
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'second-source-ahead-'));
    mkdirSync(join(folder, 'few'));
    mkdirSync(join(folder, 'many', 'below'), { recursive: true });
    for (let i = 0; i < 80; i++) {
      writeFileSync(join(folder, 'many', i % 2 ? 'below' : '', `${i}.txt`), '');
      writeFileSync(join(folder, 'few', i < 40 ? `${i}.txt` : `${i}.html`), '');
    }
  });
  after(async () => {
    await Promise.all(started.map((thread) => thread.terminate()));
    rmSync(folder, { recursive: true });
  });

  function checkStarts(isStarted: boolean, ...args: readonly string[]): void {
    const thread = startAhead(args);
    if (thread) started.push(thread);
    assert.equal(thread !== null, isStarted, args.join(' '));
  }

  it('is there for many files, wherever they lie', () => {
    checkStarts(true, 'check', join(folder, 'many'));
    checkStarts(true, 'extract', '--format', 'json', join(folder, 'few'), join(folder, 'many', 'below'));
  });

  it('is there where no folder is named and this one has many', () => {
    const before = process.cwd();
    process.chdir(join(folder, 'many'));
    try {
      checkStarts(true, 'check');
      checkStarts(true, 'check', '--format', 'json', '-o', 'report.json', '--no-color');
      checkStarts(false, 'check', '--no-color', join(folder, 'few'));
      checkStarts(false, 'check', '-fjson', '--exclude=*.md', join(folder, 'few'));
    } finally {
      process.chdir(before);
    }
  });

  it('is not there for few, nor where nothing is read', () => {
    checkStarts(false, 'check', join(folder, 'few'));
    checkStarts(false, 'check', join(folder, 'gone'));
    checkStarts(false, 'check', '--help', join(folder, 'many'));
    checkStarts(false, 'lsp', '--stdio', join(folder, 'many'));
    checkStarts(false);
  });

  it('is the first that reads, unless it has ended', async () => {
    const script = join(__dirname, '../../src/cli/answerThread.js');
    const texts = Array.from({ length: 30 }, (_, i) => `“We have lost the ferry, and ${i} of us,” said Ida Roe.\n`);
    for (const ends of [false, true]) {
      const thread = startThread(script);
      if (ends) await thread.terminate();
      const readers = createReaders({ most: 1, script, ahead: thread });
      assert.equal(readers.threads(), 0);
      readers.expect(texts.length);
      const read = await Promise.all(texts.map((text) => readers.extract(text)));
      assert.ok(read.every((claims) => claims instanceof Uint8Array));
      const [last] = readers.leave();
      assert.equal(last === thread, !ends);
      assert.ok(last && isAlive(last));
      await last.terminate();
    }
  });
});

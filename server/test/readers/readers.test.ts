import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { extractClaims } from '../../src/claims/extract';
import { textHash } from '../../src/core/textHash';
import { readArticle } from '../../src/disk/readArticle';
import { readClaims } from '../../src/links/reading';
import type { Readers } from '../../src/readers/model';
import { createReaders, type ReadersOptions } from '../../src/readers/readers';
import { useTempFolder } from '../support/tempFolder';

/** A short article, no two alike. */
const article = (n: number): string =>
  `ORRIN, May ${(n % 28) + 1}, 2025 — “We counted ${n} ferries,” said Ana Bruhl.\n\nThe board paid $${n}.5 million.`;

/** Runs a test with readers of which at least one thread is at work, and ends them. */
async function withReaders(options: ReadersOptions, test: (readers: Readers) => Promise<void>): Promise<void> {
  const readers = createReaders({ most: 1, ...options });
  readers.expect(100);
  try {
    await test(readers);
  } finally {
    await readers.end();
  }
}

describe('threads that read', function () {
  this.timeout(60_000);
  const folder = useTempFolder();

  it('give each text its own claims and each file its own words, however rows overtake one another', async () => {
    const texts = Array.from({ length: 60 }, (_, n) => article(n));
    folder.write(Object.fromEntries(texts.map((text, n) => [`${n}.txt`, text])));
    await withReaders({}, async (readers) => {
      assert.equal(readers.threads(), 1);
      const all = texts.map(async (text, n) => {
        const name = `${n}.txt`;
        const [file, packed] = await Promise.all([
          readers.read(join(folder.path, name), name, 10_000),
          readers.extract(text),
        ]);
        assert.ok(file?.kind === 'text');
        const { kind, encoding, isCopy, hash } = file;
        assert.deepEqual([file.text, kind, encoding, isCopy, hash], [text, 'text', 'UTF-8', true, textHash(text)]);
        assert.ok(packed instanceof Uint8Array);
        assert.deepEqual(readClaims(packed, text), extractClaims(text));
      });
      await Promise.all(all);
    });
  });

  it('say the same of files that cannot be read as whoever reads them here', async () => {
    folder.write({ 'long.txt': 'x'.repeat(2000), 'binary.txt': Uint8Array.from([0, 1, 2, 0, 255, 0]) });
    await withReaders({}, async (readers) => {
      for (const name of ['long.txt', 'binary.txt', 'gone.txt', '.']) {
        const path = join(folder.path, name);
        assert.deepEqual(await readers.read(path, name, 1000), await readArticle(path, 1000), name);
      }
    });
  });

  it('send a text to the unit, however it is encoded', async () => {
    const text = '\ufeff“We counted 34 ferries 🚢 and no ship,” said Ana Bruhl.';
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const files = {
      'utf8.txt': Buffer.from(`\ufeff${text}`),
      'utf16.txt': utf16,
      // The end of one is torn off within the ferry.
      'torn.txt': utf16.subarray(0, 2 * text.indexOf('\ude00')),
      'latin.txt': Buffer.from('Le café “fermé” a coûté 34 francs, a dit Zoé.', 'latin1'),
      'plain.txt': Buffer.from('We counted 34 ferries, said Ana Bruhl.'),
      'empty.txt': Buffer.from(''),
    };
    folder.write(files);
    await withReaders({}, async (readers) => {
      for (const name of Object.keys(files)) {
        const path = join(folder.path, name);
        const [there, here] = [await readers.read(path, name, 1000), await readArticle(path, 1000)];
        assert.ok(there?.kind === 'text' && here.kind === 'text', name);
        assert.deepEqual([there.text, there.encoding], [here.text, here.encoding], name);
        assert.equal(there.sent?.length, here.text.length, name);
      }
    });
  });

  (process.platform === 'win32' ? it.skip : it)('leave out what a link leads out of the folders', async () => {
    folder.write({ 'desk/own.txt': article(1), 'archive/other.txt': article(2) });
    symlinkSync('../archive/other.txt', join(folder.path, 'desk/link.txt'));
    symlinkSync('../archive', join(folder.path, 'desk/far'));
    symlinkSync('own.txt', join(folder.path, 'desk/near.txt'));
    const [desk, archive] = [join(folder.path, 'desk'), join(folder.path, 'archive')];
    await withReaders({}, async (readers) => {
      const kindOf = async (name: string, ...roots: string[]) =>
        (await readers.read(join(desk, name), 'a.txt', 1000, roots))?.kind;
      assert.equal(await kindOf('own.txt', desk), 'text');
      assert.equal(await kindOf('near.txt', desk), 'text');
      assert.equal(await kindOf('link.txt', desk), 'skipped');
      assert.equal(await kindOf('far/other.txt', desk), 'skipped');
      assert.equal(await kindOf('link.txt', desk, archive), 'text');
      assert.equal(await kindOf('link.txt', desk), 'skipped');
    });
  });

  it('leave it to whoever asks where there is little to read, or no thread can be started', async () => {
    const few = createReaders({ most: 1 });
    few.expect(3);
    assert.equal(few.threads(), 0);
    assert.equal(await few.extract(article(1)), 'here');
    assert.equal(await few.read(join(folder.path, 'a.txt'), 'a.txt', 1000), null);

    await withReaders({ script: join(folder.path, 'missing.js') }, async (readers) => {
      const answers = await Promise.all([1, 2, 3].map((n) => readers.extract(article(n))));
      assert.ok(answers.every((answer) => answer === 'here' || answer === 'lost'));
      assert.equal(readers.threads(), 0);
    });
  });

  it('are replaced when they die, and only what they died of is given up', async () => {
    // Dies of every text with the word; answers the others with as many bytes as they are long.
    folder.write({
      'thread.js': `
        const { parentPort } = require('node:worker_threads');
        parentPort.on('message', ({ number, tasks }) => {
          if (tasks.some(({ text }) => text.includes('poison'))) process.exit(3);
          parentPort.postMessage({ number, answers: tasks.map(({ text }) => new Uint8Array(text.length)) });
        });`,
    });
    await withReaders({ script: join(folder.path, 'thread.js') }, async (readers) => {
      const texts = ['one', 'three', 'poison', 'seven', 'eleven', 'thirteen'];
      const answers = await Promise.all(texts.map((text) => readers.extract(text)));
      assert.deepEqual(
        answers.map((answer) => (answer instanceof Uint8Array ? answer.length : answer)),
        [3, 5, 'lost', 5, 6, 8],
      );
      assert.equal(readers.threads(), 1);
    });
  });

  it('end when nothing has been asked of them for a while', async () => {
    const readers = createReaders({ most: 1, idle: 50 });
    readers.expect(100);
    assert.ok((await readers.extract(article(1))) instanceof Uint8Array);
    while (readers.threads() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(await readers.extract(article(2)), 'here');
  });
});

import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { firstSampleArticle, sampleFiles } from '../src/welcome/sample';

/** The names in a zip file, read from its central directory. */
function namesIn(zip: Buffer): string[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  assert.notEqual(end, -1, 'not a zip file');
  const names: string[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)];
    names.push(zip.toString('utf8', at + 46, at + 46 + name));
    at += 46 + name + extra + comment;
  }
  return names;
}

describe('the packed extension', () => {
  const file = process.env.SECOND_SOURCE_VSIX ?? 'build/second-source.vsix';
  const names = namesIn(readFileSync(file)).map((name) => name.replace(/^extension\//, ''));

  it('holds what runs and what the shop shows', () => {
    for (const needed of [
      'package.json',
      'dist/extension.js',
      'dist/answerThread.js',
      'dist/anyAscii.js',
      'dist/compromise.js',
      'dist/readerThread.js',
      'dist/server.js',
      'dist/browserExtension.js',
      'dist/browserServer.js',
      'dist/cli.js',
      'dist/commandLine.js',
      'dist/board.js',
      'dist/board.css',
      'dist/vectors.bin',
      'dist/third-party-notices.txt',
      'readme.md',
      'changelog.md',
    ]) {
      assert.ok(
        names.some((name) => name.toLowerCase() === needed.toLowerCase()),
        `${needed} is missing`,
      );
    }
    assert.ok(
      names.some((name) => /^license/i.test(name)),
      'the licence is missing',
    );
  });

  it('holds nothing else', () => {
    const expected =
      /^(\[Content_Types\]\.xml|extension\.vsixmanifest|package\.json|readme\.md|changelog\.md|license(\.txt|\.md)?|dist\/(extension|server|readerThread|answerThread|anyAscii|compromise|browserExtension|browserServer|cli|commandLine|board)\.js(\.LEGAL\.txt)?|dist\/board\.css|resources\/[\w.-]+\.svg|dist\/vectors\.bin|dist\/THIRD-PARTY-NOTICES\.txt|(syntaxes|schemas)\/[\w.-]+\.json|language-configuration\.json|l10n\/[\w.]+\.json|package\.nls(\.\w+)?\.json|test-fixtures\/newsroom\/[\w-]+\.(txt|md)|docs\/images\/(walkthrough\/)?\w+\.png)$/i;
    assert.deepEqual(
      names.filter((name) => !expected.test(name)),
      [],
    );
  });

  it('holds the sample newsroom whole', () => {
    const packed = names.filter((name) => name.startsWith('test-fixtures/newsroom/')).map((name) => basename(name));
    assert.deepEqual(packed.sort(), [...sampleFiles].sort());
    assert.ok(sampleFiles.includes(firstSampleArticle));
  });

  it('stays under five megabytes, two of them word vectors', () => {
    assert.ok(statSync(file).size < 5_000_000, `${String(statSync(file).size)} bytes`);
  });
});

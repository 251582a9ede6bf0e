import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const repository = join(__dirname, '../../..');
const languages = ['de', 'es'];

/** A sentence by its key; with a note for translators where the English alone leaves them in doubt. */
type Sentence = string | { readonly message: string; readonly comment: readonly string[] };
type Sentences = Readonly<Record<string, Sentence>>;

interface Script {
  readonly sentencesInSources: () => Promise<Sentences>;
  readonly keysIn: (manifest: unknown) => readonly string[];
  readonly plainTextsIn: (manifest: unknown) => readonly string[];
}

const script = import(pathToFileURL(join(repository, 'scripts/l10n.mjs')).href) as Promise<Script>;
const read = (name: string): Sentences => JSON.parse(readFileSync(join(repository, name), 'utf8')) as Sentences;

const wordsOf = (sentence: Sentence | undefined): string =>
  typeof sentence === 'object' ? sentence.message : (sentence ?? '');

/** The places for arguments and the links to commands: a translation must have the same. */
const placesIn = (sentence: Sentence | undefined): readonly string[] =>
  [...(wordsOf(sentence).match(/\{\w+\}|\]\([^)]*\)|`[^`]*`/g) ?? [])].sort();

describe('the languages of the editor', function () {
  // Reading all sources takes seconds on a busy machine.
  this.timeout(60_000);

  it('have every sentence of the sources in the bundle', async () => {
    assert.deepEqual(read('l10n/bundle.l10n.json'), await (await script).sentencesInSources(), 'run npm run l10n');
  }).timeout(60_000);

  it('have every text of the manifest by its key', async () => {
    const manifest: unknown = read('package.json');
    const { keysIn, plainTextsIn } = await script;
    assert.deepEqual(plainTextsIn(manifest), [], 'run npm run l10n');
    assert.deepEqual([...new Set(keysIn(manifest))].sort(), Object.keys(read('package.nls.json')).sort());
  });

  for (const language of languages) {
    for (const [english, translated] of [
      ['l10n/bundle.l10n.json', `l10n/bundle.l10n.${language}.json`],
      ['package.nls.json', `package.nls.${language}.json`],
    ] as const) {
      it(`${translated} says all of ${english}, with the same places for arguments`, () => {
        const from = read(english);
        const to = read(translated);
        assert.deepEqual(Object.keys(to).sort(), Object.keys(from).sort());
        for (const [key, sentence] of Object.entries(from)) {
          // Only what is a plain string reaches the editor.
          assert.equal(typeof to[key], 'string', key);
          assert.ok(wordsOf(to[key]).trim(), key);
          assert.deepEqual(placesIn(to[key]), placesIn(sentence), key);
        }
      });
    }
  }
});

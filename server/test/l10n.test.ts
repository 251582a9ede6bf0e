import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

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

/** Where the client hands the editor something to show. */
const shown =
  /^(?:title|label|detail|description|tooltip|prompt|place[hH]older|validationMessage|saveLabel|openLabel|name|text)$/;
const messages = /^show(?:Information|Warning|Error)Message$|^setStatusBarMessage$/;

/** The words in a client's source that the editor shows and no translator gets to see, each with its line. */
function bareWordsIn(source: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const check = (value: ts.Node | undefined): void => {
    if (!value || !ts.isExpression(value) || !hasWords(value)) return;
    const { line } = source.getLineAndCharacterOfPosition(value.getStart());
    found.push(`${source.fileName}:${line + 1}: ${value.getText()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && shown.test(node.name.getText())) check(node.initializer);
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (ts.isPropertyAccessExpression(node.left) && shown.test(node.left.name.text)) check(node.right);
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const { text } = node.expression.name;
      if (messages.test(text)) node.arguments.forEach(check);
      if (text === 'appendMarkdown' || text === 'appendText') check(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Whether an expression has words of its own: two letters in a row outside of what a template puts in, and of icons. */
function hasWords(value: ts.Expression): boolean {
  if (ts.isConditionalExpression(value)) return hasWords(value.whenTrue) || hasWords(value.whenFalse);
  const own = ts.isStringLiteralLike(value)
    ? value.text
    : ts.isTemplateExpression(value)
      ? [value.head, ...value.templateSpans.map(({ literal }) => literal)].map(({ text }) => text).join('\0')
      : '';
  return /\p{L}{2}/u.test(own.replace(/\$\([\w-]+\)/g, ''));
}

/** The extension's name, and names of forms, which no language changes. */
const sameEverywhere = ["'Second Source'"];

describe('the languages of the editor', function () {
  // Reading all sources takes seconds on a busy machine.
  this.timeout(60_000);

  it('have every sentence of the sources in the bundle', async () => {
    assert.deepEqual(read('l10n/bundle.l10n.json'), await (await script).sentencesInSources(), 'run npm run l10n');
  });

  it('have every text of the manifest by its key', async () => {
    const manifest: unknown = read('package.json');
    const { keysIn, plainTextsIn } = await script;
    assert.deepEqual(plainTextsIn(manifest), [], 'run npm run l10n');
    assert.deepEqual([...new Set(keysIn(manifest))].sort(), Object.keys(read('package.nls.json')).sort());
  });

  it('reach every word that the client shows', () => {
    const folder = join(repository, 'client/src');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
    assert.ok(files.length > 20);
    const bare = files.sort().flatMap((name) => {
      const text = readFileSync(join(folder, name), 'utf8');
      return bareWordsIn(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
    });
    assert.deepEqual(
      bare.filter((one) => !sameEverywhere.some((name) => one.endsWith(` ${name}`))),
      [],
    );
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

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeLens, DocumentSymbol, Hover, MarkupContent } from 'vscode-languageserver/node';
import { agreed, ferry, library } from './stories';
import { type TestClient, withServer } from './testClient';

const bundle = (language: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, '../../../../l10n', `bundle.l10n.${language}.json`), 'utf8'));

const german = { sentences: bundle('de') };
const spanish = { sentences: bundle('es') };

const textOf = (hover: Hover | null): string => (hover?.contents as MarkupContent).value;

async function lensTitles(client: TestClient, name: string): Promise<readonly (string | undefined)[]> {
  const lenses = await client.askDocument<CodeLens[]>('textDocument/codeLens', name);
  const resolved = await Promise.all(
    lenses.map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
  );
  return resolved.map(({ command }) => command?.title);
}

const messages = async (client: TestClient, name: string): Promise<readonly string[]> =>
  (await client.pull(name)).map(({ message }) => message as string);

describe('a server that is told the sentences of a language', () => {
  it(
    'puts problems, lenses, hovers, the outline and progress in German, the articles’ words as they are',
    withServer({ files: library, declares: german }, async (client) => {
      await client.open('wire.txt');
      await client.settled();
      assert.deepEqual(await messages(client, 'wire.txt'), [
        'Das Zitat von Dana Okafor weicht in rewrite.txt ab: “snow” hier und in 1 weiteren Datei, “leaf” nur dort.',
      ]);
      assert.deepEqual(await lensTitles(client, 'wire.txt'), ['2 Übereinstimmungen in 2 Dateien, 1 weicht ab']);
      const hover = textOf(await client.ask<Hover | null>('textDocument/hover', 'wire.txt', agreed)).split('\n');
      assert.equal(hover[0], 'Hier sagte das **Dana Okafor**');
      assert.equal(hover[2], '| Sprecher | Wortlaut | Wo |');
      const [speaker] = await client.askDocument<DocumentSymbol[]>('textDocument/documentSymbol', 'wire.txt');
      assert.deepEqual([speaker?.name, speaker?.detail], ['Dana Okafor', '1 Zitat']);
      assert.ok(client.progress.some(({ title }) => title === 'Artikel werden gelesen'));
    }),
  );

  it(
    'puts problems and lenses in Spanish',
    withServer({ files: ferry, declares: spanish }, async (client) => {
      await client.open('wire.txt');
      await client.settled();
      assert.deepEqual(await messages(client, 'wire.txt'), ['34 passengers solo aquí, 43 en gull.txt y herald.txt.']);
      assert.deepEqual(await lensTitles(client, 'wire.txt'), ['2 difieren en 2 archivos']);
    }),
  );

  it(
    'speaks English where the sentences are none',
    withServer({ files: library, declares: { sentences: { '1 quote': 7, 'no match': null } } }, async (client) => {
      await client.open('wire.txt');
      const [speaker] = await client.askDocument<DocumentSymbol[]>('textDocument/documentSymbol', 'wire.txt');
      assert.equal(speaker?.detail, '1 quote');
    }),
  );
});

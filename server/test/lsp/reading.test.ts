import assert from 'node:assert/strict';
import type {
  ClientCapabilities,
  FoldingRange,
  InlayHint,
  SemanticTokens,
  SemanticTokensDelta,
  SymbolInformation,
} from 'vscode-languageserver/node';
import { tokenModifiers, tokenTypes } from '../../src/features/semanticTokens';
import { marksMethod, type MarksResult } from '../../src/protocol/reading';
import { type TestClient, withServer } from './testClient';

const files = `
=== a.txt
The ferry is late again

Dana Wren met the press on the quay. “Nobody has ever seen this ferry leave the harbour on time,” she said.

The storm sank 9 boats.

“We asked in spring,” Tom Vale said. “We asked twice.

“We asked again in summer.”
=== b.txt
“Nobody has ever seen this ferry leave the island on time,” Dana Wren said.
`;

const refreshing: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
};

/** Tokens as their words, type and modifiers. */
function read(client: TestClient, name: string, data: readonly number[]): string[] {
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [lines = 0, units = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = lines > 0 ? units : character + units;
    line += lines;
    const words = client.words(name, { start: { line, character }, end: { line, character: character + length } });
    const modifiers = tokenModifiers.filter((_, bit) => (bits & (1 << bit)) !== 0);
    found.push(`${words} [${[tokenTypes[type], ...modifiers].join(' ')}]`);
  }
  return found;
}

const tokens = (client: TestClient, name = 'a.txt'): Promise<SemanticTokens> =>
  client.askDocument('textDocument/semanticTokens/full', name);

describe('semantic tokens', () => {
  it(
    'are told a line at a time, in the article that is open',
    withServer({ files }, async (client) => {
      await client.open('a.txt');
      assert.deepEqual(read(client, 'a.txt', (await tokens(client)).data).slice(0, 4), [
        '“Nobody has ever seen this ferry leave the harbour on time,” [quote conflict]',
        'she [speaker]',
        '9 boats [figure]',
        '“We asked in spring,” [quote]',
      ]);
      await client.open('c.txt', 'Tom Vale said: “The bread was gone\nbefore noon.”\n');
      const broken = read(client, 'c.txt', (await tokens(client, 'c.txt')).data).filter((one) => one.includes('quote'));
      assert.deepEqual(broken.slice(0, 1), ['“The bread was gone [quote]']);
      assert.ok(broken.length > 1);
    }),
  );

  it(
    'are told after an edit as what has changed',
    withServer({ files }, async (client) => {
      await client.open('a.txt');
      const { resultId, data } = await tokens(client);
      await client.replace('a.txt', 'sank 9 boats', 'sank some 90 boats');
      const delta = await client.askDocument<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', 'a.txt', {
        previousResultId: resultId,
      });
      const now = [...data];
      for (const { start, deleteCount, data: put = [] } of [...delta.edits].reverse())
        now.splice(start, deleteCount, ...put);
      assert.deepEqual(now, (await tokens(client)).data);
      assert.ok(read(client, 'a.txt', now).includes('some 90 boats [figure]'));
    }),
  );

  it(
    'are told of a part, and of nothing where a setting says so',
    withServer({ files, capabilities: refreshing }, async (client) => {
      await client.open('a.txt');
      const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
      const part = await client.askDocument<SemanticTokens>('textDocument/semanticTokens/range', 'a.txt', { range });
      assert.deepEqual(read(client, 'a.txt', part.data), ['9 boats [figure]']);
      const asked = client.refreshes('semanticTokens');
      client.settings = { semanticTokens: false };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await asked;
      assert.deepEqual((await tokens(client)).data, []);
    }),
  );

  it(
    'are asked for again when another file’s change makes them others',
    withServer({ files, capabilities: refreshing }, async (client) => {
      await client.open('a.txt');
      await client.open('b.txt');
      await tokens(client);
      const asked = client.refreshes('semanticTokens');
      await client.replace('b.txt', 'the island', 'the harbour');
      await asked;
      const now = read(client, 'a.txt', (await tokens(client)).data);
      assert.equal(now[0], '“Nobody has ever seen this ferry leave the harbour on time,” [quote]');
    }),
  );

  it(
    'have names that every editor has colours for, where the client is not ours',
    withServer({ files, ours: false }, (client) => {
      const legend = client.serverCapabilities.semanticTokensProvider?.legend;
      assert.deepEqual(legend?.tokenTypes, ['string', 'class', 'number', 'number']);
      return Promise.resolve();
    }),
  );
});

describe('reading aids of the server', () => {
  it(
    'fold speeches by line, and what is set in as well',
    withServer({ files }, async (client) => {
      await client.open('a.txt', `${client.text('a.txt').text}\n\nNotes\n  one\n`);
      const folds = await client.askDocument<FoldingRange[]>('textDocument/foldingRange', 'a.txt');
      assert.deepEqual(
        folds.map(({ startLine, endLine }) => [startLine, endLine]),
        [
          [6, 8],
          [10, 11],
        ],
      );
      assert.equal(await client.askDocument('textDocument/foldingRange', 'b.txt'), null);
    }),
  );

  it(
    'find symbols in all files, and take any query',
    withServer({ files }, async (client) => {
      const ask = (query: string) => client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
      const found = await ask('dana ferry');
      assert.deepEqual(found.map(({ location }) => client.name(location.uri)).sort(), ['a.txt', 'b.txt']);
      assert.deepEqual(await ask('\u0000(['), []);
    }),
  );

  it(
    'show no notes unless a setting asks for them, and then those of the part that is asked for',
    withServer({ files, settings: { inlayHints: 'all' } }, async (client) => {
      await client.open('a.txt');
      const ask = (last: number) =>
        client.askDocument<InlayHint[]>('textDocument/inlayHint', 'a.txt', {
          range: { start: { line: 0, character: 0 }, end: { line: last, character: 0 } },
        });
      assert.deepEqual(
        (await ask(9)).map(({ label }) => (label as { value: string }[]).map(({ value }) => value)),
        [['Dana Wren']],
      );
      assert.deepEqual(await ask(0), []);
    }),
  );

  it(
    'mark what other files have, and nothing in a document that is no article',
    withServer({ files: files.replaceAll('the island', 'the harbour') }, async (client) => {
      await client.open('a.txt');
      const { linked, differing } = await client.connection.sendRequest<MarksResult>(marksMethod, {
        uri: client.uri('a.txt'),
      });
      assert.deepEqual([linked.length, differing.length], [1, 0]);
      const none = await client.connection.sendRequest(marksMethod, { uri: client.uri('gone.txt') });
      assert.deepEqual(none, { linked: [], differing: [] });
    }),
  );
});

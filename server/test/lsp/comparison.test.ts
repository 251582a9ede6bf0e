import assert from 'node:assert/strict';
import {
  comparableArticlesMethod,
  comparablePassagesMethod,
  compareMethod,
  type ComparableArticlesResult,
  type ComparablePassagesResult,
  type CompareResult,
} from '../../src/protocol/comparison';
import { agreed, library } from './stories';
import { type TestClient, withServer } from './testClient';

const passagesAt = (client: TestClient, name: string, words: string): Promise<ComparablePassagesResult> =>
  client.connection.sendRequest(comparablePassagesMethod, { uri: client.uri(name), position: client.at(name, words) });

describe('comparing over the protocol', () => {
  it(
    'finds the passages to compare in the other files',
    withServer({ files: library }, async (client) => {
      const found = await passagesAt(client, 'wire.txt', agreed);
      assert.deepEqual(
        found.map(({ name, differs, about }) => [name, differs, about]),
        [
          ['rewrite.txt', true, 'Dana Okafor'],
          ['courier.txt', false, 'Dana Okafor'],
        ],
      );
      const [differing] = found;
      assert.ok(differing);
      assert.equal(client.words('rewrite.txt', differing.there), differing.words);
    }),
  );

  it(
    'lays two articles out with the passage asked for on one line',
    withServer({ files: library }, async (client) => {
      const [left, right] = ['rewrite.txt', 'wire.txt'];
      const pivot = { left: client.at(left, 'We will'), right: client.at(right, 'We will') };
      const params = { left: client.uri(left), right: client.uri(right), pivot };
      const found = await client.connection.sendRequest<CompareResult>(compareMethod, params);
      assert.ok(found);
      for (const side of [found.left, found.right]) {
        assert.ok(side.pivot);
        const { text } = side.lines[side.pivot.line] ?? { text: '' };
        assert.match(text.slice(side.pivot.character), /^We will open/);
        assert.match(side.lines[0]?.text ?? '', /^\d+% of the words of rewrite\.txt stand in wire\.txt\.$/);
      }
      const line = found.right.lines.find(({ text }) => text.startsWith('The building'));
      assert.deepEqual(line?.place, client.at(right, 'The building'));
    }),
  );

  it(
    'names the articles to compare with, those of the story first',
    withServer({ files: library }, async (client) => {
      const params = { uri: client.uri('wire.txt') };
      const found = await client.connection.sendRequest<ComparableArticlesResult>(comparableArticlesMethod, params);
      assert.deepEqual(
        found?.map(({ name, quotes }) => [name, quotes]),
        [
          ['courier.txt', 1],
          ['rewrite.txt', 1],
        ],
      );
    }),
  );

  it(
    'has nothing to say of what is no article',
    withServer({ files: library }, async ({ connection }) => {
      const gone = 'file:///gone.txt';
      assert.equal(await connection.sendRequest(comparableArticlesMethod, { uri: gone }), null);
      assert.equal(await connection.sendRequest(compareMethod, { left: gone, right: gone }), null);
      const position = { line: 0, character: 0 };
      assert.deepEqual(await connection.sendRequest(comparablePassagesMethod, { uri: gone, position }), []);
    }),
  );
});

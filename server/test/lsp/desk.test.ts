import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import type { DeskResult, DifferenceResult } from '../../src/protocol/desk';
import { library } from './stories';
import { withServer, type TestClient } from './testClient';

const deskFile = '.second-source.json';
const declaring = (...sources: readonly string[]): string => JSON.stringify({ version: 1, sources });
const withDesk = (text: string): string => `${library}\n=== ${deskFile}\n${text}\n`;

const messages = async (client: TestClient, name: string): Promise<readonly string[]> =>
  (await client.pull(name)).map(({ message }) => (typeof message === 'string' ? message : message.value));

const difference = (client: TestClient, name: string, words: string): Promise<DifferenceResult | null> =>
  client.connection.sendRequest('secondSource/difference', {
    uri: client.uri(name),
    code: 'quote-altered',
    position: client.at(name, words),
  });

const declared = (client: TestClient): Promise<DeskResult> => client.connection.sendRequest('secondSource/desk');

/** Writes the folder's file, or takes it away, and waits until something else is shown. */
async function redeclare(client: TestClient, text: string | null, total: number): Promise<void> {
  if (text === null) await rm(join(client.root, deskFile));
  else await client.write(deskFile, text);
  await client.tell(deskFile, text === null ? FileChangeType.Deleted : FileChangeType.Changed);
  await client.until(() => client.status?.total === total);
}

describe('what a folder declares', () => {
  it(
    'is read with the folder: the source has no problem, and is named in the draft',
    withServer({ files: withDesk(declaring('wire.txt')) }, async (client) => {
      await client.until(() => client.status?.total === 1);
      assert.deepEqual(await messages(client, 'wire.txt'), []);
      assert.deepEqual(await messages(client, 'courier.txt'), []);
      const [message = ''] = await messages(client, 'rewrite.txt');
      assert.match(message, /differs from the source wire\.txt: “leaf” here, “snow” there/);
      assert.deepEqual(await declared(client), {
        folders: [{ folder: client.uri(''), sources: [client.uri('wire.txt')], patterns: ['wire.txt'], faults: [] }],
      });
    }),
  );

  it(
    'is taken in when the file comes, changes and goes, and open documents are shown anew',
    withServer({ files: library }, async (client) => {
      await client.open('rewrite.txt');
      await client.until(() => client.status?.total === 3);
      assert.doesNotMatch((await messages(client, 'rewrite.txt')).join(), /source/);
      const refreshes = client.diagnosticRefreshes;
      await redeclare(client, declaring('wire.txt'), 1);
      await client.until(() => client.diagnosticRefreshes > refreshes);
      assert.match((await messages(client, 'rewrite.txt')).join(), /the source wire\.txt/);
      await redeclare(client, declaring('nothing.txt'), 3);
      await redeclare(client, declaring('*.txt'), 0);
      await redeclare(client, null, 3);
    }),
  );

  it(
    'has its faults named in the log once a change, and what is sound holds',
    withServer({ files: withDesk('{ "version": 1, "sources": ["wire.txt", "/etc/*"] }') }, async (client) => {
      await client.until(() => client.status?.total === 1);
      const fault = `${deskFile} in copy: Source 2 (“/etc/*”) must be relative to the folder.`;
      const told = (): number => client.log.filter(({ message }) => message === fault).length;
      assert.equal(told(), 1);
      await client.tell(deskFile, FileChangeType.Changed);
      assert.equal((await declared(client)).folders[0]?.faults.length, 1);
      assert.equal(told(), 1);
      await redeclare(client, '{ "version": 1, "sources": ["*.txt", "/etc/*"] }', 0);
      assert.equal(told(), 2);
    }),
  );

  it(
    'holds in its own folder only',
    withServer(
      {
        files: library
          .replace('=== wire.txt', '=== one/wire.txt')
          .replace('=== courier.txt', '=== two/courier.txt')
          .replace('=== rewrite.txt', '=== two/rewrite.txt')
          .concat(`\n=== one/${deskFile}\n${declaring('*.txt')}\n`),
        folders: ['one', 'two'],
      },
      async (client) => {
        await client.until(() => client.status?.total === 1);
        const { folders } = await declared(client);
        assert.deepEqual(
          folders.map(({ folder, sources }) => [client.name(folder), sources.map((uri) => client.name(uri))]),
          [
            ['one', ['one/wire.txt']],
            ['two', []],
          ],
        );
        assert.match((await messages(client, 'two/rewrite.txt')).join(), /the source wire\.txt/);
      },
    ),
  );

  it(
    'is not looked for in folders below',
    withServer({ files: `${library}\n=== sub/${deskFile}\n${declaring('../wire.txt')}\n` }, async (client) => {
      await client.until(() => client.status?.total === 3);
      await client.tell(`sub/${deskFile}`, FileChangeType.Changed);
      assert.equal((await declared(client)).folders.length, 1);
      assert.equal(client.status?.total, 3);
    }),
  );
});

describe('a difference', () => {
  it(
    'is told in the words in which it would be accepted, and is accepted by them',
    withServer({ files: library }, async (client) => {
      await client.until(() => client.status?.total === 3);
      const result = await difference(client, 'rewrite.txt', 'We will open');
      assert.ok(result);
      assert.equal(result.folder, client.uri(''));
      assert.equal(result.code, 'quote-altered');
      assert.match(result.message, /“leaf” only here/);
      assert.equal(result.related.length, 2);
      // Two files with the same words, whatever stands before the closing mark, are one difference.
      assert.equal(result.differences.length, 1);
      for (const passages of result.differences) {
        const [own, other] = passages;
        assert.ok(own && other && passages.length === 2);
        assert.equal(own.file, 'rewrite.txt');
        assert.match(own.text, /^We will open the doors .* first leaf falls/);
        assert.match(other.text, /^We will open the doors .* first snow falls/);
      }
      const accepted = result.differences.map((passages) => ({
        code: result.code,
        passages,
        reason: 'He said both.',
        by: 'Ines',
        at: '2026-03-02T21:40:00Z',
      }));
      await redeclare(client, JSON.stringify({ version: 1, accepted }), 0);
      assert.deepEqual(await messages(client, 'wire.txt'), []);
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'first leaf', 'last leaf');
      await client.until(() => client.status?.total === 3);
    }),
  );

  it(
    'is null where there is no such problem',
    withServer({ files: library }, async (client) => {
      assert.equal(await difference(client, 'rewrite.txt', 'There was applause'), null);
      const nowhere = { uri: 'file:///nowhere.txt', code: 'quote-altered', position: { line: 0, character: 0 } };
      assert.equal(await client.connection.sendRequest('secondSource/difference', nowhere), null);
      assert.equal(await client.connection.sendRequest('secondSource/difference', { uri: 1 }), null);
    }),
  );
});

describe('the status', () => {
  it(
    'tells conflicts from notes',
    withServer({ files: library, settings: { rules: { quoteAltered: 'information' } } }, async (client) => {
      await client.until(() => client.status?.total === 3);
      assert.equal(client.status?.conflicts, 0);
      client.settings = {};
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      // One disagreement, though three files carry it.
      await client.until(() => client.status?.conflicts === 1);
    }),
  );
});

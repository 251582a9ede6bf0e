import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type DocumentDiagnosticReport,
  FileChangeType,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import type { DiagnosticData } from '../../src/protocol';
import { agreed, library } from './stories';
import { withServer } from './testClient';

describe('diagnostics that the client asks for', () => {
  it(
    'marks a quote that another file has in other words, with that file one click apart',
    withServer({ files: library }, async (client) => {
      await client.open('rewrite.txt');
      const [problem, ...others] = await client.pull('rewrite.txt');
      assert.deepEqual(others, []);
      assert.ok(problem);
      assert.equal(problem.source, 'second-source');
      assert.equal(problem.code, 'quote-altered');
      assert.match(client.words('rewrite.txt', problem.range), /^We will open .*first leaf falls/);
      const related = problem.relatedInformation ?? [];
      assert.deepEqual(related.map(({ location }) => client.name(location.uri)).sort(), ['courier.txt', 'wire.txt']);
      for (const { location } of related) {
        assert.match(client.words(client.name(location.uri), location.range), /^We will open .*first snow falls/);
      }
      assert.deepEqual(
        (problem.data as DiagnosticData).related,
        related.map(({ location }) => location),
      );
    }),
  );

  it(
    'answers “unchanged” for as long as nothing has changed',
    withServer({ files: library }, async (client) => {
      await client.open('rewrite.txt');
      const ask = (previousResultId?: string): Promise<DocumentDiagnosticReport> =>
        client.askDocument('textDocument/diagnostic', 'rewrite.txt', { previousResultId });
      const first = await ask();
      assert.equal(first.kind, 'full');
      const second = await ask(first.resultId);
      assert.deepEqual(second, { kind: 'unchanged', resultId: first.resultId });
      await client.replace('rewrite.txt', 'leaf', 'frost');
      const third = await ask(first.resultId);
      assert.equal(third.kind, 'full');
      await client.replace('rewrite.txt', 'frost', 'leaf');
      assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    }),
  );

  it(
    'reports the whole workspace once, then only what has changed',
    withServer({ files: library }, async (client) => {
      const ask = (previousResultIds: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> =>
        client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
      const idsOf = ({ items }: WorkspaceDiagnosticReport): { uri: string; value: string }[] =>
        items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
      const first = await ask([]);
      assert.deepEqual(first.items.map(({ uri }) => client.name(uri)).sort(), [
        'courier.txt',
        'rewrite.txt',
        'wire.txt',
      ]);
      assert.ok(first.items.every((item) => item.kind === 'full' && item.items.length === 1));
      assert.deepEqual(await ask(idsOf(first)), { items: [] });

      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'leaf', 'snow');
      const second = await ask(idsOf(first));
      assert.ok(second.items.every((item) => item.kind === 'full' && item.items.length === 0));
      assert.equal(second.items.length, 3);
    }),
  );

  it(
    'asks the client to come again when an edit changes what is known of another file',
    withServer({ files: library }, async (client) => {
      await client.open('wire.txt');
      await client.open('rewrite.txt');
      assert.equal((await client.pull('wire.txt')).length, 1);
      const before = client.diagnosticRefreshes;
      await client.replace('rewrite.txt', 'leaf', 'snow');
      await client.until(() => client.diagnosticRefreshes > before);
      assert.deepEqual(await client.pull('wire.txt'), []);
    }),
  );

  it(
    'lets the client let go of a file that is gone, once',
    withServer({ files: library }, async (client) => {
      const ask = (previousResultIds: { uri: string; value: string }[]): Promise<WorkspaceDiagnosticReport> =>
        client.connection.sendRequest('workspace/diagnostic', { previousResultIds });
      const { items } = await ask([]);
      const ids = items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
      await client.tell('rewrite.txt', FileChangeType.Deleted);
      await client.until(() => client.status?.total === 0);
      const gone = (await ask(ids)).items.find(({ uri }) => client.name(uri) === 'rewrite.txt');
      assert.deepEqual(gone?.kind === 'full' && gone.items, []);
      assert.ok(!(await ask([])).items.some(({ uri }) => client.name(uri) === 'rewrite.txt'));
      const stranger = { uri: client.uri('long gone.txt'), value: 'from a server before this one' };
      assert.ok((await ask([stranger])).items.some(({ uri }) => uri === stranger.uri));
    }),
  );

  it(
    'has nothing to say about a document that is no article',
    withServer({ files: library }, async (client) => {
      await client.open('main.c', 'puts("before the first snow falls");', 'c');
      assert.deepEqual(await client.pull('main.c'), []);
    }),
  );
});

describe('diagnostics for a client that is sent them', () => {
  it(
    'come for all files after the folder is read, and again for those that an edit touches',
    withServer({ files: library, diagnostics: 'push' }, async (client) => {
      const count = (name: string): number | undefined => client.published.get(client.uri(name))?.diagnostics.length;
      await client.until(() => count('wire.txt') === 1 && count('courier.txt') === 1 && count('rewrite.txt') === 1);
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'leaf', 'snow');
      await client.until(() => count('wire.txt') === 0 && count('courier.txt') === 0 && count('rewrite.txt') === 0);
      assert.equal(client.published.get(client.uri('rewrite.txt'))?.version, 2);
    }),
  );

  it(
    'are taken back when the file is gone',
    withServer({ files: library, diagnostics: 'push' }, async (client) => {
      const count = (name: string): number | undefined => client.published.get(client.uri(name))?.diagnostics.length;
      await client.until(() => count('rewrite.txt') === 1 && count('wire.txt') === 1);
      await rm(join(client.root, 'rewrite.txt'));
      await client.tell('rewrite.txt', FileChangeType.Deleted);
      await client.until(() => count('rewrite.txt') === 0 && count('wire.txt') === 0);
    }),
  );

  it(
    'are taken back when an untitled document is gone',
    withServer({ files: library, diagnostics: 'push' }, async (client) => {
      const text = client.text('wire.txt').text.replace(agreed, 'before the first rain falls');
      const count = (uri: string): number | undefined => client.published.get(uri)?.diagnostics.length;
      await client.open('untitled:Untitled-1', text);
      await client.until(() => count('untitled:Untitled-1') === 1);
      await client.close('untitled:Untitled-1');
      await client.until(() => count('untitled:Untitled-1') === 0);
    }),
  );
});

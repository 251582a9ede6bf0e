import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
} from 'vscode-languageserver/node';
import type { NextConflictParams, NextConflictResult } from '../../src/protocol';
import { nextConflictMethod } from '../../src/protocol';
import { ferry } from './stories';
import { type TestClient, withServer } from './testClient';

const textOf = (hover: Hover | null): string => (hover?.contents as MarkupContent).value;

/** Each place as its file and its words. */
const read = (client: TestClient, found: readonly Location[]): string[] =>
  found.map(({ uri, range }) => `${client.name(uri)}: ${client.words(client.name(uri), range)}`).sort();

describe('figures', () => {
  it(
    'that differ are problems in both files, each with the other one click apart',
    withServer({ files: ferry }, async (client) => {
      await client.open('wire.txt');
      const [problem, ...others] = await client.pull('wire.txt');
      assert.deepEqual(others, []);
      assert.ok(problem);
      assert.deepEqual([problem.code, problem.source], ['figure-conflict', 'second-source']);
      assert.equal(client.words('wire.txt', problem.range), '34 passengers');
      assert.ok(typeof problem.message === 'string');
      assert.match(problem.message, /34.* here.*43/);
      const related = (problem.relatedInformation ?? []).map(({ location }) => location);
      assert.deepEqual(read(client, related), ['gull.txt: 43 passengers', 'herald.txt: 43 passengers']);
      await client.open('herald.txt');
      assert.deepEqual(
        (await client.pull('herald.txt')).map(({ code }) => code),
        ['figure-conflict'],
      );
      await client.until(() => client.status?.total === 3);
      assert.equal(client.status?.worst[0]?.code, 'figure-conflict');
    }),
  );

  it(
    'that differ no longer are taken back in the other files',
    withServer({ files: ferry }, async (client) => {
      await client.open('wire.txt');
      await client.open('herald.txt');
      assert.equal((await client.pull('herald.txt')).length, 1);
      const before = client.diagnosticRefreshes;
      await client.replace('wire.txt', '34 passengers', '43 passengers');
      await client.until(() => client.diagnosticRefreshes > before);
      assert.deepEqual(await client.pull('herald.txt'), []);
    }),
  );

  it(
    'are told in a hover: whose it is, then every other file’s, then the spread',
    withServer({ files: ferry }, async (client) => {
      const lines = textOf(await client.ask('textDocument/hover', 'wire.txt', '34 passengers')).split('\n');
      assert.match(lines[0] ?? '', /^\*\*34 passengers\*\*, given to .*coastguard/i);
      assert.match(lines[4] ?? '', /^\| \*\*43 passengers\*\* \| .*\[gull\.txt:1\]/);
      assert.match(lines[5] ?? '', /^\| \*\*43 passengers\*\* \| .*\[herald\.txt:1\]/);
      assert.equal(lines.at(-1), '34 to 43 in 3 files');
      const hover = await client.ask<Hover | null>('textDocument/hover', 'wire.txt', '34 passengers');
      assert.equal(hover?.range && client.words('wire.txt', hover.range), '34 passengers');
    }),
  );

  it(
    'lead to the same figure in the other files',
    withServer({ files: ferry }, async (client) => {
      for (const method of ['textDocument/definition', 'textDocument/references']) {
        const found = await client.ask<Location[]>(method, 'herald.txt', '61 sheep', {
          context: { includeDeclaration: false },
        });
        assert.deepEqual(read(client, found), ['gull.txt: 61 sheep'], method);
      }
      const lit = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', 'gull.txt', '61 sheep');
      assert.deepEqual(
        lit.map(({ range }) => client.words('gull.txt', range)),
        ['61 sheep'],
      );
    }),
  );

  it(
    'are counted in lenses, stand in the outline, and are on the way through the conflicts',
    withServer({ files: ferry }, async (client) => {
      const [lens] = await client.askDocument<CodeLens[]>('textDocument/codeLens', 'wire.txt');
      const resolved = await client.connection.sendRequest<CodeLens>('codeLens/resolve', lens);
      assert.equal(resolved.command?.title, '2 differ in 2 files');
      const groups = await client.askDocument<DocumentSymbol[]>('textDocument/documentSymbol', 'herald.txt');
      const figures = groups.find(({ name }) => name === 'Figures');
      assert.ok(figures?.children?.some(({ name }) => name === '43 passengers'));
      assert.ok(groups.find(({ name }) => name === 'Dates')?.children?.some(({ name }) => name.includes('Monday')));
      const params: NextConflictParams = { uri: null, direction: 'next' };
      const next = await client.connection.sendRequest<NextConflictResult>(nextConflictMethod, params);
      assert.equal(next && client.words('gull.txt', next.range), '43 passengers');
    }),
  );
});

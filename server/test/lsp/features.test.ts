import assert from 'node:assert/strict';
import type {
  CodeLens,
  DocumentHighlight,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  MarkupContent,
} from 'vscode-languageserver/node';
import type { ShowMatchesArguments } from '../../src/protocol';
import { agreed, library } from './stories';
import { type TestClient, withServer } from './testClient';

const textOf = (hover: Hover | null): string => (hover?.contents as MarkupContent).value;

/** Nine files more, whose changed words try to be links, pictures, code, HTML and table cells. */
const hostile = [
  '[rain](command:evil)',
  '![rain](https://evil.example/x.png)',
  '<img src=x onerror=evil()>',
  '`rain` | rain | rain',
  'https://evil.example/rain',
  '<a href="command:evil">rain</a>',
  'www.evil.example',
  '[rain]: https://evil.example',
  '**rain** ~~rain~~ \\[rain](x)',
]
  .map(
    (words, i) => `
=== hostile ${i}.txt
It was a long night in the council chamber, and nobody wished to go home before it was over.

“We will open the doors again before the first ${words} falls, whatever it costs the city,” Mayor Dana Okafor said.

The members went out into the rain after that, and most of them walked home along the river in the dark.
`,
  )
  .join('');

describe('hover', () => {
  it(
    'says who said it here, then has a row for each other file, the longest agreeing wording first',
    withServer({ files: library }, async (client) => {
      await client.open('wire.txt');
      const hover = await client.ask<Hover | null>('textDocument/hover', 'wire.txt', agreed);
      const uri = client.uri('courier.txt');
      const [heading, , , , first, second, ...rest] = textOf(hover).split('\n');
      assert.equal(heading, '**Dana Okafor** said here');
      assert.match(first ?? '', /^\| Dana Okafor \| “We will open .* snow falls.*” \| \[courier\.txt:3\]\(/);
      assert.ok(first?.endsWith(`(${uri}#L3) |`), first);
      assert.match(second ?? '', /before the first \*\*leaf\*\* falls.* \| \[rewrite\.txt:3\]/);
      assert.deepEqual(rest, []);
      assert.ok(hover?.range);
      assert.match(client.words('wire.txt', hover.range), /^“We will open .*”$/s);
    }),
  );

  it(
    'is plain text for a client that shows no Markdown',
    withServer({ files: library, markdown: false }, async (client) => {
      const hover = await client.ask<Hover | null>('textDocument/hover', 'wire.txt', agreed);
      assert.equal((hover?.contents as MarkupContent).kind, 'plaintext');
      const [heading, first, second] = textOf(hover).split('\n');
      assert.equal(heading, 'Dana Okafor said here');
      assert.match(first ?? '', /^courier\.txt:3 Dana Okafor: “We will open the doors .*”$/);
      assert.match(second ?? '', /^rewrite\.txt:3 Dana Okafor: “.*before the first leaf falls.*”$/);
    }),
  );

  it(
    'links nothing that an article has in its words, and names the files that there is no room for',
    withServer({ files: library + hostile }, async (client) => {
      await client.until(() => (client.status?.total ?? 0) >= 12);
      const text = textOf(await client.ask('textDocument/hover', 'wire.txt', agreed));
      const links = text.match(/(?<!\\)\]\([^)]*\)/g) ?? [];
      assert.ok(links.length > 0);
      assert.ok(
        links.every((link) => link.startsWith(`](${client.uri('')}`) || link.startsWith('](command:secondSource.')),
        links.join('\n'),
      );
      assert.doesNotMatch(text, /(?<!\\)<|(?<!\\)`|https?:\/\/|www\./);
      const rows = text
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .slice(2);
      assert.equal(rows.length, 8);
      for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 4, row);
      const more = /^\[and 3 more\]\(command:secondSource\.showMatches\?(.*)\)$/m.exec(text);
      const [uri, , locations] = JSON.parse(decodeURIComponent(more?.[1] ?? '')) as ShowMatchesArguments;
      assert.equal(uri, client.uri('wire.txt'));
      assert.equal(locations.length, 11);
    }),
  );

  it(
    'is nothing outside of quotes and for a document that is not known',
    withServer({ files: library }, async (client) => {
      assert.equal(await client.ask('textDocument/hover', 'wire.txt', 'The building'), null);
      const textDocument = { uri: client.uri('gone.txt') };
      const position = { line: 900, character: 900 };
      assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument, position }), null);
    }),
  );
});

describe('lenses', () => {
  const lensesOf = async (client: TestClient, name: string): Promise<CodeLens[]> =>
    client.askDocument('textDocument/codeLens', name);
  const resolved = async (client: TestClient, name: string): Promise<CodeLens[]> =>
    Promise.all(
      (await lensesOf(client, name)).map((lens) => client.connection.sendRequest<CodeLens>('codeLens/resolve', lens)),
    );

  it(
    'stand above each paragraph with linked quotes and count when they are resolved',
    withServer({ files: library }, async (client) => {
      const lenses = await lensesOf(client, 'wire.txt');
      assert.equal(lenses.length, 1);
      assert.equal(lenses[0]?.command, undefined);
      assert.equal(lenses[0]?.range.start.line, 2);
      const [lens] = await resolved(client, 'wire.txt');
      assert.equal(lens?.command?.title, '2 matches in 2 files, 1 differs');
      assert.equal(lens.command.command, 'secondSource.showMatches');
      const [uri, position, locations] = lens.command.arguments as unknown as ShowMatchesArguments;
      assert.equal(uri, client.uri('wire.txt'));
      assert.deepEqual(position, { line: 2, character: 1 });
      assert.deepEqual(locations.map((location) => client.name(location.uri)).sort(), ['courier.txt', 'rewrite.txt']);
    }),
  );

  it(
    'are a title alone for other editors',
    withServer({ files: library, ours: false, diagnostics: 'push' }, async (client) => {
      const [lens] = await resolved(client, 'rewrite.txt');
      assert.deepEqual(lens?.command, { title: '2 differ in 2 files', command: '' });
    }),
  );

  it(
    'stand only where quotes differ, or nowhere, as the setting says',
    withServer({ files: library.replace('leaf', 'snow'), settings: { lens: 'conflicts' } }, async (client) => {
      assert.deepEqual(await lensesOf(client, 'wire.txt'), []);
      await client.open('wire.txt');
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'snow', 'leaf');
      assert.equal((await lensesOf(client, 'wire.txt')).length, 1);
      await client.until(() => client.lensRefreshes > 0);
      client.settings = { lens: 'off' };
      const before = client.lensRefreshes;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.until(() => client.lensRefreshes > before);
      assert.deepEqual(await lensesOf(client, 'wire.txt'), []);
    }),
  );

  it(
    'of a paragraph that is no longer there are given up',
    withServer({ files: library }, async (client) => {
      await client.open('wire.txt');
      const [lens] = await lensesOf(client, 'wire.txt');
      await client.replace('wire.txt', 'EASTMOOR, Tuesday.', 'EASTMOOR.');
      await assert.rejects(client.connection.sendRequest('codeLens/resolve', lens), { code: -32801 });
    }),
  );
});

describe('going from quote to quote', () => {
  it(
    'leads to the best match in each file, from the quote and from the words around it',
    withServer({ files: library }, async (client) => {
      for (const place of [agreed, 'said on Tuesday']) {
        const found = await client.ask<Location[]>('textDocument/definition', 'wire.txt', place);
        assert.deepEqual(
          found.map(({ uri }) => client.name(uri)),
          ['courier.txt', 'rewrite.txt'],
        );
        const there = found.map(({ uri, range }) => client.words(client.name(uri), range));
        assert.ok(there.every((words) => words.startsWith('We will open')));
      }
      assert.equal(await client.ask('textDocument/definition', 'wire.txt', 'The building'), null);
    }),
  );

  it(
    'marks the whole quote as where the jump begins, for clients that show it',
    withServer(
      { files: library, capabilities: { textDocument: { definition: { linkSupport: true } } } },
      async (client) => {
        const [link] = await client.ask<LocationLink[]>('textDocument/definition', 'wire.txt', agreed);
        assert.ok(link?.originSelectionRange);
        assert.match(client.words('wire.txt', link.originSelectionRange), /^“We will open .*”$/s);
      },
    ),
  );

  it(
    'lists all matches, with the quote itself where that is asked for',
    withServer({ files: library }, async (client) => {
      const list = async (includeDeclaration: boolean): Promise<string[]> =>
        (
          await client.ask<Location[]>('textDocument/references', 'rewrite.txt', 'first leaf', {
            context: { includeDeclaration },
          })
        ).map(({ uri }) => client.name(uri));
      assert.deepEqual(await list(false), ['courier.txt', 'wire.txt']);
      assert.deepEqual(await list(true), ['rewrite.txt', 'courier.txt', 'wire.txt']);
    }),
  );

  it(
    'highlights the quote that the cursor is in',
    withServer({ files: library }, async (client) => {
      const found = await client.ask<DocumentHighlight[]>('textDocument/documentHighlight', 'wire.txt', agreed);
      assert.equal(found.length, 1);
      assert.match(client.words('wire.txt', found[0]?.range as never), /^We will open/);
    }),
  );

  it(
    'outlines the quotes by speaker, then the figures and the dates',
    withServer({ files: library }, async (client) => {
      const [speaker, ...others] = await client.askDocument<DocumentSymbol[]>(
        'textDocument/documentSymbol',
        'wire.txt',
      );
      assert.deepEqual(
        others.map(({ name }) => name),
        ['Figures', 'Dates'],
      );
      assert.equal(speaker?.name, 'Dana Okafor');
      assert.equal(speaker.detail, '1 quote');
      assert.match(speaker.children?.[0]?.name ?? '', /^We will open the doors again/);
    }),
  );
});

import assert from 'node:assert/strict';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentSymbol, FileChangeType } from 'vscode-languageserver/node';
import { agreed, library } from './stories';
import { type TestClient, withServer } from './testClient';

/** How many problems the status last told of for a file. */
const problemsIn = (client: TestClient, name: string): number =>
  client.status?.files.find(({ uri }) => client.name(uri) === name)?.problems ?? 0;

const unequal = (client: TestClient): Promise<void> => client.until(() => client.status?.total === 3);
const equal = (client: TestClient): Promise<void> => client.until(() => client.status?.total === 0);

describe('open documents', () => {
  it(
    'count with their unsaved text, and with their file again when they are closed',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      await client.open('rewrite.txt');
      await client.replace('rewrite.txt', 'leaf', 'snow');
      await equal(client);
      await client.close('rewrite.txt');
      await unequal(client);
    }),
  );

  it(
    'keep their text when the file changes under them',
    withServer({ files: library }, async (client) => {
      await client.open('rewrite.txt');
      await client.write('rewrite.txt', client.text('wire.txt').text);
      await client.tell('rewrite.txt', FileChangeType.Changed);
      // A file that is read after it shows that its turn has passed.
      await client.write('courier.txt', 'Nothing was decided in Eastmoor on Tuesday. The members went home early.');
      await client.tell('courier.txt', FileChangeType.Changed);
      await client.until(() => client.status?.total === 2);
      await client.tell('rewrite.txt', FileChangeType.Deleted);
      assert.equal((await client.pull('rewrite.txt')).length, 1);
      await client.close('rewrite.txt');
      await equal(client);
    }),
  );

  it(
    'are articles though they have no file or lie in no folder',
    withServer({ files: library, folders: ['desk'] }, async (client) => {
      assert.equal(client.status?.total, 0);
      await client.open('untitled:Untitled-1', client.text('rewrite.txt').text);
      await client.open('wire.txt');
      await client.until(() => client.status?.total === 2);
      const [problem] = await client.pull('untitled:Untitled-1');
      assert.equal(problem?.relatedInformation?.[0]?.location.uri, client.uri('wire.txt'));
      await client.close('wire.txt');
      await equal(client);
    }),
  );

  it(
    'are no articles in another language, in an old revision, or where the settings leave them out',
    withServer({ files: library, settings: { files: { exclude: ['archive/**'] } } }, async (client) => {
      const other = client.text('wire.txt').text.replace(agreed, 'before the first rain falls');
      await client.open('notes.tex', other, 'latex');
      await client.open('git:/copy/wire.txt?%7B%22ref%22%3A%22HEAD%22%7D', other);
      await client.open('archive/wire.txt', other);
      await client.open('README.md', other, 'markdown');
      for (const name of ['notes.tex', 'archive/wire.txt', 'README.md']) {
        assert.deepEqual(await client.pull(name), [], name);
      }
      assert.equal((await client.pull('rewrite.txt')).length, 1);
      assert.equal((await client.pull('rewrite.txt'))[0]?.relatedInformation?.length, 2);
    }),
  );

  it(
    'are one with their file however the URI is spelt',
    withServer({ files: library.replace('=== rewrite.txt', '=== night desk/rewrite (2).txt') }, async (client) => {
      await unequal(client);
      const spelt = `${client.uri('')}/night%20desk/rewrite%20%282%29.txt`;
      const text = client.text('night desk/rewrite (2).txt').text;
      await client.open(spelt, text);
      await client.replace(spelt, 'leaf', 'snow');
      await equal(client);
      await client.replace(spelt, 'snow', 'leaf');
      await unequal(client);
      const [problem] = await client.pull('wire.txt');
      assert.deepEqual(
        problem?.relatedInformation?.map(({ location }) => location.uri),
        [spelt],
      );
    }),
  );

  it(
    'take edits in exactly, several at once, with emoji before them and CRLF line ends',
    withServer({ files: library }, async (client) => {
      const text = `🦊🦊 ${client.text('rewrite.txt').text}`.replace(/\n/g, '\r\n');
      await client.open('rewrite.txt', text);
      await client.edit('rewrite.txt', [
        { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 4 } }, text: '🐈‍⬛\r\nNight desk: ' },
        { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } }, text: 'Late' },
      ]);
      const [problem] = await client.pull('rewrite.txt');
      assert.ok(problem);
      assert.equal(problem.range.start.line, 3);
      assert.match(client.words('rewrite.txt', problem.range), /^We will open .* costs the city,?$/);
      const [speaker] = await client.askDocument<DocumentSymbol[]>('textDocument/documentSymbol', 'rewrite.txt');
      assert.equal(speaker?.name, 'Dana Okafor');
      assert.equal(client.words('rewrite.txt', speaker.children?.[0]?.range ?? problem.range).charAt(0), '“');
    }),
  );
});

describe('files', () => {
  it(
    'are followed as they change, go and come',
    withServer({ files: library }, async (client) => {
      await unequal(client);
      await client.write('rewrite.txt', client.text('rewrite.txt').text.replace('leaf', 'snow'));
      await client.tell('rewrite.txt', FileChangeType.Changed);
      await equal(client);
      await client.write('late.md', client.text('rewrite.txt').text);
      await client.tell('late.md', FileChangeType.Created);
      await client.until(() => problemsIn(client, 'late.md') === 1);
      await rename(join(client.root, 'late.md'), join(client.root, 'later.md'));
      await client.tell('late.md', FileChangeType.Deleted);
      await client.tell('later.md', FileChangeType.Created);
      await client.until(() => problemsIn(client, 'later.md') === 1 && problemsIn(client, 'late.md') === 0);
      await rm(join(client.root, 'later.md'));
      await client.tell('later.md', FileChangeType.Deleted);
      await equal(client);
    }),
  );

  it(
    'of a whole folder come and go with it',
    withServer({ files: library.replace('=== rewrite.txt', '=== desk/rewrite.txt') }, async (client) => {
      await unequal(client);
      await rename(join(client.root, 'desk'), join(client.root, 'night'));
      await client.tell('desk', FileChangeType.Deleted);
      await equal(client);
      await client.tell('night', FileChangeType.Created);
      await client.until(() => problemsIn(client, 'night/rewrite.txt') === 1);
    }),
  );

  it(
    'that are gone and there again in one breath stay, and those of folders that are gone go with many others',
    withServer({ files: library.replace('=== rewrite.txt', '=== desk/rewrite.txt') }, async (client) => {
      await unequal(client);
      const tell = (changes: readonly (readonly [string, FileChangeType])[]): Promise<void> =>
        client.connection.sendNotification('workspace/didChangeWatchedFiles', {
          changes: changes.map(([name, type]) => ({ uri: client.uri(name), type })),
        });
      const others = Array.from({ length: 200 }, (_, i) => [`pictures/${i}.jpg`, FileChangeType.Deleted] as const);
      await tell([['wire.txt', FileChangeType.Deleted], ...others]);
      await tell([['wire.txt', FileChangeType.Created]]);
      await rm(join(client.root, 'desk'), { recursive: true });
      await client.write('desk.txt', client.text('desk/rewrite.txt').text);
      await tell([['desk', FileChangeType.Deleted], ...others]);
      await client.until(() => client.status?.total === 0);
      await tell([['desk.txt', FileChangeType.Created]]);
      await client.until(() => problemsIn(client, 'desk.txt') === 1 && problemsIn(client, 'wire.txt') === 1);
      assert.equal(client.status?.total, 3);
    }),
  );

  it(
    'that are no copy stay out, and those that cannot be read are named',
    withServer(
      {
        files:
          library +
          ['README.md', 'node_modules/pkg/story.txt', '.git/story.txt']
            .map(
              (name) =>
                `\n=== ${name}\nDana Okafor said: “We will open the doors again before the first rain falls.”\n`,
            )
            .join(''),
      },
      async (client) => {
        await unequal(client);
        await client.write('budget.txt', new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37]));
        await client.tell('budget.txt', FileChangeType.Created);
        const wanted = 'budget.txt was not read: it is not a text file.';
        await client.until(() => client.log.some(({ message }) => message === wanted));
        assert.deepEqual(
          client.status?.files.map(({ name }) => name),
          ['courier.txt', 'rewrite.txt', 'wire.txt'],
        );
      },
    ),
  );

  it(
    'are read in the encodings that newsrooms use, and the uncommon ones are named',
    withServer({ files: library }, async (client) => {
      const text = client.text('rewrite.txt').text;
      const codePage = text.replace(/[“”’]/g, (mark) => ({ '“': '\x93', '”': '\x94', '’': '\x92' })[mark] ?? mark);
      await client.write('old.txt', Buffer.from(codePage, 'latin1'));
      await client.write('windows.txt', Buffer.from(`\ufeff${text}`, 'utf16le'));
      await client.tell('old.txt', FileChangeType.Created);
      await client.tell('windows.txt', FileChangeType.Created);
      await client.until(() => problemsIn(client, 'old.txt') === 1 && problemsIn(client, 'windows.txt') === 1);
      const told = client.log.map(({ message }) => message);
      assert.ok(told.includes('old.txt was read as Windows-1252.'));
      assert.ok(told.includes('windows.txt was read as UTF-16 LE.'));
    }),
  );

  it(
    'of several folders are compared, and folders may come and go',
    withServer(
      {
        files: library.replace(/^=== (\w+)\.txt/gm, '=== $1/story.txt'),
        folders: ['wire', 'courier', 'rewrite'],
      },
      async (client) => {
        await unequal(client);
        assert.deepEqual(
          client.status?.files.map(({ name }) => name),
          ['courier/story.txt', 'rewrite/story.txt', 'wire/story.txt'],
        );
        const folder = { uri: client.uri('rewrite'), name: 'rewrite' };
        const change = (event: object): Promise<void> =>
          client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
        await change({ added: [], removed: [folder] });
        await equal(client);
        await change({ added: [folder], removed: [] });
        await unequal(client);
      },
    ),
  );

  it(
    'are watched as the settings include them, and whole folders with them',
    withServer({ files: library, settings: { files: { include: ['**/*.copy', './wire/*.txt'] } } }, async (client) => {
      const globs = (): unknown =>
        client.registrations.filter(({ method }) => method === 'workspace/didChangeWatchedFiles').at(-1)
          ?.registerOptions;
      await client.until(() => JSON.stringify(globs() ?? '').includes('copy'));
      assert.deepEqual(globs(), {
        watchers: [
          { globPattern: '**/*.copy', kind: 2 },
          // A client matches against whole paths.
          { globPattern: '**/wire/*.txt', kind: 2 },
          { globPattern: '**/.second-source.json', kind: 2 },
          { globPattern: '**/*', kind: 5 },
        ],
      });
      assert.equal(client.status?.total, 0);
    }),
  );
});
